"""A journal with private notes that no public one links to looks as if they were not there.

The one exception is the day of a cadence: private contacts count for it, or it would be false.
"""

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from journal.feeds.calendar import calendar
from journal.feeds.exports import TABLES, csv_table, json_export
from journal.site.all_files import all_files
from tests.support.feeds import feed_source
from tests.support.paths import REPO
from tests.support.site import site_of

pytestmark = pytest.mark.slow
DAY = date(2026, 11, 26)
_ASKING = re.compile(r"^(?:private|draft): true$", re.MULTILINE)
_CADENCE = re.compile(r"^cadence:.*\n", re.MULTILINE)
_DUE = ("section", "reach_by", "hold")


def sample(root: Path, extra: str = "") -> Path:
    """The sample without its private notes; `extra` is a line for everybody's front matter."""
    shutil.copytree(REPO / "content", root / "content")
    settings = (REPO / "journal.toml").read_text()
    (root / "journal.toml").write_text(settings.replace("vscode://file/{path}:{line}", ""))
    for path in (root / "content").rglob("*.md"):
        text = path.read_text()
        if _ASKING.search(text):
            path.unlink()
        elif extra and path.parent.name in ("mentors", "proteges", "people"):
            path.write_text(_CADENCE.sub("", text).replace("---\n", f"---\n{extra}\n", 1))
    return root


def add_private_notes(root: Path) -> None:
    """Private notes of every kind about everybody, with all that notes can say."""
    content = root / "content"
    people = sorted(path for path in content.glob("*/*.md") if path.parent.name == "mentors")
    for number, path in enumerate(people):
        for name, text in _about(path.stem, number):
            (content / name).write_text(f"---\nprivate: true\n{text}")
    for folder in ("mentors", "proteges", "people"):
        who = "city: Lisbon\nsince: 2016-11-30\nbirthday: 11-30\nprefers: text"
        (content / f"{folder}/hush.md").write_text(f"---\nprivate: true\n{who}\n---\nTold nobody.")
    (content / "touchpoints/2026-11-03 Left out.md").write_text("---\nprivate: true\n---\nLost.")
    (content / "news/2026-11-03 Broken.md").write_text("---\nprivate: true\ndate: [\n---\nLost.")


def _about(who: str, number: int) -> Iterator[tuple[str, str]]:
    at = f"2026-{1 + number % 11:02}"
    met = f"people: {who}\nchannel: call\n"
    yield f"touchpoints/{at}-25 Hush {number}.md", f"{met}followup_on: 2026-12-01\n---\n#hush\n"
    yield f"touchpoints/{at}-26 Shh {number}.md", f"{met}kind: agreement\n---\n- [ ] hush\n"
    yield f"touchpoints/2026-12-{1 + number:02} Plan {number}.md", f"{met}state: planned\n---\n"
    yield f"touchpoints/{at}-27 Asked {number}.md", f"{met}kind: preferences\nquestion: Why?\n---\n"
    yield f"news/{at}-20 Rumour {number}.md", f"about: {who}\n---\n[[{who}]]"
    yield f"news/{at}-21 Mine {number}.md", "kind: award\n---\n"
    yield f"opportunities/hush-{number}.md", f"for: {who}\ndeadline: 2026-12-10\n---\n"
    yield f"trips/hush-{number}.md", f"who: {who}\ncity: Porto\nstart: 2026-12-05\n---\n"
    yield f"goals/hush-{number}.md", f"people: {who}\n---\n"
    yield f"lessons/hush-{number}.md", f"from: {who}\n---\nbecause"


def made(root: Path) -> dict[str, bytes]:
    """Everything that is made to be shown, by its name."""
    files = {path: data for path, data in all_files(site_of(root, DAY)) if isinstance(data, bytes)}
    shown = feed_source(root, DAY)
    tables = {name: csv_table(shown, name) for name in TABLES}
    return {**files, **tables, "calendar": calendar(shown), "json": json_export(shown)}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """The names of what is not the same."""
    return sorted(n for n in one.keys() | other.keys() if one.get(n) != other.get(n))


def test_without_cadences_all_is_the_same_to_the_byte(tmp_path: Path) -> None:
    root = sample(tmp_path / "journal", "cadence: none")
    without = made(root)
    add_private_notes(root)
    assert differing(without, made(root)) == []


def test_of_private_contacts_the_days_of_cadences_alone_know(tmp_path: Path) -> None:
    root = sample(tmp_path / "journal")
    without = made(root)
    add_private_notes(root)
    found = made(root)
    pages = [
        name for name in differing(without, found) if name.startswith(_HISTORY) or name in TABLES
    ]
    assert pages == []
    one, other = (json.loads(files["json"]) for files in (without, found))
    assert one["notes"] == other["notes"]
    begun = {each["person"] for each in one["advice"]["people"] if each["section"] == "begin"}
    assert begun, "with private contacts they are no more to begin with, but have a day"
    assert said(one, begun) == said(other, begun)
    assert one["advice"] != other["advice"], "the private contacts count for the cadence"


#: Pages that tell what was, and suggest nothing.
_HISTORY = (
    "timeline/", "months/", "news/", "opportunities/", "trips/", "goals/", "lessons/", "tags/",
    "quarters/", "pay-forward/", "check/", "search/", "static/", "promises/", "preferences/",
)  # fmt: skip


def said(json_export: dict[str, Any], begun: set[str]) -> list[Any]:
    """The advice by person, without the days that a cadence decides, and whether there is one."""
    people = sorted(json_export["advice"]["people"], key=lambda advice: advice["person"])
    for advice in people:
        for key in _DUE:
            advice.pop(key)
        if advice["person"] in begun:
            by_days = ("begin", "cadence")
            advice["reasons"] = [r for r in advice["reasons"] if r["kind"] not in by_days]
        for reason in advice["reasons"]:
            if reason["kind"] == "cadence":
                reason.pop("by")
        advice["reasons"].sort(key=lambda reason: (reason["kind"], str(reason["notes"])))
    return people


def test_a_private_note_that_is_left_out_is_unnamed_by_every_name_it_would_have(
    tmp_path: Path,
) -> None:
    root = sample(tmp_path / "one")
    left_out = "---\nprivate: true\ntitle: Zebulon Quark\naliases: [Zeb Q]\n---\n"
    (root / "content/touchpoints/2026-11-03 hush.md").write_text(left_out)
    text = "[[Zebulon Quark]] [[zeb q|Zebulon]] [[2026-11-03 hush|Zebulon]]"
    (root / "content/lessons/l.md").write_text(f"# [[zeb q|Zebulon]] said\n\n{text}")
    page = site_of(root, DAY).page("lessons/").decode()
    assert "a private note said" in page
    assert "Zeb" not in page
    assert "Zeb" in site_of(root, DAY, private=True).page("lessons/").decode()


@pytest.mark.parametrize("name", ["Zebulon Quark", "zebulon-quark"])
def test_what_no_note_says_is_not_told_by_what_is_suggested_instead(
    tmp_path: Path, name: str
) -> None:
    root = sample(tmp_path / "one")
    (root / "content/mentors/zebulon-quark.md").write_text("---\nprivate: true\n---\n")
    (root / "content/news/2026-11-01 Typo.md").write_text(f"---\nabout: {name[:-1]}\n---\n")
    page = site_of(root, DAY).page("check/").decode()
    assert "is no person" in page
    assert name not in page
