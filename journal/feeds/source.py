"""What the feeds are made from, without what is hidden; and how they call people."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from journal.advice import Advice
from journal.advice.cadence import cadence_lookup
from journal.advice.index import AdviceIndex
from journal.advice.recommendations import advise_all
from journal.library.journal import ME, Journal
from journal.library.opening import Opened
from journal.library.redaction import redact_journal
from journal.markup.rendered_text import opening_of
from journal.notes.records import AnyNote, Person
from journal.wording.counts import and_list

#: Note id -> its body as HTML.
Bodies = Callable[[str], str]


def feed_source(opened: Opened, *, private: bool = False, drafts: bool = False) -> "FeedSource":
    """Return what feeds may be made from; private notes and drafts only where asked for."""
    redacted = redact_journal(opened.journal, private=private, drafts=drafts)
    cadences = cadence_lookup(opened.journal) if redacted.hidden.ids else None
    index = AdviceIndex(redacted.journal, cadences)
    bodies = opened.bodies
    return FeedSource(index, advise_all(index), lambda i: redacted.body(i, bodies.get(i, "")))


class FeedSource:
    """A redacted journal, its advice, and the bodies of its notes."""

    def __init__(self, index: AdviceIndex, advice: Advice, bodies: Bodies) -> None:
        self.index = index
        self.journal: Journal = index.journal
        self.advice = advice
        self.bodies = bodies

    @property
    def today(self) -> date:
        """The day that every feed is as of."""
        return self.journal.today

    def opening(self, note: AnyNote) -> str:
        """Return the beginning of what a note says."""
        return opening_of(self.bodies(note.id))

    def living_people(self, note_ids: Iterable[str]) -> tuple[Person, ...]:
        """Return those of the people who may be named and who live; `me` is left out."""
        found = (self.journal.person(note_id) for note_id in note_ids)
        return tuple(person for person in found if person and not person.is_dead(self.today))

    def is_relevant(self, note_ids: tuple[str, ...]) -> bool:
        """Whether something for these people still is for somebody: nobody, me, or who lives."""
        return not note_ids or ME in note_ids or bool(self.living_people(note_ids))


_MAX_NAMES = 3  # names in one line
SOMEBODY = "somebody"


class Anonymiser:
    """One of the ways that the settings may ask for: `full`, `initials`, `none`."""

    def __init__(self, mode: str) -> None:
        self.mode = mode

    @property
    def names_people(self) -> bool:
        """Whether people are named; only then is anything said that was typed in a note."""
        return self.mode == "full"

    def free_text(self, text: str, otherwise: str = "") -> str:
        """Return a text out of a note, or what is said instead where it might name somebody."""
        return text if self.names_people and text else otherwise

    def person_name(self, person: Person) -> str:
        """Return what one person is called."""
        if self.names_people:
            return person.title
        return (self.mode == "initials" and initials(person.title)) or SOMEBODY

    def people_names(self, people: Sequence[Person]) -> str:
        """Return what people are called, one after the other; nothing for nobody."""
        if self.mode == "none":
            return {0: "", 1: SOMEBODY}.get(len(people), f"{len(people)} people")
        names = [self.person_name(person) for person in people]
        if len(names) > _MAX_NAMES:
            names[_MAX_NAMES - 1 :] = [f"{len(names) - _MAX_NAMES + 1} others"]
        return and_list(names)

    def with_people(self, before: str, people: Sequence[Person]) -> str:
        """Return ` with A and B`, `before` being the word; nothing for nobody."""
        names = self.people_names(people)
        return f" {before} {names}" if names else ""


def initials(name: str) -> str:
    """Return `A. O.` for Amara Okoye; nothing where a letter would be a whole name.

    That is so in scripts without capitals, where one sign may be a family's name.
    """
    words = [word for word in name.replace("-", " ").split() if sum(map(str.isalpha, word)) > 1]
    letters = (next((c for c in word if c.isalpha()), "") for word in words)
    return " ".join(f"{letter}." for letter in letters if letter.lower() != letter.upper())
