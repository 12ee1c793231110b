"""The application: which address is answered by what, inside the guard."""

import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from journal.serve.answers import OWN_FILES, Answers, at_fault, bad_address
from journal.serve.asked import BadAddress
from journal.serve.desk import Desk
from journal.serve.guard import Door, Guard
from journal.serve.stream import Stream

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
