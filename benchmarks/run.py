"""Measure the journal on generated notes, and Hugo on the same ones beside it."""

import argparse
import cProfile
import json
import os
import pstats
import runpy
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # for when it is started as a file

from benchmarks.generate import LAST_DAY
from benchmarks.hugo_site import MISSING, HugoSite, find_hugo, hugo_version
from benchmarks.measure import CommandError, measure
from benchmarks.report import Result, as_data, conditions, table
from benchmarks.steps import Journal, Step, hugo_steps

HERE = Path(__file__).parent
REPOSITORY = HERE.parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line; return the exit status."""
    options = _parser().parse_args(arguments)
    hugo = None
    if options.only != "journal" and not options.profile:
        hugo = find_hugo(REPOSITORY, options.hugo)
        if hugo is None:
            sys.stderr.write(MISSING)
            return 2
    options.work.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(prefix="run-", dir=options.work.resolve()) as work:
            if options.profile:
                return _profile(options, Path(work))
            return _bench(options, hugo, Path(work))
    except CommandError as failure:
        sys.stderr.write(f"{failure}\n")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--sizes",
        type=_sizes,
        default=[300, 2_000, 20_000],
        help="how many touchpoints, by commas (300,2000,20000)",
    )
    parser.add_argument("--runs", type=int, default=5, help="of each step (5)")
    parser.add_argument("--seed", default="1", help="of the generated notes (1)")
    parser.add_argument("--only", choices=("journal", "hugo"), help="leave the other one out")
    parser.add_argument(
        "--python",
        type=Path,
        default=Path(sys.executable),
        help="the interpreter that runs the journal (this one)",
    )
    parser.add_argument("--hugo", type=Path, help="the program (.bench/hugo, else on PATH)")
    parser.add_argument(
        "--work",
        type=Path,
        default=REPOSITORY / ".bench",
        help="where the working folder is made, and removed again (.bench)",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything measured")
    parser.add_argument(
        "--profile",
        action="store_true",
        help="one cold build of the first size under cProfile, nothing else",
    )
    return parser


def _sizes(text: str) -> list[int]:
    return [int(size.replace("_", "")) for size in text.split(",")]


def _bench(options: argparse.Namespace, hugo: Path | None, work: Path) -> int:
    version = hugo_version(hugo) if hugo else None
    said = (f"{name} {value}" for name, value in conditions(version).items() if value)
    sys.stdout.write(", ".join(said) + f"; medians of {options.runs} runs\n\n")
    results: list[Result] = []
    for size in options.sizes:
        journal = _generated(work, size, options.seed)
        steps: list[Step] = []
        if options.only != "hugo":
            steps += Journal(options.python, journal).steps()
        if hugo:
            steps += hugo_steps(HugoSite(hugo, work / f"hugo-{size}", journal))
        results += _rounds(steps, size, options.runs, work / "output.log")
    sys.stdout.write(table(results))
    if options.json:
        text = json.dumps(as_data(results, version), indent=2, ensure_ascii=False)
        options.json.write_text(text + "\n", "utf-8")
    return 0


def _rounds(steps: Sequence[Step], size: int, runs: int, log: Path) -> list[Result]:
    """Return the results of `runs` rounds; in each, every step once, so that all share the day."""
    results = [Result(size, step.name) for step in steps]
    for number in range(1, runs + 1):
        for step, result in zip(steps, results, strict=True):
            _progress(f"{size:,} touchpoints, round {number} of {runs}: {step.name}")
            step.before()
            result.runs.append(measure(step.command, REPOSITORY, log, step.accept))
            if step.output and number == runs:
                result.take_stock(step.output)
    _progress("")
    return results


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()


def _generated(work: Path, size: int, seed: str) -> Path:
    """Return a new generated journal.

    Made in a process of its own: a child's peak memory begins at what its parent has resident.
    """
    journal = work / f"journal-{size}"
    command = [sys.executable, str(HERE / "generate.py"), str(journal)]
    command += ["--size", str(size), "--seed", seed]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return journal


def _profile(options: argparse.Namespace, work: Path) -> int:
    """Build once in this process, on one core, and print where the time went.

    With one core the journal starts no workers, in which the profile could not look.
    """
    if sys.platform == "linux":
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    journal = _generated(work, options.sizes[0], options.seed)
    sys.argv = ["journal", "-C", str(journal), "build", "--today", str(LAST_DAY)]
    profile = cProfile.Profile()
    status: object = 0
    try:
        profile.runcall(runpy.run_module, "journal", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        status = end.code
    pstats.Stats(profile).sort_stats("cumulative").print_stats(25)
    pstats.Stats(profile).sort_stats("tottime").print_stats(25)
    return status if isinstance(status, int) else int(status is not None)


if __name__ == "__main__":
    sys.exit(main())
