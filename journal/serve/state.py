"""What the server shows now: the last good site, its problems, and how often it has changed."""

import time
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeVar

from journal.checks import exposure_findings
from journal.file_names import SETTINGS_FILE, SITE
from journal.findings import ERROR, Finding
from journal.library.hidden_notes import find_hidden
from journal.library.opening import Today, opened_as_of
from journal.reading.cache import Cache
from journal.reading.folder import JournalFolder, LoadedSettings, load_settings, open_cache
from journal.reading.scan import scan_content
from journal.serve.last_good_notes import LastGoodNotes
from journal.serve.last_good_templates import LastGoodTemplates, TemplateChanges
from journal.serve.problems import Problem, UnsettledFiles, finding_problem
from journal.serve.reload_channel import Counters
from journal.serve.shown_changes import ShownChange
from journal.settings import Layout
from journal.site.parts.all_findings import Findings
from journal.site.parts.site_data import SiteOptions
from journal.site.site import Site, site_of
from journal.site.templates import TemplateFault

Result = TypeVar("Result")
_ASK_GIT = 60.0  # seconds before git is asked again who can see the journal's files


class LastGoodSettings:
    """Follows `journal.toml`; with a new mistake in it, the last settings stay in use."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.unsettled = UnsettledFiles()
        self.problem: Problem | None = None
        self._raw = self._read()
        self.loaded: LoadedSettings = load_settings(root)

    def _read(self) -> bytes | None:
        try:
            return (self.root / SETTINGS_FILE).read_bytes()
        except OSError:
            return None

    def refresh(self, now: float) -> bool:
        """Read the file if it has changed; return whether anything that is shown has."""
        raw = self._read()
        if raw == self._raw:
            self.unsettled.keep_only(())
            return False
        loaded = load_settings(self.root)
        errors = self._new_errors(loaded)
        if (errors or not raw) and not self.unsettled.is_settled(SETTINGS_FILE, raw, now):
            return False
        self._raw = raw
        before = self.problem, self.loaded
        self.problem = finding_problem(errors[0]) if errors else None
        self.loaded = self.loaded if errors else loaded
        return before != (self.problem, self.loaded)

    def _new_errors(self, loaded: LoadedSettings) -> list[Finding]:
        known = {(finding.code, finding.message) for finding in self.loaded[1]}
        errors = (finding for finding in loaded[1] if finding.level == ERROR)
        return [error for error in errors if (error.code, error.message) not in known]


class ServerState:
    """The journal and its site as they are shown. Belongs to the main thread.

    Only there can the time be limited that rendering takes.
    """

    def __init__(self, options: SiteOptions, cache: Cache, today: Today) -> None:
        root = options.root
        self.options = options
        self.settings = LastGoodSettings(root)
        self.day = today(self.settings.loaded[0])
        self.notes = self._read_notes(cache)
        self.templates = LastGoodTemplates(root)
        self._today = today
        self._exposure: tuple[float, tuple[Finding, ...]] | None = None
        self.counters = Counters(int(time.time()), 0)
        #: what the next page is to say of what was just written
        self.said = ""
        #: which lines of notes that changed
        self.changes: tuple[ShownChange, ...] = ()
        #: whether it is also to offer to take that back
        self.may_undo = False
        self.opened = opened_as_of(self._folder(), self.day)
        findings = Findings(self.opened, self._exposure_findings)
        self.site = site_of(self.opened, self.options, findings, self.templates.current)

    def tell(self, said: str, changes: tuple[ShownChange, ...], *, may_undo: bool) -> None:
        """Let the next page say what was written."""
        self.said, self.changes, self.may_undo = said, changes, may_undo

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the journal is hidden."""
        options = self.options
        whole = self.opened.journal
        return not find_hidden(whole, private=options.private, drafts=options.drafts)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems now, with templates, settings, and notes."""
        whole = self.notes.problems.values()
        of_notes = whole if self.options.private else [problem.unnamed for problem in whole]
        found = (self.templates.problem, self.settings.problem, *of_notes)
        return tuple(problem for problem in found if problem)

    @property
    def due(self) -> float | None:
        """When an unsettled file is to be read again, on the monotonic clock."""
        dues = (self.notes.unsettled.due, self.settings.unsettled.due)
        return min((due for due in dues if due is not None), default=None)

    @property
    def is_another_day(self) -> bool:
        """Whether the site was made on an earlier day, as after midnight."""
        return self._today(self.settings.loaded[0]) != self.day

    def refresh(self, paths: Collection[str] | None = None) -> bool:
        """Read what has changed on the disk; return whether anything in the browser may have.

        `paths` are the only notes (relative to their folder) that have changed; left out,
        everything is scanned.
        """
        now = time.monotonic()
        templates = self.templates.refresh() if paths is None else TemplateChanges(False, False)
        settings = self.settings.refresh(now)
        notes = self._refresh_notes(paths, now)
        is_new = settings or notes or self.is_another_day
        if is_new:
            self.day = self.notes.day = self._today(self.settings.loaded[0])
            self._update_site()
        elif any(templates):
            self.site = self.site.with_templates(self.templates.current)
        self._count(is_new or templates.pages, templates.styles)
        return is_new or any(templates)

    def _refresh_notes(self, paths: Collection[str] | None, now: float) -> bool:
        """Read changed notes; return whether anything that is shown has changed."""
        if self.notes.layout != self._layout:  # the settings say that other files are notes
            self.notes.close()
            self.notes = self._read_notes(open_cache(self.options.root, self._layout))
            return True
        changed = self.notes.refresh_some(paths, now) if paths else None
        if changed is not None:
            return changed
        return self.notes.refresh(scan_content(self.options.root, self._layout), now)

    def _count(self, pages: bool, styles: bool) -> None:
        self.counters = Counters(self.counters.page + pages, self.counters.style + styles)

    @property
    def _layout(self) -> Layout:
        return self.settings.loaded[0].layout

    def _read_notes(self, cache: Cache) -> LastGoodNotes:
        root, layout = self.options.root, self._layout
        return LastGoodNotes(root, cache, scan_content(root, layout), self.day, layout)

    def _folder(self) -> JournalFolder:
        return self.notes.folder(self.settings.loaded)

    def _update_site(self) -> None:
        self.opened = self.opened.updated(self._folder(), self.day)
        findings = Findings(self.opened, self._exposure_findings)
        site = self.site.after_edit(self.opened, findings)
        same = site.templates is self.templates.current
        self.site = site if same else site.with_templates(self.templates.current)

    def _exposure_findings(self) -> tuple[Finding, ...]:
        """Return the findings about others who can read the journal's files."""
        now, root = time.monotonic(), self.options.root
        if self._exposure is None or now - self._exposure[0] > _ASK_GIT:
            found = exposure_findings(
                root, self._folder().open_to_others, root / SITE, self._layout
            )
            self._exposure = now, tuple(found)
        return self._exposure[1]

    def make(self, make: Callable[[Site], Result]) -> Result:
        """Return what `make` makes of the site, with the last templates that can be used.

        Raises whatever `make` raises that is no fault of the journal's own templates.
        """
        while self.templates.current is not self.templates.shipped:
            try:
                return make(self.site)
            except TemplateFault as fault:
                self.templates.fall_back_after(fault)
                self.site = self.site.with_templates(self.templates.current)
                self._count(pages=True, styles=False)
        return make(self.site)
