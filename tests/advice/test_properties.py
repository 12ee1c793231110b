"""What holds of the advice whatever the notes say."""

import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.advice import Advice, PersonAdvice
from tests.support.journal import TODAY, Writer

KINDS = st.sampled_from(["note", "question", "request", "reply", "greeting", "agreement"])
PAST = st.integers(min_value=1, max_value=1500).map(lambda days: TODAY - timedelta(days=days))
QUICK = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # each example writes real files


@st.composite
def people(draw: st.DrawFn) -> str:
    lines = [f"since: {draw(PAST)}", f"prefers: {draw(st.sampled_from(['email', 'call']))}"]
    lines.append(f"phase: {draw(st.sampled_from(['new', 'active', 'waiting', 'dormant']))}")
    if draw(st.booleans()):
        lines.append(f"cadence: {draw(st.integers(1, 400))} days")
    if draw(st.booleans()):
        lines.append("birthday: 06-20")
    return "\n".join(("---", *lines, "---", ""))


@st.composite
def contacts(draw: st.DrawFn, least: int = 0) -> list[str]:
    found = []
    for day in draw(st.lists(PAST, min_size=least, max_size=6)):
        direction = draw(st.sampled_from(["out", "in", "both"]))
        lines = ["people: p", "channel: email", f"date: {day}", f"direction: {direction}"]
        lines.append(f"kind: {draw(KINDS)}")
        if draw(st.booleans()):
            lines.append(f"followup_on: {day + timedelta(days=draw(st.integers(1, 90)))}")
        found.append("\n".join(("---", *lines, "---", "")))
    return found


def advised(files: dict[str, str], today: date = TODAY) -> Advice:
    with tempfile.TemporaryDirectory() as folder:
        return Writer(Path(folder)).write(files).advice(today)


def named(person: str, notes: list[str], names: str = "abcdef") -> dict[str, str]:
    files = {f"touchpoints/{name}": text for name, text in zip(names, notes, strict=False)}
    return {"mentors/p": person, **files}


def cadence(advice: Advice) -> date | None:
    found = advice.of("mentors/p")
    days = [reason.by for reason in found.reasons if reason.kind == "cadence"] if found else []
    return days[0] if days else None


def said(advice: PersonAdvice | None) -> list[tuple[str, date | None]]:
    return [(reason.kind, reason.by) for reason in advice.reasons] if advice else []


@QUICK
@given(people(), contacts())
def test_the_order_of_files_changes_nothing(person: str, notes: list[str]) -> None:
    one, other = advised(named(person, notes)), advised(named(person, notes[::-1]))
    first, second = one.of("mentors/p"), other.of("mentors/p")
    assert said(first) == said(second)
    assert first
    assert second
    assert (first.section, first.reach_by, first.hold) == (
        second.section,
        second.reach_by,
        second.hold,
    )


@QUICK
@given(people(), contacts(least=1), st.integers(1, 700))
def test_a_later_today_never_makes_a_cadence_date_earlier(
    person: str, notes: list[str], days: int
) -> None:
    now = cadence(advised(named(person, notes)))
    then = cadence(advised(named(person, notes), TODAY + timedelta(days=days)))
    assert now
    assert then
    assert then >= now


@QUICK
@given(people(), contacts(), st.sampled_from(["out", "both"]))
def test_a_contact_of_today_never_makes_anybody_more_overdue(
    person: str, notes: list[str], direction: str
) -> None:
    today = f"---\npeople: p\nchannel: email\ndate: {TODAY}\ndirection: {direction}\n---\n"
    before = advised(named(person, notes)).of("mentors/p")
    after = advised({**named(person, notes), "touchpoints/today": today}).of("mentors/p")
    assert before
    assert after
    assert after.reach_by
    assert min(after.reach_by, TODAY) >= min(before.reach_by or TODAY, TODAY)


LINKABLE = {
    "news/theirs": "---\nabout: p\ndate: 2026-06-01\n---\n",
    "news/mine": "---\ndate: 2026-06-02\n---\n",
    "opportunities/o": "---\nfor: p\ndeadline: 2026-07-01\n---\n",
    "trips/t": "---\ncity: Rome\nstart: 2026-07-01\n---\n",
}


@QUICK
@given(contacts(), st.sampled_from(sorted(LINKABLE)))
def test_linking_takes_a_reason_away_and_never_adds_one(notes: list[str], told: str) -> None:
    person = "---\nsince: 2015-01-01\nprefers: email\ncity: Rome\n---\n"
    today = f"---\npeople: p\nchannel: email\ndate: {TODAY}\n---\n"
    files = {**named(person, notes), **LINKABLE}
    plain = advised({**files, "touchpoints/today": today}).of("mentors/p")
    linked = advised({**files, "touchpoints/today": f"{today}[[{told}]]\n"}).of("mentors/p")
    assert plain
    assert linked
    about = {(r.kind, n) for r in plain.reasons for n in r.notes if n in LINKABLE}
    still = {(r.kind, n) for r in linked.reasons for n in r.notes if n in LINKABLE}
    assert still == {(kind, note) for kind, note in about if note != told}
    points = (
        *linked.talking_points.news,
        *linked.talking_points.recognition,
        *linked.talking_points.offer,
    )
    assert told not in points
