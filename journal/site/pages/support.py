"""Who gives which of the nine kinds of support, and which kinds are missing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from journal.notes.records import Person
from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.person_histories import PersonHistory
from journal.vocabulary.choices import SUPPORT

_ALONE = 2  # kinds of support from one person alone that call for a remark
_WELL = (
    "For every kind of support you can turn to more than one. That is rare, and worth a thank-you."
)
#: kind -> (its name, what it is)
WORDS: Mapping[str, tuple[str, str]] = {
    "feedback": ("Feedback", "they tell you what they see in your work"),
    "development": ("Development", "they help you learn what you cannot do yet"),
    "opportunities": ("Opportunities", "they think of you when something comes up"),
    "sponsorship": ("Sponsorship", "they speak for you where you are not in the room"),
    "accountability": ("Accountability", "they ask whether you did what you meant to do"),
    "emotional": ("Emotional support", "they listen when it is hard"),
    "community": ("Community", "with them you belong somewhere"),
    "role-model": ("Role model", "you look at how they live and work"),
    "safe-space": ("Safe space", "you can say anything, and it stays there"),
}


class SupportKind(msgspec.Struct, frozen=True):
    """A kind of support: who gives it, who gave it once, and a cell for each person."""

    name: str
    what: str
    givers: tuple[Link, ...]
    once: tuple[Link, ...]
    cells: tuple[str, ...]


class SupportPage(msgspec.Struct, frozen=True):
    """The content of `support.html`; `people` head the columns."""

    title: str
    people: tuple[Link, ...]
    kinds: tuple[SupportKind, ...]
    thoughts: tuple[str, ...]


def view(page: PageContext) -> SupportPage:
    """Return what the page of support shows."""
    found = [history for history in page.data.person_histories if history.person.support]
    kinds = tuple(_kind(page, found, kind) for kind in SUPPORT.words)
    return SupportPage(
        title="Support",
        people=tuple(page.link(history.person.id) for history in found),
        kinds=kinds,
        thoughts=(tuple(_thoughts(kinds)) or (_WELL,)) if found else (),
    )


def _kind(page: PageContext, found: Sequence[PersonHistory], kind: str) -> SupportKind:
    giving = [
        history.person for history in found if kind in history.person.support and not history.end
    ]
    once = [history.person for history in found if kind in history.person.support and history.end]
    name, what = WORDS[kind]
    return SupportKind(
        name=name,
        what=what,
        givers=_named(page, giving),
        once=_named(page, once),
        cells=tuple(_cell(history, kind) for history in found),
    )


def _named(page: PageContext, people: Sequence[Person]) -> tuple[Link, ...]:
    return tuple(page.link(person.id) for person in people)


def _cell(history: PersonHistory, kind: str) -> str:
    if kind not in history.person.support:
        return ""
    return "once" if history.end else "yes"


def _thoughts(kinds: Sequence[SupportKind]) -> Iterator[str]:
    """Yield remarks: kinds that nobody gives, and kinds that one person alone gives."""
    for kind in kinds:
        if not kind.givers and kind.once:
            names = " and ".join(named.text for named in kind.once)
            yield f"{kind.name}: {names} gave you this once. Who might like to be asked?"
        elif not kind.givers:
            yield f"{kind.name}: no note names anybody yet. Who comes to mind?"
    alone: dict[str, list[str]] = defaultdict(list)
    for kind in kinds:
        if len(kind.givers) == 1:
            alone[kind.givers[0].text].append(kind.name.lower())
    yield from (_rests_on(name, names) for name, names in alone.items())


def _rests_on(name: str, kinds: Sequence[str]) -> str:
    if len(kinds) < _ALONE:
        return f"{kinds[0].capitalize()} comes from {name} alone. A second voice would do no harm."
    listed = f"{', '.join(kinds[:-1])} and {kinds[-1]}"
    return f"Much rests on {name}: {listed} come from nobody else. Thank them, and look around."
