"""What a build writes: the pages, as they are made, and the feeds for other programs."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from journal.cli.build_id import BuildRecord
from journal.cli.output import warn
from journal.cli.progress import progress
from journal.feeds.site_files import FEEDS
from journal.feeds.source import FeedSource
from journal.file_names import SETTINGS_FILE
from journal.site.all_files import File, Maker, all_files
from journal.site.parts.site_data import SiteData
from journal.site.site import Site
from journal.wording.counts import and_list


def files_of(site: Site, feeds: Mapping[str, Maker]) -> Iterator[File]:
    """Yield every file of the site, and say how far it is."""
    total = len(site.addresses())
    with progress("Writing") as step:
        for count, file in enumerate(all_files(site, feeds)):
            yield file
            step(min(count, total), total)


def feeds_of(site: Site, target: Path, last: BuildRecord | None) -> Mapping[str, Maker]:
    """Return what makes each feed, by its path.

    Without settings it is unknown what may be told in them: then those of the last site are kept,
    where nothing is in them that is not wanted now, and the person is told.
    """
    data = site.data
    if not data.journal.settings.is_unread:
        return {path: partial(_feed, data, make) for path, make in FEEDS.items()}
    is_fit = last is not None and _is_fit(last, site)
    kept = _feeds_in(target) if is_fit else {}
    names = and_list(tuple(FEEDS))
    what = "are kept as they were in the last site" if kept else "are left out"
    warn(f"{SETTINGS_FILE} cannot be read, so {names} {what} until it is mended.")
    return {path: partial(kept.__getitem__, path) for path in kept}


def _feed(data: SiteData, make: Callable[[FeedSource], bytes]) -> bytes:
    """Return a feed; where advice cannot be worked out, it is the feed that cannot be made."""
    return make(FeedSource(data.index, data.advice, data.bodies))


def _is_fit(last: BuildRecord, site: Site) -> bool:
    """Whether the last site shows nothing that this one may not."""
    wanted = site.data.options
    return last.private <= wanted.private and last.drafts <= wanted.drafts


def _feeds_in(target: Path) -> dict[str, bytes]:
    files = (target / path for path in FEEDS)
    return {file.name: file.read_bytes() for file in files if file.is_file()}
