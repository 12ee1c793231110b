"""Tasks, as they are written in Obsidian and on GitHub."""

from datetime import date

import pytest

from journal.body.contents import Task
from journal.body.extract import extract_contents


def task(body: str) -> Task:
    (only,) = extract_contents(body).tasks
    return only


@pytest.mark.parametrize(
    ("box", "state"),
    [
        ("[ ]", "open"),
        ("[x]", "done"),
        ("[X]", "done"),
        ("[-]", "dropped"),
        *((f"[{sign}]", "open") for sign in '/>!?<*"lbiSIpcfkwud✓\N{NO-BREAK SPACE}'),
    ],
)
@pytest.mark.parametrize("marker", ["-", "*", "+", "1.", "2)"])
def test_a_box_behind_a_list_marker_is_a_task(marker: str, box: str, state: str) -> None:
    assert task(f"{marker} {box} send it").state == state


@pytest.mark.parametrize(
    "written",
    [
        "send the plots 📅 2025-04-01",
        "send the plots 📅2025-04-01",
        "send the plots 📅\N{NO-BREAK SPACE}2025-04-01",
        "send the plots 📆 2025-04-01",
        "send the plots 🗓 2025-04-01",
        "send the plots 🗓️ 2025-04-01",
        "send the plots 📅️2025-04-01",
        "send the plots 📅\u2003 2025-04-01",
        "send\n  the plots\n  📅 2025-04-01",
        "send the plots 📅 2025-04-01 ^block-id",
        "send the plots ⏫ 🔁 every month on the 1st ➕ 2025-01-02 📅 2025-04-01 ✅ 2025-04-02",
        "send the plots 🛫 2025-03-01 ⏳ 2025-03-02 🆔 ab1 ⛔ cd2, ef3 🏁 delete 📅 2025-04-01",
        "send the plots [priority:: high] [due:: 2025-04-01]",
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
        "- [1] a source",
        "- [a] defined\n\n[a]: https://example.org",
        "- [x](https://example.org) a link",
        "-\n  [ ] another line",
        "- [] no blank",
        "- [ ]",
        "`- [ ] code`",
        "```\n- [ ] code\n```",
        "%%\n- [ ] comment\n%%",
        "\n    - [ ] indented code",
    ],
)
def test_what_is_no_task(body: str) -> None:
    assert extract_contents(body).tasks == ()


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("c 📅 tomorrow", "c 📅 tomorrow"),
        ("d 📅 [[2026-07-12]]", "d 📅 2026-07-12"),
        ("f 📅 2026-07-24T10:00", "f 📅 2026-07-24T10:00"),
        ("g [due:: [[2026-07-11]]]", "g [due:: 2026-07-11]"),
        ("h 📅", "h 📅"),
        ("i 📅 2025-02-30 soon", "i 📅 2025-02-30 soon"),
        ("j [due:: ]", "j [due:: ]"),
    ],
)
def test_a_sign_without_a_day_is_found_and_the_words_stay(written: str, text: str) -> None:
    read = extract_contents(f"- [ ] {written}")
    assert [mistake.code for mistake in read.mistakes] == ["F03"]
    assert (read.tasks[0].due, read.tasks[0].text) == (None, text)


@pytest.mark.parametrize(
    "written",
    [
        "write about `📅 2025-04-01`",
        "read [[📅 2025-04-01 plan]]",
        "bring ✅ and ➕ signs",
        "say 🔁",
    ],
)
def test_what_only_looks_like_a_sign_is_a_word(written: str) -> None:
    read = extract_contents(f"- [ ] {written}")
    assert (read.tasks[0].due, read.mistakes) == (None, ())
    assert read.tasks[0].text == written.replace("`", "").replace("[[", "").replace("]]", "")


def test_a_full_stop_behind_the_day_stays_in_the_words() -> None:
    read = task("- [ ] send it by 📅 2025-04-01, please.")
    assert (read.due, read.text) == (date(2025, 4, 1), "send it by , please.")


@pytest.mark.parametrize(
    "body",
    [
        "-[ ] send", "- [] send", "- [ ]send", "-[x] sent", "*[ ] send", "1.[ ] send",
        "- [ x ] sent",
        "– [ ] send", "• [ ] send", "[ ] send", "> -[ ] send", "- [  ] send",
        "text\n\t- [ ] send",
    ],
)  # fmt: skip
def test_what_looks_like_a_task_and_is_none_is_found(body: str) -> None:
    read = extract_contents(body)
    assert [mistake.code for mistake in read.mistakes] == ["F19"]
    assert read.tasks == ()


@pytest.mark.parametrize(
    "body",
    [
        "- [ ] send", "- [x](a.md) link", "- [](a.md)", "- [[note]]", "- [x][ref]", "- [ ]",
        "`-[ ] code`", "```\n-[ ] code\n```", "%%-[ ] comment%%", "a -[ ] b", "- []: x",
        "-[^1] note", "[x]: https://example.org", "- [/] begun",
    ],
)  # fmt: skip
def test_what_is_a_task_or_does_not_look_like_one_is_no_mistake(body: str) -> None:
    assert extract_contents(body).mistakes == ()


def test_an_impossible_date_leaves_the_task_without_one() -> None:
    assert task("- [ ] send 📅 2025-02-30").due is None
