"""The last day of each reason on “Reach out”, which a page that stays open goes by."""

from datetime import date, timedelta

import pytest

from tests.support.advice import mentor, met
from tests.support.findings import note
from tests.support.journal import TODAY, Files, Writer
from tests.support.site import page, site_of

#: The kind of a reason, the note it comes from, and its last day.
LAST_DAYS: dict[str, tuple[Files, str]] = {
    "reply": (met("2026-06-01", "direction: in"), "2027-06-01"),  # a year later
    "planned": (met("2026-06-20", "state: planned"), "2026-06-20"),
    "opportunity": ({"opportunities/o": note("for: p", "deadline: 2026-07-10")}, "2026-07-10"),
    "recognise": ({"news/2026-06-10 n": note("about: p", "kind: award")}, "2026-12-10"),
    "trip": (
        {"trips/t": note("who: p", "city: Porto", "start: 2026-06-20", "end: 2026-06-27")},
        "2026-06-27",
    ),
    "occasion": (mentor("birthday: 06-20"), "2026-06-20"),
}


def _reasons(notes: Writer, today: date) -> list[tuple[str | None, str | None]]:
    """The kind and the last day of every reason on the page."""
    found = page(site_of(notes.root, today), "reach-out/")
    listed = (item for item in found.all("li") if item.get("data-kind"))
    return [(item.get("data-kind"), item.get("data-lapses")) for item in listed]


@pytest.mark.parametrize("kind", LAST_DAYS)
def test_a_reason_is_given_on_its_last_day_and_not_on_the_next(notes: Writer, kind: str) -> None:
    files, last = LAST_DAYS[kind]
    notes.write(mentor()).write(files)
    notes.write({"journal.toml": '[me]\nname = "Noor"\ncity = "Porto"\n'})
    day = date.fromisoformat(last)
    assert (kind, last) in _reasons(notes, TODAY)
    assert (kind, last) in _reasons(notes, day)
    assert kind not in [found for found, _ in _reasons(notes, day + timedelta(days=1))]
