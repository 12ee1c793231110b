"""Lets in one browser on this machine only. Pure ASGI, around the whole application."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from journal.serve.credentials import Credentials, is_same

Headers = list[tuple[bytes, bytes]]

_POLICY = b"content-security-policy"
STRICT_POLICY = (
    b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    b"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
#: On the pages with forms, and on no other.
FORM_POLICY = STRICT_POLICY.replace(b"form-action 'none'", b"form-action 'self'")
_SECURITY_HEADERS: Headers = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"x-robots-tag", b"noindex"),
]
_OURS = frozenset(name for name, _ in _SECURITY_HEADERS) | {_POLICY}


def with_security_headers(headers: Iterable[tuple[bytes, bytes]]) -> Headers:
    """Return a response's headers with those that every response has, each once."""
    given = list(headers)
    policy = FORM_POLICY if (_POLICY, FORM_POLICY) in given else STRICT_POLICY
    kept = [(name, value) for name, value in given if name.lower() not in _OURS]
    return [*kept, (_POLICY, policy), *_SECURITY_HEADERS]


MAX_ADDRESS = 8192  # bytes of an address
MAX_HEADERS = 32 * 1024  # bytes of headers
#: 400 days, the most that browsers allow; the cookie is valid for one run anyway.
_COOKIE = "Path=/; Max-Age=34560000; HttpOnly; SameSite=Strict"
_METHODS = ("GET", "HEAD", "POST")
_NO_ENTRY = (
    "This journal is private. Open the address that “journal serve” printed last: it ends in "
    "“?token=…”, and lets one browser in, once. Started again, the server prints a new one.\n"
)
#: Replaces a service worker that another program left in the browser when it had this port.
_SERVICE_WORKER = (
    'addEventListener("install", () => skipWaiting());\n'
    'addEventListener("activate", () => registration.unregister());\n'
)
#: Where a page checks that the server is ours before it sends its cookie.
PROOF_PATH = b"/-/proof"
#: Set in the scope of a request that was let in.
AUTHENTICATED = "journal.let_in"


class Entrance(NamedTuple):
    """Where the server is, what lets a browser in, and who is told that one has come in."""

    port: int
    hosts: frozenset[str]
    credentials: Credentials
    on_entry: Callable[[], None]


