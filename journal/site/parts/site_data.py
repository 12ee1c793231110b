"""What all pages are made from: the journal, its advice, findings and addresses."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from urllib.parse import quote

import msgspec

from journal.advice import SECTIONS, Advice, PersonAdvice
from journal.advice.cadence import cadence_lookup
from journal.advice.index import AdviceIndex
from journal.advice.list_sections import FEW_AT_A_TIME, shown_this_week
from journal.advice.recommendations import advise_all, advise_on
from journal.findings import ERROR, Finding
from journal.library.journal import ME, Journal, OwnedTask
from journal.library.opening import Opened
from journal.library.redaction import RedactedJournal
from journal.notes.identity import note_anchor
from journal.notes.records import AnyNote, News, Person, Touchpoint
from journal.site.parts.addresses import Address, SiteAddresses, site_addresses
from journal.site.parts.all_findings import Findings, errors_of
from journal.site.parts.attachments import Attachments
from journal.site.parts.page_faults import PageFaults
from journal.site.parts.person_histories import PersonHistory, person_histories


class SiteOptions(msgspec.Struct, frozen=True):
    """What to show of the journal in the folder `root`, and whether its pages stay on one day.

    Pages that are served have links to the server's forms.
    """

    root: Path
    private: bool = False
    drafts: bool = False
    stays: bool = False
    is_served: bool = False


def _tasks_in_state(journal: Journal, state: str) -> tuple[OwnedTask, ...]:
    """Return the tasks in a state, the first due first, undated last."""
    tasks = (owned for owned in journal.tasks_not_cancelled() if owned.task.state == state)
    return tuple(sorted(tasks, key=_when))


def _when(owned: OwnedTask) -> tuple[date, str, int]:
    return (owned.task.due or date.max, owned.note, owned.task.line)


class SiteData:
    """What the pages of one journal, as of one day, are made from.

    Beside the addresses, nothing is worked out before it is asked for.
    """

    def __init__(
        self,
        opened: Opened,
        redacted: RedactedJournal,
        options: SiteOptions,
        findings: Findings,
        addresses: SiteAddresses | None = None,
    ) -> None:
        """`redacted` is what may be shown of the journal that was `opened`.

        `addresses` are those of an earlier journal that are certainly unchanged.
        """
        self.journal = redacted.journal
        self.options, self.redacted = options, redacted
        cadences = cadence_lookup(opened.journal) if redacted.hidden.ids else None
        self.index = AdviceIndex(self.journal, cadences)
        self._bodies = opened.bodies
        self._findings = findings
        self._found: tuple[Finding, ...] | None = None
        self._advice: Advice | None = None
        self.site_addresses = addresses or site_addresses(self.journal)
        self.faults = PageFaults()  # of pages and entries that could not be made

    def bodies(self, note_id: str) -> str:
        """Return a note's body as HTML, with marks where links and embeds go."""
        return self.redacted.body(note_id, self._bodies.get(note_id, ""))

    @property
    def advice(self) -> Advice:
        """The advice for everybody, worked out once."""
        if self._advice is None:
            self._advice = advise_all(self.index)
        return self._advice

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was found wrong, worked out once."""
        if self._found is None:
            self._found = self._findings.of(self.journal, self.site_addresses)
        return self._found

    @cached_property
    def errors(self) -> int:
        """How many of the findings are errors; the others need not be worked out for it."""
        found = self._found or errors_of(self.journal, self.site_addresses)
        return sum(finding.level == ERROR for finding in found)

    @cached_property
    def with_person(self) -> Mapping[str, tuple[Touchpoint, ...]]:
        """The touchpoints of each person, oldest first; drafts among them where they are shown."""
        if not self.options.drafts:
            return self.journal.with_person
        found: dict[str, list[Touchpoint]] = defaultdict(list)
        for note in self.journal.touchpoints:
            for person in self.journal.refs(note, "people"):
                found[person].append(note)
        return {person: tuple(notes) for person, notes in found.items()}

    @property
    def today(self) -> date:
        """The day on which every page is made."""
        return self.journal.today

    @property
    def my_name(self) -> str:
        """What the keeper of the journal is called."""
        return self.journal.settings.me.name or "me"

    @property
    def addresses(self) -> Mapping[str, Address]:
        """Where each note is found."""
        return self.site_addresses.notes

    @cached_property
    def editor_url(self) -> str:
        """The editor's address with the journal's root filled in, or nothing."""
        url = self.journal.settings.editor_url
        if not url:
            return ""
        root = quote(self.options.root.absolute().as_posix())
        url = url.replace("/{path}", "{path}") if root.startswith("/") else url
        return url.replace("{path}", f"{root}/{{path}}")

    @cached_property
    def attachments(self) -> Attachments:
        """The files that notes may embed."""
        return Attachments(self.journal.attachments, self.options.root)

    @cached_property
    def person_histories(self) -> tuple[PersonHistory, ...]:
        """Everybody's history; each page of a year needs all of them."""
        return person_histories(self.journal)

    @cached_property
    def people_at(self) -> Mapping[str, Person]:
        """The person of each page of a person."""
        return {self.addresses[person.id].page: person for person in self.journal.people}

    def advice_for(self, person: Person) -> PersonAdvice | None:
        """Return the advice for one person, without working out that for all."""
        if self._advice is not None:
            return self._by_person.get(person.id)
        return advise_on(self.index, person)

    def card_anchor(self, advice: PersonAdvice) -> str:
        """Return the anchor of a person's card in the list, empty for one without a card."""
        is_carded = advice.section not in FEW_AT_A_TIME or advice.person in self.carded
        return note_anchor(advice.person) if is_carded else ""

    @cached_property
    def carded(self) -> frozenset[str]:
        """Who has a card on the list; in some sections, only those whose turn it is."""
        return frozenset(
            each.person for section in SECTIONS for each in shown_this_week(self.advice, section)
        )

    @cached_property
    def open_tasks(self) -> tuple[OwnedTask, ...]:
        """The open tasks, the first due first."""
        return _tasks_in_state(self.journal, "open")

    @cached_property
    def kept_tasks(self) -> tuple[OwnedTask, ...]:
        """The tasks that were done, the first due first."""
        return _tasks_in_state(self.journal, "done")

    @cached_property
    def tasks_of(self) -> Mapping[str, list[OwnedTask]]:
        """The open tasks of each person, the first due first."""
        found: dict[str, list[OwnedTask]] = defaultdict(list)
        for owned in self.open_tasks:
            for person in owned.people:
                found[person].append(owned)
        return found

    @cached_property
    def done(self) -> tuple[Touchpoint, ...]:
        """The touchpoints that took place, oldest first; no drafts."""
        found = self.journal.touchpoints
        return tuple(note for note in found if note.is_done(self.today) and not note.draft)

    @cached_property
    def my_news(self) -> tuple[News, ...]:
        """My news."""
        news = self.journal.news
        return tuple(note for note in news if ME in self.journal.refs(note, "about"))

    @cached_property
    def told_in(self) -> Mapping[str, list[Touchpoint]]:
        """The touchpoints that took place and told of a note, by its id, oldest first."""
        found: dict[str, list[Touchpoint]] = defaultdict(list)
        for note in self.done:
            for target in self.journal.telling[note.id]:
                found[target].append(note)
        return found

    def done_between(self, first: date, last: date) -> tuple[Touchpoint, ...]:
        """Return the touchpoints that took place from `first` to `last`, both included."""
        begin = bisect_left(self.done, first, key=attrgetter("date"))
        return self.done[begin : bisect_right(self.done, last, key=attrgetter("date"))]

    @cached_property
    def months(self) -> Mapping[str, tuple[Touchpoint, ...]]:
        """The touchpoints of each month that has one, by `YYYY-MM`, oldest first."""
        notes, found, begin = self.journal.touchpoints, {}, 0
        while begin < len(notes):
            month = _month(notes[begin])
            end = bisect_right(notes, month, begin, key=_month)
            found[month] = notes[begin:end]
            begin = end
        return found

    @cached_property
    def _by_person(self) -> Mapping[str, PersonAdvice]:
        """What is advised for each person in the list, by id."""
        return {advice.person: advice for advice in self.advice.people}

    @cached_property
    def tagged(self) -> Mapping[str, tuple[AnyNote, ...]]:
        """The notes of each tag, by the tag without case, in the order of tags and ids."""
        found: dict[str, list[AnyNote]] = defaultdict(list)
        for note in self.journal.notes.values():
            for tag in note.tags:
                found[tag.casefold()].append(note)
        return {tag: tuple(found[tag]) for tag in sorted(found)}

    @cached_property
    def tag_at(self) -> Mapping[str, str]:
        """The tag of each page of a tag, without case."""
        return {page: tag for tag, page in self.site_addresses.tags.items()}


def _month(note: Touchpoint) -> str:
    return note.date.isoformat()[:7]
