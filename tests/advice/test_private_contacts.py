"""Where private notes are left out, the day of a cadence alone knows of private contacts."""

import pytest

from journal.advice import PersonAdvice
from tests.support.advice import PERSON, mentor, met
from tests.support.journal import Files, Writer
from tests.support.site import site_of

PRIVATE = "private: true"


def shown(notes: Writer, *files: Files) -> PersonAdvice:
    for each in files:
        notes.write(each)
    found = site_of(notes.root).data.advice.of(PERSON)
    assert found
    return found


def test_who_has_only_private_contacts_is_not_to_begin_with(notes: Writer) -> None:
    found = shown(notes, mentor(), met("2026-03-20", PRIVATE))
    assert (found.section, str(found.reach_by)) == ("this-week", "2026-06-20")
    assert [reason.text for reason in found.reasons] == ["You keep in touch every 3 months."]
    assert (found.last_contact, found.hold) == (None, None)


def test_who_has_no_contact_at_all_is_to_begin_with(notes: Writer) -> None:
    other = {**met("2026-03-20", PRIVATE, "people: q"), "mentors/q": ""}
    assert shown(notes, mentor(), other).section == "begin"


ASKED = met("2026-01-10", "kind: question"), met("2026-03-10", "kind: request")


@pytest.mark.parametrize("private", [True, False])
def test_a_rest_that_private_questions_bring_is_not_said(notes: Writer, private: bool) -> None:
    asked = [
        {name: str(text).replace("people:", f"{PRIVATE}\npeople:") for name, text in each.items()}
        for each in (ASKED if private else ())
    ] or ASKED
    found = shown(notes, mentor(), met("2026-01-01"), *asked)
    assert str(found.reach_by) == "2026-09-10"
    assert (found.hold is None) is private
    assert found.section == ("later" if private else "resting")
