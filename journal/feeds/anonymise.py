"""How the calendar calls people: by their names, their initials, or not at all."""

from collections.abc import Sequence

from journal.notes.records import Person
from journal.wording.counts import and_list

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
