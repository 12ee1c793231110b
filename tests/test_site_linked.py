"""Every link on a page leads to a page that is there, and to something on it."""

from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.browsing import pages

OUTSIDE = ("http:", "https:", "mailto:", "tel:", "vscode:")


@pytest.fixture(params=["sample", "generated"])
def site(request: pytest.FixtureRequest) -> Path:
    """Both journals, one after the other."""
    found: Path = request.getfixturevalue(request.param)
    return found


def test_every_link_and_fragment_leads_somewhere(site: Path) -> None:
    trees = {path.as_uri(): parsed(path) for path in pages(site)}
    ids = {at: {one.get("id") for one in tree.iter()} for at, tree in trees.items()}
    lost = {
        (str(Path(at).parent.name), to)
        for at, tree in trees.items()
        for to in addresses(tree)
        if not leads(urljoin(at, to), ids)
    }
    assert lost == set()


def parsed(path: Path) -> Element:
    tree: Element = html5lib.parse(path.read_bytes(), namespaceHTMLElements=False)
    return tree


def addresses(tree: Element) -> set[str]:
    found = {one.get(key) or "" for one in tree.iter() for key in ("href", "src")}
    return {to for to in found if to and not to.startswith(OUTSIDE)}


def leads(to: str, ids: dict[str, set[str | None]]) -> bool:
    page, fragment = urldefrag(to)
    there = Path(unquote(page.removeprefix("file://"))).is_file()
    return there and (not fragment or unquote(fragment) in ids.get(page, set()))
