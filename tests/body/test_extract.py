"""What else a body says: tags, headings, emoji, its opening, its mistakes."""

import msgspec
import pytest

from journal.body.contents import BodyContents, LinkTarget
from journal.body.extract import extract_contents
from journal.body.segments import targets_of, text_of


def test_tags_come_in_order_and_once_each() -> None:
    assert extract_contents("#work and (#Talk) #work #WORK\n#a/b-c_d #über #2024-goals").tags == (
        "work",
        "Talk",
        "a/b-c_d",
        "über",
        "2024-goals",
    )


@pytest.mark.parametrize(
    "body",
    [
        "#123",
        "C#sharp",
        "# heading",
        "`#x`",
        "%%#x%%",
        "[[a#x]]",
        "[[a #x]]",
        "[a](#x)",
        "https://example.org/#x",
        "&#39;",
        "\\#x",
        "- [ ] send it #theirs",
    ],
)
def test_what_is_no_tag(body: str) -> None:
    assert extract_contents(body).tags == ()


def test_the_first_heading_of_the_first_level_names_the_note() -> None:
    read = extract_contents("## Not this\n\n# On [[Amara|her]] `code` **work** ##\n\n# Second", 5)
    assert text_of(read.heading) == "On her code work"
    assert targets_of(read.heading) == (LinkTarget("Amara"),)


@pytest.mark.parametrize("body", ["#tag", "## two", "```\n# no\n```", "%%\n# no\n%%", "text"])
def test_a_body_without_a_heading_of_the_first_level_has_none(body: str) -> None:
    assert extract_contents(body).heading == ()


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("good\n luck 🎉", (2, 7)),
        ("I ❤️ it", (1, 3)),
        ("well done ✅", (1, 11)),
        ("- [ ] send 📅 2025-04-01", None),
        ("`🎉` %%🎉%%", None),
        ("café → 3 × 4 ™ ✓", None),
    ],
)
def test_the_first_emoji_is_found(body: str, place: tuple[int, int] | None) -> None:
    assert extract_contents(body).emoji == place


# --- mistakes ----------------------------------------------------------------------------------


def found(body: str) -> list[tuple[str, int, int]]:
    return [
        (mistake.code, mistake.line, mistake.column)
        for mistake in extract_contents(body, 3).mistakes
    ]


def test_a_control_character_is_found() -> None:
    assert found("fine\nnot \x1b[31m fine") == [("F08", 4, 5)]


def test_the_conflict_markers_of_git_are_found() -> None:
    assert found("a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n") == [("F08", 4, 1)]


@pytest.mark.parametrize("body", ["Title\n=======\n", ">>>>>>> a\n=======\n<<<<<<< b", "<<<<<<< a"])
def test_single_markers_are_no_conflict(body: str) -> None:
    assert found(body) == []


def test_an_impossible_due_date_is_found_where_it_stands() -> None:
    assert found("\n- [ ] send 📅 2025-02-30") == [("F03", 4, 12)]
    assert found("- [ ] send [due:: soon]") == [("F03", 3, 12)]


def test_facts_survive_the_cache() -> None:
    read = extract_contents(
        "# T\n[[a]] ![[b.png|3]] #c 🎉\n- [ ] do [[d]] 📅 2025-04-01\n- [ ] x 📅 2025-02-30\n"
    )
    packed = msgspec.msgpack.encode(read)
    assert msgspec.msgpack.decode(packed, type=BodyContents) == read
