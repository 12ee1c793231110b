"""`journal show`: a person on one screen, from what makes their page."""

from collections.abc import Iterable, Iterator

import click

from journal.advice.relationship import Relationship
from journal.cli.advice_text import person_lines, their_clock, why_unlisted
from journal.cli.completion import people
from journal.cli.current_day import now
from journal.cli.load import load
from journal.cli.options import in_root, on_day
from journal.cli.output import clean, say, styled, wrap
from journal.frontmatter import read_document
from journal.library.opening import Opened
from journal.markup.render import render
from journal.notes.identity import note_anchor
from journal.notes.kinds import KEY_NAMES
from journal.notes.records import Person
from journal.site.pages import person as person_page
from journal.site.pages.person import PersonPage
from journal.site.pages.prep import RECENT, recent_touchpoints
from journal.site.pages.promises import Promise
from journal.site.parts.cards import RecentTouchpoint
from journal.site.parts.note_summaries import Fact
from journal.site.parts.page_context import PageContext
from journal.site.parts.site_data import SiteOptions
from journal.site.site import site_of
from journal.wording.counts import and_list
from journal.wording.labels import SECTION_TITLES
from journal.writing.lookup import find_person
from journal.writing.note_change import read_note

#: Of the profile on their page, what it takes to reach them.
_ADDRESSES = ("E-mail", "Telephone", "Lives in")


@click.command("show")
@click.argument("who", shell_complete=people)
@in_root
@on_day
def command(who: str) -> None:
    """Show somebody on one screen: how to reach them, what was said, what was promised, what next.

    The same as on the page of WHO, with what is private, as the terminal is yours.
    """
    opened = load()
    person = find_person(opened.journal, who)
    opened.folder.bodies = dict(_last_bodies(opened, person))
    page = _page_of(opened, person)
    say("\n".join(_lines(page, person)))


def _last_bodies(opened: Opened, person: Person) -> Iterator[tuple[str, str]]:
    """Yield the bodies that are shown, as HTML: to render all of a lifetime takes ten seconds."""
    for note in Relationship(opened.journal, person).done[-RECENT:]:
        document = read_document(read_note(opened.root, note.path), KEY_NAMES)
        rendered = render(document.body, document.body_line, note_anchor(note.id))
        yield note.id, rendered.html


def _page_of(opened: Opened, person: Person) -> PageContext:
    site = site_of(opened, SiteOptions(opened.root, private=True, drafts=True))
    return site.context(site.data.addresses[person.id].page)


def _lines(page: PageContext, person: Person) -> Iterator[str]:
    shown = person_page.view(page)
    yield styled(shown.title, bold=True)
    if shown.died:
        yield f"  Died {shown.died.word} {shown.died.when.words}"
    yield from wrap(clean(shown.lead), "  ")
    yield from _part("How to reach them", _reach(page, person, shown))
    yield from _part("Last time", _recent(recent_touchpoints(page, person)))
    for promised in shown.promised:
        yield from _part(promised.title, map(_promise, promised.promises))
    yield from _next(page, person)
    yield ""
    yield f"  {clean(person.path)}"


def _part(title: str, texts: Iterable[str]) -> Iterator[str]:
    """Yield a heading and each text below it, or nothing where there is none."""
    found = list(texts)
    if not found:
        return
    yield ""
    yield styled(title, bold=True)
    for text in found:
        first, *rest = wrap(clean(text), "    ") or ["    "]
        yield f"  {first[4:]}"
        yield from rest


def _reach(page: PageContext, person: Person, shown: PersonPage) -> Iterator[str]:
    if shown.died:
        return
    facts = [fact for fact in shown.profile if fact.term in _ADDRESSES]
    yield from map(_fact, (*facts, *shown.preferences))
    if clock := their_clock(page.journal, person, now(page.journal.settings)):
        yield f"{clock[0].upper()}{clock[1:]}"


def _fact(fact: Fact) -> str:
    return f"{fact.term}: {', '.join(value.text for value in fact.values)}"


def _recent(found: Iterable[RecentTouchpoint]) -> Iterator[str]:
    for each in found:
        said = f": {each.text}" if each.text else ""
        yield f"{each.day.words}, {each.note.text}{said}"


def _promise(promise: Promise) -> str:
    due = f", by {promise.due.words}" if promise.due else ""
    others = f" (with {and_list([link.text for link in promise.people])})" if promise.people else ""
    return f"{promise.text}{due}{others}"


def _next(page: PageContext, person: Person) -> Iterator[str]:
    """Yield what is next and why, in the words of `journal next`."""
    yield ""
    advice = page.data.advice_for(person)
    if advice is None:
        yield styled("Next", bold=True)
        yield from why_unlisted(page.journal, person)
        return
    yield styled(f"Next: {SECTION_TITLES[advice.section]}", bold=True)
    yield from person_lines(page.journal, advice, now(page.journal.settings))
