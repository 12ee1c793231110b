"""What is answered to whom the guard has let in."""

import asyncio
import mimetypes
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from journal.errors import Refused
from journal.feeds.site_files import FEEDS
from journal.feeds.source import FeedSource
from journal.publish.staging import UnfitSourceError, open_source
from journal.reading.scan import CONTENT
from journal.serve import forms
from journal.serve.credentials import Keys, is_same
from journal.serve.file_response import FileAnswer
from journal.serve.guard import WITH_FORMS
from journal.serve.overlay import with_bar, with_form_script
from journal.serve.reload_channel import Stream
from journal.serve.state import Live, Made
from journal.serve.worker import Desk
from journal.site.own_templates import shipped_templates
from journal.site.parts.attachments import FILES
from journal.site.site import Site

_INDEX = "index.html"


class BadAddress(Exception):
    """An address that no page can have."""


def asked_for(raw_path: bytes) -> str:
    """Return the path on the site, `index.html` left out. Raises BadAddress."""
    try:
        text = unquote_to_bytes(raw_path).decode()
    except UnicodeDecodeError as error:
        raise BadAddress from error
    if not text.startswith("/") or any(ord(character) < 32 for character in text):
        raise BadAddress
    path = text[1:]
    folder, _, name = path.rpartition("/")
    if name != _INDEX:
        return path
    return f"{folder}/" if folder else ""


#: What served pages have besides, below `/-/`.
OWN_FILES = ("live.css", "live.js", "proof.js", "form.js")
_LARGEST = 256 * 1024  # bytes of a form
_HTML = "text/html; charset=utf-8"
#: Kinds of files that a browser may show; all others are only handed over.
_SHOWN = frozenset({
    ".css", ".js", ".json", ".ics", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif",
    ".pdf", ".txt", ".mp3", ".mp4", ".webm", ".ogg", ".wav",
})  # fmt: skip
#: What runs, or changes how pages look, comes from no attachment.
_OURS = frozenset({".css", ".js"})
_POLICY = {"content-security-policy": WITH_FORMS.decode()}


class Found(NamedTuple):
    """A page (with an empty `name`) or a file: made, or where it lies."""

    data: bytes | Path
    name: str
    status: int = 200


