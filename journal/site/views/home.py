"""The first page: whom to reach out to first, what is due, what lies ahead."""

import msgspec

from journal.site.links import Links, Named
from journal.site.sources import Sources
from journal.site.views.ahead import WITHIN, Ahead, agenda
from journal.site.views.cards import TONES, section_words
from journal.site.views.check import counts as level_counts
from journal.site.views.counting import many
from journal.site.views.days import Day, day
from journal.site.views.promises import Promise, promises
from journal.values import add_days

_FIRST = 5  # people
_ACTIVE = frozenset({"overdue", "this-week", "soon", "later"})


class First(msgspec.Struct, frozen=True):
    """Somebody to reach out to: by when, and why in one sentence; `href` is their card."""

    person: Named
    href: str
    section: str
    tone: str
    by: Day
    why: str


class HomePage(msgspec.Struct, frozen=True):
    """The context of `home.html`."""

    title: str
    as_of: Day
    first: tuple[First, ...]
    waiting: str
    all_of_them: str
    due: tuple[Promise, ...]
    ahead: tuple[Ahead, ...]
    counts: tuple[str, ...]
    findings: tuple[str, ...]
    check: str


def view(sources: Sources, links: Links, _address: str) -> HomePage:
    """Return the home page."""
    listed = sources.advice.people
    last = add_days(sources.today, WITHIN)
    due = [
        owned
        for owned in sources.open_tasks
        if owned.task.due and owned.task.due <= last and not owned.task.theirs
    ]
    return HomePage(
        title=sources.journal.settings.title,
        as_of=day(sources.today),
        first=_first(sources, links),
        waiting=many(len(listed), "person", "people") if listed else "",
        all_of_them=links.page("next/"),
        due=tuple(promises(sources, links, due)),
        ahead=agenda(sources, links),
        counts=_counts(sources),
        findings=level_counts(sources.findings),
        check=links.page("check/"),
    )


def _first(sources: Sources, links: Links) -> tuple[First, ...]:
    active = [advice for advice in sources.advice.people if advice.section in _ACTIVE]
    return tuple(
        First(
            person=links.named(advice.person),
            href=links.page("next/", sources.card_anchor(advice.person)),
            section=section_words(advice.section),
            tone=TONES.get(advice.section, "quiet"),
            by=day(advice.reach_by),
            why=advice.reasons[0].text,
        )
        for advice in active[:_FIRST]
    )


def _counts(sources: Sources) -> tuple[str, ...]:
    visible, journal = sources.visible, sources.journal
    return (
        many(len(visible.people), "person", "people"),
        many(len(visible.touchpoints), "touchpoint", "touchpoints"),
        many(len(visible.notes(journal.news)), "piece of news", "pieces of news"),
        many(len(visible.notes(journal.opportunities)), "opportunity", "opportunities"),
        many(len(visible.notes(journal.trips)), "trip", "trips"),
        many(len(visible.notes(journal.goals)), "goal", "goals"),
        many(len(visible.notes(journal.lessons)), "lesson", "lessons"),
    )
