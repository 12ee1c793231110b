"""The nine folders, and what a note in each may say."""

from collections.abc import Iterable

from journal.vocabulary.others import (
    COMMON_KEYS,
    GOAL_KEYS,
    LESSON_KEYS,
    NEWS_KEYS,
    OPPORTUNITY_KEYS,
    TRIP_KEYS,
)
from journal.vocabulary.people import PEOPLE_KEYS
from journal.vocabulary.terms import Key, Kind
from journal.vocabulary.touchpoints import TOUCHPOINT_KEYS

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
