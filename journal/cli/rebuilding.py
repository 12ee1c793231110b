"""A site made anew: read, checked, rendered, put in the place of the last one."""

import time
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Protocol

from journal.advice import advise
from journal.cli.bodies import bodies_of
from journal.cli.checking import as_text
from journal.cli.counts import counted
from journal.cli.leaving import hold
from journal.cli.output import warn
from journal.cli.progress import progress
from journal.cli.unchanged import Built, remember
from journal.feeds.files import makers
from journal.feeds.shown import Shown
from journal.findings import ERROR
from journal.library import build_journal
from journal.markup import render
from journal.publish import Published, publish
from journal.reading.cache import Cache
from journal.reading.folder import Folder, read_folder
from journal.reading.scan import CONTENT, Scan
from journal.site.checked import all_findings
from journal.site.options import Options
from journal.site.site import File, Maker, Site
from journal.site.texts import texts_of


class Wanted(Protocol):
    """What a site is to hold, and whether the cache may be used."""

    @property
    def private(self) -> bool:
        """With what is private."""

    @property
    def drafts(self) -> bool:
        """With drafts."""

    @property
    def clean(self) -> bool:
        """Without what was read before."""


class Rebuild:
    """One build of the site in `target`."""

    def __init__(self, root: Path, target: Path, cache: Cache, day: date, wanted: Wanted) -> None:
        self.root, self.target, self.cache = root, target, cache
        self.day, self.wanted = day, wanted
        self.began = time.monotonic()

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.monotonic() - self.began

    def run(self, seen: Scan, name: str) -> Built:
        """Make the site, under the build id `name`. Raises PublishError and TemplateFault."""
        folder = self._read(seen)
        journal = build_journal(folder, self.day)
        options = Options(self.root, self.wanted.private, self.wanted.drafts)
        bodies = bodies_of(self.cache, folder)
        site = hold(
            Site(
                journal,
                lambda: advise(journal),
                lambda _: tuple(findings),
                bodies.__getitem__,
                options,
            )
        )
        findings = all_findings(folder, journal, site.sources.addressed, self.target)
        if errors := [finding for finding in findings if finding.level == ERROR]:
            warn(as_text(errors))
        self._publish(_counted(site), name)
        pages = len(site.addresses())
        built = Built(name, pages, len(journal.notes), counted(findings))
        remember(self.cache, self.target, built)
        return built

    def _read(self, seen: Scan) -> Folder:
        if self.wanted.clean:
            self.cache.forget()
        with progress("Reading") as step:
            return read_folder(self.root, self.cache, seen, render, step)

    def _publish(self, files: Iterable[File], name: str) -> None:
        content = self.root / CONTENT
        published = publish(self.target, files, root=self.root, content=content, build_id=name)
        for sentence in _remarks(published):
            warn(sentence)


def _counted(site: Site) -> Iterator[File]:
    total = len(site.addresses())
    with progress("Writing") as step:
        for count, file in enumerate(site.files(_feeds(site))):
            yield file
            step(min(count, total), total)


def _feeds(site: Site) -> Mapping[str, Maker]:
    """Return what makes the files for other programs."""
    sources = site.sources
    texts = texts_of(sources.visible, sources.bodies)
    return makers(Shown(sources.advice, sources.visible, texts))


def _remarks(published: Published) -> Iterator[str]:
    yield from published.skipped
    if published.kept:
        yield f"Something in the last site could not be removed; it is kept in {published.kept}."
