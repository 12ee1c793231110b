"""Public holidays of a country by their English names, from the library that knows them."""

import warnings
from collections.abc import Iterator
from datetime import date
from functools import lru_cache


@lru_cache(maxsize=256)
def public_days(country: str, year: int) -> dict[str, tuple[date, ...]]:
    """Return the days of each public holiday, by name without case; empty for unknown countries.

    `country` is an ISO 3166-1 alpha-2 code. Labour Day is found as Labor Day, too, where the
    library knows both spellings.
    """
    found: dict[str, set[date]] = {}
    with warnings.catch_warnings():
        # for years that nobody has worked out yet, it warns and gives what it has
        warnings.simplefilter("ignore", UserWarning)
        try:
            for name, day in _named_days(country, year):
                found.setdefault(name, set()).add(day)
        except (NotImplementedError, ValueError):
            return {}
    return {name: tuple(sorted(days)) for name, days in found.items()}


def _named_days(country: str, year: int) -> Iterator[tuple[str, date]]:
    import holidays

    for language in _english(holidays.country_holidays(country).supported_languages):
        days = holidays.country_holidays(country, years=[year], language=language)
        for day, names in days.items():
            if day.year == year:
                yield from ((name, day) for name in _names(names))


def _names(written: str) -> set[str]:
    """Return the names of a day; of one that waits for the moon, without that remark, too."""
    names = written.casefold().split("; ")
    return {*names, *(name.removesuffix(" (estimated)") for name in names)}


def _english(languages: tuple[str, ...]) -> list[str | None]:
    """Return the spellings of English there are; where a country has one language, it is that."""
    return [language for language in languages or () if language.startswith("en")] or [None]
