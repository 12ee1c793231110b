"""A site made anew: read, checked, rendered, put in the place of the last one."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from journal.advice.recommendations import unread_lines
from journal.characters import quoted
from journal.cli.build_id import Built, last_built, remember
from journal.cli.check import as_text
from journal.cli.leaving import hold
from journal.cli.output import counted, warn
from journal.cli.progress import progress
from journal.feeds.site_files import FEEDS
from journal.feeds.source import FeedSource
from journal.findings import ERROR
from journal.library.opening import Opened, open_journal
from journal.publish import Published, publish
from journal.reading.cache import Cache
from journal.reading.folder import ReadOptions
from journal.reading.scan import CONTENT, Scan
from journal.settings import SETTINGS_FILE
from journal.site.parts.all_findings import findings_of
from journal.site.parts.site_data import Options, SiteData
from journal.site.site import File, Maker, Site, site_of

_NAMED = 3  # files in one sentence


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
        #: the site that is there, while the cache still knows of it
        self.last = last_built(cache, root, target)

    @property
    def seconds(self) -> float:
        """How long it has taken so far."""
        return time.monotonic() - self.began

    def run(self, seen: Scan, name: str) -> Built:
        """Make the site, under the build id `name`. Raises NotPublished and TemplateFault."""
        opened = self._read(seen)
        options = Options(self.root, self.wanted.private, self.wanted.drafts)
        findings = findings_of(opened, self.target)
        site = hold(site_of(opened, options, findings))
        if errors := [finding for finding in findings.all if finding.level == ERROR]:
            warn(as_text(errors))
        self._publish(_counted(site, self._feeds(site)), name)
        if faults := tuple(site.data.faults):
            warn(as_text(faults))
        if renamed := site.shown_as_text():
            warn(_as_sentence(renamed))
        built = Built(
            id=name,
            pages=len(site.addresses()),
            notes=len(opened.journal.notes),
            counts=counted((*findings.all, *faults)),
            private=self.wanted.private,
            drafts=self.wanted.drafts,
            unread=unread_lines(opened.journal),
        )
        remember(self.cache, self.target, built)
        return built

    def _read(self, seen: Scan) -> Opened:
        if self.wanted.clean:
            self.cache.clear()
        with progress("Reading") as step:
            options = ReadOptions(bodies=True, scan=seen, progress=step)
            return open_journal(self.root, lambda _: self.day, options, self.cache)

    def _feeds(self, site: Site) -> Mapping[str, Maker]:
        """Return what makes the files for other programs; without settings, none is made anew."""
        data = site.data
        if not data.journal.settings.is_unread:
            return {path: partial(_feed, data, make) for path, make in FEEDS.items()}
        kept = self._last_feeds()
        names = " and ".join(FEEDS)
        what = "are kept as they were in the last site" if kept else "are left out"
        warn(f"{SETTINGS_FILE} cannot be read, so {names} {what} until it is mended.")
        return {path: partial(kept.__getitem__, path) for path in kept}

    def _last_feeds(self) -> dict[str, bytes]:
        """Return the feeds of the last site, if nothing is in them that is not wanted now."""
        last, wanted = self.last, self.wanted
        if last is None or last.private > wanted.private or last.drafts > wanted.drafts:
            return {}
        there = (self.target / path for path in FEEDS)
        return {path.name: path.read_bytes() for path in there if path.is_file()}

    def _publish(self, files: Iterable[File], name: str) -> None:
        content = self.root / CONTENT
        published = publish(self.target, files, root=self.root, content=content, build_id=name)
        for sentence in _remarks(published):
            warn(sentence)


def _counted(site: Site, feeds: Mapping[str, Maker]) -> Iterator[File]:
    total = len(site.addresses())
    with progress("Writing") as step:
        for count, file in enumerate(site.files(feeds)):
            yield file
            step(min(count, total), total)


def _feed(data: SiteData, make: Callable[[FeedSource], bytes]) -> bytes:
    return make(FeedSource(data.index, data.advice, data.bodies))


def _remarks(published: Published) -> Iterator[str]:
    yield from published.skipped
    if published.kept:
        yield f"Something in the last site could not be removed; it is kept in {published.kept}."


def _as_sentence(renamed: Sequence[str]) -> str:
    names = ", ".join(quoted(f"{CONTENT}/{name}", 120) for name in renamed[:_NAMED])
    more = f" and {len(renamed) - _NAMED} more" if len(renamed) > _NAMED else ""
    return f"On the site, what a browser might run is text, with “.txt” at its end: {names}{more}."
