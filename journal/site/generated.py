"""The files of the site that are neither pages nor lie on the disk: each is made from the notes."""

from collections.abc import Callable, Mapping

from journal.site.links import Links
from journal.site.search import SEARCH_DATA, search_data
from journal.site.sources import Sources

#: Path on the site -> what makes the file there; the links are those of the site's root.
GENERATED: Mapping[str, Callable[[Sources, Links], bytes]] = {SEARCH_DATA: search_data}
