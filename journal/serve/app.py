"""The application: which address is answered by what, inside the guard."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from journal.serve.answers import OWN_FILES, Answers, at_fault, bad_address
from journal.serve.asked import BadAddress
from journal.serve.desk import Desk
from journal.serve.guard import Guard
from journal.serve.stream import Stream
from journal.serve.token import seal

_READ, _BOTH = ["GET"], ["GET", "POST"]


def application(desk: Desk, stream: Stream, port: int, token: str) -> ASGIApp:
    """Return the application of one server."""
    answers = Answers(desk, stream, seal(token))

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
        Route("/{path:path}", answers.site, methods=_READ),
    ]
    handlers = {BadAddress: bad_address, Exception: at_fault}
    app = Starlette(routes=routes, exception_handlers=handlers, lifespan=lifespan)
    return Guard(_Quiet(app), port, token)


class _Quiet:
    """Keeps what was answered as a fault from being told a second time, with its traceback."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self.app(scope, receive, send)
        except Exception:
            if scope["type"] != "http":
                raise
