"""The river of contacts on the long timeline."""

from datetime import date

from journal.site.charts.river import river
from journal.site.charts.scale import Contact, Scale
from tests.support.svg_path import numbers

TEN = Scale(date(2017, 1, 1), date(2027, 1, 1), 1000.0)


def test_the_river_is_as_broad_as_allowed_and_empty_without_contacts() -> None:
    assert river([], TEN, 16.0, 16.0) == ""
    contacts = [Contact(date(2020, month, 1), "both") for month in (1, 2, 3, 9)]
    found = numbers(river(contacts, TEN, 16.0, 14.0).replace("C", " "))
    assert min(found[1::2]) == 2.0
    assert max(found[1::2]) == 30.0


def test_a_river_of_one_side_stays_on_it() -> None:
    found = numbers(river([Contact(date(2020, 1, 1), "in")], TEN, 16.0, 14.0))
    assert min(found[1::2]) == 16.0
