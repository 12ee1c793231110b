"""Write a generated journal: the same bytes for the same size and seed."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # for when it is started as a file

from benchmarks.events import Events, Span
from benchmarks.note_file import NoteFile
from benchmarks.people import cast, person_note
from benchmarks.prose import Dice, Prose
from benchmarks.touchpoints import Touchpoints

LAST_DAY = date(2026, 11, 20)
SCALES = {300: (12, 10), 2_000: (50, 25), 20_000: (100, 40)}
"""People and years by touchpoints; other sizes take those of the next size up."""

SETTINGS = """\
title = "A generated journal"

[me]
name = "Noor Haddad"
email = "noor@example.org"
tz = "Europe/Lisbon"
city = "Coimbra"
org = "University of Coimbra"
can_offer = ["plots and figures", "Portuguese translation"]

[[me.chapter]]
from = "{first:%Y-%m}"
name = "Student"

[[me.chapter]]
from = "{middle:%Y-%m}"
name = "On my own"
"""


def notes(size: int, seed: str, last: date = LAST_DAY) -> Iterator[NoteFile]:
    """Yield every note of a journal of `size` touchpoints that ends on the day `last`."""
    people, years = _scale(size)
    prose = Prose(Dice(f"{seed}/{size}"))
    span = Span(_years_before(last, years), last)
    contacts = cast(prose, people, span.first, last)
    events = Events(prose, contacts, span)
    yield from (person_note(prose, contact, last) for contact in contacts)
    told = [events.news() for _ in range(size // 40)]
    told += [events.opportunity() for _ in range(size // 50)]
    yield from told
    yield from (events.trip() for _ in range(2 + size // 200))
    yield from (events.goal() for _ in range(3 + size // 500))
    yield from (events.lesson() for _ in range(3 + size // 100))
    yield from Touchpoints(prose, events, told).make(size, span)


def write(root: Path, size: int, seed: str, last: date = LAST_DAY) -> int:
    """Write a journal into `root`, which must not hold one; return how many notes it has."""
    root.mkdir(mode=0o700, parents=True, exist_ok=True)
    first = _years_before(last, _scale(size)[1])
    middle = first + (last - first) / 3
    (root / "journal.toml").write_text(SETTINGS.format(first=first, middle=middle), "utf-8")
    made: set[Path] = set()
    count = 0
    for note in notes(size, seed, last):
        path = root / "content" / f"{note.note_id}.md"
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(note.text())
        count += 1
    return count


def _scale(size: int) -> tuple[int, int]:
    return next((scale for most, scale in SCALES.items() if size <= most), SCALES[20_000])


def _years_before(last: date, years: int) -> date:
    return date(last.year - years, last.month, min(last.day, 28))


def main(arguments: list[str] | None = None) -> int:
    """Run from the command line; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=Path, help="an absent or empty folder")
    parser.add_argument("--size", type=int, default=300, help="how many touchpoints (300)")
    parser.add_argument("--seed", default="1", help="any text (1)")
    parser.add_argument("--until", type=date.fromisoformat, default=LAST_DAY, metavar="DATE")
    options = parser.parse_args(arguments)
    if options.root.exists() and any(options.root.iterdir()):
        parser.error(f"{options.root} is not empty: name a folder that is, or a new one")
    count = write(options.root, options.size, options.seed, options.until)
    sys.stdout.write(f"{count} notes in {options.root}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
