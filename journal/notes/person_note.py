"""A person, and every key that their note may have: a row each."""

import datetime as dt
from typing import Annotated

from journal.contact_details import email_addresses, phone_numbers
from journal.durations import Duration
from journal.notes.note import TITLE, DatedLine, Links, Note, PhaseLine, Texts
from journal.regions import country_codes
from journal.values import Birthday, Hours, PartialDate
from journal.vocabulary.choices import CHANNELS, DAYS, PHASES, ROLES, SUPPORT, TONES
from journal.vocabulary.key_types import Key


def line_on(lines: tuple[DatedLine, ...], day: dt.date) -> DatedLine | None:
    """Return the last line that is not after a day, or None."""
    past = [line for line in lines if line.since.first <= day]
    return max(past, key=lambda line: line.since.first, default=None)


class Person(Note, frozen=True, kw_only=True, tag="person"):
    """Somebody: a mentor, a protégé, anybody else."""

    title: Annotated[str, TITLE._replace(also=("name",))]
    roles: Annotated[
        Texts,
        Key(
            "what they are to you",
            ROLES,
            default="by the folder",
            also=("role",),
            otherwise="job_title",
        ),
    ] = ()
    since: Annotated[PartialDate | None, Key("when the mentoring began", likely=True)] = None
    until: Annotated[PartialDate | None, Key("when it ended", not_before="since")] = None
    known_since: Annotated[PartialDate | None, Key("when you met, if that was before `since`")] = (
        None
    )
    last_contact: Annotated[
        PartialDate | None,
        Key(
            "the last contact that no note tells of, before the journal began",
            also=("last_contacted",),
        ),
    ] = None
    met: Annotated[str, Key("how you met", likely=True, searched=True)] = ""
    introduced_by: Annotated[Links, Key("who introduced you")] = ()
    died: Annotated[PartialDate | None, Key("their page stays, all suggestions stop")] = None
    pronouns: Annotated[
        str, Key("she, he, they, also as she/her; used in sentences about them")
    ] = ""
    uid: Annotated[
        str, Key("their id in an address book, by which `import` finds them; not shown")
    ] = ""
    org: Annotated[
        str,
        Key(
            "where they work",
            default="the last of `jobs` not after today",
            likely=True,
            searched=True,
            also=("company",),
        ),
    ] = ""
    jobs: Annotated[
        tuple[DatedLine, ...], Key("where they worked, from when: lines like `2016 Bell Labs`")
    ] = ()
    job_title: Annotated[str, Key("what they are there", likely=True, searched=True)] = ""
    current_work: Annotated[
        str, Key("what they work on now; helps with questions", searched=True)
    ] = ""
    why: Annotated[str, Key("why you keep in touch", searched=True)] = ""
    address_as: Annotated[
        str, Key("how a message greets them: Professor Okoye, or Amara", searched=True)
    ] = ""
    fields: Annotated[
        Texts, Key("their fields; matched with opportunities", likely=True, searched=True)
    ] = ()
    interests: Annotated[
        Texts, Key("what they care about; matched with opportunities", searched=True)
    ] = ()
    their_goals: Annotated[Texts, Key("what they are after", searched=True)] = ()
    languages: Annotated[Texts, Key("languages they speak", searched=True)] = ()
    email: Annotated[
        Texts,
        Key(
            "e-mail addresses, the first is used",
            likely=True,
            searched=True,
            reads=email_addresses,
        ),
    ] = ()
    phone: Annotated[Texts, Key("telephone numbers", reads=phone_numbers)] = ()
    city: Annotated[
        str,
        Key(
            "where they live; matched with trips",
            default="the last of `places` not after today",
            likely=True,
            searched=True,
            also=("location",),
        ),
    ] = ""
    places: Annotated[
        tuple[DatedLine, ...], Key("where they lived, from when: lines like `2016 London`")
    ] = ()
    country: Annotated[
        str,
        Key(
            "two letters (ISO 3166-1), or its English name; finds their public holidays",
            searched=True,
            reads=country_codes,
        ),
    ] = ""
    other_cities: Annotated[Texts, Key("other cities where they can be met", searched=True)] = ()
    tz: Annotated[
        str, Key("time zone, an IANA name like Europe/Lisbon", likely=True, also=("timezone",))
    ] = ""
    birthday: Annotated[Birthday | None, Key("MM-DD, or YYYY-MM-DD where the year is known")] = None
    holidays: Annotated[Texts, Key("holidays on which they like a greeting")] = ()
    prefers: Annotated[
        Texts,
        Key("channels they like best, in order", CHANNELS, likely=True, example="[email, call]"),
    ] = ()
    accepts: Annotated[
        Texts, Key("channels that are fine", CHANNELS, likely=True, example="[video]")
    ] = ()
    announce_first: Annotated[
        Texts, Key("channels to announce on another one first", CHANNELS)
    ] = ()
    avoids: Annotated[
        Texts, Key("channels they do not want", CHANNELS, likely=True, example="[text]")
    ] = ()
    prefs_asked: Annotated[
        dt.date | None, Key("when you asked how they like to be reached", likely=True)
    ] = None
    quiet_hours: Annotated[
        Hours | None, Key("when not to ring, in their time", default="settings, 21:00-09:00")
    ] = None
    quiet_days: Annotated[Texts, Key("days on which not to ring", DAYS)] = ()
    tone: Annotated[str, Key("how you write to each other", TONES)] = ""
    emoji_ok: Annotated[bool | None, Key("whether emoji are welcome; unset means not asked")] = None
    replies_in: Annotated[Duration, Key("how long an answer may take", default="14 days")] = (
        Duration(days=14)
    )
    phases: Annotated[tuple[PhaseLine, ...], Key("lines `DATE PHASE note`, oldest first")] = ()
    phase: Annotated[
        str,
        Key(
            "where the relationship stands",
            PHASES,
            default="last line of `phases`; else new for 6 months from `since`; else waiting",
        ),
    ] = ""
    cadence: Annotated[
        Duration | None,
        Key("how often to be in touch", default="by phase", likely=True, example="3 months"),
    ] = None
    min_gap: Annotated[
        Duration | None, Key("room to leave after a message of yours", default="by phase")
    ] = None
    next: Annotated[dt.date | None, Key("the next contact, chosen by hand")] = None
    snooze_until: Annotated[dt.date | None, Key("suggest nothing before this day")] = None
    paused: Annotated[bool, Key("suggest nothing for now")] = False
    review_on: Annotated[dt.date | None, Key("when to go over what you agreed")] = None
    photo: Annotated[str, Key("an attachment with their picture; shown small")] = ""
    questions: Annotated[Texts, Key("quick questions to ask one day", likely=True)] = ()
    support: Annotated[Texts, Key("what this person is for you", SUPPORT)] = ()

    @property
    def kept_in_touch(self) -> bool:
        """Whether any role but associate applies."""
        return any(role != "associate" for role in self.roles)

    @property
    def mail_address(self) -> str:
        """The first e-mail address that can be written to, or an empty text."""
        return next((text for text in self.email if email_addresses(text)), "")

    def is_dead(self, today: dt.date) -> bool:
        """Whether they have died by `today`."""
        return self.died is not None and self.died.first <= today
