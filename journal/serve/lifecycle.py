"""`journal serve` from start to Ctrl-C: what runs, and in which order it starts and stops."""

import logging
import re
import signal
import webbrowser
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing, suppress
from types import FrameType
from typing import NamedTuple, NoReturn

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from journal.advice.unreadable_notes import unread_lines
from journal.library.opening import Today
from journal.reading.folder import load_settings, open_cache
from journal.serve.credentials import Credentials
from journal.serve.endpoints import OWN_FILES, BadAddress, Endpoints, bad_address, server_error
from journal.serve.guard import Entrance, Guard
from journal.serve.reload_channel import ReloadChannel
from journal.serve.server import ListeningSockets, ServerThread, listen
from journal.serve.state import ServerState
from journal.serve.verb_forms import VERBS
from journal.serve.watcher import Watcher
from journal.serve.worker import Worker
from journal.site.parts.site_data import SiteOptions

_LOG = logging.getLogger("journal.serve")
Endpoint = Callable[[Request], Awaitable[Response]]

_READ, _BOTH = ["GET"], ["GET", "POST"]


def build_app(worker: Worker, channel: ReloadChannel, entrance: Entrance) -> ASGIApp:
    """Return the ASGI application of one server."""
    endpoints = Endpoints(worker, channel, entrance.credentials)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        channel.start()
        yield
        channel.close()

    routes = [
        Route("/-/events", endpoints.events, methods=_READ),
        *(Route(f"/-/{name}", endpoints.server_file, methods=_READ) for name in OWN_FILES),
        Route("/-/log", endpoints.log, methods=_BOTH),
        *(Route(f"/-/{name}", endpoints.verb(name), methods=_BOTH) for name in VERBS),
        _everything_else(endpoints.site),
    ]
    handlers = {BadAddress: bad_address, Exception: server_error}
    app = Starlette(routes=routes, exception_handlers=handlers, lifespan=lifespan)
    app.router.redirect_slashes = False  # an address is one of the site's, or none
    return Guard(_LoggedFaults(app), entrance)


def _everything_else(answer: Endpoint) -> Route:
    """Return the route of every other address, even of one that is no valid path."""
    route = Route("/{path:path}", answer, methods=_READ)
    route.path_regex = re.compile(r"(?s)(?P<path>.*)")
    return route


class _LoggedFaults:
    """Logs faults, which were answered as such, for JOURNAL_DEBUG only."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self.app(scope, receive, send)
        except Exception as error:
            if scope["type"] != "http":
                raise
            _LOG.debug("%s could not be answered", scope["path"], exc_info=error)


class ServeOptions(NamedTuple):
    """Which port (0: any), whether to open a browser, and whether to poll the files."""

    port: int
    open: bool
    poll: bool


def serve(
    options: SiteOptions, how: ServeOptions, today: Today, say: Callable[[str], None]
) -> None:
    """Serve the journal until interrupted; `say` tells the person. Raises Refused."""
    listening = listen(how.port)
    layout = load_settings(options.root)[0].layout
    with closing(open_cache(options.root, layout)) as cache:
        state = ServerState(options, cache, today)
        server = _JournalServer(state, listening, say)
        try:
            signal.signal(signal.SIGTERM, _interrupt)
            server.start(how)
            server.worker.run()
        except KeyboardInterrupt:
            pass
        finally:
            server.stop()
            state.notes.save()
            state.notes.close()  # another cache than the first, where folders were named since


class _JournalServer:
    """What runs while a journal is served: the worker, the watcher, and what answers browsers."""

    def __init__(
        self, state: ServerState, listening: ListeningSockets, say: Callable[[str], None]
    ) -> None:
        self.state, self.listening, self._say = state, listening, say
        root = state.options.root
        self.channel = ReloadChannel(state.counters)
        self.worker = Worker(state, lambda state: self.channel.send(state.counters))
        self.address = _EntryAddress(listening.port, Credentials(root), say)
        entrance = Entrance(
            listening.port, listening.hosts, self.address.credentials, self.address.used
        )
        app = build_app(self.worker, self.channel, entrance)
        self.thread = ServerThread(app, listening.sockets)
        self.watcher = Watcher(root, self.worker.report_change, state.notes.layout)

    def start(self, how: ServeOptions) -> None:
        """Begin to answer and to follow the files, and say so."""
        self.thread.start()
        for line in unread_lines(self.state.opened.journal):
            self._say(line)
        _say_where(self.listening, self.address.now, self._say)
        if how.poll or not _is_watching(self.watcher, self._say):
            self.worker.poll()
        self._say("It follows what you save. Ctrl-C ends it.")
        if how.open:
            webbrowser.open(self.address.now)

    def stop(self) -> None:
        """End everything; streams first, as a server waits for whoever is connected."""
        with suppress(KeyboardInterrupt):
            self.channel.close()
            self.worker.close()
            self.thread.stop()
            self.watcher.stop()


class _EntryAddress:
    """The address with a ticket in it, which lets one browser in, once."""

    def __init__(self, port: int, credentials: Credentials, say: Callable[[str], None]) -> None:
        self.port, self.credentials, self._say = port, credentials, say

    @property
    def now(self) -> str:
        """The address that is valid now."""
        return f"http://127.0.0.1:{self.port}/?token={self.credentials.ticket}"

    def used(self) -> None:
        """Say that a browser was let in, and which address lets in another one."""
        self._say(f"A browser has opened that address. Another one gets in at {self.now}")


def _say_where(listening: ListeningSockets, address: str, say: Callable[[str], None]) -> None:
    say(f"The journal is at {address}")
    if listening.is_shared:
        say(
            f"Another program has port {listening.port} at [::1], where “localhost” may lead: "
            "only 127.0.0.1 is answered."
        )


def _is_watching(watcher: Watcher, say: Callable[[str], None]) -> bool:
    """Begin to watch the files; say so, and return false, if the system cannot."""
    refused = watcher.start()
    if refused:
        say(f"The system does not say when files change ({refused}): they are looked at instead.")
    return not refused


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
