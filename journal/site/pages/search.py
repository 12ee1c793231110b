"""The page that searches; the notes it looks through are a file of their own."""

import msgspec

from journal.site.parts.context import Sources
from journal.site.parts.page_links import Links, Named
from journal.site.parts.search_index import search_path


class SearchPage(msgspec.Struct, frozen=True):
    """The context of `search.html`; `root` leads to the home page's folder."""

    title: str
    data: str
    root: str
    instead: tuple[Named, ...]


def view(sources: Sources, links: Links, _address: str) -> SearchPage:
    """Return what the search page needs."""
    return SearchPage(
        title="Search",
        data=links.file(search_path(sources.options.root)),
        root=links.root,
        instead=(
            Named("people", links.page("people/")),
            Named("months", links.page("months/")),
            Named("tags", links.page("tags/")),
        ),
    )
