"""Nothing a body holds runs a script, loads from elsewhere, or breaks the page around it."""

import html5lib
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal.markup.link_placeholders import fill_placeholders
from journal.markup.render import render
from tests.support.hostile_markdown import HOSTILE

ALLOWED = {
    "a": {"href", "class", "title", "rel"},
    "img": {"src", "alt", "title", "loading", "width"},
    "input": {"type", "disabled", "checked", "aria-label"},
    "details": {"class", "open"},
    "ol": {"start"},
    **{tag: {"id"} for tag in ("h3", "h4", "h5", "h6", "sup")},
    "li": {"id", "class"},
    **{tag: {"class"} for tag in ("p", "div", "span", "pre", "code", "summary", "td", "th")},
    "span": {"class", "title"},
    **{
        tag: set()
        for tag in [
            "blockquote",
            "br",
            "del",
            "em",
            "hr",
            "mark",
            "strong",
            "table",
            "tbody",
            "thead",
            "tr",
            "ul",
        ]
    },
}
OUR_SCHEMES = ("note:", "note-path:", "file:")
SCHEMES = ("https://", "http://", "mailto:", "tel:", "#n-", "https:", "http:", *OUR_SCHEMES)


def check(html: str) -> None:
    """Parse as a browser does; every tag must close, and be one that a body may have."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parseFragment(html)
    for element in tree.iter():
        if element.tag == "DOCUMENT_FRAGMENT":
            continue
        assert element.tag in ALLOWED, html
        assert set(element.attrib) <= ALLOWED[element.tag], html
        assert element.get("href", "#n-").startswith(SCHEMES), html
        assert element.get("src", "file:").startswith("file:"), html


@pytest.mark.parametrize("body", HOSTILE)
def test_hostile_text_stays_text(body: str) -> None:
    for typed in (body, f"- {body}", f"> {body}", f"**{body}**", f"a\n{body}\nb"):
        check(render(typed, 1, "n").html)


@pytest.mark.parametrize("body", HOSTILE)
def test_nothing_typed_can_pass_for_a_placeholder(body: str) -> None:
    asked: list[str] = []

    def resolve(kind: str, target: str, heading: str) -> str:
        asked.append(target)
        return ""

    fill_placeholders(render(body, 1, "n").html, resolve)
    assert "secret" not in asked
    assert "secret.png" not in asked


MARKUP = (
    """- |1. |> |# |~|---|```|`|~~|[|]|(|)|![|[[|]]|*|**|_|==|<|>|&|"|'|[^1]|[^1]: |[x]: |[ ] """
)
BLANKS = ("\n", "\n\n", "  ", "    ", "\t", "\r\n")
OTHERS = ("|", "\\", "https://", "%%", "%% ", "é", "日本", "😀")
PIECES = st.sampled_from([*HOSTILE, *MARKUP.split("|"), *BLANKS, *OTHERS])


@given(st.lists(PIECES, max_size=30).map("".join))
@example("> [!x]\n")
@example("- \n- \n")
@example("[^1]\n\n[^1]: > a")
def test_any_body_is_safe_and_balanced(body: str) -> None:
    check(render(body, 1, "n").html)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_is_safe_and_balanced(body: str) -> None:
    check(render(body, 1, "n").html)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "/etc/passwd"],
)
def test_a_link_whose_address_is_not_allowed_loses_it(address: str) -> None:
    read = render(f"fine\n\nsee [this]({address}) now", 10, "n")
    assert read.html.endswith('<p>see <span class="unlinked">this</span> now</p>')
    (mistake,) = read.mistakes
    assert (mistake.code, mistake.line, mistake.column) == ("M02", 12, 12)


@pytest.mark.parametrize("address", ["https://example.org/x.png", "//example.org/x.png"])
def test_an_image_from_another_host_becomes_a_link(address: str) -> None:
    read = render(f"![a plot]({address})", 1, "n")
    assert read.html == (
        '<p><a href="https://example.org/x.png" rel="noreferrer noopener">a plot</a></p>'
    )
    assert [mistake.code for mistake in read.mistakes] == ["M02"]


def test_the_same_bad_address_twice_has_two_places() -> None:
    mistakes = render("[a](data:x)\n\n[b](data:x)", 1, "n").mistakes
    assert [mistake.line for mistake in mistakes] == [1, 3]


@pytest.mark.parametrize(
    "address",
    ["https://example.org", "http://example.org", "mailto:a@example.org", "tel:+351210000000"],
)
def test_addresses_that_are_allowed_stay(address: str) -> None:
    read = render(f"[x]({address})", 1, "n")
    assert f'<a href="{address}"' in read.html
    assert read.mistakes == ()
