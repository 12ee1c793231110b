"""What was measured, as a table for people and as data for programs."""

import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median

from benchmarks.measure import MEGABYTE, Measured

COLUMNS = ("wall s", "cpu s", "largest MB", "together MB", "pages", "site MB")


@dataclass
class Result:
    """The runs of one step on a journal of one size."""

    size: int
    step: str
    pages: int = 0
    site: float = 0
    """Megabytes of everything that was built."""
    runs: list[Measured] = field(default_factory=list)

    def take_stock(self, output: Path) -> None:
        """Count the pages and the megabytes in `output`."""
        files = [path for path in output.rglob("*") if path.is_file()]
        self.pages = sum(path.suffix == ".html" for path in files)
        self.site = sum(path.stat().st_size for path in files) / MEGABYTE

    def middle(self) -> Measured:
        """Return the medians of the runs, each number by itself."""
        return Measured(
            median(run.wall for run in self.runs),
            median(run.processor for run in self.runs),
            median(run.largest for run in self.runs),
            median(run.together for run in self.runs),
        )


def conditions(hugo: str | None) -> dict[str, str | int | None]:
    """Return what the figures depend on beside the programs' own doing."""
    return {
        "python": platform.python_version(),
        "system": platform.platform(terse=True),
        "processor": _processor(),
        "cores": _cores(),
        "hugo": hugo,
    }


def _cores() -> int | None:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count()


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(": ")[1] for line in lines if line.startswith("model name")), "?")


def table(results: Sequence[Result]) -> str:
    """Return the medians as a Markdown table, and under it how the journal compares with Hugo."""
    rows = [("touchpoints", "step", *COLUMNS), ("---:", "---", *["---:"] * len(COLUMNS))]
    rows += [_row(result) for result in results]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["| " + " | ".join(_padded(row, widths)) + " |" for row in rows]
    return "\n".join([*lines, *_ratios(results)]) + "\n"


def _row(result: Result) -> tuple[str, ...]:
    middle = result.middle()
    return (
        f"{result.size:,}",
        result.step,
        f"{middle.wall:.2f}",
        f"{middle.processor:.2f}",
        f"{middle.largest:.0f}",
        f"{middle.together:.0f}",
        f"{result.pages:,}" if result.pages else "",
        f"{result.site:.1f}" if result.pages else "",
    )


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [
        text.ljust(width) if column == 1 else text.rjust(width)
        for column, (text, width) in enumerate(zip(row, widths, strict=True))
    ]


def _ratios(results: Sequence[Result]) -> list[str]:
    found = {(result.size, result.step): result.middle() for result in results}
    lines = []
    for size in sorted({result.size for result in results}):
        ours, theirs = found.get((size, "build, cold")), found.get((size, "Hugo, cold"))
        if ours and theirs:
            lines.append(
                f"{size:,} touchpoints, cold: journal ÷ Hugo = "
                f"{ours.wall / theirs.wall:.2f} by the clock, "
                f"{ours.processor / theirs.processor:.2f} in processor time"
            )
    return ["", *lines] if lines else []


def as_data(results: Sequence[Result], hugo: str | None) -> dict[str, object]:
    """Return everything measured, for JSON."""
    steps = [{**asdict(result), "median": asdict(result.middle())} for result in results]
    return {"conditions": conditions(hugo), "results": steps}
