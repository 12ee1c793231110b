"""What the pages cost: processor time to render them all once bodies are known, and their sizes.

python benchmarks/pages.py JOURNAL [--today YYYY-MM-DD] [--runs 3]
"""

import argparse
import gc
import statistics
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from journal.library.opening import open_journal
from journal.reading.folder import ReadOptions
from journal.site.parts.all_findings import Findings
from journal.site.parts.site_data import SiteOptions
from journal.site.site import Site
from journal.site.site import site_of as front_door


def site_of(root: Path, today: date) -> Site:
    """Return the site of a journal, nothing of it rendered but the bodies."""
    opened = open_journal(root, lambda _: today, ReadOptions(bodies=True))
    return front_door(opened, SiteOptions(root), Findings(opened, lambda: ()))


def rendered(root: Path, today: date) -> Iterator[tuple[str, float, int]]:
    """Yield each page's address, the seconds of processor time it took, and its bytes."""
    site = site_of(root, today)
    for address in site.addresses():
        began = time.process_time()
        page = site.page(address)
        yield address, time.process_time() - began, len(page)


def kind(address: str) -> str:
    """Return what pages of one kind have in common, like `people/*/`."""
    parts = address.rstrip("/").split("/")
    return "/".join((parts[0], *("*" for _ in parts[1:2]), *parts[2:])) + "/"


def report(runs: list[list[tuple[str, float, int]]]) -> Iterator[str]:
    """Yield lines: all pages, then each kind with its count, seconds and largest page."""
    total = statistics.median(sum(took for _, took, _ in run) for run in runs)
    yield f"all {len(runs[0])} pages: {total:.2f} s of processor time"
    kinds: dict[str, list[tuple[float, int]]] = {}
    for address, took, size in runs[-1]:
        kinds.setdefault(kind(address), []).append((took, size))
    for name, found in sorted(kinds.items(), key=lambda one: -sum(took for took, _ in one[1])):
        took, largest = sum(took for took, _ in found), max(size for _, size in found)
        yield f"{name:24} {len(found):5} pages {took:7.2f} s, largest {largest / 1e6:5.2f} MB"


def main() -> None:
    """Print the report, and how large the search data is beside the notes."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("journal", type=Path)
    asked.add_argument("--today", type=date.fromisoformat, default=date(2026, 11, 20))
    asked.add_argument("--runs", type=int, default=3)
    given = asked.parse_args()
    gc.disable()  # as the command does
    for line in report([list(rendered(given.journal, given.today)) for _ in range(given.runs)]):
        print(line)


if __name__ == "__main__":
    main()
