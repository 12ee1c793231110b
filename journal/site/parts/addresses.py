"""The address of each note and tag on the site. Needs no templates, as `check` asks, too."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from journal.body.slugs import slug
from journal.findings import Finding, Mistake
from journal.library.journal import Journal
from journal.notes.identity import note_anchor
from journal.notes.records import AnyNote, Person, Touchpoint

_LONGEST = 80  # characters
_WIDEST = 200  # bytes of UTF-8; a name on disk has 255 at most


def short_slug(stem: str, note_id: str) -> str:
    """Return the slug of a note's stem; a long one is cut and made distinct by the note's id."""
    whole = slug(stem)
    if len(whole) <= _LONGEST and len(whole.encode()) <= _WIDEST:
        return whole or note_anchor(note_id)
    cut = whole[:_LONGEST].encode()[:_WIDEST].decode(errors="ignore")
    return f"{cut.strip('-')}-{note_anchor(note_id)}"


#: Folder of notes -> the page that lists them all.
LIST_PAGES = {
    "news": "news/",
    "opportunities": "opportunities/",
    "trips": "trips/",
    "goals": "goals/",
    "lessons": "lessons/",
}


class Address(NamedTuple):
    """A page (`people/amara-okoye/`; empty for home) and a fragment on it, empty at its top."""

    page: str
    fragment: str = ""


class SiteAddresses(NamedTuple):
    """The address of every note by its id, and the page of every tag by the tag without case.

    `findings` has one (F16) for each note that had to move aside.
    """

    notes: Mapping[str, Address]
    tags: Mapping[str, str]
    findings: tuple[Finding, ...]


def site_addresses(journal: Journal) -> SiteAddresses:
    """Return all addresses; they depend on the names, days and tags of the notes alone."""
    notes, findings = note_addresses(journal)
    return SiteAddresses(notes, _tag_pages(journal), findings)


def note_addresses(journal: Journal) -> tuple[Mapping[str, Address], tuple[Finding, ...]]:
    """Return a distinct address for every note, and findings about notes that share one."""
    holders: dict[Address, str] = {}
    second: list[tuple[AnyNote, Address]] = []
    for note in _public_first(journal.notes.values()):
        wanted = _preferred_address(note)
        if wanted in holders:
            second.append((note, wanted))
        else:
            holders[wanted] = note.id
    findings = []
    for note, wanted in second:
        findings.append(_clash_finding(note, wanted, journal.notes[holders[wanted]].path))
        holders[_free_address(wanted, holders)] = note.id
    addresses = {note_id: address for address, note_id in holders.items()}
    return addresses, tuple(sorted(findings))


def _public_first(notes: Collection[AnyNote]) -> Iterator[AnyNote]:
    yield from (note for note in notes if not (note.private or note.draft))
    yield from (note for note in notes if note.private or note.draft)


def _preferred_address(note: AnyNote) -> Address:
    if isinstance(note, Touchpoint):
        return Address(month_page(note.date), note_anchor(note.id))
    if isinstance(note, Person):
        return Address(f"people/{short_slug(note.stem, note.id)}/")
    return Address(LIST_PAGES[note.folder], note_anchor(note.id))


def month_page(day: date) -> str:
    """Return the address of the month in which a day falls."""
    return f"months/{day.isoformat()[:7]}/"


def _free_address(wanted: Address, taken: Iterable[Address]) -> Address:
    number = 2
    while (other := _numbered(wanted, number)) in taken:
        number += 1
    return other


def _numbered(wanted: Address, number: int) -> Address:
    if wanted.fragment:
        return wanted._replace(fragment=f"{wanted.fragment}-{number}")
    return wanted._replace(page=f"{wanted.page.rstrip('/')}-{number}/")


def _tag_pages(journal: Journal) -> dict[str, str]:
    tags = {tag.casefold() for note in journal.notes.values() for tag in note.tags}
    pages: dict[str, str] = {}
    for tag in sorted(tags):
        pages[_free_page(f"tags/{short_slug(tag, tag)}", pages)] = tag
    return {tag: page for page, tag in pages.items()}


def _free_page(page: str, taken: Collection[str]) -> str:
    numbered = (f"{page}-{number}/" for number in range(2, len(taken) + 3))
    return next(name for name in (f"{page}/", *numbered) if name not in taken)


def _clash_finding(note: AnyNote, wanted: Address, first: str) -> Finding:
    where = f"{wanted.page}#{wanted.fragment}" if wanted.fragment else wanted.page
    message = f"its address on the site, {where}, is that of {first}"
    hint = "rename one of the two files; until then this one gets a number"
    return Mistake(1, 1, "F16", message, hint).found_in(note.path)
