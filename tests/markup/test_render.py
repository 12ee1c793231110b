"""What a body's Markdown looks like as HTML."""

import html as entities
import re

import pytest

from journal.markup.render import render


def shown(body: str) -> str:
    return render(body, 1, "n").html


def text_of(body: str) -> str:
    return entities.unescape(re.sub(r"<[^>]+>", "", shown(body)))


@pytest.mark.parametrize(
    "typed",
    [
        "vector<int> and map<string, int>",
        "From: Bob <bob@example.org>",
        "<script>alert(1)</script>",
        "<b>bold</b>",
        "<!-- a comment -->",
        "1 < 2 > 0",
        "a <br> b",
        "</p></div>",
        "<style>p{}</style>",
        "AT&T",
        '“curly” and "straight" -- it\'s ... (c)',
        "*[HTML]: abbreviation",
        "{: .class }",
        "///Footnotes Go Here///",
        "snake_case_name and 2 * 3 * 4",
        "a ~ b = c",
        "#tag at the beginning",
        "In 2019. It was a good year",
    ],
)
def test_what_was_typed_is_what_is_seen(typed: str) -> None:
    assert text_of(typed) == typed
    assert text_of(f"- {typed}\n\nmore") == f"{typed}\n\nmore"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("**b** *i* ~~s~~ ==m==", "<strong>b</strong> <em>i</em> <del>s</del> <mark>m</mark>"),
        ("`a <b>`", "<code>a &lt;b&gt;</code>"),
        ("one\ntwo", "one\ntwo"),
        ("one  \ntwo", "one<br>\ntwo"),
        (r"\*not\*", "*not*"),
        ("&copy; &lt;", "© &lt;"),
    ],
)
def test_what_is_marked_up_inside_a_line(body: str, expected: str) -> None:
    assert shown(body) == f"<p>{expected}</p>"


def test_tables_have_classes_for_their_columns() -> None:
    html = shown("Before:\n| a | b |\n|:-:|--:|\n| 1 | `x|y` |")
    assert html.startswith('<p>Before:</p>\n<table><thead><tr><th class="align-center">a</th>')
    assert '<td class="align-right"><code>x|y</code></td>' in html
    assert "style" not in html


@pytest.mark.parametrize(
    "body",
    [
        "```py\nx = '<b>'\n```",
        "~~~py\nx = '<b>'\n~~~",
        "text\n```py\nx = '<b>'\n```\ntext",
        "- item\n  ```py\n  x = '<b>'\n  ```\n- item",
        "1. item\n\n    ```py\n    x = '<b>'\n    ```",
        "> ```py\n> x = '<b>'\n> ```",
        "```py\nx = '<b>'",
    ],
)
def test_fenced_code_stands_anywhere(body: str) -> None:
    code = "<pre><code class=\"language-py\">x = '&lt;b&gt;'\n</code></pre>"
    assert code in shown(body)


def test_code_keeps_its_blank_lines_tabs_and_signs() -> None:
    assert "<code>\ta\n\n\n  [[b]] %%c%%\n</code>" in shown("~~~\n\ta\n\n\n  [[b]] %%c%%\n~~~\n\nd")


def test_indented_code() -> None:
    assert (
        shown("a\n\n    b <c>\n\nd") == "<p>a</p>\n<pre><code>b &lt;c&gt;\n</code></pre>\n<p>d</p>"
    )


def test_footnotes_are_numbered_as_they_are_read_and_named_after_the_note() -> None:
    html = render("a[^x] b[^y z]\n\n[^y z]: two\n[^x]: one", 1, "t1").html
    assert '<sup id="t1-fnref:x"><a class="footnote-ref" href="#t1-fn:x">1</a></sup>' in html
    assert '<a class="footnote-ref" href="#t1-fn:y-z">2</a>' in html
    assert '<li id="t1-fn:y-z">' in html
    assert html.index("one") < html.index("two")


def test_a_body_rendered_twice_is_the_same() -> None:
    body = "a[^1] [b]\n\n[^1]: x\n\n[b]: https://example.org"
    first = shown(body)
    assert shown("[b] [^1]") == "<p>[b] [^1]</p>"
    assert shown(body) == first


@pytest.mark.parametrize(
    ("box", "state"), [("[ ]", "open"), ("[x]", "done"), ("[X]", "done"), ("[-]", "dropped")]
)
@pytest.mark.parametrize("text", ["send it", "**send** it", "[send](https://example.org) it"])
def test_tasks_have_a_box_that_says_its_state(box: str, state: str, text: str) -> None:
    html = shown(f"- {box} {text}\n- plain")
    assert f'<li class="task task-{state}"><input aria-label="' in html
    assert ("checked" in html) == (state == "done")
    assert 'disabled="" type="checkbox">' in html


