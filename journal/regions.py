"""Countries and time zones: what they are called, and what a name that is none of them may mean."""

import re
from difflib import get_close_matches
from functools import lru_cache

_SIMILARITY = 0.75
#: English names that IANA's table of countries does not have.
_ALSO_CALLED = {
    "uk": "GB", "u.k.": "GB", "united kingdom": "GB", "great britain": "GB", "england": "GB",
    "scotland": "GB", "wales": "GB", "northern ireland": "GB",
    "usa": "US", "u.s.a.": "US", "u.s.": "US", "america": "US", "united states of america": "US",
    "czechia": "CZ", "holland": "NL", "the netherlands": "NL", "türkiye": "TR", "turkiye": "TR",
    "south korea": "KR", "republic of korea": "KR", "korea": "KR", "north korea": "KP",
    "republic of ireland": "IE", "russian federation": "RU", "viet nam": "VN",
    "ivory coast": "CI", "cote d'ivoire": "CI", "côte d'ivoire": "CI", "timor-leste": "TL",
    "curacao": "CW", "reunion": "RE", "aland": "AX", "macao": "MO", "macedonia": "MK",
    "vatican": "VA", "holy see": "VA", "cabo verde": "CV", "samoa": "WS", "the bahamas": "BS",
    "the gambia": "GM", "congo": "CG", "republic of the congo": "CG", "dr congo": "CD",
    "democratic republic of the congo": "CD", "central african republic": "CF",
    "bosnia and herzegovina": "BA", "bosnia": "BA", "trinidad and tobago": "TT",
    "antigua and barbuda": "AG", "saint kitts and nevis": "KN", "st kitts and nevis": "KN",
    "saint lucia": "LC", "saint vincent": "VC", "saint vincent and the grenadines": "VC",
    "são tomé and príncipe": "ST", "sao tome and principe": "ST", "uae": "AE",
    "the philippines": "PH", "people's republic of china": "CN",
}  # fmt: skip


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Return the English names of all countries by their two letters (ISO 3166-1, by IANA)."""
    from importlib.resources import files  # only who reads a country waits for it

    table = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and line[0] != "#")
    return {row[0]: row[1] for row in rows}


@lru_cache(maxsize=1)
def _country_names() -> dict[str, str]:
    """Countries by every name that they have, without case; `Britain (UK)` is two."""
    names: dict[str, str] = {}
    for code, name in countries().items():
        names.setdefault(_plain(name), code)
        for part in name.replace(")", "").split("("):
            names.setdefault(_plain(part), code)
    return names | _ALSO_CALLED


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())


def country_codes(text: str) -> tuple[str, ...]:
    """Return the two letters of the country that `text` names in English, or none."""
    if len(text) == len("PT") and text.isascii() and (code := text.upper()) != "UK":
        return (code,)
    return tuple(filter(None, (_country_names().get(_plain(text)),)))


def similar_country(text: str) -> str:
    """Return the two letters of the country that may have been meant, or an empty text."""
    return _closest(_plain(text), _country_names())


#: A distance from UTC, as it is written where it is not known that IANA has the signs reversed.
_DISTANCE = re.compile(
    r"(?:utc|gmt|z)? ?(?P<sign>[+\N{MINUS SIGN}\N{EN DASH}-]) ?"
    r"(?P<hours>[01]?[0-9])(?::?(?P<minutes>[0-5][0-9]))?",
    re.IGNORECASE,
)
_A_CITY = "a city of theirs, like Europe/Lisbon, for summer time too"
_FARTHEST_EAST, _FARTHEST_WEST = 14, 12  # hours


def similar_time_zone(text: str) -> str:
    """Return what to do about a time zone that IANA does not list."""
    if distance := _DISTANCE.fullmatch(" ".join(text.split())):
        return _zone_at(distance)
    closest = _closest("_".join(text.casefold().split()), _zone_names())
    return f"did you mean {closest}?" if closest else "write an IANA name, like Europe/Lisbon"


def _zone_at(distance: re.Match[str]) -> str:
    is_east, hours = distance["sign"] == "+", int(distance["hours"])
    is_whole = int(distance["minutes"] or 0) == 0
    if not is_whole or hours > (_FARTHEST_EAST if is_east else _FARTHEST_WEST):
        return f"write {_A_CITY}"
    zone = f"Etc/GMT{'-' if is_east else '+'}{hours}" if hours else "UTC"
    sign = ", with its sign turned round" if hours else ""
    return f"did you mean {zone}{sign}? Better is {_A_CITY}"


@lru_cache(maxsize=1)
def _zone_names() -> dict[str, str]:
    """Time zones by name, and by the city alone, without case."""
    from zoneinfo import available_timezones  # only who mistypes a zone waits for it

    zones = sorted(available_timezones())
    cities = {name.rpartition("/")[2].casefold(): name for name in zones}
    return cities | {name.casefold(): name for name in zones}


def _closest(name: str, known: dict[str, str]) -> str:
    found = get_close_matches(name, known, 1, cutoff=_SIMILARITY)
    return known[found[0]] if found else ""
