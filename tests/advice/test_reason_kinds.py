"""Every kind of reason has all that the list, the calendar, the pages and the docs need."""

from journal.advice.cadence import cadence_due
from journal.advice.index import AdviceIndex
from journal.advice.reason_kinds import REASON_KINDS, FiveWays, last_day, says_its_day
from journal.advice.reasons import ReasonContext
from journal.advice.relationship import Relationship
from journal.wording.dates import long_date
from tests.support.findings import note
from tests.support.journal import Writer

#: A journal in which each kind of reason is given for somebody; today is 15 June 2026.
ALL_KINDS = {
    "mentors/ann": note(
        "since: 2015-03", "city: Porto", "birthday: 06-20", "review_on: 2026-06-20"
    ),
    "mentors/bo": note("since: 2015", "next: 2026-07-01"),
    "mentors/cy": note("since: 2015"),
    "touchpoints/2026-06-01 hello": note("people: ann", "channel: email", "direction: in"),
    "touchpoints/2026-05-01 sent": note("people: bo", "channel: email", "followup_on: 2026-06-16")
    + "- [ ] send plots\n",
    "touchpoints/2026-07-02 call": note("people: bo", "channel: call"),
    "opportunities/prize": note("for: ann", "deadline: 2026-07-01"),
    "news/2026-06-10 award": note("about: ann"),
    "trips/porto": note("city: Porto", "start: 2026-07-01"),
}


def test_each_finds_reasons_of_its_own_name_that_have_not_ended(notes: Writer) -> None:
    journal = notes.write(ALL_KINDS).journal()
    index = AdviceIndex(journal)
    given: set[str] = set()
    for person in journal.people:
        relationship = Relationship(journal, person)
        context = ReasonContext(index, relationship, cadence_due(relationship))
        for kind in REASON_KINDS.values():
            found = list(kind.find(context))
            assert {reason.kind for reason in found} <= {kind.name}
            ends = [last_day(journal, reason) for reason in found]
            assert all(end is None or end >= journal.today for end in ends), kind.name
            for reason in found:
                named = reason.by is not None and long_date(reason.by) in reason.text
                assert says_its_day(journal, reason) is named, reason.text
            given.update(reason.kind for reason in found)
    assert given == set(REASON_KINDS)


def test_each_has_a_sentence_for_the_calendar_and_a_way() -> None:
    for name, kind in REASON_KINDS.items():
        assert kind.name == name
        assert kind.unnamed.endswith(".")
        assert all((kind.when, kind.by, kind.until))
        assert kind.way in FiveWays