class _Listening(Response):
    """The reload channel, for as long as a tab listens; its place is taken when it is answered."""

    def __init__(self, stream: Stream) -> None:
        super().__init__(media_type="text/event-stream")
        self._stream = stream

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send what is told, or say that there is no place."""
        with self._stream.place() as events:
            answer = (
                StreamingResponse(events, media_type="text/event-stream")
                if events
                else _said(503, "Too many pages are open.")
            )
            await answer(scope, receive, send)


class Answers:
    """Each method answers one request; what is made of the journal is made at the desk."""

    def __init__(self, desk: Desk, stream: Stream, keys: Keys) -> None:
        self.desk = desk
        self.stream = stream
        self.keys = keys
        self.seal = keys.seal

    async def site(self, request: Request) -> Response:
        """Answer with a page or a file of the site."""
        address = asked_for(request.scope["raw_path"])
        found = await self._made(lambda live: _found(live, self.keys, address))
        if found is None:
            return _missing()
        if isinstance(found.data, Path):
            return await self._sent(request, found.data, found.name)
        if not found.name:
            return Response(found.data, found.status, media_type=_HTML)
        return Response(found.data, headers=_kind(found.name))

    async def _sent(self, request: Request, path: Path, name: str) -> Response:
        """Answer with a file of the disk; it is read beside the thread that owns the journal."""
        content = self.desk.live.options.root / CONTENT
        try:
            file = await asyncio.to_thread(open_source, path, content)
        except UnfitSourceError:
            return _missing()
        return FileAnswer(file, request, _kind(name))

    async def events(self, request: Request) -> Response:
        """Answer with the reload channel."""
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        return _Listening(self.stream)

    async def own(self, request: Request) -> Response:
        """Answer with one of the files that served pages have besides."""
        name = request.url.path.rpartition("/")[2]
        data = await self._made(lambda _: (shipped_templates() / "serving" / name).read_bytes())
        return Response(data, headers=_kind(name))

    async def log(self, request: Request) -> Response:
        """Answer with the form for a contact, or write one down."""
        return await self._form(request, forms.log_page, self._logged)

    async def snooze(self, request: Request) -> Response:
        """Answer with the form for a pause, or with the line that makes one."""
        return await self._form(request, forms.snooze_page, self._snoozed)

    async def _logged(self, fields: forms.Fields) -> Response:
        return RedirectResponse(await self._made(lambda live: forms.log(live, fields)), 303)

    async def _snoozed(self, fields: forms.Fields) -> Response:
        return self._page(await self._made(lambda live: forms.snooze(live, self.seal, fields)))

    async def _form(
        self,
        request: Request,
        page: Callable[[Live, str, forms.Fields, str], bytes],
        take: Callable[[forms.Fields], Awaitable[Response]],
    ) -> Response:
        said = ""
        try:
            raw = request.scope["query_string"]
            fields = forms.read_fields(await _body(request) if request.method == "POST" else raw)
            if request.method == "POST" and not is_same(self.seal, fields.get("seal", "")):
                return _said(403, "This form is not one of ours: load its page again.")
            if request.method == "POST":
                return await take(fields)
        except ValueError:
            return _said(400, "This is no form that could be read.")
        except Refused as error:
            said = str(error)
        html = await self._made(lambda live: page(live, self.seal, fields, said))
        return self._page(html, 422 if said else 200)

    def _page(self, html: bytes, status: int = 200) -> Response:
        return Response(with_form_script(self.keys, html), status, _POLICY, media_type=_HTML)

    async def _made(self, make: Callable[[Live], Made]) -> Made:
        return await asyncio.wrap_future(self.desk.ask(make))


async def _body(request: Request) -> bytes:
    """Return what was sent. Raises ValueError for what is too much."""
    data = b""
    try:
        async for chunk in request.stream():
            data += chunk
            if len(data) > _LARGEST:
                raise ValueError
    except ClientDisconnect as error:
        raise ValueError from error
    return data


def _found(live: Live, keys: Keys, address: str) -> Found | None:
    if address in live.site:
        html = live.made(lambda site: site.page(address))
        is_faulty = f"{address}index.html" in live.site.data.faults
        return Found(with_bar(live, keys, address, html), "", 500 if is_faulty else 200)
    data = live.made(lambda site: _file_of(site, address))
    return None if data is None else Found(data, address)


def _file_of(site: Site, path: str) -> bytes | Path | None:
    data = site.data
    if path in FEEDS and not data.journal.settings.is_unread:
        return FEEDS[path](FeedSource(data.index, data.advice, data.bodies))
    return site.file(path)


def _kind(name: str) -> dict[str, str]:
    """Return the headers that say what a file is, and that all but a few are handed over."""
    kind = mimetypes.guess_type(name, strict=False)[0]
    shown = _SHOWN - _OURS if name.startswith(FILES) else _SHOWN
    if Path(name).suffix.lower() in shown and kind:
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        return {"content-type": f"{kind}{charset}"}
    return {"content-disposition": "attachment", "content-type": "application/octet-stream"}


def _missing() -> Response:
    return _said(404, "There is no such page in this journal.")


def _said(status: int, text: str) -> Response:
    return Response(f"{text}\n", status, media_type="text/plain; charset=utf-8")


async def bad_address(_: Request, error: Exception) -> Response:
    """Answer an address that no page can have."""
    assert isinstance(error, BadAddress)
    return _said(400, "This is no address.")


async def at_fault(_: Request, error: Exception) -> Response:
    """Answer where the program has a fault, without a word of the journal."""
    return _said(500, f"This is a fault of the program ({type(error).__name__}); please report it.")
