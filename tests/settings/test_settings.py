"""Every setting: a good value takes effect; a bad one is found on its line and changes nothing."""

from functools import reduce
from typing import Any

import pytest

from journal.findings import Finding
from journal.settings import Settings
from tests.support.journal import Writer

GOOD: dict[str, tuple[str, str, str]] = {
    # the setting as written, where it is found, what it reads as
    "title": ('title = "Ours"', "title", "Ours"),
    "title of no letters": ('title = ""', "title", ""),
    "lang": ('lang = "pt"', "lang", "pt"),
    "name": ('[me]\nname = "Noor"', "me.name", "Noor"),
    "email": ('[me]\nemail = "n@example.org"', "me.email", "n@example.org"),
    "tz": ('[me]\ntz = "Asia/Tokyo"', "me.tz", "Asia/Tokyo"),
    "city": ('[me]\ncity = "Porto"', "me.city", "Porto"),
    "org": ('[me]\norg = "UP"', "me.org", "UP"),
    "can_offer": ('[me]\ncan_offer = ["plots", "tea"]', "me.can_offer", "('plots', 'tea')"),
    "no offers": ("[me]\ncan_offer = []", "me.can_offer", "()"),
    "dotted": ('me.city = "Porto"', "me.city", "Porto"),
    "inline": ('me = { city = "Porto" }', "me.city", "Porto"),
    "quiet_hours": ('[defaults]\nquiet_hours = "22:00-07:30"', "quiet_hours", "22:00-07:30"),
    "fresh": ('[defaults]\nfresh = "2 weeks"', "fresh", "2 weeks"),
    "dormant": ('[defaults]\ndormant = "P2Y"', "dormant", "2 years"),
    "never dormant": ('[defaults]\ndormant = "none"', "dormant", "none"),
    "rest_after": ("[defaults]\nrest_after = 1", "rest_after", "1"),
    "editor": ('[editor]\nurl = "subl://{path}"', "editor_url", "subl://{path}"),
    "places": ('[places]\n"NYC" = "New York"', "places", "{'NYC': 'New York'}"),
    "names in full": ('[calendar]\nnames = "full"', "calendar_names", "full"),
    "initials": ('[calendar]\nnames = "initials"', "calendar_names", "initials"),
    "never saved": ('[git]\nsave = "never"', "git_save", "never"),
    "saved after log": ('[git]\nsave = "after log"', "git_save", "after log"),
    "no names": ('[calendar]\nnames = "none"', "calendar_names", "none"),
}


@pytest.mark.parametrize("case", GOOD)
def test_a_good_value_takes_effect(notes: Writer, case: str) -> None:
    written, where, value = GOOD[case]
    found = read(notes, written)
    assert str(reduce(getattr, where.split("."), found)) == value
    assert findings(notes) == []


@pytest.mark.parametrize("phase", ["new", "active", "waiting", "dormant", "ended"])
def test_each_phase_has_a_cadence_that_can_be_set(notes: Writer, phase: str) -> None:
    found = read(notes, f'[cadence]\n{phase} = "9 days"')
    others = {name: value for name, value in found.cadence.items() if name != phase}
    assert str(found.cadence[phase]) == "9 days"
    assert others == {name: Settings().cadence[name] for name in others}
    assert findings(notes) == []


def test_a_chapter_begins_with_a_year_a_month_or_a_day(notes: Writer) -> None:
    days = ('"2009"', '"2012-09"', '"2015-03-01"', "2018-01-02")
    written = "\n".join(f'[[me.chapter]]\nfrom = {day}\nname = "N"' for day in days)
    chapters = read(notes, written).me.chapters
    assert [str(chapter.begins) for chapter in chapters] == [day.strip('"') for day in days]
    assert {chapter.name for chapter in chapters} == {"N"}
    assert findings(notes) == []


def test_a_holiday_has_days_of_one_year_or_of_every_year(notes: Writer) -> None:
    written = '[[holiday]]\nname = "Lab"\ndates = ["2025-10-20", "05-04", 2026-02-28]\n'
    (lab,) = read(notes, written).holidays
    assert (lab.name, len(lab.dates), lab.for_all) == ("Lab", 3, False)
    (lab,) = read(notes, f"{written}for_all = true").holidays
    assert lab.for_all
    assert findings(notes) == []


