"""The page that searches; the notes it looks through are a file of their own."""

import msgspec

from journal.site.parts.page_context import Link, PageContext
from journal.site.parts.search_index import search_path


class SearchPage(msgspec.Struct, frozen=True):
    """The content of `search.html`; `root` leads to the home page's folder."""

    title: str
    data: str
    root: str
    instead: tuple[Link, ...]


def view(page: PageContext) -> SearchPage:
    """Return what the search page needs."""
    return SearchPage(
        title="Search",
        data=page.file_href(search_path(page.data.options.root)),
        root=page.shared.root,
        instead=(
            Link("people", page.href("people/")),
            Link("months", page.href("months/")),
            Link("tags", page.href("tags/")),
        ),
    )
