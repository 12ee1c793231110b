"""`journal done`: a promise kept, or dropped; without one, those that are open."""

from collections.abc import Iterator
from contextlib import suppress

import click

from journal.cli.apply_change import make, trial
from journal.cli.completion import people
from journal.cli.load import load
from journal.cli.options import in_root, on_day
from journal.cli.output import clean, say, wrap
from journal.errors import Refused
from journal.library import Journal
from journal.library.journal import OwnedTask
from journal.notes.records import Person
from journal.wording.counts import and_list
from journal.wording.dates import long_date
from journal.writing.lookup import find_person
from journal.writing.promise_changes import find_promise, open_promises, place, tick


@click.command("done")
@click.argument("words", metavar="[WHO] [TEXT]...", nargs=-1, shell_complete=people)
@click.option("--drop", is_flag=True, help="It is not to be done any more.")
@trial
@in_root
@on_day
def command(words: tuple[str, ...], drop: bool, dry_run: bool) -> None:
    """Tick a promise: the open one with the words of TEXT. Without them, list those that are open.

    WHO narrows it to one person. Promises are the tasks of your notes: - [ ] send the plots. Where
    tasks of the note say on which day they were done, as in Obsidian Tasks, this one does, too.
    """
    opened = load()
    journal = opened.journal
    person, text = _who_and_text(journal, words)
    promises = open_promises(journal, [person.id] if person else ())
    if not text:
        say("\n".join(_listed(journal, promises)) or "No promise is open.")
        return
    try:
        found = find_promise(journal, promises, text)
    except Refused:
        if not person:
            raise
        # the first words may be of the promise, and only sound like a name
        found = _found_by_all_words(journal, words) or find_promise(journal, promises, text)
    make(opened.root, tick(opened.root, journal, found, dropped=drop), dry_run=dry_run)


def _found_by_all_words(journal: Journal, words: tuple[str, ...]) -> OwnedTask | None:
    with suppress(Refused):
        return find_promise(journal, open_promises(journal), " ".join(words))
    return None


def _who_and_text(journal: Journal, words: tuple[str, ...]) -> tuple[Person | None, str]:
    """Return the person that the first words name, as many as do, and what is left."""
    for count in range(len(words), 0, -1):
        try:
            return find_person(journal, " ".join(words[:count])), " ".join(words[count:])
        except Refused:
            continue
    return None, " ".join(words)


def _listed(journal: Journal, promises: list[OwnedTask]) -> Iterator[str]:
    for owned in promises:
        names = [person.title for each in owned.people if (person := journal.person(each))]
        whose = "theirs" if owned.task.theirs else ""
        due = f"by {long_date(owned.task.due)}" if owned.task.due else ""
        parts = ", ".join(filter(None, (owned.task.text, due)))
        yield from wrap(clean(" · ".join(filter(None, (parts, and_list(names), whose)))))
        yield f"    {clean(place(journal, owned))}"
