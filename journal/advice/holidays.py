"""Public holidays of a country by their English names, from the library that knows them."""

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=256)
def public_days(country: str, year: int) -> dict[str, tuple[date, ...]]:
    """Return the days of each public holiday, by name without case; empty for unknown countries.

    `country` is an ISO 3166-1 alpha-2 code.
    """
    import holidays

    try:
        language = _english(holidays.country_holidays(country).supported_languages)
        days = holidays.country_holidays(country, years=[year], language=language)
    except (NotImplementedError, ValueError):
        return {}
    found: dict[str, tuple[date, ...]] = {}
    for day, names in sorted(days.items()):
        for name in names.split("; "):
            if day.year == year:
                found[name.casefold()] = (*found.get(name.casefold(), ()), day)
    return found


def _english(languages: tuple[str, ...]) -> str | None:
    english = [language for language in languages or () if language.startswith("en")]
    return "en_US" if "en_US" in english else english[0] if english else None