class Guard:
    """Lets in requests with the right host, from this server's own pages, that have the cookie.

    A request that is refused learns nothing about the journal.
    """

    def __init__(self, app: ASGIApp, entrance: Entrance) -> None:
        self.app = app
        self.entrance = entrance
        self.credentials = entrance.credentials
        self.cookie = f"journal-{entrance.port}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return

        async def send_secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": with_security_headers(message.get("headers", ()))}
            await send(message)

        refusal = self._refusal(scope) or self._public(scope) or self._entry(scope)
        if refusal is None:
            scope[AUTHENTICATED] = True
            await self.app(scope, receive, send_secured)
        else:
            await refusal(scope, receive, send_secured)

    def _refusal(self, scope: Scope) -> "ASGIApp | None":
        """Return the answer to a request that no page of ours would make."""
        headers = _RequestHeaders(scope)
        host = headers.single("host")
        if host not in self.entrance.hosts or not self._is_same_origin(headers, f"http://{host}"):
            return _answer(403, "This server answers its own pages only.\n")
        if headers.all("content-length") and headers.all("transfer-encoding"):
            return _answer(400, "A request has one length.\n")
        if headers.method not in _METHODS:
            return _answer(405, "Only GET, HEAD and POST.\n", {"allow": ", ".join(_METHODS)})
        if len(scope["raw_path"]) + len(scope["query_string"]) > MAX_ADDRESS:
            return _answer(414, "This address is too long.\n")
        if sum(len(name) + len(value) for name, value in scope["headers"]) > MAX_HEADERS:
            return _answer(431, "These headers are too long.\n")
        return None

    def _is_same_origin(self, headers: "_RequestHeaders", origin: str) -> bool:
        """Whether a request comes from a page of this server, or from no page at all."""
        if not headers.all("sec-fetch-site"):
            site = ""
        else:
            site = headers.single("sec-fetch-site")
            if site not in ("same-origin", "none") and not headers.is_navigation:
                return False
        if not headers.all("origin"):
            return headers.method != "POST"
        given = headers.single("origin")
        # every browser sends this origin with a form on a page with “no-referrer”
        own_form = given == "null" and headers.method == "POST" and site == "same-origin"
        return given == origin or own_form

    def _public(self, scope: Scope) -> "ASGIApp | None":
        """Return the answer to what anybody may ask: it has no word of the journal."""
        headers = _RequestHeaders(scope)
        if headers.single("service-worker") == "script":
            about = {"content-type": "text/javascript", "service-worker-allowed": "/"}
            return _answer(200, _SERVICE_WORKER, about)
        if scope["raw_path"] != PROOF_PATH or headers.method != "GET":
            return None
        query = dict(_query(scope))
        proof = self.credentials.proof(
            query.get("run", ""), headers.single("host"), query.get("nonce", "")
        )
        return _answer(200 if proof else 400, proof)

    def _entry(self, scope: Scope) -> "ASGIApp | None":
        """Return the answer to a request without the cookie: with a ticket, it is given one."""
        headers = _RequestHeaders(scope)
        tickets = [value for name, value in _query(scope) if name == "token"]
        is_known = any(
            is_same(self.credentials.cookie, value) for value in headers.cookies(self.cookie)
        )
        if not tickets or headers.method != "GET":
            return None if is_known else _answer(403, _NO_ENTRY)
        if self.credentials.redeem(tickets[0]):
            self.entrance.on_entry()
            cookie = f"{self.cookie}={self.credentials.cookie}; {_COOKIE}"
            return _answer(303, "", {"location": _without_ticket(scope), "set-cookie": cookie})
        if is_known:  # a bookmark, or the way back
            return _answer(303, "", {"location": _without_ticket(scope)})
        return _answer(403, _NO_ENTRY)


def _query(scope: Scope) -> list[tuple[str, str]]:
    return parse_qsl(scope["query_string"].decode("ascii", "replace"), keep_blank_values=True)


def _without_ticket(scope: Scope) -> str:
    """Return the requested address without the ticket, and without any other host."""
    rest = urlencode([pair for pair in _query(scope) if pair[0] != "token"])
    path = "/" + quote(unquote_to_bytes(scope["raw_path"])).lstrip("/")
    return f"{path}?{rest}" if rest else path


class _RequestHeaders:
    """The method and the headers of one request."""

    def __init__(self, scope: Scope) -> None:
        self.method: str = scope["method"]
        self._headers: list[tuple[bytes, bytes]] = scope["headers"]

    def all(self, name: str) -> list[str]:
        """Return every value of a header."""
        return [value.decode("latin-1") for key, value in self._headers if key == name.encode()]

    def single(self, name: str) -> str:
        """Return the value of a header that is there once, else an empty text."""
        found = self.all(name)
        return found[0] if len(found) == 1 else ""

    def cookies(self, name: str) -> list[str]:
        """Return the values of a cookie."""
        parts = [part.strip() for value in self.all("cookie") for part in value.split(";")]
        return [value for part in parts for key, _, value in [part.partition("=")] if key == name]

    @property
    def is_navigation(self) -> bool:
        """Whether a link was followed to a whole new page."""
        where = self.single("sec-fetch-mode"), self.single("sec-fetch-dest")
        return self.method in ("GET", "HEAD") and where == ("navigate", "document")


def _answer(status: int, text: str, headers: Mapping[str, str] | None = None) -> ASGIApp:
    """Return an application that gives this answer to any request."""
    body = text.encode()
    found = {
        "content-type": "text/plain; charset=utf-8",
        "content-length": str(len(body)),
        "connection": "close",
        **(headers or {}),
    }
    raw = [(name.encode(), value.encode("latin-1")) for name, value in found.items()]

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG001 - ASGI's
        await send({"type": "http.response.start", "status": status, "headers": raw})
        shown: Any = b"" if scope["method"] == "HEAD" else body
        await send({"type": "http.response.body", "body": shown})

    return answer
