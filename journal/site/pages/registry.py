"""All kinds of pages: the template, addresses and view of each."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from journal.site.pages import (
    about,
    check,
    goals,
    lessons,
    months,
    news,
    opportunities,
    pay_forward,
    people,
    person,
    preferences,
    prep,
    promises,
    quarters,
    reach_out,
    search,
    support,
    tags,
    timeline,
    today,
    trips,
    write,
    year,
)
from journal.site.parts.page_context import PageContext
from journal.site.parts.site_data import SiteData


class Page(NamedTuple):
    """One kind of page; `label` is its name in the navigation, empty where it is not there.

    `group` is the heading it stands under there; pages without one are always in sight.
    `key` is its access key, which browsers combine with their own.
    """

    template: str
    label: str
    addresses: Callable[[SiteData], Iterable[str]]
    view: Callable[[PageContext], object]
    group: str = ""
    key: str = ""


def at(address: str) -> Callable[[SiteData], Iterable[str]]:
    """Return the addresses of a kind of page that has a single one."""
    return lambda _: (address,)


_BETWEEN, _YEARS, _MINE = "Between you", "Over the years", "This journal"

#: In the order of the navigation; groups in the order of their first page.
PAGES: tuple[Page, ...] = (
    Page("today.html", "Today", at(""), today.view),
    Page("reach-out.html", "Reach out", at("reach-out/"), reach_out.view),
    Page("people.html", "People", at("people/"), people.view),
    Page("person.html", "", person.addresses, person.view),
    Page("prep.html", "", prep.addresses, prep.view),
    Page("write.html", "", write.addresses, write.view),
    Page("timeline.html", "Timeline", at("timeline/"), timeline.view),
    Page("search.html", "Search", at("search/"), search.view, key="s"),
    Page("news.html", "News", at("news/"), news.view, _BETWEEN),
    Page("opportunities.html", "Opportunities", at("opportunities/"), opportunities.view, _BETWEEN),
    Page("trips.html", "Trips", at("trips/"), trips.view, _BETWEEN),
    Page("promises.html", "Promises", at("promises/"), promises.view, _BETWEEN),
    Page("preferences.html", "Preferences", at("preferences/"), preferences.view, _BETWEEN),
    Page("goals.html", "Goals", at("goals/"), goals.view, _BETWEEN),
    Page("lessons.html", "Lessons", at("lessons/"), lessons.view, _BETWEEN),
    Page("pay-forward.html", "Pay it forward", at("pay-forward/"), pay_forward.view, _BETWEEN),
    Page("support.html", "Support", at("support/"), support.view, _BETWEEN),
    Page("year.html", "Years", year.addresses, year.view, _YEARS),
    Page("quarters.html", "Quarters", at("quarters/"), quarters.view, _YEARS),
    Page("months.html", "Months", at("months/"), months.view, _YEARS),
    Page("month.html", "", months.month_addresses, months.month_view),
    Page("tags.html", "Tags", at("tags/"), tags.view, _MINE),
    Page("tag.html", "", tags.tag_addresses, tags.tag_view),
    Page("check.html", "Check", at("check/"), check.view, _MINE),
    Page("about.html", "About", at("about/"), about.view, _MINE),
)
