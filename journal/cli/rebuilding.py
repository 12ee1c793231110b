"""A site made anew: read, checked, rendered, put in the place of the last one."""

import time
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Protocol

from journal.cli.checking import as_text
from journal.cli.counts import counted
from journal.cli.leaving import hold
from journal.cli.output import warn
from journal.cli.progress import progress
from journal.cli.unchanged import Built, remember
from journal.feeds.files import makers
from journal.feeds.shown import Shown
from journal.findings import ERROR
from journal.library.opening import Opened, Reading, open_journal
from journal.publish import Published, publish
from journal.reading.cache import Cache
from journal.reading.scan import CONTENT, Scan
from journal.site.checked import findings_of
from journal.site.options import Options
from journal.site.site import File, Maker, Site, site_of


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
        opened = self._read(seen)
        options = Options(self.root, self.wanted.private, self.wanted.drafts)
        findings = findings_of(opened, self.target)
        site = hold(site_of(opened, options, findings))
        if errors := [finding for finding in findings.all if finding.level == ERROR]:
            warn(as_text(errors))
        self._publish(_counted(site), name)
        pages = len(site.addresses())
        built = Built(name, pages, len(opened.journal.notes), counted(findings.all))
        remember(self.cache, self.target, built)
        return built

    def _read(self, seen: Scan) -> Opened:
        if self.wanted.clean:
            self.cache.forget()
        with progress("Reading") as step:
            how = Reading(bodies=True, cache=self.cache, seen=seen, progress=step)
            return open_journal(self.root, lambda _: self.day, how)

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
    return makers(Shown(sources.ground, sources.advice, sources.bodies))


def _remarks(published: Published) -> Iterator[str]:
    yield from published.skipped
    if published.kept:
        yield f"Something in the last site could not be removed; it is kept in {published.kept}."
