"""A contact as the command line tells of it, turned into a touchpoint's id and front matter."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from journal.advice.recommendations import suggested_channel
from journal.advice.relationship import Relationship
from journal.characters import quoted
from journal.errors import Refused
from journal.library import Journal
from journal.notes.kinds import KINDS
from journal.notes.records import Person
from journal.reading.scan import CONTENT
from journal.vocabulary.choices import CHANNELS, MUTUAL
from journal.wording.channels import contact_words
from journal.wording.counts import and_list
from journal.writing import free_name, safe_stem
from journal.writing.lookup import link_to, which, who
from journal.writing.new_note import Pair, accepted, note_text, read_back, write_free_note
from journal.writing.spoken_days import read_day

#: Texts of the options, by the key they fill; an option not given is not there.
Given = Mapping[str, Sequence[str]]

_KEYS = KINDS["touchpoint"].keys
_AS_GIVEN = ("direction", "time", "kind", "question")
_NAMED = 3  # people in a file's name


class Contact(NamedTuple):
    """Who, when, how, and the texts of all other options."""

    people: tuple[Person, ...]
    day: date
    channel: str
    given: Given


def read_contact(journal: Journal, names: Sequence[str], given: Given) -> Contact:
    """Read the words of the command line. Raises Refused."""
    people = {person.id: person for person in (who(journal, name) for name in names)}
    day = journal.today
    if "on" in given:
        day = read_day(given["on"][0], journal.today, ahead=False)
    return Contact(tuple(people.values()), day, _channel(journal, people.values(), given), given)


def _channel(journal: Journal, people: Iterable[Person], given: Given) -> str:
    if "channel" in given:
        return str(accepted(_KEYS["channel"], given["channel"]))
    advised = (suggested_channel(Relationship(journal, person)) for person in people)
    found = next((word for word in advised if word), None)
    if found is None:
        raise Refused(f"Say how, with --channel: {', '.join(CHANNELS.words)}.")
    return found


def pairs(journal: Journal, contact: Contact) -> list[Pair]:
    """Return the front matter. Raises Refused for what the vocabulary does not know."""
    given = contact.given
    people = [link_to(journal, person) for person in contact.people]
    found: dict[str, str | Sequence[str]] = {}
    if "title" in given:
        found["title"] = " ".join(given["title"][0].split())
    found |= {"people": _alone(people), "channel": contact.channel}
    found |= {key: accepted(_KEYS[key], given[key]) for key in _AS_GIVEN if key in given}
    if "about" in given:
        found["about"] = _alone([link_to(journal, which(journal, it)) for it in given["about"]])
    if "followup" in given:
        day = read_day(given["followup"][0], journal.today, ahead=True)
        found["followup_on"] = day.isoformat()
    for key in ("gave", "got"):
        if key in given:
            found[key] = _alone(accepted(_KEYS[key], given[key]))
    return [(key, value, "") for key, value in found.items()]


def _alone(items: str | Sequence[str]) -> str | Sequence[str]:
    """One link or text needs no list."""
    return items[0] if not isinstance(items, str) and len(items) == 1 else items


def new_id(contact: Contact, content: Path) -> str:
    """Return the id of the touchpoint: in its year's folder, named by day and title."""
    title = contact.given["title"][0] if "title" in contact.given else _default_title(contact)
    folder = f"touchpoints/{contact.day.year:04}"
    return free_name(content, folder, safe_stem(f"{contact.day.isoformat()} {title}"))


def _default_title(contact: Contact) -> str:
    """How, and with whom: never a name alone, so that links to the person stay clear."""
    direction = "both" if contact.channel in MUTUAL else "out"
    if "direction" in contact.given:
        direction = str(accepted(_KEYS["direction"], contact.given["direction"]))
    names = [person.title for person in contact.people[:_NAMED]]
    names += ["others"] if len(contact.people) > _NAMED else []
    return f"{contact_words(contact.channel, direction)} {and_list(names)}"


def write_contact(
    root: Path, journal: Journal, names: Sequence[str], given: Given, body: str
) -> str:
    """Write the touchpoint, and return its path relative to `root`.

    Raises Refused and NotWritten.
    """
    contact = read_contact(journal, names, given)
    text = note_text(pairs(journal, contact), body)
    free_id = partial(new_id, contact, root / CONTENT)
    note = read_back(free_id(), text, journal.today).note
    if note:
        _refuse_a_name(journal, note.title)
    return write_free_note(root, free_id, text)


def _refuse_a_name(journal: Journal, title: str) -> None:
    """A touchpoint titled like a person would make every link to that person unclear."""
    if any(journal.person(note_id) for note_id in journal.names.find(title)):
        raise Refused(
            f"Nothing was written: its title would be {quoted(title)}, a person's name, and links "
            "to them would be unclear; give another with --title."
        )
