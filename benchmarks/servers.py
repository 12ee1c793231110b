"""The servers that are measured: how each is started, and where it shows a touchpoint."""

import re
import shutil
from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

from benchmarks.generate import LAST_DAY
from benchmarks.hugo_site import HugoSite, remove
from benchmarks.touched import Touchpoint, touchpoints

LOOPBACK = "127.0.0.1"
MKDOCS_SETTINGS = """\
site_name: A generated journal
docs_dir: content
plugins: [] # no search
nav: [index.md] # all notes in the menu of each note's page: at 20,000, that does not end
validation:
  nav: {omitted_files: ignore, not_found: ignore, absolute_links: ignore}
  links: {not_found: ignore, anchors: ignore, absolute_links: ignore, unrecognized_links: ignore}
"""


class Asked(NamedTuple):
    """What a client asks for."""

    address: str
    headers: Mapping[str, str] = {}


class Server(ABC):
    """A server over its own copy of the notes."""

    has_cache = False
    """Whether it keeps anything from one start to the next."""
    every_round = True
    """Whether it has a turn in each round, or all its edits in the first one."""
    stands_idle = True
    """Whether its idling is measured: it may be that of another one."""

    def __init__(self, name: str, root: Path) -> None:
        """Serve the notes in the folder `content` of `root`."""
        self.name = name
        self.root = root
        self.content = root / "content"
        self.touchpoints = touchpoints(self.content)
        """Those that are still to be edited."""

    @abstractmethod
    def command(self, port: int) -> list[str | Path]:
        """Return what starts it on `port` of this machine alone."""

    def forget(self) -> None:
        """Remove what it keeps from one start to the next."""
        return

    def headers(self, said: str, port: int) -> Mapping[str, str] | None:  # noqa: ARG002
        """Return what a client has to send, or None while what it `said` does not tell yet."""
        return {}

    @abstractmethod
    def month_page(self, touchpoint: Touchpoint) -> str:
        """Return the address of the page of a touchpoint's month."""

    def person_page(self, touchpoint: Touchpoint) -> str | None:
        """Return the address of the page of a touchpoint's first person, where it shows it."""
        return f"/people/{touchpoint.person}/"

    @abstractmethod
    def stream(self, page: str) -> Asked:
        """Return what an open `page` asks for in order to be told of changes."""


class JournalServer(Server):
    """`journal serve`."""

    has_cache = True
    _ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\?token=(\S+)")

    def __init__(self, python: Path, root: Path) -> None:
        """Run the program with `python` on the journal at `root`."""
        super().__init__("journal", root)
        self.python = python

    def command(self, port: int) -> list[str | Path]:
        """Return what starts it."""
        when = ["--today", str(LAST_DAY)]
        return [self.python, "-m", "journal", "-C", self.root, "serve", "--port", str(port), *when]

    def forget(self) -> None:
        """Remove the cache of what was read."""
        remove(self.root / ".journal-cache")

    def headers(self, said: str, port: int) -> Mapping[str, str] | None:
        """Return the cookie that lets a browser in: the printed address gives it, once."""
        found = self._ADDRESS.search(said)
        if not found:
            return None
        with closing(HTTPConnection("127.0.0.1", port)) as connection:
            connection.request("GET", f"/?token={found[1]}")
            cookie = connection.getresponse().headers["set-cookie"] or ""
        return {"Cookie": cookie.partition(";")[0]}

    def month_page(self, touchpoint: Touchpoint) -> str:
        """Return the address of the month's page."""
        return f"/months/{touchpoint.month}/"

    def stream(self, page: str) -> Asked:  # noqa: ARG002
        """Ask for server-sent events."""
        return Asked("/-/events")


class HugoServer(Server):
    """`hugo server`, with nothing written to the disk."""

    def __init__(self, hugo: Path, root: Path, journal: Path) -> None:
        """Make a project at `root` over a copy of the notes of `journal`."""
        HugoSite(hugo, root, journal)
        super().__init__("Hugo", root)
        self.hugo = hugo

    def command(self, port: int) -> list[str | Path]:
        """Return what starts it."""
        where = ["--bind", LOOPBACK, "--port", str(port)]
        return [self.hugo, "server", "--source", self.root, *where, "--renderToMemory"]

    def month_page(self, touchpoint: Touchpoint) -> str:
        """Return the address of the month's page."""
        return f"/months/{touchpoint.month}/"

    def stream(self, page: str) -> Asked:  # noqa: ARG002
        """Ask for its web socket."""
        upgrade = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13"}
        return Asked("/livereload", {**upgrade, "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA=="})


class MkdocsServer(Server):
    """`mkdocs serve`. A note has a page of its own there, and no other shows it."""

    every_round = False
    _EPOCH = re.compile(r"livereload\((\d+), (\d+)\)")

    def __init__(self, mkdocs: Path, root: Path, journal: Path, *, dirty: bool = False) -> None:
        """Make a project at `root` over a copy of the notes of `journal`."""
        shutil.copytree(journal / "content", root / "content")
        (root / "content" / "index.md").write_text("# A generated journal\n", "utf-8")
        (root / "mkdocs.yml").write_text(MKDOCS_SETTINGS, "utf-8")
        super().__init__("mkdocs --dirty" if dirty else "mkdocs", root)
        self.mkdocs = mkdocs
        self.more = ["--dirty"] if dirty else []
        self.stands_idle = not dirty

    def command(self, port: int) -> list[str | Path]:
        """Return what starts it."""
        where = ["--dev-addr", f"{LOOPBACK}:{port}"]
        project = self.root / "mkdocs.yml"
        return [self.mkdocs, "serve", "--livereload", "-f", project, *where, *self.more]

    def month_page(self, touchpoint: Touchpoint) -> str:
        """Return the address of the touchpoint's own page, which is smaller than a month's."""
        return f"/{touchpoint.path.removesuffix('.md')}/"

    def person_page(self, touchpoint: Touchpoint) -> None:  # noqa: ARG002
        """Return None: a person's page does not show their touchpoints."""
        return

    def stream(self, page: str) -> Asked:
        """Ask for what is answered when pages are newer than this one."""
        found = self._EPOCH.search(page)
        assert found, "a page of mkdocs does not wait for changes"
        return Asked(f"/livereload/{found[1]}/{found[2]}")
