"""Sites made from real folders, and their pages taken apart by an HTML5 parser."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib

from journal.library.opening import open_journal
from journal.reading.folder import ReadOptions
from journal.site.parts.all_findings import Findings
from journal.site.parts.site_data import SiteOptions
from journal.site.site import Site
from journal.site.site import site_of as front_door
from tests.support.compiled_templates import give_compiled_templates
from tests.support.journal import TODAY

#: A day on which the sample has much to say.
SAMPLE_DAY = date(2026, 11, 20)


def site_of(
    root: Path, today: date = TODAY, *, private: bool = False, drafts: bool = False
) -> Site:
    """Read a journal and return its site, as every command does."""
    give_compiled_templates(root)
    opened = open_journal(root, lambda _: today, ReadOptions(bodies=True))
    options = SiteOptions(root, private=private, drafts=drafts)
    return front_door(opened, options, Findings(opened, lambda: ()))


@dataclass(frozen=True)
class Parsed:
    """A page, parsed."""

    address: str
    html: str

    @cached_property
    def root(self) -> Element:
        """The document, without namespaces; parsing is strict."""
        parser = html5lib.HTMLParser(
            html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False
        )
        root: Element = parser.parse(self.html)
        return root

    def all(self, *tags: str) -> list[Element]:
        """Every element of those names, in the order of the page."""
        return [element for element in self.root.iter() if element.tag in tags]

    def text(self, element: Element | None = None) -> str:
        """What is read on the page, or in an element of it, blanks folded."""
        found = self.all("body")[0] if element is None else element
        return " ".join("".join(found.itertext()).split())

    def by_id(self, name: str) -> Element:
        """The element with that id; there is exactly one."""
        (found,) = [element for element in self.root.iter() if element.get("id") == name]
        return found

    def section(self, heading: str) -> str:
        """What a section says, by how its heading begins."""
        for section in self.all("section"):
            title = next(element for element in section.iter() if element.tag == "h2")
            if self.text(title).startswith(heading):
                return self.text(section)
        raise AssertionError(f"no section {heading!r} on {self.address!r}")

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Level and text of every heading."""
        return [(int(e.tag[1]), self.text(e)) for e in self.all("h1", "h2", "h3", "h4", "h5", "h6")]

    @property
    def ids(self) -> list[str]:
        """Every id, in the order of the page."""
        return [name for element in self.root.iter() if (name := element.get("id"))]

    def addresses(self) -> Iterator[str]:
        """Every address that the page leads to or loads from."""
        for element in self.root.iter():
            for name in ("href", "src", "action", "srcset", "poster", "data"):
                if (address := element.get(name)) is not None:
                    yield address


def page(site: Site, address: str) -> Parsed:
    """One page of a site."""
    return Parsed(address, site.page(address).decode())


def pages(site: Site) -> dict[str, Parsed]:
    """All pages of a site, by their file."""
    found = {f"{address}index.html": page(site, address) for address in site.addresses()}
    assert "index.html" in found
    return found


def rows(found: Parsed) -> list[list[str]]:
    """The cells of every row of a page's tables, the rows of headers left out."""
    lines = (line for body in found.all("tbody") for line in body)
    return [[found.text(cell) for cell in line] for line in lines]


def target(file: str, address: str) -> tuple[str, str]:
    """File and fragment that a relative address on the page in `file` leads to."""
    parts = urlsplit(address)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(parts.path)))
    return (path if parts.path else file), unquote(parts.fragment)


def inside(address: str) -> bool:
    """Whether an address stays on the site."""
    return not urlsplit(address).scheme and not address.startswith("//")
