"""Tasks, as they are written in Obsidian and on GitHub."""

from datetime import date

import pytest

from journal.body.contents import Task
from journal.body.extract import extract_contents


def task(body: str) -> Task:
    (only,) = extract_contents(body).tasks
    return only


@pytest.mark.parametrize(
    ("box", "state"), [("[ ]", "open"), ("[x]", "done"), ("[X]", "done"), ("[-]", "dropped")]
)
@pytest.mark.parametrize("marker", ["-", "*", "+", "1.", "2)"])
def test_a_box_behind_a_list_marker_is_a_task(marker: str, box: str, state: str) -> None:
    assert task(f"{marker} {box} send it").state == state


@pytest.mark.parametrize(
    "written",
    [
        "send the plots 📅 2025-04-01",
        "send the plots 📅2025-04-01",
        "send the plots [due:: 2025-04-01]",
        "send the plots (due:: 2025-04-01)",
        "send 📅 2025-04-01 the plots",
    ],
)
def test_a_due_date_is_read_and_taken_out_of_the_text(written: str) -> None:
    read = task(f"- [ ] {written}")
    assert (read.due, read.text) == (date(2025, 4, 1), "send the plots")


def test_a_task_is_theirs_if_it_says_so() -> None:
    read = task("- [ ] send a letter #theirs 📅 2025-04-01")
    assert (read.theirs, read.text) == (True, "send a letter")
    assert not task("- [ ] send a letter to #theirsome").theirs


def test_the_text_shows_links_as_they_are_shown() -> None:
    assert task("- [ ] ask [[amara-okoye|Amara]] about **[[the paper]]**").text == (
        "ask Amara about the paper"
    )


def test_a_task_names_the_links_of_its_own_line() -> None:
    read = task("- [ ] ask [[Amara]] or [Bruno](bruno.md)\n  about [[the paper]]")
    assert [(link.target, link.path) for link in read.links] == [
        ("Amara", False),
        ("bruno.md", True),
    ]


def test_a_task_knows_its_place() -> None:
    read = extract_contents("text\n\n  - [ ] send it\n", first_line=10).tasks[0]
    assert (read.line, read.column) == (12, 3)


def test_tasks_stand_in_lists_quotes_and_other_tasks() -> None:
    body = "- [ ] one\n    - [x] two\n> - [ ] three\n- - [ ] four"
    assert [read.text for read in extract_contents(body).tasks] == ["one", "two", "three", "four"]


@pytest.mark.parametrize(
    "body",
    [
        "[ ] no list",
        "- [] no blank",
        "- [ ]",
        "- [?] unknown",
        "`- [ ] code`",
        "```\n- [ ] code\n```",
        "%%\n- [ ] comment\n%%",
        "\n    - [ ] indented code",
    ],
)
def test_what_is_no_task(body: str) -> None:
    assert extract_contents(body).tasks == ()


def test_an_impossible_date_leaves_the_task_without_one() -> None:
    assert task("- [ ] send 📅 2025-02-30").due is None
