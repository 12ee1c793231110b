"""Refused by the disk: one sentence for the person, and the old site."""

from pathlib import Path

import pytest

from tests.support.publication import (
    apart,
    builds_in,
    leftovers,
    old_site,
    ordinary,
    running,
    said_by,
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "journal"
    (root / "content").mkdir(parents=True)
    return root


REFUSED = """
r = Path(sys.argv[1])
try:
    publish(**site(r, "new0", count=int(sys.argv[2]), size=40_000))
    said = None
except NotPublished as error:
    said = str(error)
import json
from journal.publish import published_id
there, beside = published_id(r / "site", r), sorted(os.listdir(r))
print(json.dumps({"said": said, "there": there, "beside": beside}))
"""


def on_a_disk_of_2_mb(tmp_path: Path, between: str, count: int) -> dict[str, object]:
    """Publish 300 pages on a small disk of memory, do something to it, then publish others."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = 'mount -t tmpfs -o size=2m none "$0" && exec "$@"'
    first = 'r = Path(sys.argv[1]); publish(**site(r, "old0", size=800));' + between
    command = (*apart("-Urm"), "sh", "-c", mount, str(disk))
    return said_by(running(first + REFUSED, disk, count, before=command))


def test_a_full_disk_is_one_sentence_and_the_old_site(tmp_path: Path) -> None:
    answer = on_a_disk_of_2_mb(tmp_path, "", count=300)
    assert answer == {
        "said": "“site” could not be written: the disk is full: free some space, then build again."
        " The last site is as it was.",
        "there": "old0",
        "beside": ["site"],
    }


def test_a_disk_full_before_the_build_is_one_sentence_too(tmp_path: Path) -> None:
    fill = """
with (r / "film.mp4").open("wb", buffering=0) as film:
    try:
        while film.write(bytes(4096)): pass
    except OSError: pass
"""
    answer = on_a_disk_of_2_mb(tmp_path, fill, count=1)
    assert "the disk is full" in str(answer["said"])
    assert (answer["there"], answer["beside"]) == ("old0", ["film.mp4", "site"])


def test_a_read_only_disk_is_one_sentence_and_the_old_site(tmp_path: Path) -> None:
    seal = (
        '\nimport subprocess; subprocess.run(["mount", "-o", "remount,ro", str(r)], check=True)\n'
    )
    answer = on_a_disk_of_2_mb(tmp_path, seal, count=1)
    assert "“site” is read-only" in str(answer["said"])
    assert (answer["there"], answer["beside"]) == ("old0", ["site"])


@pytest.mark.parametrize(
    ("sealed", "said"),
    [
        (".", "“site” could not be written: you may not write there"),
        ("site", "“site” is read-only"),
    ],
)
def test_a_folder_that_may_not_be_written_is_one_sentence_and_the_old_site(
    root: Path, sealed: str, said: str
) -> None:
    old_site(root)
    (root / sealed).chmod(0o500)
    try:
        answer = said_by(running(REFUSED, root, 3, before=ordinary()))
    finally:
        (root / sealed).chmod(0o700)
    assert said in str(answer["said"])
    assert (answer["there"], answer["beside"]) == ("old0", ["content", "site"])
    assert builds_in(root / "site") == {"old0"}


def test_an_old_site_that_cannot_be_removed_is_named(root: Path) -> None:
    old_site(root)
    (root / "site/3").chmod(0o500)
    script = """
import json
result = publish(**site(Path(sys.argv[1]), "new0"))
print(json.dumps({"kept": str(result.old_site)}))
"""
    answer = said_by(running(script, root, before=ordinary()))
    assert builds_in(root / "site") == {"new0"}
    assert [answer["kept"]] == [str(root / name) for name in leftovers(root)]
    (root / leftovers(root)[0] / "3").chmod(0o700)
