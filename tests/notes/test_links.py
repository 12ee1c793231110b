"""Links in keys, and keys that a note needs: line, column and code of what is found."""

import pytest

from tests.support.malformed import (
    Cases,
    Checked,
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
    "a link with brackets empty": touchpoint("about: '[[]]'", (4, 8, "F10")),
    "a link with space": touchpoint("about: '[[ ]]'", (4, 8, "F10")),
    "a link with open": touchpoint("about: '[[ada'", (4, 8, "F10")),
    "a link that never closes without quotes": touchpoint("about: [[ada]", (4, 8, "F01")),
    "a link with three": touchpoint("about: [[[ada]]]", (4, 9, "F07")),
    "a link with pipe": touchpoint("about: '[[nobody|Bo]]'", (4, 8, "F10")),
    "a shown name without quotes": touchpoint("about: [[bo|Bo]]", (4, 8, "F07")),
    "a heading of nothing": touchpoint("about: '[[nobody#x]]'", (4, 8, "F10")),
    "a heading alone": touchpoint("about: '[[#x]]'", (4, 8, "F10")),
    "a Markdown link to nothing": touchpoint("about: '[Bo](../mentors/nobody.md)'", (4, 8, "F10")),
    "a Markdown link out of the journal": touchpoint(
        "about: '[Bo](../../../etc/passwd.md)'", (4, 8, "F10")
    ),
    "a link with url": touchpoint("about: https://example.org/x", (4, 8, "F10")),
    "a link with me": touchpoint("about: me", (4, 8, "F10")),
    "a link with comma": touchpoint("about: bo, ada", (4, 8, "F10")),
    "two names in brackets without quotes": touchpoint(
        "about: [[bo, ada]]", (4, 8, "F07"), (4, 8, "F10")
    ),
    "a link with curly": touchpoint("about: “bo”", (4, 8, "F10")),
    "a link as a mapping": touchpoint("about: {who: bo}", (4, 8, "F03")),
    "a link as an indented mapping": touchpoint("about:\n  who: bo", (5, 3, "F03")),
    "a mapping as an item": touchpoint("about:\n  - who: bo", (5, 5, "F10")),
    "a number": touchpoint("about: 12", (4, 8, "F10")),
    "a link with self": touchpoint("about: '[[2026-05-01 l-self]]'", (4, 8, "F10")),
    "a link with long": touchpoint("about: " + "x" * 3000, (4, 8, "F10")),
    "a tab inside": touchpoint('about: "a\\tb"', (4, 8, "F10")),
    "a link with nested": touchpoint("about:\n  - - bo\n    - nobody", (6, 7, "F10")),
    "one of two links in a text": touchpoint("about: '[[bo]] and [[nobody]]'", (4, 19, "F10")),
    "a link with because nobody": touchpoint("because_of: nobody", (4, 13, "F10")),
    "a handle": touchpoint("about: '@bo'", (4, 8, "F10")),
    "a relative path": touchpoint("about: ../mentors/bo", (4, 8, "F10")),
    "a link with slash": touchpoint("about: /mentors/bo", (4, 8, "F10")),
    "a link with id wrong": touchpoint("about: mentor/bo", (4, 8, "F10")),
    "a link with image": touchpoint("about: '[[x.png]]'", (4, 8, "F10")),
    "nobody in it": whole("---\nchannel: email\n---\n", (1, 1, "F05"), folder="touchpoints"),
    "a touchpoint with null": whole(
        "---\npeople:\nchannel: email\n---\n", (2, 1, "F05"), folder="touchpoints"
    ),
    "a touchpoint with empty": whole(
        "---\npeople: []\nchannel: email\n---\n", (2, 1, "F05"), folder="touchpoints"
    ),
    "no channel": whole("---\npeople: ada\n---\n", (1, 1, "F05"), folder="touchpoints"),
    "an unknown channel": whole(
        "---\npeople: ada\nchannel: pigeon\n---\n", (3, 10, "F04"), folder="touchpoints"
    ),
    "a touchpoint with news": whole(
        "---\npeople: '[[2026-05-01 p-news]]'\nchannel: email\n---\n",
        (2, 9, "F10"),
        folder="touchpoints",
    ),
    "a touchpoint with me": whole(
        "---\npeople: me\nchannel: email\n---\n", (2, 9, "F10"), folder="touchpoints"
    ),
    "people without quotes": whole(
        "---\npeople: [[ada]]\nchannel: email\n---\n", (2, 9, "F07"), folder="touchpoints"
    ),
    "people twice": whole(
        "---\npeople: ada\npeople: bo\nchannel: email\n---\n", (3, 1, "F02"), folder="touchpoints"
    ),
    "an empty channel": whole(
        "---\npeople: ada\nchannel:\n---\n", (3, 9, "F05"), folder="touchpoints"
    ),
    "a touchpoint with map": whole(
        "---\npeople: {ada: x}\nchannel: email\n---\n", (2, 9, "F03"), folder="touchpoints"
    ),
    "a touchpoint with list empty": whole(
        "---\npeople:\n  -\nchannel: email\n---\n", (2, 1, "F05"), folder="touchpoints"
    ),
    "an unreadable day": whole(
        "---\ndate: soon\npeople: ada\nchannel: email\n---\n", (2, 7, "F03"), folder="touchpoints"
    ),
    "a trip with who": trip("who: nobody", (4, 6, "F10")),
    "no city": whole("---\nstart: 2026-07-01\n---\n", (1, 1, "F05"), folder="trips"),
    "a trip with badstart": whole(
        "---\ncity: Rome\nstart: July\n---\n", (3, 8, "F03"), folder="trips"
    ),
    "a trip with empty": whole("", (1, 1, "F05"), (1, 1, "F05"), folder="trips"),
    "a trip with bad yaml": whole(
        "---\ncity: Rome: x\nstart: 2026-07-01\n---\n", (2, 11, "F01"), folder="trips"
    ),
    "an opportunity with for": opportunity("for: nobody", (3, 6, "F10")),
    "an opportunity with with": opportunity("with: [bo, nobody]", (3, 12, "F10")),
    "a goal with people": goal("people: nobody", (3, 9, "F10")),
    "a lesson with from": lesson("from: [[nobody]]", (3, 7, "F07"), (3, 7, "F10")),
    "news with about": news("about: nobody", (3, 8, "F10")),
    "intro": person("introduced_by: nobody", (3, 16, "F10")),
}


@pytest.mark.parametrize("name", CASES)
def test_a_link_that_leads_nowhere_is_named_where_it_stands(checked: Checked, name: str) -> None:
    assert checked.found[name] == CASES[name].found
