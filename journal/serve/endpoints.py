"""The endpoints: what is answered to a browser that the guard has let in."""

import asyncio
import mimetypes
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

from starlette.requests import ClientDisconnect, Request
from starlette.responses import RedirectResponse, Response

from journal.errors import Refused
from journal.feeds.site_files import FEEDS
from journal.feeds.source import FeedSource
from journal.publish.staging import UnfitSource, open_source
from journal.serve import forms, log_form, verb_forms
from journal.serve.credentials import Credentials, is_same
from journal.serve.file_response import OpenFileResponse
from journal.serve.guard import FORM_POLICY
from journal.serve.overlay import add_form_script, add_overlay
from journal.serve.reload_channel import EVENTS, ReloadChannel, ReloadResponse
from journal.serve.state import Result, ServerState
from journal.serve.worker import Worker
from journal.site.own_templates import shipped_templates
from journal.site.parts.attachments import FILES
from journal.site.site import Site

_INDEX = "index.html"


class BadAddress(Exception):
    """An address that no page can have."""


def site_path(raw_path: bytes) -> str:
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


#: The files below `/-/` that served pages need.
OWN_FILES = ("live.css", "live.js", "proof.js", "form.js")
_LARGEST = 256 * 1024  # bytes of a form
_HTML = "text/html; charset=utf-8"
#: Files that a browser may show; all others it may only download.
_INLINE = frozenset({
    ".css", ".js", ".json", ".ics", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif",
    ".pdf", ".txt", ".mp3", ".mp4", ".webm", ".ogg", ".wav",
})  # fmt: skip
#: These run, or change how pages look: as attachments, they may only be downloaded.
_ACTIVE = frozenset({".css", ".js"})
_POLICY = {"content-security-policy": FORM_POLICY.decode()}


class _Resource(NamedTuple):
    """A page (with an empty `name`) or a file, as bytes or as a path."""

    data: bytes | Path
    name: str
    status: int = 200


class Endpoints:
    """Each method answers one request; the worker makes what comes from the journal."""

    def __init__(self, worker: Worker, channel: ReloadChannel, credentials: Credentials) -> None:
        self.worker = worker
        self.channel = channel
        self.credentials = credentials
        self.form_token = credentials.form_token

    async def site(self, request: Request) -> Response:
        """Answer with a page or a file of the site."""
        address = site_path(request.scope["raw_path"])
        found = await self._make(lambda state: _found(state, self.credentials, address))
        if found is None:
            return _not_found()
        if isinstance(found.data, Path):
            return await self._send(request, found.data, found.name)
        if not found.name:
            return Response(found.data, found.status, media_type=_HTML)
        return Response(found.data, headers=_file_headers(found.name))

    async def _send(self, request: Request, path: Path, name: str) -> Response:
        """Answer with a file from the disk; it is read outside the thread that owns the journal."""
        state = self.worker.state
        content = state.opened.journal.settings.layout.top(state.options.root)
        try:
            file = await asyncio.to_thread(open_source, path, content)
        except UnfitSource:
            return _not_found()
        return OpenFileResponse(file, request, _file_headers(name))

    async def events(self, request: Request) -> Response:
        """Answer with the reload channel."""
        if request.method == "HEAD":
            return Response(media_type=EVENTS)
        return ReloadResponse(self.channel)

    async def server_file(self, request: Request) -> Response:
        """Answer with one of the files that served pages need."""
        name = request.url.path.rpartition("/")[2]
        data = await self._make(lambda _: (shipped_templates() / "serving" / name).read_bytes())
        return Response(data, headers=_file_headers(name))

    async def log(self, request: Request) -> Response:
        """Answer with the form for a contact, or write one down."""
        return await self._form(request, log_form.log_page, self._logged)

    def verb(self, name: str) -> Callable[[Request], Awaitable[Response]]:
        """Return what answers with the form of a verb, or does what it asks."""
        page = partial(verb_forms.verb_page, name)

        async def take(fields: forms.Fields) -> Response:
            seen = await self._make(lambda state: verb_forms.take_verb(name, state, fields))
            return RedirectResponse(seen, 303)

        async def answer(request: Request) -> Response:
            return await self._form(request, page, take)

        return answer

    async def _logged(self, fields: forms.Fields) -> Response:
        return RedirectResponse(await self._make(lambda state: log_form.log(state, fields)), 303)

    async def _form(
        self,
        request: Request,
        page: Callable[[ServerState, str, forms.Fields, Refused | None], bytes],
        take: Callable[[forms.Fields], Awaitable[Response]],
    ) -> Response:
        refused: Refused | None = None
        is_sent = request.method == "POST"
        try:
            raw = await _body(request) if is_sent else request.scope["query_string"]
            fields = forms.read_fields(raw)
            if is_sent and not is_same(self.form_token, fields.get("form_token", "")):
                return _text(403, "This form is not one of ours: load its page again.")
            if is_sent:
                return await take(fields)
        except ValueError:
            return _text(400, "This is no form that could be read.")
        except Refused as error:
            refused = error
        html = await self._make(lambda state: page(state, self.form_token, fields, refused))
        return self._page(html, 422 if refused else 200)

    def _page(self, html: bytes, status: int = 200) -> Response:
        return Response(add_form_script(self.credentials, html), status, _POLICY, media_type=_HTML)

    async def _make(self, make: Callable[[ServerState], Result]) -> Result:
        return await asyncio.wrap_future(self.worker.ask(make))


async def _body(request: Request) -> bytes:
    """Return what was sent. Raises ValueError if it is too large."""
    data = b""
    try:
        async for chunk in request.stream():
            data += chunk
            if len(data) > _LARGEST:
                raise ValueError
    except ClientDisconnect as error:
        raise ValueError from error
    return data


def _found(state: ServerState, credentials: Credentials, address: str) -> _Resource | None:
    if address in state.site:
        html = state.make(lambda site: site.page(address))
        status = 500 if f"{address}index.html" in state.site.data.faults else 200
        return _Resource(add_overlay(state, credentials, address, html), "", status)
    data = state.make(lambda site: _file_of(site, address))
    return None if data is None else _Resource(data, address)


def _file_of(site: Site, path: str) -> bytes | Path | None:
    data = site.data
    if path in FEEDS and not data.journal.settings.is_unread:
        return FEEDS[path](FeedSource(data.index, data.advice, data.bodies))
    return site.file(path)


def _file_headers(name: str) -> dict[str, str]:
    """Return the headers with a file's type, or those that make it a download."""
    kind = mimetypes.guess_type(name, strict=False)[0]
    shown = _INLINE - _ACTIVE if name.startswith(FILES) else _INLINE
    if Path(name).suffix.lower() in shown and kind:
        charset = "; charset=utf-8" if kind.startswith("text/") else ""
        return {"content-type": f"{kind}{charset}"}
    return {"content-disposition": "attachment", "content-type": "application/octet-stream"}


def _not_found() -> Response:
    return _text(404, "There is no such page in this journal.")


def _text(status: int, text: str) -> Response:
    return Response(f"{text}\n", status, media_type="text/plain; charset=utf-8")


async def bad_address(_: Request, error: Exception) -> Response:
    """Answer an address that no page can have."""
    assert isinstance(error, BadAddress)
    return _text(400, "This is no address.")


async def server_error(_: Request, error: Exception) -> Response:
    """Answer a fault of the program, without a word of the journal."""
    return _text(500, f"This is a fault of the program ({type(error).__name__}); please report it.")
