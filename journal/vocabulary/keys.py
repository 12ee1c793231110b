"""Every kind of note, and every key that a note of it may have: a row each."""

from collections.abc import Iterable

from journal.vocabulary.choices import (
    ASPECTS,
    CHANNELS,
    DAYS,
    DIRECTIONS,
    GOAL_KINDS,
    GOAL_STATES,
    NEWS_KINDS,
    OPPORTUNITY_KINDS,
    OPPORTUNITY_STATES,
    PHASES,
    PRACTICES,
    ROLES,
    SUPPORT,
    TONES,
    TOUCHPOINT_KINDS,
    TOUCHPOINT_STATES,
    TRIP_STATES,
)
from journal.vocabulary.key_types import Key, Kind, Type

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


PEOPLE_KEYS = (
    Key("roles", Type.SOME_OF, "what they are to you", ROLES, default="by the folder"),
    Key("since", Type.PDATE, "when the mentoring began", likely=True),
    Key("until", Type.PDATE, "when it ended"),
    Key("met", Type.TEXT, "how you met", likely=True),
    Key("introduced_by", Type.LINKS, "who introduced you"),
    Key("died", Type.PDATE, "their page stays, all suggestions stop"),
    Key("org", Type.TEXT, "where they work", likely=True),
    Key("job_title", Type.TEXT, "what they are there", likely=True),
    Key("current_work", Type.TEXT, "what they work on now; helps with questions"),
    Key("why", Type.TEXT, "why you keep in touch"),
    Key("address_as", Type.TEXT, "how a message greets them: Professor Okoye, or Amara"),
    Key("fields", Type.LIST, "their fields; matched with opportunities", likely=True),
    Key("interests", Type.LIST, "what they care about; matched with opportunities"),
    Key("their_goals", Type.LIST, "what they are after"),
    Key("languages", Type.LIST, "languages they speak"),
    Key("email", Type.LIST, "e-mail addresses, the first is used", likely=True),
    Key("phone", Type.LIST, "telephone numbers, as dialled"),
    Key("city", Type.TEXT, "where they live; matched with trips", likely=True),
    Key("country", Type.TEXT, "ISO 3166-1 alpha-2, like PT; finds their public holidays"),
    Key("other_cities", Type.LIST, "other cities where they can be met"),
    Key("tz", Type.TEXT, "time zone, an IANA name like Europe/Lisbon", likely=True),
    Key("birthday", Type.BIRTHDAY, "MM-DD or YYYY-MM-DD"),
    Key("holidays", Type.LIST, "holidays on which they like a greeting"),
    Key("prefers", Type.SOME_OF, "channels they like best, in order", CHANNELS, likely=True),
    Key("accepts", Type.SOME_OF, "channels that are fine", CHANNELS, likely=True),
    Key("announce_first", Type.SOME_OF, "channels to announce on another one first", CHANNELS),
    Key("avoids", Type.SOME_OF, "channels they do not want", CHANNELS, likely=True),
    Key("prefs_asked", Type.DATE, "when you asked how they like to be reached", likely=True),
    Key(
        "quiet_hours",
        Type.HOURS,
        "when not to ring, in their time",
        default="settings, 21:00-09:00",
    ),
    Key("quiet_days", Type.SOME_OF, "days on which not to ring", DAYS),
    Key("tone", Type.ONE_OF, "how you write to each other", TONES),
    Key("emoji_ok", Type.BOOL, "whether emoji are welcome; unset means not asked"),
    Key("replies_in", Type.DURATION, "how long an answer may take", default="14 days"),
    Key("phases", Type.PHASES, "lines `DATE PHASE note`, oldest first"),
    Key(
        "phase",
        Type.ONE_OF,
        "where the relationship stands",
        PHASES,
        default="last line of `phases`; else new for 6 months from `since`; else waiting",
    ),
    Key("cadence", Type.DURATION, "how often to be in touch", default="by phase", likely=True),
    Key("min_gap", Type.DURATION, "room to leave after a message of yours", default="by phase"),
    Key("next", Type.DATE, "the next contact, chosen by hand"),
    Key("snooze_until", Type.DATE, "suggest nothing before this day"),
    Key("paused", Type.BOOL, "suggest nothing for now"),
    Key("review_on", Type.DATE, "when to go over what you agreed"),
    Key("questions", Type.LIST, "quick questions to ask one day", likely=True),
    Key("support", Type.SOME_OF, "what this person is for you", SUPPORT),
)


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


#: Said otherwise, and understood.
_COMMON_SYNONYMS = {"alias": "aliases", "tag": "tags"}
_PEOPLE_SYNONYMS = {"name": "title", "role": "roles", "timezone": "tz"}
_TOUCHPOINT_SYNONYMS = {"with": "people", "follow_up": "followup_on"}
#: Kinds whose `date` must be known, from the key or from the file's name.
_DATED = frozenset({"touchpoint", "news"})


def _kind(name: str, folder: str, keys: Iterable[Key], what: str, record: str = "") -> Kind:
    record = record or name
    common = (k._replace(required=k.name == "date" and record in _DATED) for k in COMMON_KEYS)
    synonyms = {"person": _PEOPLE_SYNONYMS, "touchpoint": _TOUCHPOINT_SYNONYMS}.get(record, {})
    table = {key.name: key for key in (*common, *keys)}
    return Kind(name, folder, record, table, {**_COMMON_SYNONYMS, **synonyms}, what)


FOLDERS: dict[str, Kind] = {
    kind.folder: kind
    for kind in (
        _kind("mentor", "mentors", PEOPLE_KEYS, "somebody who mentors you", "person"),
        _kind("protege", "proteges", PEOPLE_KEYS, "somebody you mentor", "person"),
        _kind("person", "people", PEOPLE_KEYS, "somebody you know", "person"),
        _kind("touchpoint", "touchpoints", TOUCHPOINT_KEYS, "a contact: meeting, e-mail, call"),
        _kind("news", "news", NEWS_KEYS, "what happened to you, or to them"),
        _kind("opportunity", "opportunities", OPPORTUNITY_KEYS, "something that could help them"),
        _kind("trip", "trips", TRIP_KEYS, "where you, or they, will be"),
        _kind("goal", "goals", GOAL_KEYS, "what you are working towards"),
        _kind("lesson", "lessons", LESSON_KEYS, "what you saw a good mentor do"),
    )
}
KINDS: dict[str, Kind] = {kind.name: kind for kind in FOLDERS.values()}
