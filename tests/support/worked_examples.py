"""The worked examples of the rules: one mentor, a few notes, and what is advised about them."""

from typing import NamedTuple

PERSON = {"since": "2015-03-01", "prefers": "email", "phase": "waiting"}


class Example(NamedTuple):
    """A row: what differs from the mentor above, the notes, and what must come out."""

    person: dict[str, str | None]
    notes: dict[str, str]
    section: str
    reach_by: str | None
    reasons: list[tuple[str, str | None]]
    hold: str | None = None
    phase: str = "waiting"
    stale: tuple[str, ...] = ()
    to_confirm: tuple[str, ...] = ()
    channel: str = "email"


def touchpoint(day: str, *lines: str, body: str = "") -> dict[str, str]:
    text = "\n".join(("---", "people: p", "channel: email", *lines, "---", body))
    return {f"touchpoints/{day} note": text}


SPOTTED = {"opportunities/grant": "---\nfor: p\ndeadline: 2026-07-01\n---\n"}
NEWS = {"news/prize": "---\nabout: p\ndate: 2026-06-10\n---\n"}
TRIP = {"trips/lisbon": "---\ncity: lisbon\nstart: 2026-07-01\n---\n"}
SHARED = {
    "opportunities/grant": "---\nfor: [p, q]\ndeadline: 2026-07-01\n---\n",
    "mentors/q": "---\ntitle: q\npaused: true\n---\n",
    "touchpoints/2026-06-14 about it": "---\npeople: q\nchannel: email\nabout: grant\n---\n",
}
DINNER = {"touchpoints/2027-06-30 dinner": "---\npeople: p\nchannel: in-person\n---\n"}
CALL = {"touchpoints/2026-06-30 call": "---\npeople: p\nchannel: call\nstate: planned\n---\n"}
YOUNG: dict[str, str | None] = {"since": "2026-06-01", "phase": None}

