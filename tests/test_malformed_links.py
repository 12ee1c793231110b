"""Links in keys, and keys that a note needs: line, column and code of what is found."""

import pytest

from tests.malforming import (
    Cases,
    Checked,
    assert_harmless,
    check_all,
    goal,
    lesson,
    news,
    opportunity,
    person,
    touchpoint,
    trip,
    whole,
)

CASES: Cases = {
    "brackets empty": touchpoint("about: '[[]]'", (4, 8, "F10")),
    "space": touchpoint("about: '[[ ]]'", (4, 8, "F10")),
    "open": touchpoint("about: '[[ada'", (4, 8, "F10")),
    "open unq": touchpoint("about: [[ada]", (4, 8, "F01")),
    "three": touchpoint("about: [[[ada]]]", (4, 9, "F07")),
    "pipe": touchpoint("about: '[[nobody|Bo]]'", (4, 8, "F10")),
    "pipe unq": touchpoint("about: [[bo|Bo]]", (4, 8, "F07")),
    "head": touchpoint("about: '[[nobody#x]]'", (4, 8, "F10")),
    "onlyhead": touchpoint("about: '[[#x]]'", (4, 8, "F10")),
    "md": touchpoint("about: '[Bo](../mentors/nobody.md)'", (4, 8, "F10")),
    "md out": touchpoint("about: '[Bo](../../../etc/passwd.md)'", (4, 8, "F10")),
    "url": touchpoint("about: https://example.org/x", (4, 8, "F10")),
    "comma again": touchpoint("about: bo, ada", (4, 8, "F10")),
    "comma unq": touchpoint("about: [[bo, ada]]", (4, 8, "F07"), (4, 8, "F10")),
    "curly": touchpoint("about: “bo”", (4, 8, "F10")),
    "map": touchpoint("about: {who: bo}", (4, 8, "F03")),
    "map2": touchpoint("about:\n  who: bo", (5, 3, "F03")),
    "mapitem": touchpoint("about:\n  - who: bo", (5, 5, "F10")),
    "num": touchpoint("about: 12", (4, 8, "F10")),
    "self": touchpoint("about: '[[2026-05-01 l-self]]'", (4, 8, "F10")),
    "long again": touchpoint("about: " + "x" * 3000, (4, 8, "F10")),
    "ctrl": touchpoint('about: "a\\tb"', (4, 8, "F10")),
    "nested": touchpoint("about:\n  - - bo\n    - nobody", (6, 7, "F10")),
    "two": touchpoint("about: '[[bo]] and [[nobody]]'", (4, 19, "F10")),
    "because nobody": touchpoint("because_of: nobody", (4, 13, "F10")),
    "anchor at": touchpoint("about: '@bo'", (4, 8, "F10")),
    "dotdot": touchpoint("about: ../mentors/bo", (4, 8, "F10")),
    "slash": touchpoint("about: /mentors/bo", (4, 8, "F10")),
    "id wrong": touchpoint("about: mentor/bo", (4, 8, "F10")),
    "image": touchpoint("about: '[[x.png]]'", (4, 8, "F10")),
    "none": whole("---\nchannel: email\n---\n", (1, 1, "F05"), folder="touchpoints"),
    "null": whole("---\npeople:\nchannel: email\n---\n", (2, 1, "F05"), folder="touchpoints"),
    "empty again again": whole(
        "---\npeople: []\nchannel: email\n---\n", (2, 1, "F05"), folder="touchpoints"
    ),
    "nochannel": whole("---\npeople: ada\n---\n", (1, 1, "F05"), folder="touchpoints"),
    "badchannel": whole(
        "---\npeople: ada\nchannel: pigeon\n---\n", (3, 10, "F04"), folder="touchpoints"
    ),
    "news": whole(
        "---\npeople: '[[2026-05-01 p-news]]'\nchannel: email\n---\n",
        (2, 9, "F10"),
        folder="touchpoints",
    ),
    "me again": whole(
        "---\npeople: me\nchannel: email\n---\n", (2, 9, "F10"), folder="touchpoints"
    ),
    "unq": whole(
        "---\npeople: [[ada]]\nchannel: email\n---\n", (2, 9, "F07"), folder="touchpoints"
    ),
    "dup again": whole(
        "---\npeople: ada\npeople: bo\nchannel: email\n---\n", (3, 1, "F02"), folder="touchpoints"
    ),
    "emptychan": whole("---\npeople: ada\nchannel:\n---\n", (3, 9, "F05"), folder="touchpoints"),
    "map again": whole(
        "---\npeople: {ada: x}\nchannel: email\n---\n", (2, 9, "F03"), folder="touchpoints"
    ),
    "list empty": whole(
        "---\npeople:\n  -\nchannel: email\n---\n", (2, 1, "F05"), folder="touchpoints"
    ),
    "baddate": whole(
        "---\ndate: soon\npeople: ada\nchannel: email\n---\n", (2, 7, "F03"), folder="touchpoints"
    ),
    "who": trip("who: nobody", (4, 6, "F10")),
    "nocity": whole("---\nstart: 2026-07-01\n---\n", (1, 1, "F05"), folder="trips"),
    "badstart": whole("---\ncity: Rome\nstart: July\n---\n", (3, 8, "F03"), folder="trips"),
    "empty again again again": whole("", (1, 1, "F05"), (1, 1, "F05"), folder="trips"),
    "bad yaml": whole(
        "---\ncity: Rome: x\nstart: 2026-07-01\n---\n", (2, 11, "F01"), folder="trips"
    ),
    "for": opportunity("for: nobody", (3, 6, "F10")),
    "with": opportunity("with: [bo, nobody]", (3, 12, "F10")),
    "people again": goal("people: nobody", (3, 9, "F10")),
    "from again": lesson("from: [[nobody]]", (3, 7, "F07"), (3, 7, "F10")),
    "about": news("about: nobody", (3, 8, "F10")),
    "intro": person("introduced_by: nobody", (3, 16, "F10")),
}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    return check_all(tmp_path_factory.mktemp("journal"), CASES)


def test_all_of_them_together_cost_no_other_note(checked: Checked) -> None:
    assert_harmless(checked)


@pytest.mark.parametrize("name", CASES)
def test_a_link_that_leads_nowhere_is_named_where_it_stands(checked: Checked, name: str) -> None:
    assert checked.found[name] == CASES[name].found
