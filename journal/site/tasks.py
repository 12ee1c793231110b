"""The open tasks that the site may show."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from journal.library.journal import OwnedTask
from journal.notes.records import Touchpoint
from journal.site.visible import Visible


def open_tasks(visible: Visible) -> tuple[OwnedTask, ...]:
    """Return the open tasks that name nothing hidden, the first due first, those without last."""
    found = (owned for owned in visible.journal.tasks if _is_shown(visible, owned))
    return tuple(sorted(found, key=_when))


def by_person(tasks: Iterable[OwnedTask]) -> Mapping[str, list[OwnedTask]]:
    """Return the tasks of each person, in their order."""
    found: dict[str, list[OwnedTask]] = defaultdict(list)
    for owned in tasks:
        for person in owned.people:
            found[person].append(owned)
    return found


def _when(owned: OwnedTask) -> tuple[date, str, int]:
    return (owned.task.due or date.max, owned.note, owned.task.line)


def _is_shown(visible: Visible, owned: OwnedTask) -> bool:
    if owned.task.state != "open" or not visible.shows(owned.note):
        return False
    note = visible.journal.notes[owned.note]
    if isinstance(note, Touchpoint) and note.state == "cancelled":
        return False
    targets = (visible.journal.find(note, link.target, link.path) for link in owned.task.targets)
    if any(target and not visible.shows(target) for target in targets):
        return False
    return not owned.people or bool(visible.ids(owned.people))
