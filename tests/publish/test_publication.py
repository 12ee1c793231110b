"""A site is published whole or not at all, and holds exactly what it was given."""

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.errors import NotPublished
from journal.publish import Published, publish, published_id
from journal.publish.marker import FILE_MANAGER_FILES, IGNORE, MARKER
from journal.publish.publication import File
from journal.publish.swap import flush_each


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "journal"
    (root / "content").mkdir(parents=True)
    return root


def published(root: Path, files: dict[str, bytes | Path], build_id: str = "1") -> Published:
    return publish(
        root / "site", files.items(), root=root, content=root / "content", build_id=build_id
    )


def pages(root: Path) -> dict[str, bytes]:
    site = root / "site"
    found = {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    return {address: found[address] for address in found if address not in (MARKER, IGNORE)}


def beside(root: Path) -> list[str]:
    return sorted(p.name for p in root.iterdir() if p.name not in ("content", "site"))


def test_a_site_holds_exactly_the_files_given(root: Path) -> None:
    files: dict[str, bytes | Path] = {"index.html": b"home", "people/amara/index.html": b"Amara"}
    result = published(root, files)
    assert pages(root) == files
    assert (result.files, result.size, result.old_site) == (2, 9, None)


def test_pages_of_deleted_notes_are_gone_after_the_next_build(root: Path) -> None:
    published(root, {"index.html": b"1", "people/amara/index.html": b"Amara"})
    published(root, {"index.html": b"2"}, build_id="2")
    assert pages(root) == {"index.html": b"2"}
    assert not (root / "site/people").exists()


def test_nothing_is_left_beside_the_site(root: Path) -> None:
    published(root, {"index.html": b"1"})
    published(root, {"index.html": b"2"}, build_id="2")
    assert beside(root) == []


def test_the_build_that_made_a_site_can_be_asked_for(root: Path) -> None:
    assert published_id(root / "site", root) is None
    published(root, {"index.html": b"1"}, build_id="abc")
    assert published_id(root / "site", root) == "abc"


@pytest.mark.parametrize("harm", ["gone", "cut short"])
def test_a_site_with_a_page_missing_or_cut_short_is_no_longer_that_build(
    root: Path, harm: str
) -> None:
    published(root, {"index.html": b"1", "people/index.html": b"people"})
    page = root / "site/people/index.html"
    page.unlink() if harm == "gone" else page.write_bytes(b"pe")
    assert published_id(root / "site", root) is None


@pytest.mark.parametrize(
    "marker", [b"", b"{", b"[]", b'{"made by": "another"}', b"\xff", b"[" * 100_000]
)
def test_a_marker_that_is_not_ours_is_no_build(root: Path, marker: bytes) -> None:
    (root / "site").mkdir()
    (root / "site" / MARKER).write_bytes(marker)
    assert published_id(root / "site", root) is None


@pytest.mark.parametrize("umask", [0, 0o022, 0o777])
def test_everything_made_is_for_its_owner_only_whatever_the_umask(root: Path, umask: int) -> None:
    seen: list[int] = []

    def files() -> Iterator[File]:
        yield "people/amara/index.html", b"Amara"
        seen.extend(p.stat().st_mode & 0o777 for p in root.glob(".site.*"))

    before = os.umask(umask)
    try:
        publish(root / "out/site", files(), root=root, content=root / "content", build_id="1")
    finally:
        os.umask(before)
    made = [root / "out", *(root / "out").rglob("*")]
    assert {p.stat().st_mode & 0o777 for p in made if p.is_dir()} == {0o700}
    assert {p.stat().st_mode & 0o777 for p in made if p.is_file()} == {0o600}


def test_staging_is_beside_the_target_private_and_hidden(root: Path) -> None:
    seen: list[tuple[str, int]] = []

    def files() -> Iterator[File]:
        yield "index.html", b"1"
        seen.extend((p.name, p.stat().st_mode & 0o777) for p in root.iterdir())

    publish(root / "site", files(), root=root, content=root / "content", build_id="1")
    staging = [(name, mode) for name, mode in seen if name.startswith(".site.staging-")]
    assert [mode for _, mode in staging] == [0o700]


def test_files_are_written_as_they_come(root: Path) -> None:
    def files() -> Iterator[File]:
        for number in range(3):
            written = {p.name for p in root.glob(".site.staging-*/page*")}
            assert written == {f"page{n}.html" for n in range(number)}
            yield f"page{number}.html", b"page"

    publish(root / "site", files(), root=root, content=root / "content", build_id="1")


@pytest.mark.parametrize("stop", [ValueError, KeyboardInterrupt])
def test_an_exception_while_building_leaves_the_old_site_whole(
    root: Path, stop: type[BaseException]
) -> None:
    def files() -> Iterator[File]:
        yield "index.html", b"new"
        raise stop

    published(root, {"index.html": b"old"})
    with pytest.raises(stop):
        publish(root / "site", files(), root=root, content=root / "content", build_id="2")
    assert pages(root) == {"index.html": b"old"}
    assert beside(root) == []


def test_the_same_site_gives_the_same_bytes(root: Path) -> None:
    files: dict[str, bytes | Path] = {"b.html": b"b", "a.html": b"a"}
    published(root, files)
    before = (root / "site" / MARKER).read_bytes()
    published(root, dict(reversed(files.items())))
    assert (root / "site" / MARKER).read_bytes() == before
    assert json.loads(before)["build_id"] == "1"


@pytest.mark.parametrize(
    "address",
    [
        "", "/etc/passwd", "../x.html", "a/../x.html", "./a.html", "a//b", "a/", "a\\b", "a\0b",
        "a\nb", "a\x1bb", "\udcff", "n" * 256, MARKER, IGNORE,
    ],
)  # fmt: skip
def test_an_address_that_could_leave_the_site_is_refused(root: Path, address: str) -> None:
    published(root, {"index.html": b"old"})
    with pytest.raises(NotPublished) as refused:
        published(root, {address: b"new"}, build_id="2")
    assert str(refused.value).isprintable()
    assert pages(root) == {"index.html": b"old"}
    assert beside(root) == []


@pytest.mark.parametrize(("one", "other"), [("a", "a"), ("a", "a/b"), ("a/b", "a"), ("a/b", "a/b")])
def test_a_page_never_overwrites_another(root: Path, one: str, other: str) -> None:
    published(root, {"index.html": b"old"})
    with pytest.raises(NotPublished, match="Two files of the site have the address"):
        publish(
            root / "site",
            [(one, b"1"), (other, b"2")],
            root=root,
            content=root / "content",
            build_id="2",
        )
    assert pages(root) == {"index.html": b"old"}


def test_git_looks_away_from_the_site_and_from_what_a_killed_build_leaves(root: Path) -> None:
    git = ["git", "-C", str(root), "-c", "core.fsmonitor=false"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    published(root, {"index.html": b"1"})
    (root / "site").rename(root / ".site.staging-0")
    status = subprocess.run(
        [*git, "status", "--porcelain", "-uall"], check=True, capture_output=True
    )
    assert status.stdout == b""


def test_a_file_managers_litter_does_not_stop_a_build(root: Path) -> None:
    published(root, {"people/index.html": b"1"})
    for name in FILE_MANAGER_FILES:
        (root / "site" / name).touch()
        (root / "site/people" / name).touch()
    published(root, {"people/index.html": b"2"}, build_id="2")
    assert pages(root) == {"people/index.html": b"2"}
    assert beside(root) == []


def test_flushing_file_by_file_works_where_there_is_no_single_call(root: Path) -> None:
    published(root, {"people/index.html": b"1"})
    flush_each(root / "site")
    assert pages(root) == {"people/index.html": b"1"}


_parts = st.text("aé🙂 .-_%#?", min_size=1, max_size=8).filter(lambda part: part not in (".", ".."))


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    tree=st.dictionaries(
        st.lists(_parts, min_size=1, max_size=3).map("/".join), st.binary(max_size=40), max_size=6
    )
)
def test_any_site_reads_back_as_given_or_is_refused_whole(
    root: Path, tree: dict[str, bytes]
) -> None:
    before = pages(root) if (root / "site").exists() else {}
    try:
        published(root, dict(tree))
    except NotPublished:
        assert pages(root) == before
    else:
        assert pages(root) == tree
