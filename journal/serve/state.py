"""The journal as it is now: the last good site, how often it has changed, and what is wrong."""

import time
from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple, TypeVar

from journal.checks import exposure_findings
from journal.findings import Finding
from journal.library.opening import Today, opened_as_of
from journal.reading.cache import Cache
from journal.reading.folder import JournalFolder
from journal.reading.scan import scan_content
from journal.serve.live_notes import Notes
from journal.serve.live_templates import Changed, Looks
from journal.serve.problems import Problem
from journal.serve.reload_channel import Counters
from journal.serve.settling import LastSettings
from journal.site.parts.all_findings import Findings
from journal.site.parts.site_data import Options
from journal.site.site import Site, site_of
from journal.site.templates import TemplateFault

Made = TypeVar("Made")
_GIT = 60.0  # seconds for which what git says of the journal's folder is not asked again


class Wanted(NamedTuple):
    """The journal's root, and whether private notes and drafts are shown."""

    root: Path
    private: bool = False
    drafts: bool = False


class Live:
    """Belongs to the main thread of the process: rendering is held to its time only there."""

    def __init__(self, wanted: Wanted, cache: Cache, today: Today) -> None:
        self.options = Options(wanted.root, wanted.private, wanted.drafts)
        self.settings = LastSettings(wanted.root)
        self.day = today(self.settings.loaded[0])
        self.notes = Notes(wanted.root, cache, scan_content(wanted.root), self.day)
        self.looks = Looks(wanted.root)
        self._today = today
        self._around: tuple[float, tuple[Finding, ...]] | None = None
        self.counters = Counters(int(time.time()), 0)
        self.opened = opened_as_of(self._folder(), self.day)
        self.site = self._made()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong now: templates, settings, notes."""
        whole = self.notes.problems.values()
        of_notes = whole if self.options.private else [problem.unnamed for problem in whole]
        found = (self.looks.problem, self.settings.problem, *of_notes)
        return tuple(problem for problem in found if problem)

    @property
    def due(self) -> float | None:
        """When a file that looked wrong is to be looked at again, on the monotonic clock."""
        dues = (self.notes.doubts.due, self.settings.doubts.due)
        return min((due for due in dues if due is not None), default=None)

    def refresh(self, paths: Collection[str] | None = None) -> bool:
        """Take over what has changed on the disk; whether anything in the browser may have.

        `paths` are the notes (relative to content/) in which alone something has; left out, all
        is looked at.
        """
        now = time.monotonic()
        looks = self.looks.refresh() if paths is None else Changed(False, False)
        settings, notes = self.settings.refresh(now), self._look(paths, now)
        is_new = settings or notes or self.is_another_day
        if is_new:
            self.day = self.notes.day = self._today(self.settings.loaded[0])
            self.site = self._renewed()
        elif any(looks):
            self.site = self.site.with_templates(self.looks.templates)
        self._count(is_new or looks.pages, looks.styles)
        return is_new or any(looks)

    @property
    def is_another_day(self) -> bool:
        """Whether the day has changed since the site was made: at midnight, or in its sleep."""
        return self._today(self.settings.loaded[0]) != self.day

    def _look(self, paths: Collection[str] | None, now: float) -> bool:
        """Follow the notes; whether anything that is shown has changed."""
        changed = self.notes.refresh_some(paths, now) if paths else None
        if changed is not None:
            return changed
        return self.notes.refresh(scan_content(self.options.root), now)

    def _count(self, pages: bool, styles: bool) -> None:
        self.counters = Counters(self.counters.page + pages, self.counters.style + styles)

    def _folder(self) -> JournalFolder:
        return self.notes.folder(self.settings.loaded)

    def _made(self) -> Site:
        findings = Findings(self.opened, self._outside)
        return site_of(self.opened, self.options, findings, self.looks.templates)

    def _renewed(self) -> Site:
        self.opened = self.opened.updated(self._folder(), self.day)
        site = self.site.after_edit(self.opened, Findings(self.opened, self._outside))
        same = site.templates is self.looks.templates
        return site if same else site.with_templates(self.looks.templates)

    def _outside(self) -> tuple[Finding, ...]:
        """Return who else can look at the journal's files."""
        now, root = time.monotonic(), self.options.root
        if self._around is None or now - self._around[0] > _GIT:
            found = exposure_findings(root, self._folder().open_to_others, root / "site")
            self._around = now, tuple(found)
        return self._around[1]

    def made(self, make: Callable[[Site], Made]) -> Made:
        """Return what `make` makes of the site, with the last templates that can be used.

        Raises whatever `make` raises that is no fault of the journal's own templates.
        """
        while self.looks.templates is not self.looks.shipped:
            try:
                return make(self.site)
            except TemplateFault as fault:
                self.looks.blame(fault)
                self.site = self.site.with_templates(self.looks.templates)
                self._count(pages=True, styles=False)
        return make(self.site)
