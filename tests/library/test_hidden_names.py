"""What is called like a private note, and what is shown of it."""

import msgspec
import pytest

from journal.library.journal import Journal
from journal.library.redaction import RedactedJournal, redact_journal
from tests.support.findings import note
from tests.support.journal import Writer

CONTACT = "touchpoints/2026-06-01 t"
HIDDEN = note("private: true", "title: Amara Okoye")


def said(journal: Journal) -> str:
    """Everything that is said of the journal's notes and findings, as text."""
    return str([*journal.notes.values(), *journal.findings])


def redacted(notes: Writer) -> RedactedJournal:
    """Return the journal as it may be shown."""
    return redact_journal(notes.journal())


@pytest.mark.parametrize("who", ["Amara Okoye", "mentors/amara-okoye", "AMARA OKOYE"])
def test_a_private_goal_that_is_called_like_a_person_takes_no_contact_from_the_site(
    notes: Writer, who: str
) -> None:
    notes.write({"mentors/amara-okoye": note("since: 2015"), "goals/hush": HIDDEN})
    notes.write({CONTACT: note(f"people: {who}", "channel: email")})
    shown = redacted(notes).journal
    assert [met.id for met in shown.with_person["mentors/amara-okoye"]] == [CONTACT]
    (touchpoint,) = shown.touchpoints
    assert [ref.target for ref in touchpoint.people] == [who]
    assert not shown.findings


def test_a_key_that_names_a_private_person_names_nobody(notes: Writer) -> None:
    notes.write({"people/amara-okoye": HIDDEN, "mentors/ada": note("since: 2015")})
    notes.write({CONTACT: note("people: [Amara Okoye, ada]", "channel: email")})
    shown = redacted(notes).journal
    assert [ref.target for ref in shown.touchpoints[0].people] == ["ada"]
    assert "Amara" not in said(shown)


def test_a_key_of_people_that_names_a_private_goal_is_not_repeated(notes: Writer) -> None:
    notes.write({"goals/hush": HIDDEN, "news/2026-06-01-n": note("about: Amara Okoye")})
    assert "Amara" in said(notes.journal())
    assert "Amara" not in said(redacted(notes).journal)


def test_an_id_as_it_is_spelled_leads_to_what_may_be_shown(notes: Writer) -> None:
    notes.write({"mentors/Zoë": HIDDEN, "mentors/Zoe": "", "goals/g": "[[mentors/Zoe|her]]"})
    shown = redacted(notes).journal
    assert shown.links["goals/g"].text == ("mentors/Zoe",)
    assert shown.notes["goals/g"].links


def test_what_was_redacted_stays_so_until_a_key_means_somebody_else(notes: Writer) -> None:
    called, contact = note("aliases: [Prof]"), note("people: Prof", "channel: email")
    notes.write({"mentors/ada": called, "goals/hush": note("private: true", "title: Prof")})
    whole = notes.write({CONTACT: contact}).journal()
    before = redact_journal(whole).updated(whole, private=False, drafts=False)
    assert before.journal.touchpoints[0].people
    now = notes.write({"mentors/ada": ""}).journal()
    same = {**now.all_notes, CONTACT: whole.all_notes[CONTACT]}
    now = msgspec.structs.replace(now, all_notes=same)
    after = before.updated(now, private=False, drafts=False).journal
    assert "Prof" not in said(after)
    assert after.all_notes == redact_journal(now).journal.all_notes
