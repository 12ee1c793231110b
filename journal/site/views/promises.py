"""Tasks: what I promised, and what was promised to me."""

from collections.abc import Iterable, Iterator

import msgspec

from journal.library.journal import OwnedTask
from journal.site.links import Links, Named
from journal.site.sources import Sources
from journal.site.views.days import Day, maybe


class Promise(msgspec.Struct, frozen=True):
    """An open task; `tone` is `due` where its day has passed."""

    text: str
    due: Day | None
    tone: str
    people: tuple[Named, ...]
    note: Named


def promises(sources: Sources, links: Links, tasks: Iterable[OwnedTask]) -> Iterator[Promise]:
    """Yield the tasks as they are shown."""
    for owned in tasks:
        due = owned.task.due
        yield Promise(
            text=owned.task.text,
            due=maybe(due),
            tone="due" if due and due < sources.today else "",
            people=links.all_named(owned.people),
            note=links.named(owned.note),
        )
