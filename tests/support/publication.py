"""Publishing in a process of its own, which can be killed, sealed off or run out of space."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import journal.publish
from journal.publish import publish

ABOVE = Path(journal.publish.__file__).parents[2]

PUBLISHING = """
import errno, os, signal, sys
from pathlib import Path
from journal.errors import NotPublished
from journal.publish import lock, publish
from journal.publish.target import SiteFolder
from journal.publish.publication import publish_by
from journal.publish.swap import renameat2

def site(root, build_id, count=300, size=4000):
    page = build_id.encode() * (size // len(build_id))
    files = ((f"{n % 10}/{n}.html", page) for n in range(count))
    place = dict(target=root / "site", root=root, content=root / "content")
    return dict(files=files, build_id=build_id, **place)

def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
"""


def running(script: str, *arguments: object, before: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*before, sys.executable, "-c", PUBLISHING + script, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ABOVE), "PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def said_by(process: subprocess.Popen[str]) -> dict[str, object]:
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    answer: dict[str, object] = json.loads(out)
    return answer


def killed(script: str, root: Path) -> None:
    process = running(script, root)
    _, err = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, err


def builds_in(site: Path) -> set[str]:
    """Return the ids in the pages of a site of 300, each of them whole; two are a broken site."""
    pages = [path.read_text() for path in site.rglob("*.html") if path.is_file()]
    assert len(pages) == 300
    assert all(page == page[:4] * 1000 for page in pages)
    return {page[:4] for page in pages}


def old_site(root: Path, build_id: str = "old0") -> None:
    files = ((f"{n % 10}/{n}.html", build_id.encode() * 1000) for n in range(300))
    publish(root / "site", files, root=root, content=root / "content", build_id=build_id)


def leftovers(root: Path) -> list[str]:
    return sorted(path.name for path in root.glob(".site.*"))


def apart(*flags: str) -> tuple[str, ...]:
    """Return a command that runs another one in namespaces of its own; skip where it may not."""
    command = (shutil.which("unshare") or "", *flags)
    usable = command[0] and subprocess.run([*command, "true"], check=False).returncode == 0
    if not usable and not os.environ.get("CI"):
        pytest.skip("namespaces of one's own are not permitted here")
    return command


def ordinary() -> tuple[str, ...]:
    """Return what takes the superuser's privileges from a command."""
    return apart("-U") if os.geteuid() == 0 else ()
