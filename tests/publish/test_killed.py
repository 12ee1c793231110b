"""Killed at any moment, the site is wholly the old or wholly the new one."""

import random
import time
from pathlib import Path

import pytest

from journal.publish import publish, published_id
from tests.support.publication import builds_in, killed, leftovers, old_site, running

pytestmark = pytest.mark.long


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "journal"
    (root / "content").mkdir(parents=True)
    return root


def test_a_build_killed_at_any_moment_leaves_a_whole_site(root: Path) -> None:
    script = 'r = Path(sys.argv[1]); print("go", flush=True); publish(**site(r, sys.argv[2]))'
    old_site(root)
    start = time.perf_counter()
    old_site(root)
    long = time.perf_counter() - start
    chance = random.Random(25)
    for number in range(25):
        build_id = f"b{number:03}"
        before = published_id(root / "site", root)
        with running(script, root, build_id) as process:
            assert process.stdout
            process.stdout.readline()
            time.sleep(chance.uniform(0, 1.2 * long))
            process.kill()
        assert published_id(root / "site", root) in (before, build_id)
        assert builds_in(root / "site") == {published_id(root / "site", root)}
    old_site(root, "last")
    assert leftovers(root) == []


@pytest.mark.parametrize(
    ("moment", "there"),
    [
        ("publish_by(die, place, **kw)", "old0"),
        ("publish_by(lambda *both: (renameat2(*both), die()), place, **kw)", "new0"),
        ("os.fwalk = die; publish_by(renameat2, place, **kw)", "new0"),
        ("os.unlink = die; publish_by(renameat2, place, **kw)", "new0"),
        ("os.rmdir = die; publish_by(renameat2, place, **kw)", "new0"),
    ],
    ids=[
        "before the swap",
        "after it",
        "before removing the old",
        "in its files",
        "in its folders",
    ],
)
def test_killed_around_the_swap_the_site_is_whole_and_the_next_build_cleans_up(
    root: Path, moment: str, there: str
) -> None:
    old_site(root)
    setup = """
r = Path(sys.argv[1]); kw = site(r, "new0")
place = SiteFolder.of(kw.pop("target"), kw.pop("root"), kw.pop("content"))
"""
    killed(setup + moment, root)
    assert published_id(root / "site", root) == there
    assert builds_in(root / "site") == {there}
    assert len(leftovers(root)) == 1
    old_site(root, "next")
    assert builds_in(root / "site") == {"next"}
    assert leftovers(root) == []


def test_killed_between_two_renames_the_next_build_puts_the_old_site_back(root: Path) -> None:
    old_site(root)
    killed(
        """
rename = Path.rename
def once(self, target):
    rename(self, target)
    die()
def none(*_):
    Path.rename = once
    raise OSError(errno.ENOSYS, "none")
r = Path(sys.argv[1]); kw = site(r, "new0")
publish_by(none, SiteFolder.of(kw.pop("target"), kw.pop("root"), kw.pop("content")), **kw)
""",
        root,
    )
    assert not (root / "site").exists()
    files = (("a", b"%d" % (1 // n)) for n in (1, 0))
    with pytest.raises(ZeroDivisionError):
        publish(root / "site", files, root=root, content=root / "content", build_id="x")
    assert builds_in(root / "site") == {"old0"}
    assert leftovers(root) == []
