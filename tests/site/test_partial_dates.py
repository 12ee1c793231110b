"""A year is said as a year and a month as a month, on every page, whatever key it stands in."""

import re
from collections.abc import Iterable, Iterator

import pytest

from journal.notes.kinds import FOLDERS
from journal.vocabulary.key_types import Type
from tests.support.journal import Writer
from tests.support.site import Parsed, pages, site_of

#: All else is of this century.
YEAR = 1987
KEYS = sorted(
    {
        (kind.folder, key.name)
        for kind in FOLDERS.values()
        for key in kind.keys.values()
        if key.type is Type.PDATE
    }
)
WRITTEN = {"a year": f"{YEAR}", "a month": f"{YEAR}-03"}
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
#: What would say more than was written, of that day or of one that follows from it.
TOO_EXACT = {
    "a year": re.compile(rf"{_MONTH} 19\d\d|19\d\d-\d\d"),
    "a month": re.compile(rf"\d {_MONTH} 19\d\d|19\d\d-\d\d-\d\d"),
}
AROUND = {
    "alone": {},
    "a contact": {"touchpoints/2026-05-04 b": "---\npeople: p\nchannel: call\n---\n"},
}


def too_exact(notes: Writer, exactness: str) -> list[tuple[str, str]]:
    found = pages(site_of(notes.root)).values()
    return list(_named(found, TOO_EXACT[exactness]))


def _named(found: Iterable[Parsed], words: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    for shown in found:
        read = " ".join([shown.text(), *(str(e.get("datetime")) for e in shown.all("time"))])
        yield from ((shown.address, word) for word in words.findall(read))


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("exactness", WRITTEN)
@pytest.mark.parametrize(("folder", "key"), KEYS)
def test_a_partial_date_is_said_as_it_was_written(
    notes: Writer, folder: str, key: str, exactness: str, around: str
) -> None:
    text = f"---\ntitle: Petra\n{key}: {WRITTEN[exactness]}\n---\n"
    notes.write({f"{folder}/p": text, **AROUND[around]})
    assert any(str(YEAR) in found.html for found in pages(site_of(notes.root)).values())
    assert too_exact(notes, exactness) == []


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("exactness", WRITTEN)
def test_so_are_phases_places_jobs_and_chapters(notes: Writer, exactness: str, around: str) -> None:
    when = WRITTEN[exactness]
    notes.write(
        {
            "mentors/p": f"---\nphases: [{when} active, 2001-02 waiting]\n"
            f"places: [{when} Rome, 2001-02 Oslo]\njobs: [{when} A, 2001-02 B]\n---\n",
            "journal.toml": f'[[me.chapter]]\nfrom = "{when}"\nname = "Student"\n',
            **AROUND[around],
        }
    )
    assert too_exact(notes, exactness) == []
