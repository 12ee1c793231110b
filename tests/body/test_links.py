"""What counts in a body: links and embeds, and what they tell."""

import pytest

from journal.body.code_and_comments import without_comments
from journal.body.contents import BodyLink
from journal.body.extract import extract_contents


def told(body: str) -> list[str]:
    return [link.target for link in extract_contents(body).links if link.tells]


def linked(body: str) -> list[str]:
    return [link.target for link in extract_contents(body).links]


def test_a_wikilink_has_target_heading_and_shown_text() -> None:
    assert extract_contents("See [[news/A grant#Terms|the grant]].").links == (
        BodyLink("news/A grant", 1, 5, heading="Terms"),
    )


def test_lines_are_counted_in_the_file_and_columns_from_one() -> None:
    links = extract_contents("one\n\x0c\u2028two\n [[a]] and [[b]]\n", first_line=9).links
    assert [(link.target, link.line, link.column) for link in links] == [
        ("a", 11, 2),
        ("b", 11, 12),
    ]


def test_a_wikilink_never_spans_lines() -> None:
    assert linked("[[one\ntwo]]") == []


def test_a_table_cell_escapes_the_bar_of_a_link() -> None:
    link = extract_contents("| a | b |\n|---|---|\n| [[x\\|the x]] | y |\n").links[0]
    assert link.target == "x"


@pytest.mark.parametrize("body", ["[[]]", "[[ ]]", "[[|shown]]", "[[#heading]]", "\\[[x]]", "[x]"])
def test_brackets_that_name_no_note_are_no_link(body: str) -> None:
    assert linked(body) == []


def test_a_relative_markdown_link_to_a_note_is_a_link() -> None:
    assert extract_contents("Ask [Amara](../mentors/amara%20okoye.md#Now%20what).").links == (
        BodyLink("../mentors/amara okoye.md", 1, 5, "Now what", path=True),
    )


@pytest.mark.parametrize(
    "written",
    [
        "[x](a.md)",
        "[x](<a.md>)",
        '[x](a.md "a title")',
        "[x [y]](a.md)",
        "[x]: a.md\n\n[x]",
        "[y][x]\n\n[x]: <a.md> 'a title'",
        "[x](a.MD)",
        "**[x](a.md)**",
    ],
)
def test_markdown_links_are_found_however_they_are_written(written: str) -> None:
    assert [target.casefold() for target in linked(written)] == ["a.md"]


@pytest.mark.parametrize(
    "written",
    ["[x](https://example.org/a.md)", "[x](/a.md)", "[x](#a.md)", "[x](//example.org/a.md)"],
)
def test_an_address_that_is_not_relative_is_no_link_to_a_note(written: str) -> None:
    assert linked(written) == []


def test_an_embed_is_never_a_link() -> None:
    read = extract_contents(
        "![[fig 1.png|300]] ![[b.png]] ![a plot|20x10](c%20d.png) ![far](https://example.org/x.png)"
    )
    assert read.links == ()
    assert [(e.target, e.width) for e in read.embeds] == [
        ("fig 1.png", 300),
        ("b.png", None),
        ("c d.png", 20),
    ]


# --- what is hidden ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "`[[x]]`",
        "`` a ` [[x]] ``",
        "```\n[[x]]\n```",
        "~~~~ python\n[[x]]\n~~~\n[[x]]\n~~~~",
        "- item\n  ```\n  [[x]]\n  ```",
        "- ```\n  [[x]]\n  ```",
        "> ```\n> [[x]]\n> ```",
        "```\nnever closed\n\n[[x]]",
        "text\n\n    [[x]]",
        "\t[[x]]",
        "> quoted\n>\n>     [[x]]",
        "%%[[x]]%%",
        "before %% [[x]] %% after",
        "%%\n[[x]]\n\nand [[x]]\n%%",
    ],
)
def test_code_and_comments_hold_no_links(body: str) -> None:
    assert linked(body) == []


@pytest.mark.parametrize(
    "body",
    [
        "`unclosed [[x]]",
        "``unclosed` [[x]]",
        "\\`[[x]]`",
        "`a\n\nb [[x]] `",
        "- `a\n- b [[x]] `",
        "text\n    [[x]]",
        "- item\n\n    [[x]]",
        "- item\n    - [[x]]",
        "50%% of it [[x]]",
        "`%%` [[x]] `%%`",
        "```\n%%\n```\n[[x]]\n\n%% a",
        "> ```\n> quoted fence ends with the quote\n\n[[x]]",
    ],
)
def test_what_only_looks_like_code_or_comment_holds_links(body: str) -> None:
    assert linked(body) == ["x"]


def test_comments_go_and_lines_stay() -> None:
    assert without_comments("a %%b%% c\n%%\nd\n%%\ne") == "a  c\n\n\n\ne"


@pytest.mark.parametrize("body", ["50%% sure", "`%%a%%`", "```\n%%a%%\n```", "    %%a%%", "a %"])
def test_a_comment_in_code_and_one_that_never_closes_stay_as_typed(body: str) -> None:
    assert without_comments(body) == body


# --- telling -----------------------------------------------------------------------------------


def test_a_link_in_the_text_tells() -> None:
    assert told("I told her about [[the grant]].\n\n- and [[the paper]]") == [
        "the grant",
        "the paper",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "> [[x]]",
        "  > [[x]]",
        "- > [[x]]",
        "> > [[x]]",
        "> [!note] A callout\n> [[x]]",
        "- [ ] send [[x]]",
        "1. [ ] send [[x]]",
        "* [ ] send [x](x.md)",
        "- [ ] send\n  the paper, [[x]]",
        "- [ ] send\n\n  with [[x]]",
        "- [ ] send\n  - which is [[x]]",
        "- [x] done\n  - [ ] send [[x]]",
        "- [-] dropped [[x]]",
        *(f"- [{sign}] half done [[x]]" for sign in "/>!?✓"),
        "- [-] dropped\n  with [[x]]",
        "- [ ] send\nlazy [[x]]",
        "- [-] dropped\nlazy [[x]]",
        "> quoted\nlazy [[x]]",
        "> - quoted\nlazy [[x]]",
        "- > quoted\nlazy [[x]]",
        "- [x] done\n  - [-] dropped [[x]]",
    ],
)
def test_tasks_that_are_not_done_and_quotes_have_told_nobody(body: str) -> None:
    read = extract_contents(body)
    assert [link.tells for link in read.links] == [False]


@pytest.mark.parametrize(
    "body",
    [
        "- [x] sent [[x]]",
        "- [X] sent [[x]]",
        "- [ ] open\n  - [x] sent [[x]]",
        "- [ ] open\n- sent [[x]]",
        "- [ ] open\n\nsent [[x]]",
        "> quoted\n\nsent [[x]]",
        "a > b [[x]]",
        "- [1] a source, [[x]]",
        "> quoted\n\n[[x]]",
        "> quoted\n---\n[[x]]",
        "> quoted\n- [[x]]",
    ],
)
def test_tasks_that_are_done_and_what_stands_beside_tasks_tell(body: str) -> None:
    assert told(body) == ["x"]
