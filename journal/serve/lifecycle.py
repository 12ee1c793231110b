"""A server from its first look at the notes to Ctrl-C."""

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

from journal.advice.recommendations import unread_lines
from journal.library.opening import Today
from journal.reading.folder import open_cache
from journal.serve.credentials import Keys
from journal.serve.endpoints import OWN_FILES, Answers, BadAddress, at_fault, bad_address
from journal.serve.guard import Door, Guard
from journal.serve.reload_channel import Stream
from journal.serve.server import Listening, Serving, opened
from journal.serve.state import Live, Wanted
from journal.serve.watcher import Watch
from journal.serve.worker import Desk

_LOG = logging.getLogger("journal.serve")
Endpoint = Callable[[Request], Awaitable[Response]]

_READ, _BOTH = ["GET"], ["GET", "POST"]


def application(desk: Desk, stream: Stream, door: Door) -> ASGIApp:
    """Return the application of one server."""
    answers = Answers(desk, stream, door.keys)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        stream.begin()
        yield
        stream.close()

    routes = [
        Route("/-/events", answers.events, methods=_READ),
        *(Route(f"/-/{name}", answers.own, methods=_READ, name=name) for name in OWN_FILES),
        Route("/-/log", answers.log, methods=_BOTH),
        Route("/-/snooze", answers.snooze, methods=_BOTH),
        _all(answers.site),
    ]
    handlers = {BadAddress: bad_address, Exception: at_fault}
    app = Starlette(routes=routes, exception_handlers=handlers, lifespan=lifespan)
    app.router.redirect_slashes = False  # an address is one of the site's, or none
    return Guard(_Quiet(app), door)


def _all(answer: Endpoint) -> Route:
    """Return the route of whatever is asked for besides, also of what is no path at all."""
    route = Route("/{path:path}", answer, methods=_READ)
    route.path_regex = re.compile(r"(?s)(?P<path>.*)")
    return route


class _Quiet:
    """Tells of a fault that was answered as one only who asks for it (JOURNAL_DEBUG)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self.app(scope, receive, send)
        except Exception as error:
            if scope["type"] != "http":
                raise
            _LOG.debug("%s could not be answered", scope["path"], exc_info=error)


class How(NamedTuple):
    """On which port, whether to open it in a browser, and whether not to watch."""

    port: int
    open: bool
    poll: bool


def serve(wanted: Wanted, how: How, today: Today, say: Callable[[str], None]) -> None:
    """Serve the journal until interrupted; `say` tells the person. Raises Refused."""
    listening = opened(how.port)
    with closing(open_cache(wanted.root)) as cache:
        live = Live(wanted, cache, today)
        stream = Stream(live.counters)
        desk = Desk(live, lambda live: stream.tell(live.counters))
        entrance = _Entrance(listening.port, Keys(wanted.root), say)
        door = Door(listening.port, listening.hosts, entrance.keys, entrance.used)
        server = Serving(application(desk, stream, door), listening.sockets)
        watch = Watch(wanted.root, desk.hint)
        try:
            signal.signal(signal.SIGTERM, _interrupt)
            server.start()
            for line in unread_lines(live.opened.journal):
                say(line)
            _say_where(listening, entrance.address, say)
            if how.poll or not _watches(watch, say):
                desk.poll()
            say("It follows what you save. Ctrl-C ends it.")
            if how.open:
                webbrowser.open(entrance.address)
            desk.run()
        except KeyboardInterrupt:
            pass
        finally:
            _end(stream, desk, server, watch)
            live.notes.save()


class _Entrance:
    """The address that lets one browser in, once."""

    def __init__(self, port: int, keys: Keys, say: Callable[[str], None]) -> None:
        self.port, self.keys, self._say = port, keys, say

    @property
    def address(self) -> str:
        """The address that holds now."""
        return f"http://127.0.0.1:{self.port}/?token={self.keys.ticket}"

    def used(self) -> None:
        """Say that a browser has come in, and by which address another one would."""
        self._say(f"A browser has opened that address. Another one gets in at {self.address}")


def _say_where(listening: Listening, address: str, say: Callable[[str], None]) -> None:
    say(f"The journal is at {address}")
    if listening.is_shared:
        say(
            f"Another program has port {listening.port} at [::1], where “localhost” may lead: "
            "only 127.0.0.1 is answered."
        )


def _watches(watch: Watch, say: Callable[[str], None]) -> bool:
    """Whether the system says when files change."""
    refused = watch.start()
    if refused:
        say(f"The system does not say when files change ({refused}): they are looked at instead.")
    return not refused


def _end(stream: Stream, desk: Desk, server: Serving, watch: Watch) -> None:
    """Open streams first: a server waits for whoever is connected."""
    with suppress(KeyboardInterrupt):
        stream.close()
        desk.close()
        server.stop()
        watch.stop()


def _interrupt(_number: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
