"""Measure the search page on generated notes: its data, and how long a key takes in chromium."""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))  # for when it is started as a file

from playwright.sync_api import Browser, Page

from benchmarks.chromium import chromium
from benchmarks.generate import LAST_DAY, write
from benchmarks.report import conditions
from benchmarks.words import FIRST_NAMES, LAST_NAMES, SLOTS, TAGS

REPOSITORY = Path(__file__).parents[1]
PATIENCE = 60_000
"""Milliseconds that the page may take for anything."""
FIELD = "#search-field"
WATCH = """\
(() => {
  const seen = (window.seen = { keys: [] });
  let began = 0;
  addEventListener("keydown", (event) => (began = event.timeStamp), true);
  addEventListener("focusin", () => (seen.focus ??= performance.now()), true);
  addEventListener("DOMContentLoaded", () => {
    const status = document.getElementById("search-status");
    const watch = new MutationObserver(() => {
      const found = performance.now();
      if (status.textContent === "Ready.") seen.ready ??= found;
      const key = began;
      requestAnimationFrame(() => setTimeout(() => {
        seen.keys.push([found - key, performance.now() - key]);
      }));
    });
    const all = { childList: true, characterData: true, subtree: true };
    watch.observe(status, all);
    watch.observe(document.getElementById("search-results"), all);
  });
})();
"""
"""Keeps when the field was entered, when all was ready, and what each key took (milliseconds)."""
HEADS = (
    "touchpoints",
    "search data, MB",
    "of the notes' bytes",
    "ready, s",
    "key to results, ms",
    "key to drawn, ms",
    "slowest",
)


class Key(NamedTuple):
    """A key that was pressed in the field."""

    typed: str
    """What stood in the field then."""
    found: float
    """Milliseconds from the key to the results being in the page."""
    painted: float
    """Milliseconds from the key to their being drawn."""


class Searched(NamedTuple):
    """What was measured on a journal of one size; of each key the median of all loads."""

    size: int
    notes: int
    """Bytes of all notes."""
    data: int
    """Bytes of what the search page loads."""
    ready: list[float]
    """Seconds from entering the field to the notes being ready, at each load of the page."""
    keys: list[Key]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; return the exit status."""
    options = _parser().parse_args(arguments)
    options.work.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        found = [_searched(browser, size, options) for size in options.sizes]
    about = ", ".join(f"{name} {value}" for name, value in conditions(None).items() if value)
    sys.stdout.write(f"{about}, chromium {browser.version}\n\n{_table(found)}")
    if options.json:
        data = [one._asdict() | {"keys": [key._asdict() for key in one.keys]} for one in found]
        options.json.write_text(json.dumps(data, indent=1) + "\n", "utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--sizes", type=_sizes, default=[20_000], help="touchpoints, by commas (20000)")
    add("--loads", type=int, default=3, help="how often all is loaded and typed (3)")
    add("--python", type=Path, default=Path(sys.executable), help="runs the journal (this one)")
    add("--seed", default="1", help="of the generated notes (1)")
    add("--work", type=Path, default=REPOSITORY / ".bench", help="where it works (.bench)")
    add("--json", type=Path, metavar="FILE", help="write everything measured")
    return parser


def _sizes(text: str) -> list[int]:
    return [int(size.replace("_", "")) for size in text.split(",")]


def _searched(browser: Browser, size: int, options: argparse.Namespace) -> Searched:
    with tempfile.TemporaryDirectory(prefix="search-", dir=options.work.resolve()) as work:
        root = Path(work) / "journal"
        write(root, size, options.seed)
        _build(options.python, root)
        notes = sum(path.stat().st_size for path in (root / "content").rglob("*.md"))
        data = next((root / "site" / "static").glob("search-*.js")).stat().st_size
        address = (root / "site" / "search" / "index.html").as_uri()
        loads = [_load(browser, address) for _ in range(options.loads)]
    keys = [_middle(same) for same in zip(*(keys for _, keys in loads), strict=True)]
    return Searched(size, notes, data, [ready for ready, _ in loads], keys)


def _build(python: Path, root: Path) -> None:
    command: list[str | Path] = [python, "-m", "journal", "-C", root, "build"]
    command += ["--today", str(LAST_DAY)]
    subprocess.run(command, cwd=REPOSITORY, check=True, stdout=subprocess.DEVNULL)


def _load(browser: Browser, address: str) -> tuple[float, list[Key]]:
    """Load the page and type all queries; return the seconds until it is ready, and the keys."""
    page = browser.new_page(bypass_csp=True)
    with closing(page):
        page.add_init_script(WATCH)
        return _readied(page, address), list(_typed(page))


def _readied(page: Page, address: str) -> float:
    """Load the page, enter its field, and return the seconds until all is ready."""
    page.goto(address)
    page.locator(FIELD).focus()
    page.wait_for_function("seen.ready", timeout=PATIENCE)
    took: float = page.evaluate("seen.ready - seen.focus")
    return took / 1000


def _typed(page: Page) -> Iterator[Key]:
    """Type every query letter by letter, and yield what each key took."""
    for query in queries():
        page.evaluate(f"document.querySelector('{FIELD}').value = ''")
        for end, letter in enumerate(query, 1):
            before: int = page.evaluate("seen.keys.length")
            page.keyboard.press(letter)
            page.wait_for_function("n => seen.keys.length > n", arg=before, timeout=PATIENCE)
            found, painted = page.evaluate("seen.keys.at(-1)")
            yield Key(query[:end], found, painted)


def _middle(same: Sequence[Key]) -> Key:
    """Return the medians of one key, pressed at each load."""
    found, painted = median(key.found for key in same), median(key.painted for key in same)
    return Key(same[0].typed, found, painted)


def queries() -> list[str]:
    """Return what is typed: names, words, tags, two words at once, words with a slip."""
    names = [FIRST_NAMES[0], LAST_NAMES[5], f"{FIRST_NAMES[3]} {LAST_NAMES[3]}"]
    topics = [SLOTS["topic"][at] for at in (0, 3, 7)]
    slip = SLOTS["topic"][1]
    slips = [slip[:3] + slip[4:], LAST_NAMES[1] + LAST_NAMES[1][-1]]
    both = f"{SLOTS['thing'][0]} {FIRST_NAMES[1]}"
    return [query.lower() for query in (*names, *topics, *slips, TAGS[0], both, "email", "thanks")]


def _table(found: Sequence[Searched]) -> str:
    rows = [HEADS, ("---:",) * 6 + ("---",), *map(_row, found)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(one: Searched) -> tuple[str, ...]:
    slowest = max(one.keys, key=lambda key: key.found)
    return (
        f"{one.size:,}",
        f"{one.data / 1e6:.1f}",
        f"{one.data / one.notes:.0%}",
        f"{median(one.ready):.1f} ({max(one.ready):.1f})",
        _and_worst([key.found for key in one.keys]),
        _and_worst([key.painted for key in one.keys]),
        f"“{slowest.typed}”",
    )


def _and_worst(values: Sequence[float]) -> str:
    return f"{median(values):.0f} ({max(values):.0f})"


if __name__ == "__main__":
    sys.exit(main())
