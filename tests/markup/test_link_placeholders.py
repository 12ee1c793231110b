"""Links between notes are filled in for each page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.body.slugs import heading_slug
from journal.markup.link_placeholders import (
    FILE,
    IMAGE,
    NOTE,
    PATH,
    fill_placeholders,
)
from journal.markup.render import render

Asked = tuple[str, str, str]


def asked(body: str) -> list[Asked]:
    found: list[Asked] = []

    def resolve(kind: str, target: str, heading: str) -> str:
        found.append((kind, target, heading))
        return ""

    fill_placeholders(render(body, 1, "n").html, resolve)
    return found


def filled(body: str, address: str) -> str:
    return fill_placeholders(render(body, 1, "n").html, lambda *_: address)


@pytest.mark.parametrize(
    ("body", "question"),
    [
        ("[[Amara Okoye]]", (NOTE, "Amara Okoye", "")),
        ("[[a/b|shown]]", (NOTE, "a/b", "")),
        ('[[R&D #1#The "end"|x]]', (NOTE, "R&D", '1#The "end"')),
        ("[x](../mentors/a%20b.md#Now%20what)", (PATH, "../mentors/a b.md", "Now what")),
        ("[x](a.pdf)", (FILE, "a.pdf", "")),
        ("[x](<a b.pdf>)", (FILE, "a b.pdf", "")),
        ("![[fig 1.png|300]]", (IMAGE, "fig 1.png", "")),
        ("![[paper.pdf#page=3]]", (NOTE, "paper.pdf", "page=3")),
        ("[[paper.pdf#page=3]]", (NOTE, "paper.pdf", "page=3")),
        ("![alt](fig.png)", (IMAGE, "fig.png", "")),
        ("![[Amara Okoye]]", (NOTE, "Amara Okoye", "")),
        ("| a |\n|---|\n| [[x\\|y]] |", (NOTE, "x", "")),
    ],
)
def test_a_page_is_asked_for_what_was_typed(body: str, question: Asked) -> None:
    assert asked(body) == [question]


@given(
    st.text(
        st.characters(exclude_categories=["C", "Z"], exclude_characters="[]|#\\`%&"), min_size=1
    )
)
def test_any_name_comes_through_unchanged(name: str) -> None:
    assert asked(f"see [[{name}]]") == [(NOTE, name, "")]
    assert asked(f"see [[{name}]] and https://example.org") == [(NOTE, name, "")]


def test_a_link_leads_where_the_page_says() -> None:
    html = filled('[[a|*shown*]] [**x**](b.md "T")', '../a/?x="1"&y#z')
    address = "../a/?x=&quot;1&quot;&amp;y#z"
    assert html == (
        f'<p><a class="wikilink" href="{address}">*shown*</a>'
        f' <a class="wikilink" href="{address}" title="T"><strong>x</strong></a></p>'
    )


def test_an_image_is_shown_from_where_the_page_says() -> None:
    assert filled("![[f.png|A plot|300]]", "../files/f.png") == (
        '<p><img alt="A plot" loading="lazy" src="../files/f.png" width="300"></p>'
    )


def test_a_link_to_nothing_is_shown_as_text() -> None:
    assert filled("[[a|b]] ![alt](c.png)", "") == (
        '<p><span class="unlinked">b</span> <span class="unlinked">alt</span></p>'
    )


def test_a_link_inside_the_note_leads_to_its_own_heading() -> None:
    html = render("## Next steps\n\n[[#Next steps]] [x](#next-steps)", 1, "t1").html
    assert html.count('href="#t1-next-steps"') == 2
    assert 'id="t1-next-steps"' in html
    assert heading_slug("Next steps") == "next-steps"


def test_links_in_code_are_text() -> None:
    assert asked("`[[a]]`\n\n```\n[[b]]\n```\n\n    [[c]]") == []


def test_an_image_that_is_a_link_stays_one() -> None:
    html = filled("[![alt](a.png)](https://example.org)", "a.png")
    assert html == (
        '<p><a href="https://example.org" rel="noreferrer noopener">'
        '<img alt="alt" loading="lazy" src="a.png"></a></p>'
    )


def test_a_title_with_any_sign_keeps_the_link_whole() -> None:
    html = filled("""[x](a.md "a > b '<i>'")""", "../a/")
    assert html.startswith('<p><a class="wikilink" href="../a/" title="')
    assert html.endswith('">x</a></p>')
