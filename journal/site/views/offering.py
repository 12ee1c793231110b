"""What I could offer: what I am good for, and what each mentor was never offered."""

from collections.abc import Iterable, Iterator

import msgspec

from journal.advice.listing import counts
from journal.notes.records import Person
from journal.site.links import Links, Named
from journal.site.sources import Sources
from journal.site.views.listed import spoken
from journal.vocabulary.choices import OPPORTUNITY_KINDS

_MENTORS = frozenset({"mentor", "sponsor", "potential-mentor"})


class Untried(msgspec.Struct, frozen=True):
    """One mentor: the kinds of opportunity there were for them, and those there never were."""

    person: Named
    before: str
    never: str


class Offering(msgspec.Struct, frozen=True):
    """What the settings say that I can offer, and the mentors by name."""

    mine: tuple[str, ...]
    people: tuple[Untried, ...]


def offering(sources: Sources, links: Links) -> Offering:
    """Return what I could offer."""
    used = _used(sources)
    people = (_untried(links, person, used.get(person.id, set())) for person in _mentors(sources))
    return Offering(
        mine=sources.journal.settings.me.can_offer,
        people=tuple(found for found in people if found.never),
    )


def _mentors(sources: Sources) -> Iterator[Person]:
    for person in sorted(sources.journal.people, key=lambda p: (p.title.casefold(), p.id)):
        ended = person.until is not None and person.until.first <= sources.today
        if _MENTORS.intersection(person.roles) and counts(person, sources.today) and not ended:
            yield person


def _used(sources: Sources) -> dict[str, set[str]]:
    """Return the kinds of opportunity that there were for each person, whatever came of them."""
    found: dict[str, set[str]] = {}
    for note in sources.journal.opportunities:
        for who in sources.journal.refs(note, "for"):
            found.setdefault(who, set()).add(note.kind)
    return found


def _untried(links: Links, person: Person, used: Iterable[str]) -> Untried:
    kinds = [word for word in OPPORTUNITY_KINDS.words if spoken(word)]
    before = ", ".join(spoken(kind) for kind in kinds if kind in used)
    never = ", ".join(spoken(kind) for kind in kinds if kind not in used)
    return Untried(links.named(person.id), before, never)
