"""Measure the journal's server on generated notes, beside Hugo's and MkDocs's on the same ones."""

import argparse
import json
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # for when it is started as a file

from playwright.sync_api import Browser

from benchmarks.chromium import CHROMIUM, chromium
from benchmarks.figures import Figures
from benchmarks.generate import write
from benchmarks.idling import idle
from benchmarks.programs import Missing, Programs, find_programs
from benchmarks.report import conditions
from benchmarks.running import ServerError
from benchmarks.servers import Server
from benchmarks.turn import Plan, Turns

REPOSITORY = Path(__file__).parents[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; return the exit status."""
    options = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    options.work.mkdir(parents=True, exist_ok=True)
    try:
        programs = find_programs(REPOSITORY, options.python, options.only)
        with tempfile.TemporaryDirectory(prefix="serve-", dir=options.work.resolve()) as work:
            _bench(options, programs, Path(work))
    except (Missing, ServerError) as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--sizes", type=_sizes, default=[300, 20_000], help="touchpoints, by commas (300,20000)")
    add("--only", type=_names, default=["journal", "hugo", "mkdocs"], help="some of these")
    add("--rounds", type=int, default=2, help="in each of them, every server has its turn (2)")
    add("--edits", type=int, default=20, help="of each kind, in all rounds together (20)")
    add("--idle", type=float, default=30.0, help="seconds of nothing; 0 leaves it out (30)")
    add("--limit", type=float, default=180.0, help="seconds until the first page (180)")
    add("--patience", type=float, default=12.0, help="seconds of a turn for edits of a kind (12)")
    add("--no-browser", action="store_true", help="without the browser")
    add("--python", type=Path, default=Path(sys.executable), help="runs the journal (this one)")
    add("--seed", default="1", help="of the generated notes (1)")
    add("--work", type=Path, default=REPOSITORY / ".bench", help="where it works (.bench)")
    add("--json", type=Path, metavar="FILE", help="write everything measured")
    return parser


def _sizes(text: str) -> list[int]:
    return [int(size.replace("_", "")) for size in text.split(",")]


def _names(text: str) -> list[str]:
    return text.split(",")


def _bench(options: argparse.Namespace, programs: Programs, work: Path) -> None:
    began = time.monotonic()
    plan = Plan(options.rounds, options.edits, options.limit, options.patience)
    figures = Figures(options.limit)
    servers: dict[int, list[Server]] = {}
    with nullcontext() if options.no_browser or not CHROMIUM else chromium() as browser:
        for size in options.sizes:
            journal = work / f"journal-{size}"
            write(journal, size, options.seed)
            servers[size] = programs.servers(journal)
            turns = [Turns(server, size, plan, figures) for server in servers[size]]
            _rounds(turns, plan.rounds, browser, work)
    if options.idle:
        _progress("standing idle")
        idle(_idlers(servers, figures), options.idle, figures, work)
    _progress("")
    _report(options, programs, figures, [one.name for one in servers[options.sizes[0]]])
    sys.stdout.write(f"\n{time.monotonic() - began:.0f} s in all.\n")


def _rounds(turns: list[Turns], rounds: int, browser: Browser | None, work: Path) -> None:
    """Give every server its turn, one after the other, and all of them again."""
    for number in range(1, rounds + 1):
        for turn in turns:
            if number == 1 or turn.server.every_round:
                name = turn.server.name
                _progress(f"{turn.size:,} touchpoints, round {number} of {rounds}: {name}")
                turn.take(browser, work)


def _idlers(servers: dict[int, list[Server]], figures: Figures) -> list[tuple[int, Server]]:
    """Return the servers whose idling is measured; those that start slowly are started first."""
    pairs = [(size, server) for size, found in servers.items() for server in found]
    fit = [
        (size, server)
        for size, server in pairs
        if server.stands_idle and (size, server.name) not in figures.over
    ]
    return fit[::-1]


def _report(
    options: argparse.Namespace, programs: Programs, figures: Figures, names: list[str]
) -> None:
    about = {**conditions(None), **programs.versions()}
    said = ", ".join(f"{name} {value}" for name, value in about.items() if value)
    sys.stdout.write(f"{said}; medians of {options.rounds} rounds, in brackets the worst\n\n")
    sys.stdout.write(figures.table(names))
    if options.json:
        data = {"conditions": about, "figures": figures.as_data(), "missed": figures.missed}
        options.json.write_text(json.dumps(data, indent=1) + "\n", "utf-8")


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
