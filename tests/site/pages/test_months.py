"""The pages of months, and the list of them."""

from tests.support.journal import Writer
from tests.support.site import page, rows, site_of

PERSON = {"mentors/p": "---\ntitle: Petra\nprefs_asked: 2026-01-01\nsince: 2020\n---\n"}


def test_a_month_has_its_touchpoints_by_day_and_leads_to_the_months_beside_it(
    notes: Writer,
) -> None:
    for day in ("2026-03-14", "2026-05-02", "2026-05-30", "2026-08-01"):
        notes.write({**PERSON, f"touchpoints/{day} x": "---\npeople: p\nchannel: call\n---\n"})
    site = site_of(notes.root)
    found = page(site, "months/2026-05/")
    assert found.headings == [
        (1, "May 2026"), (2, "Saturday, 2 May"), (3, "x"), (2, "Saturday, 30 May"), (3, "x"),
    ]  # fmt: skip
    beside = [found.text(e) for e in found.all("a") if e.get("rel") in ("prev", "next")]
    assert beside == ["← March 2026", "August 2026 →"]
    assert "planned" in page(site, "months/2026-08/").text()


def test_the_months_are_counted_by_year(notes: Writer) -> None:
    for day in ("2025-12-31", "2026-01-01", "2026-01-02"):
        notes.write({**PERSON, f"touchpoints/{day} x": "---\npeople: p\nchannel: call\n---\n"})
    found = page(site_of(notes.root), "months/")
    assert rows(found) == [["2026", "2", *[""] * 11], ["2025", *[""] * 11, "1"]]
