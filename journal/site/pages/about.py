"""The page about the journal itself: how to use it, its signs and keys, its promises."""

import msgspec

import journal
from journal.site.parts.page_context import Link, PageContext
from journal.wording.counts import count_of
from journal.wording.dates import Day, day


class Tip(msgspec.Struct, frozen=True):
    """One of the ways to tend a mentorship, and the pages that help with it."""

    title: str
    text: str
    pages: tuple[Link, ...]


class StateSign(msgspec.Struct, frozen=True):
    """A word with its shape, as lists show it, and what it means."""

    word: str
    tone: str
    means: str


class Shortcut(msgspec.Struct, frozen=True):
    """Keys of the keyboard, and what they do."""

    keys: tuple[str, ...]
    does: str


class AboutPage(msgspec.Struct, frozen=True):
    """The content of `about.html`."""

    title: str
    version: str
    as_of: Day
    counts: tuple[str, ...]
    tips: tuple[Tip, ...]
    signs: tuple[StateSign, ...]
    keys: tuple[Shortcut, ...]
    reach: Link
    search: Link
    check: Link
    calendar: Link
    export: Link


#: The article's five tips in our words, each with the pages (label and address) that help.
_TIPS = (
    (
        "Keep to their wishes",
        "Ask each of them once how, when and how often they like to hear from you, and write it "
        "into their note. From then on the list offers what they like, and minds their hours.",
        (("Preferences", "preferences/"),),
    ),
    (
        "Give a sign of life",
        "About once a quarter, tell them how things went, and what came of their advice. Two "
        "sentences do. The list says whose turn it is, and what they have not heard yet.",
        (("Reach out", "reach-out/"), ("News", "news/")),
    ),
    (
        "Bring something",
        "Congratulate, pass on what could be of use, put their name forward. Write down what you "
        "come across when you see it; it comes up again when you write to the right person.",
        (("Opportunities", "opportunities/"),),
    ),
    (
        "Think in years",
        "Some years there is much to say, in others little. Keep the thread: a question that takes "
        "them half a minute, a greeting, a coffee when you are in their city.",
        (("Timeline", "timeline/"), ("Trips", "trips/")),
    ),
    (
        "Pass it on",
        "Watch how they do it, note what you want to do likewise, and do it for somebody who "
        "comes after you.",
        (("Lessons", "lessons/"), ("Pay it forward", "pay-forward/")),
    ),
)
_SIGNS = (
    StateSign("in good time", "", "A ring: nothing is asked of you yet."),
    StateSign("soon", "near", "A hollow diamond: it comes near."),
    StateSign(
        "this week", "warm", "A hollow diamond in a warm colour: now would be a good moment."
    ),
    StateSign("overdue", "due", "A full diamond: its day has passed. A short note is enough."),
    StateSign("done", "good", "A disc: it went well, or has become a habit."),
    StateSign("at rest", "quiet", "A dash: closed, cancelled, paused, or left in peace."),
)
_KEYS = (
    Shortcut(("Tab",), "goes from link to link; the first one on each page skips the navigation"),
    Shortcut(("Enter",), "follows a link, opens and closes what is folded"),
    Shortcut(
        ("Alt", "S"), "opens the search (Firefox: Alt, Shift and S; Mac: Control, Option and S)"
    ),
    Shortcut(("↓", "↑"), "on the search page, go through what was found"),
    Shortcut(("Esc",), "on the search page, empties the field"),
)


def view(page: PageContext) -> AboutPage:
    """Return the page about the journal."""
    return AboutPage(
        title="About this journal",
        version=journal.__version__,
        as_of=day(page.today),
        counts=_counts(page),
        tips=tuple(_tip(page, *tip) for tip in _TIPS),
        signs=_SIGNS,
        keys=_KEYS,
        reach=Link("Reach out", page.href("reach-out/")),
        search=Link("Search", page.href("search/")),
        check=Link("Check", page.href("check/")),
        calendar=_feed(page, "reminders.ics"),
        export=_feed(page, "journal.json"),
    )


def _feed(page: PageContext, name: str) -> Link:
    """Return a file for other programs: it may be missing where settings cannot be read."""
    is_there = not page.journal.settings.is_unread
    return Link(name, page.file_href(name) if is_there else "")


def _tip(page: PageContext, title: str, text: str, pages: tuple[tuple[str, str], ...]) -> Tip:
    return Tip(title, text, tuple(Link(label, page.href(at)) for label, at in pages))


def _counts(page: PageContext) -> tuple[str, ...]:
    journal = page.journal
    others = sum(
        len(notes)
        for notes in (
            journal.news, journal.opportunities, journal.trips, journal.goals, journal.lessons,
        )
    )  # fmt: skip
    return (
        count_of(len(journal.people), "person"),
        count_of(len(journal.touchpoints), "touchpoint"),
        count_of(others, "other note"),
    )
