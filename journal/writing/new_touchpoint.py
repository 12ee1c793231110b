"""A touchpoint from what the command line says of it: its id, its front matter, and its file."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from journal.advice.index import AdviceIndex
from journal.advice.relationship import Relationship
from journal.advice.suggested_channel import suggested_channel
from journal.errors import Refused
from journal.file_names import CONTENT
from journal.frontmatter.writer import KeyLine
from journal.library import Journal
from journal.notes.kinds import KINDS
from journal.notes.records import Person
from journal.vocabulary.choices import CHANNELS, MUTUAL_CHANNELS
from journal.wording.counts import and_list
from journal.wording.labels import contact_words
from journal.writing import free_note_id, safe_stem
from journal.writing.compose import checked_value, note_text, parse_new_note, write_free_note
from journal.writing.lookup import find_note, find_person, link_to
from journal.writing.spoken_days import read_day

#: Texts of the options, by the key that they fill; an option that was not given is not there.
OptionTexts = Mapping[str, Sequence[str]]

_KEYS = KINDS["touchpoint"].keys
_AS_SAID = ("direction", "time", "kind", "question")
_NAMED = 3  # people in a file's name


class NewTouchpoint(NamedTuple):
    """Who, when, how, and the texts of all other options."""

    people: tuple[Person, ...]
    day: date
    channel: str
    texts: OptionTexts


def read_options(journal: Journal, names: Sequence[str], texts: OptionTexts) -> NewTouchpoint:
    """Read the words of the command line. Raises Refused."""
    people = {person.id: person for person in (find_person(journal, name) for name in names)}
    day = journal.today
    if "on" in texts:
        day = read_day(texts["on"][0], journal.today, ahead=False)
    channel = _channel(journal, people.values(), texts)
    return NewTouchpoint(tuple(people.values()), day, channel, texts)


def _channel(journal: Journal, people: Iterable[Person], texts: OptionTexts) -> str:
    if "channel" in texts:
        return str(checked_value(_KEYS["channel"], texts["channel"]))
    index = AdviceIndex(journal)
    advised = (suggested_channel(index, Relationship(journal, person)) for person in people)
    found = next((way.channel for way in advised if way.channel), None)
    if found is None:
        raise Refused(f"Say how, with --channel: {', '.join(CHANNELS.words)}.")
    return found


def touchpoint_lines(journal: Journal, new: NewTouchpoint) -> list[KeyLine]:
    """Return the front matter. Raises Refused for what the vocabulary does not know."""
    texts = new.texts
    people = [link_to(journal, person) for person in new.people]
    found: dict[str, str | Sequence[str]] = {}
    if "title" in texts:
        found["title"] = " ".join(texts["title"][0].split())
    found |= {"people": _alone(people), "channel": new.channel}
    found |= {key: checked_value(_KEYS[key], texts[key]) for key in _AS_SAID if key in texts}
    if "about" in texts:
        found["about"] = _alone([link_to(journal, find_note(journal, it)) for it in texts["about"]])
    if "followup" in texts:
        day = read_day(texts["followup"][0], journal.today, ahead=True)
        found["followup_on"] = day.isoformat()
    for key in ("gave", "got"):
        if key in texts:
            found[key] = _alone(checked_value(_KEYS[key], texts[key]))
    return [(key, value, "") for key, value in found.items()]


def _alone(items: str | Sequence[str]) -> str | Sequence[str]:
    """One link or text needs no list."""
    return items[0] if not isinstance(items, str) and len(items) == 1 else items


def free_id_of(new: NewTouchpoint, content: Path) -> str:
    """Return the id of the touchpoint: in its year's folder, named by day and title."""
    title = new.texts["title"][0] if "title" in new.texts else _default_title(new)
    folder = f"touchpoints/{new.day.year:04}"
    return free_note_id(content, folder, safe_stem(f"{new.day.isoformat()} {title}"))


def _default_title(new: NewTouchpoint) -> str:
    """How, and with whom: never a name alone, so that links to the person stay clear."""
    direction = "both" if new.channel in MUTUAL_CHANNELS else "out"
    if "direction" in new.texts:
        direction = str(checked_value(_KEYS["direction"], new.texts["direction"]))
    names = [person.title for person in new.people[:_NAMED]]
    names += ["others"] if len(new.people) > _NAMED else []
    return f"{contact_words(new.channel, direction)} {and_list(names)}"


def write_touchpoint(
    root: Path, journal: Journal, names: Sequence[str], texts: OptionTexts, body: str
) -> str:
    """Write the touchpoint, and return its path relative to `root`.

    Raises Refused and NotWritten.
    """
    new = read_options(journal, names, texts)
    text = note_text(touchpoint_lines(journal, new), body)
    free_id = partial(free_id_of, new, root / CONTENT)
    parse_new_note(free_id(), text, journal.today)
    return write_free_note(root, free_id, text)
