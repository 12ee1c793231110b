"""Pages of a few people, built as of Friday, 20 November 2026, and opened then or later."""

import shutil
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from playwright.sync_api import Page

from journal.site.own_templates import shipped_templates
from tests.support.browser import Watched
from tests.support.journal import Writer
from tests.support.site import site_of

Opened = Callable[..., Watched]
BUILT = date(2026, 11, 20)
LATER = BUILT + timedelta(days=10)
NOON = time(12, tzinfo=ZoneInfo("Europe/Lisbon"))


def _on(days: int) -> str:
    return (BUILT + timedelta(days=days)).isoformat()


def _mentor(*lines: str) -> str:
    return "\n".join(
        ("---", "prefers: email", "cadence: 5 years", "since: 2024-01", *lines, "---\n")
    )


#: Whose day comes when, and what it rests on.
PEOPLE = {
    "mentors/ada": _mentor(f"next: {_on(-3)}", "city: Porto", "tags: [rivers]"),
    "mentors/bo": _mentor(f"next: {_on(5)}", "city: Bergen", "tz: Asia/Tokyo"),
    "mentors/cy": _mentor(f"next: {_on(15)}", "city: Bergen", "tags: [rivers, ships]"),
    "mentors/di": _mentor(f"next: {_on(50)}"),
    "mentors/ed": _mentor(f"next: {_on(-9)}", f"snooze_until: {_on(8)}"),
    "mentors/flo": _mentor(f"next: {_on(-9)}", f"snooze_until: {_on(30)}"),
    "proteges/gus": _mentor(f"next: {_on(-9)}", "paused: true"),
    "mentors/hal": "---\nprefers: call\nphase: new\nsince: 2026-10-01\n---\n",
    "mentors/ida": "---\nphase: dormant\nlast_contact: 2001-01-01\nprefers: email\n"
    "birthday: 11-24\n---\n",
    "mentors/jo": _mentor(),
    "mentors/kim": _mentor(),
    "opportunities/prize": f"---\nfor: kim\ndeadline: {_on(20)}\n---\n",
    "journal.toml": '[me]\ntz = "Europe/Lisbon"\n',
}


def build_as_of(folder: Path, today: date) -> Path:
    """Write the three pages for those people as of a day, with what they load."""
    (folder / "journal").mkdir()
    site = site_of(Writer(folder / "journal").write(PEOPLE).root, today)
    for address in ("", "reach-out/", "people/"):
        (folder / address).mkdir(exist_ok=True)
        (folder / address / "index.html").write_bytes(site.page(address))
    shutil.copytree(shipped_templates() / "static", folder / "static")
    return folder


def go(watched: Watched, file: Path, day: date = BUILT, at: time = NOON) -> Page:
    watched.page.clock.set_fixed_time(datetime.combine(day, at))
    watched.page.goto(file.as_uri())
    return watched.page