#: what is written, the line of the finding, a part of what it says, a part of what it suggests
BAD: dict[str, tuple[str, int, str, str]] = {
    "title": ("\ntitle = 5", 2, "`title` is “5”, expected a text in quotes", "like"),
    "lang": ("lang = true", 1, "`lang`", "like"),
    "a table": ('me = "Noor"', 1, "expected a table, [me]", "default"),
    "name": ("[me]\nname = 5", 2, "`name`", "like"),
    "email": ('[me]\nemail = ["n@example.org"]', 2, "`email`", "like"),
    "tz": ('[me]\ntz = "Europe/Lisbonn"', 2, "`tz` is “Europe/Lisbonn”", "Europe/Lisbon?"),
    "tz in lower case": ('[me]\ntz = "europe/lisbon"', 2, "`tz`", "Europe/Lisbon?"),
    "tz that is none": ('[me]\ntz = "+01:00"', 2, "an IANA time zone", "like Europe/Lisbon"),
    "tz that leads away": ('[me]\ntz = "../UTC"', 2, "`tz`", ""),
    "city": ("[me]\ncity = 5", 2, "`city`", "like"),
    "org": ("[me]\norg = 5", 2, "`org`", "like"),
    "can_offer": ('[me]\ncan_offer = "tea"', 2, "a list of texts", "brackets"),
    "can_offer of numbers": ("[me]\ncan_offer = [5]", 2, "a list of texts", "brackets"),
    "quiet_hours": ('[defaults]\nquiet_hours = "9pm-9am"', 2, "HH:MM-HH:MM", "21:00-09:00"),
    "an hour of 25": ('[defaults]\nquiet_hours = "21:00-25:00"', 2, "24 hours", "09:30"),
    "fresh": ('[defaults]\nfresh = "a while"', 2, "a duration", "3 months"),
    "fresh as a number": ("[defaults]\nfresh = 6", 2, "a text in quotes", "like"),
    "dormant": ('[defaults]\ndormant = "3 ages"', 2, "a duration", "3 months"),
    "rest_after": ('[defaults]\nrest_after = "2"', 2, "a whole number", "like 2"),
    "rest_after true": ("[defaults]\nrest_after = true", 2, "a whole number", "like 2"),
    "rest_after half": ("[defaults]\nrest_after = 1.5", 2, "a whole number", "like 2"),
    "rest_after none": ("[defaults]\nrest_after = 0", 2, "a whole number, 1 or more", "like 2"),
    "rest_after below": ("[defaults]\nrest_after = -1", 2, "a whole number", "like 2"),
    "cadence": ('[cadence]\nwaiting = "3 moons"', 2, "a duration", "3 months"),
    "places": ('[places]\n"NYC" = 5', 2, "`NYC`", "like"),
    "places with a dot": ('[places]\n\n"St. Gallen" = 5', 3, "`St. Gallen`", "like"),
    "places beyond ASCII": ('[places]\na = "b"\n"Zürich" = 5', 3, "`Zürich`", "like"),
    "editor": ("[editor]\nurl = 5", 2, "`url`", "like"),
    "names": ('[calendar]\nnames = "some"', 2, '"full" or "initials" or "none"', "quotes"),
    "saved always": ('[git]\nsave = "always"', 2, '"never" or "after log"', "quotes"),
    "names as a list": ('[calendar]\nnames = ["none"]', 2, "`names`", "quotes"),
    "holiday": ('[holiday]\nname = "Lab"', 1, "[[holiday]] for each", "default"),
    "holiday without a name": ('[[holiday]]\ndates = ["05-04"]', 1, "`name` is missing", "add"),
    "holiday without days": ('\n[[holiday]]\nname = "Lab"', 2, "`dates` is missing", "add"),
    "days that are none": (
        '[[holiday]]\nname = "Lab"\ndates = ["05-32"]',
        3,
        "`dates`",
        "no such day",
    ),
    "the second of two": (
        '[[holiday]]\nname = "A"\ndates = "05-04"\n[[holiday]]\nname = "B"\ndates = "4 May"',
        6,
        "`dates`",
        "like 06-20",
    ),
    "for_all": (
        '[[holiday]]\nname = "Lab"\ndates = ["05-04"]\nfor_all = "yes"',
        4,
        "true or false",
        "quotes",
    ),
    "chapter": ('[[me.chapter]]\nfrom = "09-2009"\nname = "N"', 2, "`from`", "2015-03"),
    "chapter without a name": ('[[me.chapter]]\nfrom = "2009"', 1, "`name` is missing", "add"),
    "after a text of several lines": (
        'title = """\nlang = 1\n"""\nlang = 2',
        4,
        "`lang`",
        "like",
    ),
    "inline": ("\nme = { name = 5 }", 2, "`name`", "like"),
    "dotted": ("\nme.name = 5", 2, "`name`", "like"),
    "with CRLF": ('title = "x"\r\nlang = 2\r\n', 2, "`lang`", "like"),
    # what is unknown
    "a near table": ('[default]\nfresh = "1 year"', 1, "“default” is unknown", "mean defaults?"),
    "a near key": ('\ntitel = "x"', 2, "“titel” is unknown", "mean title?"),
    "another case": ('[Me]\nname = "N"', 1, "“Me” is unknown", "mean me?"),
    "a near key of a table": ('[me]\nnmae = "N"', 2, "“nmae” is unknown", "mean name?"),
    "a dash": ('[defaults]\nquiet-hours = "21:00-09:00"', 2, "is unknown", "mean quiet_hours?"),
    "a phase": ('[cadence]\nwating = "1 year"', 2, "“wating” is unknown", "mean waiting?"),
    "holidays": ('[[holidays]]\nname = "A"', 1, "“holidays” is unknown", "mean holiday?"),
    "out of its table": ('fresh = "1 year"', 1, "“fresh” is unknown", "below [defaults]"),
    "in another table": ('[me]\nrest_after = 1', 2, "is unknown", "below [defaults]"),
    "nothing like it": ("[me]\nxyzzy = 1", 2, "is unknown", "known here: name, email"),
    "in a holiday": (
        '[[holiday]]\nname = "A"\ndates = []\nforall = true',
        4,
        "“forall” is unknown",
        "mean for_all?",
    ),
    # what is no TOML
    "no quotes": ('title = "x"\nlang = pt', 2, "not TOML", "mended"),
    "twice": ('title = "x"\ntitle = "y"', 2, "not TOML", "mended"),
    "never closed": ('title = "x"\nme = [\n', 2, "not TOML", "mended"),
    "not UTF-8": ("title = 'x'\nlang = '\udcff'", 2, "not UTF-8", "UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD)
def test_a_bad_value_is_found_on_its_line_and_the_default_stands(notes: Writer, case: str) -> None:
    written, line, message, hint = BAD[case]
    read(notes, written)
    (found,) = findings(notes)
    assert (found.path, found.line, found.code, found.level) == (
        "journal.toml",
        line,
        "S01",
        "error",
    )
    assert message in found.message
    assert found.hint
    assert hint in found.hint


@pytest.mark.parametrize("case", [case for case in BAD if "text of several" not in case])
def test_where_a_setting_is_bad_the_default_stands(notes: Writer, case: str) -> None:
    found = read(notes, BAD[case][0])
    kept = {"title": "x", "places": {"a": "b"}}
    for name in ("title", "lang", "me", "quiet_hours", "fresh", "dormant", "rest_after", "cadence"):
        assert getattr(found, name) in (getattr(Settings(), name), kept.get(name)), name
    assert found.editor_url == ""
    assert found.calendar_names == ("none" if case.startswith("names") else "full")
    assert {holiday.name for holiday in found.holidays} <= {"A", "Lab"}
    assert not found.me.chapters


def test_one_bad_setting_costs_the_others_nothing(notes: Writer) -> None:
    found = read(notes, 'title = "Ours"\nlang = 5\n[me]\nname = "Noor"\ntz = "Nowhere"\n')
    assert (found.title, found.lang, found.me.name, found.me.tz) == ("Ours", "en", "Noor", "")
    assert [finding.line for finding in findings(notes)] == [2, 5]


def test_without_the_file_the_defaults_stand(notes: Writer) -> None:
    assert notes.journal().settings == Settings()
    assert read(notes, "") == Settings()
    assert findings(notes) == []


def test_a_byte_order_mark_is_no_mistake(notes: Writer) -> None:
    assert read(notes, '\ufefftitle = "Ours"').title == "Ours"
    assert findings(notes) == []


def read(notes: Writer, text: str) -> Settings:
    notes.write({"journal.toml": text.encode("utf-8", "surrogateescape")})
    settings: Any = notes.journal().settings
    assert isinstance(settings, Settings)
    return settings


def findings(notes: Writer) -> list[Finding]:
    return list(notes.journal().findings)
