"""The pages of the site: which template, at which addresses, with what on it."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from journal.site.links import Links
from journal.site.sources import Sources
from journal.site.views import (
    check,
    goals,
    home,
    lessons,
    month,
    months,
    news,
    opportunities,
    people,
    person,
    reach,
    tags,
    trips,
)


class Page(NamedTuple):
    """One kind of page; `label` is its name in the navigation, empty where it is not there."""

    template: str
    label: str
    addresses: Callable[[Sources], Iterable[str]]
    view: Callable[[Sources, Links, str], object]


def at(address: str) -> Callable[[Sources], Iterable[str]]:
    """Return the addresses of a kind with one page."""
    return lambda _: (address,)


#: In the order of the navigation.
PAGES: tuple[Page, ...] = (
    Page("home.html", "Today", at(""), home.view),
    Page("next.html", "Reach out", at("next/"), reach.view),
    Page("people.html", "People", at("people/"), people.view),
    Page("person.html", "", person.addresses, person.view),
    Page("months.html", "Months", at("months/"), months.view),
    Page("month.html", "", month.addresses, month.view),
    Page("news.html", "News", at("news/"), news.view),
    Page("opportunities.html", "Opportunities", at("opportunities/"), opportunities.view),
    Page("trips.html", "Trips", at("trips/"), trips.view),
    Page("goals.html", "Goals", at("goals/"), goals.view),
    Page("lessons.html", "Lessons", at("lessons/"), lessons.view),
    Page("tags.html", "Tags", at("tags/"), tags.view),
    Page("check.html", "Check", at("check/"), check.view),
)
