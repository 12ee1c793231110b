"""What was measured of the servers, as a table for people and as data for programs."""

from collections import defaultdict
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple


class What(NamedTuple):
    """Something that is measured."""

    label: str
    decimals: int = 0
    with_worst: bool = False
    """Whether the worst is shown beside the median."""


COLD = What("start to first page, cold, s", 2)
WARM = What("start to first page, warm, s", 2)
MONTH = What("save to text served, the month's page, ms", 0, with_worst=True)
PERSON = What("save to text served, a person's page, ms", 0, with_worst=True)
RENAME = What("save by rename to text served, the month's page, ms", 0, with_worst=True)
BROWSER = What("save to text seen in the browser, ms", 0, with_worst=True)
MONTH_AGAIN = What("the month's page, unchanged, ms", 1)
PERSON_AGAIN = What("a person's page, unchanged, ms", 1)
IDLE = What("idle, % of one core", 2)
STARTED = What("memory after the start, MB")
EDITED = What("memory after the edits, MB")
COLD_PEAK = What("most memory in a cold start, MB")
PEAK = What("most memory until after the edits, MB")
SPEED = (COLD, WARM, MONTH, PERSON, RENAME, BROWSER, MONTH_AGAIN, PERSON_AGAIN)
ROWS = (*SPEED, IDLE, STARTED, EDITED, COLD_PEAK, PEAK)


class Figures:
    """Every figure by touchpoints, what it is of, and server."""

    def __init__(self, limit: float) -> None:
        """Begin without any; `limit` is how many seconds a first page may take."""
        self.limit = limit
        self.values: dict[tuple[int, What, str], list[float]] = defaultdict(list)
        self.over: set[tuple[int, str]] = set()
        """Sizes and servers whose first page took too long."""
        self.missed: list[str] = []
        """What did not come about."""

    def table(self, servers: Sequence[str]) -> str:
        """Return a Markdown table of medians, in brackets the worst."""
        rows = [("touchpoints", "", *servers), ("---:", "---", *["---:"] * len(servers))]
        for size in sorted({size for size, _, _ in self.values}):
            for what in ROWS:
                found = [self._shown(size, what, server) for server in servers]
                if any(found):
                    rows.append((f"{size:,}", what.label, *(text or "–" for text in found)))
        lines = "".join(f"| {' | '.join(row)} |\n" for row in rows)
        return lines + "".join(f"\nNot seen: {text}\n" for text in self.missed)

    def _shown(self, size: int, what: What, server: str) -> str:
        if what is COLD and (size, server) in self.over:
            return f"over {self.limit:.0f}"
        values = self.values.get((size, what, server))
        if not values:
            return ""
        worst = f" ({max(values):,.{what.decimals}f})" if what.with_worst else ""
        return f"{median(values):,.{what.decimals}f}{worst}"

    def as_data(self) -> list[dict[str, object]]:
        """Return everything measured, for JSON."""
        return [
            {
                "size": size,
                "what": what.label,
                "server": server,
                "median": median(values),
                "values": values,
            }
            for (size, what, server), values in self.values.items()
        ]
