"""The page to write a message to a person, put together from talking points."""

from collections.abc import Iterable, Iterator

import msgspec

from journal.advice import TalkingPoints
from journal.advice.preferences_asked import known_wishes
from journal.advice.relationship import Relationship
from journal.advice.talking_points import seconds_to_answer
from journal.notes.records import Person
from journal.site.parts.message_draft import (
    TALKING_POINTS,
    Draft,
    DraftVariant,
    draft_variants,
    mailto,
    talking_points_for,
)
from journal.site.parts.message_opening import led_by_reason, one_thing
from journal.site.parts.note_summaries import Fact
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.person_links import PREP, WRITE
from journal.site.parts.profile import preferences
from journal.site.parts.site_data import SiteData
from journal.wording.labels import AS_YOU_KNOW_IT, channel_words

_QUICK = 30  # seconds
_TITLES = {
    "news": "News from you",
    "recognition": "A word about their news",
    "offer": "Something for them",
    "question": "A quick question",
}
_MISSING = {
    "news": "No news of yours that they have not heard.",
    "recognition": "No news of theirs to speak of.",
    "offer": "Nothing at hand to offer.",
    "question": "No question kept for them.",
}
#: The preferences that matter for a message.
_PREFERENCES = frozenset({"Prefers", "Fine, too", "Announce it first", "Avoid", "Tone", "Emoji"})


class MessageChoice(msgspec.Struct, frozen=True):
    """A talking point to tick: its words in the message, its note, and alternatives."""

    key: str
    is_chosen: bool
    title: str
    text: str
    note: Link | None
    aside: str
    is_long: bool
    more: tuple[Link, ...]


class WritePage(msgspec.Struct, frozen=True):
    """The content of `write.html`; `to` is empty where there is no e-mail address.

    `first` has the one thing that is enough, `variants` every choice.
    """

    title: str
    person: Link
    prep: str
    lead: str
    preferences: tuple[Fact, ...]
    choices: tuple[MessageChoice, ...]
    missing: tuple[str, ...]
    first: DraftVariant
    variants: tuple[DraftVariant, ...]
    to: str
    mailto: str


def addresses(data: SiteData) -> Iterable[str]:
    """Return the pages of everybody who may be shown and is alive, in their order."""
    return below_people(data, WRITE)


def below_people(data: SiteData, folder: str) -> list[str]:
    """Return the addresses of `folder` on the pages of those who are alive."""
    alive = (p for p in data.journal.people if not p.is_dead(data.today))
    return sorted(f"{data.addresses[person.id].page}{folder}" for person in alive)


def view(page: PageContext) -> WritePage:
    """Return the page on which a message to a person is put together."""
    person = page.data.people_at[page.address.removesuffix(WRITE)]
    advice = page.data.advice_for(person)
    found = led_by_reason(advice, talking_points_for(page, person))
    made = tuple(draft_variants(page, person, found))
    chosen = _keys(one_thing(page.journal, advice, found, page.data.bodies).points)
    first = next(variant for variant in made if variant.said == chosen)
    to = person.mail_address
    return WritePage(
        title=f"Write to {person.title}",
        person=page.link(person.id),
        prep=page.href(f"{page.data.addresses[person.id].page}{PREP}"),
        lead=_lead(page, person),
        preferences=_preferences(page, person),
        choices=tuple(_choices(page, found, made, chosen)),
        missing=tuple(_MISSING[key] for key in TALKING_POINTS if not getattr(found, key)),
        first=first,
        variants=made,
        to=mailto(Draft("", ""), to) if to else "",
        mailto=mailto(Draft(first.subject, first.text), to) if to else "",
    )


def _preferences(page: PageContext, person: Person) -> tuple[Fact, ...]:
    rows = preferences(page.journal, person)
    return tuple(row for row in rows if row.term in _PREFERENCES)


def _lead(page: PageContext, person: Person) -> str:
    by = ""
    if person.prefers:
        guessed = known_wishes(Relationship(page.journal, person)).are_guessed
        by = f"They like {channel_words(person.prefers[0])} best"
        by += f", {AS_YOU_KNOW_IT}. " if guessed else ". "
    return f"{by}One thing is enough: tick what you want to say."


def _keys(points: TalkingPoints) -> tuple[str, ...]:
    return tuple(key for key in TALKING_POINTS if getattr(points, key))


def _choices(
    page: PageContext,
    found: TalkingPoints,
    made: tuple[DraftVariant, ...],
    chosen: tuple[str, ...],
) -> Iterator[MessageChoice]:
    bare = set(_paragraphs(made[-1].text))
    alone = {variant.said[0]: variant for variant in made if len(variant.said) == 1}
    for key, variant in alone.items():
        items = getattr(found, key)
        names = _links(page, key, items)
        own = (part for part in _paragraphs(variant.text) if part not in bare)
        seconds = seconds_to_answer(items[0]) if key == "question" else 0
        yield MessageChoice(
            key=key,
            is_chosen=key in chosen,
            title=_TITLES[key],
            text="\n\n".join(own) or names[0].text,
            note=names[0] if names[0].href else None,
            aside=f"takes them about {seconds} seconds" if seconds else "",
            is_long=seconds > _QUICK,
            more=names[1:],
        )


def _links(page: PageContext, key: str, items: tuple[str, ...]) -> tuple[Link, ...]:
    return tuple(Link(text) for text in items) if key == "question" else page.links(items)


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]
