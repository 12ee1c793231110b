"""The keys of every note, and of news, opportunities, trips, goals and lessons."""

from journal.vocabulary.choices import (
    ASPECTS,
    GOAL_KINDS,
    GOAL_STATES,
    NEWS_KINDS,
    OPPORTUNITY_KINDS,
    OPPORTUNITY_STATES,
    PRACTICES,
    TRIP_STATES,
)
from journal.vocabulary.terms import Key, Type

COMMON_KEYS = (
    Key("title", Type.TEXT, "its name", default="first `# heading`, else the file's name"),
    Key("date", Type.DATE, "its day", default="a date that begins the file's name"),
    Key("aliases", Type.LIST, "other names it can be linked by"),
    Key("tags", Type.LIST, "words to find it by; `#tag` in the text counts too"),
    Key("link", Type.TEXT, "an outside address: http, https, mailto or tel"),
    Key("because_of", Type.LINKS, "the earlier notes that this grew from"),
    Key("private", Type.BOOL, "left out of the site unless `--private`", default="false"),
    Key("draft", Type.BOOL, "left out unless `--drafts`; counts for nothing", default="false"),
)
NEWS_KEYS = (
    Key("about", Type.LINKS, "whose news it is", default="me", likely=True, me=True),
    Key("kind", Type.ONE_OF, "what happened", NEWS_KINDS, default="other", likely=True),
    Key("fresh_until", Type.DATE, "worth telling until", default="date + 6 months"),
)
OPPORTUNITY_KEYS = (
    Key("for", Type.LINKS, "whom it could help; empty means not matched yet", likely=True, me=True),
    Key("from", Type.LINKS, "who offers it", default="me", me=True),
    Key("with", Type.LINKS, "who else is part of it", me=True),
    Key("kind", Type.ONE_OF, "what it is", OPPORTUNITY_KINDS, default="other", likely=True),
    Key("org", Type.TEXT, "the organisation behind it", likely=True),
    Key("event", Type.TEXT, "the event it belongs to"),
    Key("result", Type.TEXT, "what came of it"),
    Key("fields", Type.LIST, "matched with people's fields and interests", likely=True),
    Key("deadline", Type.DATE, "the last day", likely=True),
    Key("event_on", Type.DATE, "the day of the event"),
    Key("closed_on", Type.DATE, "the day it was settled"),
    Key("lead", Type.DURATION, "how long before the deadline to offer it", default="30 days"),
    Key(
        "state",
        Type.ONE_OF,
        "where it stands; told to them, spotted becomes offered",
        OPPORTUNITY_STATES,
        default="spotted",
    ),
)
TRIP_KEYS = (
    Key("who", Type.LINKS, "who travels", default="me", me=True),
    Key("city", Type.TEXT, "where to", required=True, likely=True),
    Key("country", Type.TEXT, "ISO 3166-1 alpha-2, like PT"),
    Key("purpose", Type.TEXT, "what for", likely=True),
    Key("start", Type.DATE, "first day there", required=True, likely=True),
    Key("end", Type.DATE, "last day there", default="start", likely=True),
    Key("lead", Type.DURATION, "how long before to tell people", default="3 weeks"),
    Key("state", Type.ONE_OF, "how sure it is", TRIP_STATES, default="planned", likely=True),
)
GOAL_KEYS = (
    Key("kind", Type.ONE_OF, "what it is", GOAL_KINDS, default="other", likely=True),
    Key("state", Type.ONE_OF, "where it stands", GOAL_STATES, default="open", likely=True),
    Key("start", Type.DATE, "when you began"),
    Key("target", Type.DATE, "when you want to be there", likely=True),
    Key("closed_on", Type.DATE, "the day it was settled"),
    Key("urgent", Type.BOOL, "whether it presses", default="false"),
    Key("people", Type.LINKS, "who helps", likely=True),
)
LESSON_KEYS = (
    Key("from", Type.LINKS, "whom you saw it with", likely=True),
    Key("aspect", Type.ONE_OF, "what they do well", ASPECTS, default="other", likely=True),
    Key("practice", Type.ONE_OF, "how far you are", PRACTICES, default="noted", likely=True),
)
