"""Time zones, countries and holidays: whether there are any of that name."""

from collections.abc import Iterator
from difflib import get_close_matches
from string import capwords

from journal.advice.occasions import public_holidays
from journal.advice.time_zones import find_time_zone
from journal.characters import quoted
from journal.checks.rule_context import Remark, RuleContext
from journal.contact_details import email_addresses, has_number, phone_numbers
from journal.library.attached_files import AttachedFiles
from journal.notes.records import Person, Trip
from journal.regions import countries, similar_country, similar_time_zone

#: Years, from today's, in which a public holiday has to be found to be known.
_YEARS = range(-1, 3)


def unknown_zone(_: RuleContext, person: Person) -> Iterator[Remark]:
    """A time zone that IANA does not list."""
    if person.tz and find_time_zone(person.tz) is None:
        message = f"`tz` is {quoted(person.tz)}, no known time zone"
        yield Remark(person.position("tz"), message, similar_time_zone(person.tz))


def unusable_contact_details(_: RuleContext, person: Person) -> Iterator[Remark]:
    """An e-mail address or a telephone number that no program could use."""
    for item, text in enumerate(person.email):
        if not email_addresses(text):
            message = f"{quoted(text)} is no e-mail address"
            hint = "write it like amara@example.org, several as a list"
            yield Remark(person.position("email", item), message, hint)
    for item, text in enumerate(person.phone):
        if has_number(text) and not phone_numbers(text):
            message = f"{quoted(text)} is no telephone number"
            hint = "write it like +44 20 7946 0000 ext. 12, several as a list"
            yield Remark(person.position("phone", item), message, hint)


def missing_photo(context: RuleContext, person: Person) -> Iterator[Remark]:
    """A photo that is not among the files beside the notes."""
    name = person.photo.removeprefix("!")
    if name and AttachedFiles(context.journal.attachments).find(person.id, name) is None:
        message = f"`photo` is {quoted(person.photo)}, and there is no such file"
        hint = "put it beside the note, or below the notes' folder"
        yield Remark(person.position("photo"), message, hint)


def unknown_country(_: RuleContext, note: Person | Trip) -> Iterator[Remark]:
    """A country that is neither two letters of ISO 3166-1 nor an English name."""
    if note.country and note.country not in countries():
        closest = similar_country(note.country)
        hint = "write its English name, or two letters of ISO 3166-1, like PT"
        if closest:
            hint = f"did you mean {closest}?"
        message = f"`country` is {quoted(note.country)}, no known country"
        yield Remark(note.position("country"), message, hint)


def unknown_holiday(context: RuleContext, person: Person) -> Iterator[Remark]:
    """A holiday that neither the settings nor their country has."""
    if person.country and person.country not in countries():
        return  # that is a finding already, and no holiday can be known before it is mended
    own = {holiday.name.casefold() for holiday in context.journal.settings.holidays}
    for item, name in enumerate(person.holidays):
        if name.casefold() in own:
            continue
        public = _public_holiday_names(person.country, context.today.year)
        if name.casefold() not in public:
            at = person.position("holidays", item)
            yield Remark(at, *_no_holiday(name, person.country, own | public))


def _no_holiday(name: str, country: str, known: frozenset[str] | set[str]) -> tuple[str, str]:
    own = "or add it as a [[holiday]] to journal.toml"
    if not country:
        message = f"{quoted(name)} is in no settings, and without a `country` no others are known"
        return message, f"write `country`, like PT, {own}"
    closest = get_close_matches(name.casefold(), known, 1)
    hint = f"did you mean {capwords(closest[0])}?" if closest else f"write its English name, {own}"
    return f"{quoted(name)} is no public holiday of {country}, nor one of the settings", hint


def _public_holiday_names(country: str, year: int) -> frozenset[str]:
    """Return the public holidays of `country` around `year`, without case; none without one."""
    found = (public_holidays(country, year + distance) for distance in _YEARS if country)
    return frozenset(name for days in found for name in days)
