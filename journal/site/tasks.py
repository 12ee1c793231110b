"""The tasks that the site may show."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from journal.library.journal import Journal, OwnedTask


def tasks_of_state(journal: Journal, state: str) -> tuple[OwnedTask, ...]:
    """Return the tasks in a state, the first due first, undated last."""
    tasks = (owned for owned in journal.tasks_that_stand() if owned.task.state == state)
    return tuple(sorted(tasks, key=_when))


def by_person(tasks: Iterable[OwnedTask]) -> Mapping[str, list[OwnedTask]]:
    """Return the tasks of each person, in their order."""
    found: dict[str, list[OwnedTask]] = defaultdict(list)
    for owned in tasks:
        for person in owned.people:
            found[person].append(owned)
    return found


def _when(owned: OwnedTask) -> tuple[date, str, int]:
    return (owned.task.due or date.max, owned.note, owned.task.line)
