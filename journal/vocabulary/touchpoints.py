"""The keys of touchpoints."""

from journal.vocabulary.choices import CHANNELS, DIRECTIONS, TOUCHPOINT_KINDS, TOUCHPOINT_STATES
from journal.vocabulary.terms import Key, Type

TOUCHPOINT_KEYS = (
    Key("people", Type.LINKS, "who it was with", required=True, likely=True),
    Key("time", Type.CLOCK, "HH:MM, in your time zone"),
    Key("channel", Type.ONE_OF, "how; required once it is done", CHANNELS, likely=True),
    Key(
        "direction",
        Type.ONE_OF,
        "out: from you, in: from them",
        DIRECTIONS,
        default="both for call, video, in-person and event; else out",
        likely=True,
    ),
    Key("kind", Type.ONE_OF, "what it was", TOUCHPOINT_KINDS, default="note", likely=True),
    Key(
        "state",
        Type.ONE_OF,
        "whether it happened",
        TOUCHPOINT_STATES,
        default="done once its date has come, else planned",
    ),
    Key("about", Type.LINKS, "news, opportunities, trips it told them of", likely=True),
    Key("question", Type.TEXT, "the quick question you asked", likely=True),
    Key("question_seconds", Type.NUMBER, "seconds the answer takes them", default="estimated"),
    Key("answered_on", Type.DATE, "when they answered"),
    Key("followup_on", Type.DATE, "when to come back to it", likely=True),
    Key("gave", Type.LIST, "what you gave, as `kind: text`", likely=True),
    Key("got", Type.LIST, "what you got, as `kind: text`", likely=True),
    Key("holiday", Type.TEXT, "the holiday of a greeting"),
    Key("place", Type.TEXT, "where it was"),
    Key("minutes", Type.NUMBER, "how many minutes it took"),
)
