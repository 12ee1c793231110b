"""Where attachments lie on the site: under names that every system takes, and that run nothing."""

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.publish.staging import address_fault
from journal.site.all_files import all_files
from journal.site.parts.attachments import Attachments
from tests.support.command import run
from tests.support.journal import Writer
from tests.support.site import page, site_of

#: What Chromium or Firefox opens as a page or a document with scripts, by its name.
RUNS = [
    "html", "htm", "xhtml", "xht", "xhtm", "shtml", "shtm", "ehtml", "xml", "xsl", "xslt", "xbl",
    "svg", "svgz", "mht", "mhtml", "eml", "rdf", "rss", "atom", "xul", "swf", "js", "mjs", "css",
    "webmanifest", "wasm", "hta", "url", "webloc", "php", "asp", "jsp", "md", "unknown", "",
]  # fmt: skip
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="/\0")
NAMES = st.text(LETTERS, min_size=1, max_size=200).filter(
    lambda name: name not in (".", "..") and len(name.encode()) <= 255
)
ENDS = st.sampled_from([*RUNS, "png", "PNG", "txt", "html.txt", "pdf", "Html", "SVG", "gz"])
FILES = st.lists(
    st.tuples(NAMES, ENDS).map(lambda pair: ".".join(filter(None, pair))).filter(
        lambda name: len(name.encode()) <= 255
    ), unique=True, max_size=8,
)  # fmt: skip


@given(FILES, st.sampled_from(["", "a/", "b\\c/"]))
def test_no_two_files_have_one_address_and_each_can_be_published(
    names: list[str], folder: str
) -> None:
    files = Attachments([folder + name for name in names], Path("/journal"))
    addresses = [files.address(folder + name) for name in names]
    assert len({*addresses}) == len(names)
    for name, address in zip(names, addresses, strict=True):
        assert address_fault(address) == ""
        assert posixpath.splitext(address)[1][1:].lower() not in RUNS, name
        assert files.picture(folder + name) == address or name.lower().endswith(".svg")


@pytest.mark.parametrize("end", [*RUNS, "HTML", "Svg", "html~", "html ", "html."])
def test_what_could_run_is_text_on_the_site(end: str) -> None:
    name = f"a.{end}" if end else "a"
    files = Attachments([name, "b.png"], Path("/journal"))
    assert files.address(name) == f"files/{name}.txt"
    assert files.address("b.png") == "files/b.png"


def test_a_file_that_is_called_so_keeps_its_name() -> None:
    files = Attachments(["a.html", "a.html.txt", "a.html-2.txt", "x\\y.png", "x_y.png"], Path("/j"))
    assert files.address("a.html.txt") == "files/a.html.txt"
    assert files.address("a.html") == "files/a.html-3.txt"
    assert files.address("x_y.png") == "files/x_y.png"
    assert files.address("x\\y.png") == "files/x_y-2.png"


def test_a_picture_that_can_run_has_a_name_that_nobody_can_guess(notes: Writer) -> None:
    notes.write({
        "mentors/p": "![a plot](plot.svg) [the plot](plot.svg) ![b](b.svg) ![c](c.png)",
        "content/mentors/plot.svg": "<svg/>", "content/mentors/b.svg": "<svg/>",
        "content/mentors/c.png": b"\x89PNG",
    })  # fmt: skip
    site = site_of(notes.root)
    found = page(site, "people/p/")
    shown = [str(e.get("src")).removeprefix("../../") for e in found.all("img")]
    assert shown[2] == "files/mentors/c.png"
    assert all(re.fullmatch(r"files/[\w-]{22}\.svg", name) for name in shown[:2])
    assert shown[0] != shown[1]
    (link,) = [e for e in found.all("a") if e.get("class") == "attachment"]
    assert link.get("href") == "../../files/mentors/plot.svg.txt"
    files = dict(all_files(site))
    attached = {name: path for name, path in files.items() if name.startswith("files/")}
    assert attached.keys() == {*shown, "files/mentors/plot.svg.txt"}
    assert site.file(shown[0]) == notes.root / "content/mentors/plot.svg"
    again = page(site_of(notes.root), "people/p/")
    assert [str(e.get("src")).removeprefix("../../") for e in again.all("img")] == shown


def built_files(root: Path) -> Mapping[str, bytes]:
    files = (path for path in (root / "site/files").rglob("*") if path.is_file())
    return {path.relative_to(root / "site/files").as_posix(): path.read_bytes() for path in files}


def test_the_build_says_what_is_text_on_the_site(notes: Writer) -> None:
    links = "".join(f"[x]({name}.html) " for name in "abcde")
    notes.write({"mentors/p": links})
    notes.write({f"content/mentors/{name}.html": "<script>" for name in "abcde"})
    ran = run(notes.root, "build")
    assert ran.status == 0
    assert "“content/mentors/a.html”" in ran.err
    assert "and 2 more" in ran.err
    assert built_files(notes.root) == {f"mentors/{n}.html.txt": b"<script>" for n in "abcde"}


ODD = [
    "a\\b.png", "tab\there.png", "line\nbreak.png", "del\x7f.png", "fine.png", "long" + "x" * 247,
    "ä" * 120 + ".htm", "[odd].png", "50%.png", "a#b?.png", "\u202egnp.exe",
]  # fmt: skip


def test_a_file_of_any_name_stops_no_site(notes: Writer) -> None:
    notes.write(
        {"mentors/p": "".join(f"![[{name}]] " for name in ODD), "mentors/q": "![[a\\b.png]]"}
    )
    folder = notes.root / "content/mentors"
    for name in ODD:
        (folder / name).write_bytes(name.encode())
    (folder / b"not utf8 \xff.png".decode("utf-8", "surrogateescape")).write_bytes(b"x")
    ran = run(notes.root, "build")
    assert ran.status in (0, 1), ran.err
    found = built_files(notes.root)
    assert found["mentors/fine.png"] == b"fine.png"
    assert found["mentors/a_b.png"] == b"a\\b.png"
    assert (notes.root / "site/people/p/index.html").exists()


def test_search_data_have_a_name_for_each_journal_and_account(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        Writer(tmp_path / name).write({"mentors/p": "x"})
    names = [script_of(tmp_path / name) for name in ("one", "other", "one")]
    assert names[0] == names[2] != names[1]
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another account"))
    assert script_of(tmp_path / "one") not in names
    (tmp_path / "no folder").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "no folder"))
    assert script_of(tmp_path / "one") not in names


def script_of(root: Path) -> str:
    """Return the name of the search data, which the search page alone has."""
    files = {name: data for name, data in all_files(site_of(root)) if isinstance(data, bytes)}
    (found,) = [name for name in files if re.fullmatch(r"static/search-[\w-]{22}\.js", name)]
    secret = found.encode().removeprefix(b"static/")
    assert [name for name, data in files.items() if secret in data] == ["search/index.html"]
    return found