def test_an_escaped_box_is_no_task() -> None:
    assert "checkbox" not in shown(r"- \[ ] send")


def test_a_callout_is_a_box_with_a_title() -> None:
    assert shown("> [!tip] Ask *early*\n> and ask again") == (
        '<div class="callout callout-tip"><p class="callout-title">Ask <em>early</em></p>\n'
        "<p>and ask again</p>\n</div>"
    )


def test_a_callout_folds() -> None:
    assert shown("> [!note]- Title\n> text").startswith(
        '<details class="callout callout-note"><summary class="callout-title">Title</summary>'
    )
    assert shown("> [!note]+\n> text").startswith(
        '<details class="callout callout-note" open=""><summary class="callout-title">Note'
    )


def test_two_callouts_in_a_row_are_two() -> None:
    assert shown("> [!tip] A\n> a\n\n> [!tip] B\n> b").count("callout-title") == 2


def test_quotes_hold_lists_and_quotes() -> None:
    assert shown("> a\n> - b\n>   - c\n> > d\n\ne") == (
        "<blockquote><p>a</p>\n<ul><li>b<ul><li>c</li>\n</ul>\n</li>\n</ul>\n"
        "<blockquote><p>d</p>\n</blockquote>\n</blockquote>\n<p>e</p>"
    )


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("see https://example.org/a_b_c.", "https://example.org/a_b_c"),
        ("(https://example.org/a_(b))", "https://example.org/a_(b)"),
        ("**https://example.org**", "https://example.org"),
        ("<https://example.org/?a=1&b=2>", "https://example.org/?a=1&amp;b=2"),
        ("www.example.org, yes", "http://www.example.org"),
        ("HTTPS://EXAMPLE.ORG/", "HTTPS://EXAMPLE.ORG/"),
    ],
)
def test_bare_web_addresses_are_links(typed: str, address: str) -> None:
    assert f'<a href="{address}" rel="noreferrer noopener">' in shown(typed)


@pytest.mark.parametrize("body", ["`https://example.org`", "    https://example.org", "http://"])
def test_what_is_no_web_address(body: str) -> None:
    assert "<a" not in shown(body)


@pytest.mark.parametrize(
    "body",
    [
        "%%secret%%",
        "a %%secret%% b",
        "%%\nsecret\n\n# secret\n%%",
        "- a %%secret%%\n- b",
        "> %%secret%%",
        "**a %%secret%%**",
        "- " * 60 + "x %%secret%%",
    ],
)
def test_comments_are_never_in_the_output(body: str) -> None:
    assert "secret" not in shown(body)


def test_control_characters_are_replaced() -> None:
    assert shown("a\x00b\x1b[31m\x02c\x03 \x7f\x85") == "<p>a�b�[31m�c� ��</p>"


# --- headings ----------------------------------------------------------------------------------


def test_headings_stand_two_levels_lower_and_are_named_after_the_note() -> None:
    body = "text\n\n# Ünder way\n## Ünder way ##\n##### Deep\n### 日本 *x*"
    assert render(body, 1, "t1").html.split("\n")[1:] == [
        '<h3 id="t1-under-way">Ünder way</h3>',
        '<h4 id="t1-under-way-2">Ünder way</h4>',
        '<h6 id="t1-deep">Deep</h6>',
        '<h5 id="t1-日本-x">日本 <em>x</em></h5>',
    ]


def test_a_first_heading_is_left_out_as_it_names_the_page() -> None:
    assert shown("\n%% c %%\n# Title\n## Next\ntext") == '<h4 id="n-next">Next</h4>\n<p>text</p>'


def test_another_heading_stays() -> None:
    assert shown("text\n# Title") == '<p>text</p>\n<h3 id="n-title">Title</h3>'
    assert shown("## Second level") == '<h4 id="n-second-level">Second level</h4>'


def test_underlined_headings() -> None:
    html = shown("text\n\nOne\n===\n\nTwo\n---\n\n> Three\n> ---")
    assert '<h3 id="n-one">One</h3>\n<h4 id="n-two">Two</h4>' in html
    assert '<h4 id="n-three">Three</h4>' in html


def test_a_rule_is_no_heading_of_a_list() -> None:
    assert shown("- a\n---\nb") == "<ul><li>a</li>\n</ul>\n<hr>\n<p>b</p>"


def test_an_empty_body_is_empty() -> None:
    assert shown("") == shown(" \n\n") == shown("# Only a title") == ""