EXAMPLES = {
    1: Example({}, touchpoint("2026-03-01"), "overdue", "2026-06-01", [("cadence", "2026-06-01")]),
    2: Example(
        {}, touchpoint("2026-03-20"), "this-week", "2026-06-20", [("cadence", "2026-06-20")]
    ),
    3: Example(YOUNG, {}, "this-week", "2026-06-15", [("cadence", "2026-06-15")], phase="new"),
    4: Example({"since": None, "phase": None}, {}, "begin", None, [("begin", None)]),
    5: Example(
        {},
        touchpoint("2026-01-10", "kind: question") | touchpoint("2026-03-10", "kind: request"),
        "resting",
        "2026-09-10",
        [("cadence", "2026-09-10")],
        hold="resting",
    ),
    6: Example(
        {},
        touchpoint("2026-06-01") | touchpoint("2026-06-10", "direction: in"),
        "this-week",
        "2026-06-17",
        [("reply", "2026-06-17"), ("cadence", "2026-09-10")],
    ),
    7: Example({}, touchpoint("2025-11-30"), "overdue", "2026-02-28", [("cadence", "2026-02-28")]),
    8: Example(
        {},
        touchpoint("2026-06-10", "followup_on: 2026-06-14"),
        "overdue",
        "2026-06-14",
        [("followup", "2026-06-14"), ("cadence", "2026-09-10")],
    ),
    9: Example(
        {},
        touchpoint("2026-06-10", "followup_on: 2026-06-14") | touchpoint("2026-06-12"),
        "later",
        "2026-09-12",
        [("cadence", "2026-09-12")],
    ),
    10: Example(
        {"phase": None},
        touchpoint("2022-01-10"),
        "dormant",
        "2023-01-10",
        [("cadence", "2023-01-10")],
        phase="dormant",
    ),
    11: Example(
        {},
        touchpoint("2026-05-01", body="- [ ] send plots 📅 2026-06-01\n"),
        "overdue",
        "2026-06-01",
        [("promise", "2026-06-01"), ("cadence", "2026-08-01")],
    ),
    12: Example(
        {"snooze_until": "2026-07-10"},
        touchpoint("2026-03-01"),
        "snoozed",
        "2026-07-10",
        [("cadence", "2026-06-01")],
        hold="snooze",
    ),
    13: Example(
        {"next": "2026-08-01"},
        touchpoint("2026-03-01"),
        "later",
        "2026-08-01",
        [("next", "2026-08-01")],
    ),
    14: Example(
        {},
        touchpoint("2026-05-20") | SPOTTED,
        "this-week",
        "2026-06-15",
        [("opportunity", "2026-06-15"), ("cadence", "2026-08-20")],
    ),
    15: Example(
        {},
        touchpoint("2026-05-20") | SPOTTED | touchpoint("2026-06-14", "about: grant"),
        "later",
        "2026-09-14",
        [("cadence", "2026-09-14")],
    ),
    16: Example(
        {"city": "Lisbon"},
        touchpoint("2026-05-20") | TRIP,
        "this-week",
        "2026-06-15",
        [("trip", "2026-06-15"), ("cadence", "2026-08-20")],
    ),
    17: Example(
        YOUNG | {"cadence": "1 day"},
        touchpoint("2026-06-14"),
        "this-week",
        "2026-06-17",
        [("cadence", "2026-06-17")],
        hold="min_gap",
        phase="new",
    ),
    18: Example(
        {},
        touchpoint("2026-05-20") | NEWS,
        "soon",
        "2026-06-24",
        [("recognise", "2026-06-24"), ("cadence", "2026-08-20")],
    ),
    19: Example(
        {"birthday": "06-20"},
        touchpoint("2026-06-01"),
        "this-week",
        "2026-06-20",
        [("occasion", "2026-06-20"), ("cadence", "2026-09-01")],
    ),
    20: Example(
        {"birthday": "06-20"},
        touchpoint("2026-06-12"),
        "later",
        "2026-09-12",
        [("cadence", "2026-09-12")],
    ),
    21: Example(
        {},
        touchpoint("2026-03-01") | CALL,
        "soon",
        "2026-06-30",
        [("planned", "2026-06-30"), ("cadence", "2026-06-30")],
        channel="call",
    ),
    22: Example(
        {},
        touchpoint("2026-01-10", "question: How many?")
        | touchpoint("2026-06-05", "question: How long?"),
        "later",
        "2026-09-05",
        [("cadence", "2026-09-05")],
    ),
    23: Example({}, {}, "begin", None, [("begin", None)]),
    24: Example(
        {"last_contact": "2026-02"}, {}, "overdue", "2026-05-01", [("cadence", "2026-05-01")]
    ),
    25: Example(
        {},
        touchpoint("2026-03-01") | DINNER,
        "overdue",
        "2026-06-01",
        [("cadence", "2026-06-01"), ("planned", "2027-06-30")],
    ),
    26: Example(
        {"snooze_until": "2026-06-10"},
        touchpoint("2026-03-01"),
        "this-week",
        "2026-06-10",
        [("cadence", "2026-06-01")],
    ),
    27: Example(
        {"snooze_until": "2026-05-20"},
        touchpoint("2026-03-01"),
        "overdue",
        "2026-06-01",
        [("cadence", "2026-06-01")],
    ),
    28: Example(
        {},
        touchpoint("2026-06-01")
        | touchpoint("2026-06-03", "direction: in")
        | touchpoint("2026-06-13", "direction: in"),
        "overdue",
        "2026-06-10",
        [("reply", "2026-06-10"), ("cadence", "2026-09-13")],
    ),
    29: Example(
        {"birthday": "06-20"},
        touchpoint("2026-05-20") | touchpoint("2026-06-12", "direction: in", "kind: thanks"),
        "this-week",
        "2026-06-20",
        [("occasion", "2026-06-20"), ("cadence", "2026-09-12")],
    ),
    30: Example(
        {},
        touchpoint("2026-06-15", "time: 09:00")
        | {
            "touchpoints/2026-06-15 answer": "---\npeople: p\nchannel: email\ndirection: in\n"
            "time: 17:00\n---\n"
        },
        "this-week",
        "2026-06-22",
        [("reply", "2026-06-22"), ("cadence", "2026-09-15")],
    ),
    31: Example(
        {},
        touchpoint("2024-02-01", body="- [ ] send plots 📅 2024-03-01\n")
        | touchpoint("2026-05-20"),
        "later",
        "2026-08-20",
        [("cadence", "2026-08-20"), ("promise", None)],
        stale=("promise",),
    ),
    32: Example(
        {},
        touchpoint("2026-05-20") | SHARED,
        "this-week",
        "2026-06-15",
        [("opportunity", "2026-06-15"), ("cadence", "2026-08-20")],
    ),
    33: Example(
        {},
        touchpoint("2026-03-01") | touchpoint("2026-06-10", "state: planned"),
        "overdue",
        "2026-06-01",
        [("cadence", "2026-06-01")],
        to_confirm=("touchpoints/2026-06-10 note",),
    ),
}
