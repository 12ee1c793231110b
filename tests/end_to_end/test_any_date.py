"""Any day of the calendar, in any key, and any day for today: nothing stops, in no command."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from journal.durations import Duration
from journal.errors import Exit
from journal.notes.kinds import FOLDERS, Kind
from journal.values import add_days, shift
from journal.vocabulary.key_types import Key, Type
from tests.support.command import run
from tests.support.journal import Writer
from tests.support.site import pages, site_of

ENDS = [
    date.min, date(1, 1, 2), date(1, 12, 31), date(1899, 12, 31), date(1900, 1, 1),
    date(2024, 2, 29), date(2026, 6, 15), date(2100, 1, 1), date(9026, 3, 1), date(9898, 12, 31),
    date(9998, 12, 31), date(9999, 1, 1), date(9999, 12, 30), date.max,
]  # fmt: skip
DAYS = st.one_of(st.sampled_from(ENDS), st.dates())
TODAYS = st.sampled_from(
    [date.min, date(1, 12, 31), date(2026, 6, 15), date(9998, 2, 28), date.max]
)
ZONES = ["Pacific/Kiritimati", "Etc/GMT+12", "America/New_York", "Asia/Tokyo", "Europe/Lisbon"]
CLOCKS = st.sampled_from(["00:00", "00:01", "12:00", "23:59"])
SPANS = st.sampled_from(["none", "0 days", "1 day", "99999 days", "9999 years", "2 weeks"])
PARTIAL = st.tuples(DAYS, st.sampled_from([4, 7, 10])).map(lambda part: f"{part[0]}"[: part[1]])
VALUES: dict[Type, st.SearchStrategy[str]] = {
    Type.DATE: DAYS.map(str),
    Type.PDATE: PARTIAL,
    Type.PHASES: st.lists(
        st.tuples(PARTIAL, st.sampled_from(["new", "active", "waiting", "dormant", "ended"])),
        max_size=4,
    ).map(lambda lines: str([f"{day} {phase}" for day, phase in sorted(lines)])),
    Type.BIRTHDAY: st.one_of(DAYS.map(str), DAYS.map(lambda day: str(day)[5:])),
    Type.CLOCK: CLOCKS,
    Type.HOURS: st.tuples(CLOCKS, CLOCKS).map("-".join),
    Type.DURATION: SPANS,
    Type.NUMBER: st.sampled_from(["0", "30", "999999999"]),
    Type.BOOL: st.just("false"),
    Type.LINKS: st.sampled_from(["[ada]", "[ada, bo]", "[x-news, x-opportunities, x-trips]"]),
}
NAMED = {"tz": st.sampled_from(ZONES), "country": st.sampled_from(["PT", "US", "IL", "SA"])}


def value(key: Key) -> st.SearchStrategy[str]:
    if key.choices:
        return st.sampled_from(key.choices.words)
    if key.name == "holidays":
        return st.just("[Day, New Year's Day]")
    return NAMED.get(key.name, VALUES.get(key.type, st.just("Rome")))


def note(kind: Kind) -> st.SearchStrategy[str]:
    keys = [key for key in kind.keys.values() if key.name not in ("private", "draft", "link")]
    fields = st.fixed_dictionaries({key.name: value(key) for key in keys})
    used = st.sets(st.sampled_from([key.name for key in keys if not key.required]), min_size=4)
    required = {key.name for key in keys if key.required}

    def text(drawn: tuple[dict[str, str], set[str], date]) -> str:
        lines = "".join(f"{k}: {v}\n" for k, v in drawn[0].items() if k in drawn[1] | required)
        return f"---\n{lines}---\n[[x-news]] [[x-trips]]\n\n- [ ] say it [[ada]] 📅 {drawn[2]}\n"

    return st.tuples(fields, used, DAYS).map(text)


NOTES = st.fixed_dictionaries(
    {f"{folder}/x-{folder}": note(kind) for folder, kind in FOLDERS.items()}
    | {"mentors/ada": note(FOLDERS["mentors"]), "proteges/bo": note(FOLDERS["proteges"])}
    | {f"touchpoints/{n}": note(FOLDERS["touchpoints"]) for n in range(4)}
)
SETTINGS = st.tuples(st.sampled_from(ZONES), PARTIAL, DAYS).map(
    lambda drawn: (
        f'[me]\ntz = "{drawn[0]}"\ncity = "Rome"\n[[me.chapter]]\nfrom = "{drawn[1]}"\n'
        f'name = "Then"\n[[holiday]]\nname = "Day"\n'
        f'dates = ["{drawn[2]}", "02-29"]\nfor_all = true\n'
    )
)
SOME = settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
New = Callable[[], Writer]


@pytest.fixture
def new(tmp_path_factory: pytest.TempPathFactory) -> New:
    return lambda: Writer(tmp_path_factory.mktemp("days"))


@pytest.mark.long
@SOME
@given(NOTES, SETTINGS, TODAYS)
def test_every_page_is_made(new: New, texts: dict[str, str], toml: str, today: date) -> None:
    notes = new().write({**texts, "journal.toml": toml})
    assert pages(site_of(notes.root, today, private=True, drafts=True))


@pytest.mark.long
@settings(SOME, max_examples=8)
@given(NOTES, SETTINGS, TODAYS)
def test_every_command_runs(new: New, texts: dict[str, str], toml: str, today: date) -> None:
    notes = new().write({**texts, "journal.toml": toml})
    for args in (
        ("build",), ("check",), ("next",), ("next", "ada"), ("next", "--format", "json"),
        ("calendar",), ("export", "json"), ("export", "csv"), ("draft", "ada"),
    ):  # fmt: skip
        ran = run(notes.root, *args, "--today", str(today))
        assert "fault of the program" not in ran.err, args
        assert ran.status in (Exit.FINE, Exit.FINDINGS) or "has died" in ran.err, ran.err


@pytest.mark.parametrize("today", [date.min, date.max])
def test_a_journal_begun_on_any_day_can_be_built(
    tmp_path_factory: pytest.TempPathFactory, today: date
) -> None:
    root = tmp_path_factory.mktemp("begun")
    assert run(root, "init", "--today", str(today)).status == Exit.FINE
    for day in ("yesterday", "tomorrow", "last friday", "next friday", "in 9999 years"):
        ran = run(root, "log", "first", "Hello", "--date", day, "--today", str(today))
        assert "fault of the program" not in ran.err
    assert "fault" not in run(root, "build", "--today", str(today)).err


@given(DAYS, st.integers(-20_000, 20_000), st.integers(-99_999, 99_999))
def test_arithmetic_stays_inside_the_calendar(day: date, months: int, days: int) -> None:
    assert date.min <= shift(day, months, days) <= date.max
    assert date.min <= add_days(day, days) <= date.max
    span = Duration(abs(months), abs(days))
    assert span.before(day) <= day <= span.after(day)


SLIPS = [
    ("touchpoints/x", "people: ada\nchannel: email\ndate: {}", "date", True),
    ("news/x", "date: {}", "date", True),
    ("mentors/x", "next: {}", "next", False),
    ("trips/x", "city: Rome\nstart: {}", "start", True),
    ("trips/x", "city: Rome\nstart: 1900-01-01\nend: {}", "end", False),
    ("opportunities/x", "deadline: {}", "deadline", False),
    ("goals/x", "target: {}", "target", False),
]


@pytest.mark.parametrize("slip", SLIPS)
@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("0026-03-01", False),
        ("1899-12-31", False),
        ("1900-01-01", True),
        ("2126-06-15", True),
        ("2126-06-16", False),
        ("9026-03-01", False),
        ("9999-12-31", False),
    ],
)
def test_a_day_out_of_reason_is_named_and_counts_as_absent(
    notes: Writer, slip: tuple[str, str, str, bool], day: str, counts: bool
) -> None:
    note_id, lines, key, left_out = slip
    lines = lines.format(day)
    notes.write({"mentors/ada": "", note_id: f"---\n{lines}\n---\n"})
    journal = notes.journal()
    found = [(f.line, f.column, f.code) for f in journal.findings if f.path.endswith("x.md")]
    line = lines.count("\n") + 2
    assert found == ([] if counts else [(line, len(key) + 3, "F03")])
    assert (note_id in journal.left_out) is (left_out and not counts)
    if not left_out or counts:
        value = getattr(journal.notes[note_id], key)
        without = None if key != "end" else date(1900, 1, 1)
        assert value == (date.fromisoformat(day) if counts else without)


def test_what_is_out_of_reason_today_may_not_be_tomorrow(notes: Writer) -> None:
    """Also by way of the cache, and back again."""
    notes.write({"goals/x": "---\nstart: 2125-01-01\ntarget: 2126-06-16\n---\n"})
    for today in (date(2026, 6, 15), date(2026, 6, 16), date(2020, 1, 1), date(2026, 6, 16)):
        goal = notes.journal(today).goals[0]
        assert (goal.start is None) is (today.year == 2020)
        assert (goal.target is None) is (today < date(2026, 6, 16))


@pytest.mark.parametrize("day", ["9026-03-01", "0026-03-01"])
def test_a_file_named_by_a_day_out_of_reason_is_named(notes: Writer, day: str) -> None:
    notes.write({"mentors/ada": "", f"touchpoints/{day} call": "---\npeople: ada\n---\n"})
    journal = notes.journal()
    assert "F03" in [finding.code for finding in journal.findings]
    assert not journal.touchpoints


def test_nothing_is_written_with_a_day_out_of_reason(notes: Writer) -> None:
    notes.write({"mentors/ada": "---\nprefers: email\n---\n"})
    for args in (
        ("new", "goal", "A job", "--set", "target=9026-01-01"),
        ("log", "ada", "--on", "0026-01-01"),
        ("log", "ada", "--followup", "9026-01-01"),
    ):
        ran = run(notes.root, *args)
        assert ran.status == Exit.NOT_RUN
        assert "a hundred years ahead" in ran.err
    assert [path.name for path in (notes.root / "content").rglob("*.md")] == ["ada.md"]
