"""The advice as others may see it: nothing in it names a hidden note."""

from journal.advice.records import Advice, PersonAdvice, Reason, Slots
from journal.library.visible import Visible


def shown_advice(advice: Advice, visible: Visible) -> Advice:
    """Return the advice without hidden people, and without reasons and slots from hidden notes."""
    if not visible.hidden:
        return advice
    people = (shown_person(person, visible) for person in advice.people)
    return Advice(advice.as_of, tuple(person for person in people if person))


def shown_person(advice: PersonAdvice, visible: Visible) -> PersonAdvice | None:
    """Return the advice for one person without what is hidden; None where nothing is left."""
    if not visible.shows(advice.person):
        return None
    found = _shown(advice, visible)
    return found if found.reasons else None


def _shown(advice: PersonAdvice, visible: Visible) -> PersonAdvice:
    return PersonAdvice(
        person=advice.person,
        name=advice.name,
        section=advice.section,
        reach_by=advice.reach_by,
        last_contact=advice.last_contact,
        phase=advice.phase,
        channel=advice.channel,
        hold=advice.hold,
        reasons=tuple(kept for reason in advice.reasons if (kept := _reason(reason, visible))),
        slots=shown_slots(advice.slots, visible),
    )


def shown_slots(slots: Slots, visible: Visible) -> Slots:
    """Return what there is to say, without hidden notes."""
    return Slots(
        news=visible.ids(slots.news),
        recognition=visible.ids(slots.recognition),
        offer=visible.ids(slots.offer),
        question=slots.question,
    )


def _reason(reason: Reason, visible: Visible) -> Reason | None:
    """Return the reason if it may be said; the rhythm may be, without naming the last contact."""
    notes = visible.ids(reason.notes)
    if reason.kind == "cadence":
        return Reason(reason.kind, reason.by, reason.text, notes)
    unclean = any(not visible.is_clean(visible.journal.notes[note]) for note in notes)
    if len(notes) < len(reason.notes) or (reason.kind == "promise" and unclean):
        return None
    return reason
