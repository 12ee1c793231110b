"""A key is changed, and not one byte of anything else, however the front matter is written."""

import re

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from journal.errors import Refused
from journal.frontmatter import ListNode, Node, Scalar, read_document
from journal.notes.kinds import KEY_NAMES, KINDS
from journal.writing.front_matter_edit import with_item, with_value, without
from tests.support.front_matters import front_matters

MENTOR = KINDS["mentor"]


def put(text: str, key: str = "snooze_until", value: str = "2026-07-01") -> str:
    return with_value(text.encode(), MENTOR, key, value).decode()


def dropped(text: str, key: str = "snooze_until") -> str:
    return without(text.encode(), MENTOR, key).decode()


def added(text: str, item: str = "2026-06-15 waiting", key: str = "phases") -> str:
    return with_item(text.encode(), MENTOR, key, item).decode()


def test_a_key_that_is_not_there_is_added_at_the_end() -> None:
    assert (
        put("---\nsince: 2015\n---\nHi.") == "---\nsince: 2015\nsnooze_until: 2026-07-01\n---\nHi."
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "---\nsnooze_until: 2026-07-01\n---\n"),
        ("Hi.\r\nYou.", "---\r\nsnooze_until: 2026-07-01\r\n---\r\nHi.\r\nYou."),
        ("\ufeffHi.", "\ufeff---\nsnooze_until: 2026-07-01\n---\nHi."),
        ("---\n---", "---\nsnooze_until: 2026-07-01\n---"),
        ("---\n# only this\n...\nHi.", "---\n# only this\nsnooze_until: 2026-07-01\n...\nHi."),
        ("---\n  since: 2015\n---\n", "---\n  since: 2015\n  snooze_until: 2026-07-01\n---\n"),
        ("---\npeople:\n---\n", "---\npeople:\nsnooze_until: 2026-07-01\n---\n"),
    ],
)
def test_front_matter_is_made_or_added_to_in_its_own_way(before: str, after: str) -> None:
    assert put(before) == after


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("snooze_until: 2026-01-01", "snooze_until: 2026-07-01"),
        ("Snooze Until:   2026-01-01   # till then", "Snooze Until:   2026-07-01   # till then"),
        ('"snooze-until": "2026-01-01"', '"snooze-until": 2026-07-01'),
        ("snooze_until:", "snooze_until: 2026-07-01"),
        ("snooze_until:   # when?", "snooze_until: 2026-07-01   # when?"),
        ("snooze_until: ''", "snooze_until: 2026-07-01"),
        ("snooze_until:\n  - 2026-01-01", "snooze_until: 2026-07-01"),
        ("snooze_until:\n- 2026-01-01\n-", "snooze_until: 2026-07-01"),
        ("snooze_until: [2026-01-01]", "snooze_until: 2026-07-01"),
        ("snooze_until: |\n  2026\n  # 01", "snooze_until: 2026-07-01"),
        ("snooze_until: one day\n  in spring", "snooze_until: 2026-07-01"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_key_is_set_however_it_is_spelt(line: str, made: str, end: str) -> None:
    frame = (
        "---\n# first\nsince: 2015\n{}\n\n# then\ncity: 'Porto' # here\n---\n\n snooze_until: x\n"
    )
    before = frame.format(line).replace("\n", end)
    assert put(before) == frame.format(made).replace("\n", end)
    without_it = frame.replace("{}\n", "").replace("\n", end)
    assert dropped(before) == without_it


def test_a_synonym_is_the_key() -> None:
    assert put("---\nName: Amara\n---\n", "title", "Zoë: x") == '---\nName: "Zoë: x"\n---\n'


def test_what_is_not_there_needs_no_dropping() -> None:
    assert dropped("---\nsince: 2015\n---") == "---\nsince: 2015\n---"


@pytest.mark.parametrize(
    ("phases", "made"),
    [
        ("", "phases:\n  - 2026-06-15 waiting\n"),
        ("phases:\n", "phases:\n  - 2026-06-15 waiting\n"),
        ("phases: 2012 new\n", "phases: [2012 new, 2026-06-15 waiting]\n"),
        ("phases: '2012 new'  # so\n", "phases: ['2012 new', 2026-06-15 waiting]  # so\n"),
        ("phases: []\n", "phases: [2026-06-15 waiting]\n"),
        ("phases: [2012 new]\n", "phases: [2012 new, 2026-06-15 waiting]\n"),
        ("phases: [2012 new,]\n", "phases: [2012 new, 2026-06-15 waiting,]\n"),
        ("phases: [\n  2012 new # x\n]\n", "phases: [\n  2012 new, 2026-06-15 waiting # x\n]\n"),
        ("phases:\n- 2012 new\n", "phases:\n- 2012 new\n- 2026-06-15 waiting\n"),
        ("phases:\n-\n", "phases:\n-\n- 2026-06-15 waiting\n"),
        (
            "phases:\n   -   2012 new # x\n   # y\n",
            "phases:\n   -   2012 new # x\n   -   2026-06-15 waiting\n   # y\n",
        ),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_item_goes_to_the_end_of_the_list(phases: str, made: str, end: str) -> None:
    before = f"---\nsince: 2015\n{phases}---\n".replace("\n", end)
    assert added(before) == f"---\nsince: 2015\n{made}---\n".replace("\n", end)


@pytest.mark.parametrize(
    "text",
    [
        "---\nsnooze_until: 2026\nsnooze-until: 2027\n---\n",
        "---\n{since: 2015}\n---\n",
        "---\nsince: [\n---\n",
        "---\nsince: 2015\n",
        "\xff",
    ],
)
def test_what_is_not_clear_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        with_value(text.encode("latin-1"), MENTOR, "snooze_until", "2026-07-01")


def test_a_mapping_is_no_list_to_add_to() -> None:
    with pytest.raises(Refused, match="no list"):
        added("---\nphases:\n  2012: new\n---\n")


def fields(raw: bytes) -> dict[str, object]:
    document = read_document(raw, KEY_NAMES)
    assert not document.unread
    return {MENTOR.canonical(field.key): plain(field.value) for field in document.fields}


def plain(node: Node) -> object:
    if isinstance(node, ListNode):
        return [plain(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else repr(node)


def outside_of(raw: bytes, key: str) -> list[bytes]:
    """Return the lines that are not of a key: what must be left as it is."""
    try:
        return without(raw, MENTOR, key).splitlines(keepends=True)
    except Refused:  # without it, an indented comment would be words of the block of text above
        assert re.search(rb"[|>]-?\r?\n(.*\r?\n)*  # indented", raw)
        reject()


@given(front_matters())
def test_a_change_in_any_spelling_changes_the_lines_of_its_key_alone(raw: bytes) -> None:
    if read_document(raw, KEY_NAMES).unread:
        return
    keys = [MENTOR.canonical(field.key) for field in read_document(raw, KEY_NAMES).fields]
    for key, value in (("snooze_until", "2026-07-01"), ("city", "Re: [x] #1")):
        if keys.count(key) > 1:
            with pytest.raises(Refused):
                with_value(raw, MENTOR, key, value)
            continue
        made = with_value(raw, MENTOR, key, value)
        assert fields(made) == {**fields(raw), key: value}
        if read_document(raw, KEY_NAMES).fields:
            assert outside_of(made, key) == outside_of(raw, key)


@given(front_matters(), st.sampled_from(["2026-06-15 waiting", "2026 ended: x, [y] #z"]))
def test_an_item_in_any_spelling_of_a_list_leaves_the_others(raw: bytes, item: str) -> None:
    if read_document(raw, KEY_NAMES).unread:
        return
    keys = [MENTOR.canonical(field.key) for field in read_document(raw, KEY_NAMES).fields]
    if keys.count("phases") > 1:
        return
    made = with_item(raw, MENTOR, "phases", item)
    before = fields(raw).get("phases", "")
    items = before if isinstance(before, list) else [before] if before else []
    assert fields(made)["phases"] in ([*items, item], [before, item])
    if read_document(raw, KEY_NAMES).fields:
        assert outside_of(made, "phases") == outside_of(raw, "phases")
