"""The files of the site that are neither pages nor lie on the disk: each is made from the notes."""

from collections.abc import Callable, Mapping

from journal.site.links import Links
from journal.site.search import search_data, search_path
from journal.site.sources import Sources

#: Makes a file; the links are those of the site's root.
Generator = Callable[[Sources, Links], bytes]


def generators(sources: Sources) -> Mapping[str, Generator]:
    """Return what makes each file, by its path on the site."""
    return {search_path(sources.options.root): search_data}
