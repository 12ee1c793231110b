"""What GitHub and Obsidian show of a text is what is shown here."""

import pytest

from journal.markup.render import render
from journal.markup.sanitise import sanitise


def shown(body: str) -> str:
    return render(body, 1, "n").html


@pytest.mark.parametrize("below", ["---", "***", "# heading"])
@pytest.mark.parametrize(
    ("above", "html"),
    [
        ("> a\n> b", "<blockquote><p>a\nb</p>\n</blockquote>"),
        ("> [!note] T\n> a", '<p class="callout-title">T</p>\n<p>a</p>\n</div>'),
        ("- a", "<ul><li>a</li>\n</ul>"),
        ("| a |\n|---|\n| b |", "<tbody><tr><td>b</td>\n</tr>\n</tbody>\n</table>"),
    ],
)
def test_a_rule_or_heading_below_ends_what_is_above(above: str, html: str, below: str) -> None:
    made = '<h3 id="n-heading">heading</h3>' if below[0] == "#" else "<hr>"
    assert shown(f"{above}\n{below}\nmine").endswith(f"{html}\n{made}\n<p>mine</p>")


def test_two_lines_above_dashes_are_a_heading() -> None:
    assert shown("one\ntwo\n---\nnext") == '<h4 id="n-one-two">one\ntwo</h4>\n<p>next</p>'


def test_a_quote_goes_on_over_lazy_lines() -> None:
    assert shown("> a\nb\n\nc") == "<blockquote><p>a\nb</p>\n</blockquote>\n<p>c</p>"
    assert shown("> - a\nb") == "<blockquote><ul><li>a\nb</li>\n</ul>\n</blockquote>"


def test_lists_quotes_and_code_live_in_footnotes() -> None:
    html = shown("a[^1]\n\n[^1]: Intro:\n    - one\n\n    > two\n\n    ```\n    three\n    ```\nb")
    note = html[html.index("<ol>") :]
    assert "<p>Intro:</p>\n<ul><li>one</li>\n</ul>\n<blockquote><p>two</p>\n</blockquote>" in note
    assert "<pre><code>three\n</code></pre>" in note
    assert html.startswith('<p>a<sup id="n-fnref:1">')
    assert "<p>b</p>" in html[: html.index("<ol>")]


def test_a_footnote_that_nothing_refers_to_is_shown_without_an_arrow() -> None:
    html = shown("a\n\n[^x]: alone\n\n[^y]:")
    assert '<li id="n-fn:x"><p>alone</p>\n</li>\n<li id="n-fn:y"></li>' in html


def test_a_footnote_stands_in_the_line_that_refers_to_it() -> None:
    html = shown("a^[with *marks* and [[Amara]]] b[^1]\n\n[^1]: second")
    assert '<li id="n-fn:inline-1"><p>with <em>marks</em> and <a class' in html
    assert html.index("with") < html.index("second")


def test_two_references_to_a_footnote_have_two_ways_back() -> None:
    html = shown("a[^1] b[^1]\n\n[^1]: c")
    assert [
        html.count(f'="{sign}n-fnref{number}:1"') for sign in ("", "#") for number in ("", "2")
    ] == [1] * 4


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("a\\\nb", "<p>a<br>\nb</p>"),
        ("R\\&D \\&copy;", "<p>R&amp;D &amp;copy;</p>"),
        (
            "[b](x.pdf (title))",
            '<p><a class="attachment" href="file:x.pdf" title="title">b</a></p>',
        ),
        ("==a== ~~b~~", "<p><mark>a</mark> <del>b</del></p>"),
        ("He wrote ***a** and **b*c", "<p>He wrote <em><strong>a</strong> and **b</em>c</p>"),
        ("日本**語**です *.csv a == b", "<p>日本<strong>語</strong>です *.csv a == b</p>"),
        ("[Bo]: yes\n[Ann]: no", "<p>[Bo]: yes\n[Ann]: no</p>"),
        ("text\n[Bo]: yes", "<p>text\n[Bo]: yes</p>"),
        ("[x](not an address)", "<p>[x](not an address)</p>"),
    ],
)
def test_small_things_are_as_commonmark_has_them(body: str, html: str) -> None:
    assert shown(body) == html


@pytest.mark.parametrize(
    ("typed", "around"), [("<bob@example.org>", "&lt;{}&gt;"), ("bob@example.org.", "{}.")]
)
def test_mail_addresses_are_links_and_shown_as_typed(typed: str, around: str) -> None:
    link = '<a href="mailto:bob@example.org">bob@example.org</a>'
    assert shown(f"From {typed}") == f"<p>From {around.format(link)}</p>"


def test_two_references_on_two_lines_are_two_links() -> None:
    html = shown("[ref]\n[plots]\n\n[ref]: a.pdf\n[plots]: b.pdf")
    assert 'href="file:a.pdf">ref</a>\n<a class="attachment" href="file:b.pdf">plots</a>' in html


def test_surplus_cells_stand_in_the_last_one() -> None:
    html = shown("| who | when |\n|---|---|\n| tel | before 9|after 17 |")
    assert "<td>before 9|after 17</td>" in html


@pytest.mark.parametrize("cell", ["`x \\| y`", "`x | y`"])
def test_a_bar_in_code_cuts_no_cell(cell: str) -> None:
    assert "<td><code>x | y</code></td>" in shown(f"| a |\n|---|\n| {cell} |")


def test_what_stands_behind_the_language_of_code_is_shown_above_it() -> None:
    assert shown('```py title="plots.py"\nx\n```') == (
        '<p class="code-title">title="plots.py"</p>\n'
        '<pre><code class="language-py">x\n</code></pre>'
    )


def test_block_ids_are_not_seen_and_can_be_linked_to() -> None:
    html = shown("text ^one\n\n- item ^two\n- b\n\n^three\n\n[[#^one]]")
    assert (
        '<p id="n-block_one">text</p>\n<ul id="n-block_three"><li id="n-block_two">item</li>'
        in html
    )
    assert '<a href="#n-block_one">' in html


@pytest.mark.parametrize(
    "address",
    ["https://example.org/?a=1&region=2&copy=3&not=4", "https://example.org/?a=%26&lt=1#x&amp"],
)
def test_addresses_are_as_typed(address: str) -> None:
    escaped = address.replace("&", "&amp;")
    assert f'href="{escaped}"' in shown(f"[x]({address})")
    assert f'<a href="{escaped}" rel="noreferrer noopener">{escaped}</a>' in shown(address)


@pytest.mark.parametrize("address", ["http://localhost:99999/", "https://a%zz/", "https://[::1"])
def test_an_address_that_no_browser_can_read_is_said_to_be_none(address: str) -> None:
    for typed in (f"[x]({address})", address, f"<{address}>"):
        read = render(typed, 1, "n")
        assert "<a" not in read.html
        assert [mistake.code for mistake in read.mistakes] == ["M02"]


@pytest.mark.parametrize("scheme", ["javascript", "data", "vbscript", "blob", "ftp", "view-source"])
def test_the_sanitiser_alone_lets_no_other_scheme_through(scheme: str) -> None:
    for sign in (scheme, scheme.upper(), f" {scheme}", f"&#9;{scheme[:2]}&#10;{scheme[2:]}"):
        assert sanitise(f'<a href="{sign}:alert(1)">x</a>') == "<a>x</a>"
        assert "src" not in sanitise(f'<img src="{sign}:alert(1)">')
        many = "&amp;" * 2000
        assert sanitise(f'<p>{many}</p><a href="{sign}:alert(1)">x</a>') == f"<p>{many}</p><a>x</a>"
