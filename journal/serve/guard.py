"""Who may ask: this browser, on this machine, for this server. Pure ASGI, around everything."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from journal.serve.headers import dressed
from journal.serve.token import is_same

LONGEST = 8192  # bytes of an address
MOST = 32 * 1024  # bytes of headers
#: 400 days, the most that browsers grant.
_KEPT = "Path=/; Max-Age=34560000; HttpOnly; SameSite=Strict"
_METHODS = ("GET", "HEAD", "POST")
_NO_ENTRY = (
    "This journal is private. Open the address that “journal serve” printed: it ends in "
    "“?token=…” and lets this browser in.\n"
)


class Guard:
    """Lets in who names this server as it is called, comes from its own pages, and has the token.

    What it turns away learns nothing about the journal.
    """

    def __init__(self, app: ASGIApp, port: int, token: str) -> None:
        self.app = app
        self.token = token
        self.cookie = f"journal-{port}"
        self.hosts = frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return

        async def send_dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": dressed(message.get("headers", ()))}
            await send(message)

        refusal = self._refusal(scope) or self._entry(scope)
        if refusal is None:
            await self.app(scope, receive, send_dressed)
        else:
            await refusal(scope, receive, send_dressed)

    def _refusal(self, scope: Scope) -> "ASGIApp | None":
        """Return what to answer a request that no browser of ours would make."""
        asked = _Asked(scope)
        host = asked.only("host")
        if host not in self.hosts or not self._is_at_home(asked, f"http://{host}"):
            return _answer(403, "This server answers its own pages only.\n")
        if asked.method not in _METHODS:
            return _answer(405, "Only GET, HEAD and POST.\n", {"allow": ", ".join(_METHODS)})
        if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST:
            return _answer(414, "This address is too long.\n")
        if sum(len(name) + len(value) for name, value in scope["headers"]) > MOST:
            return _answer(431, "These headers are too long.\n")
        return None

    def _is_at_home(self, asked: "_Asked", origin: str) -> bool:
        """Whether a request comes from a page of this server, or from nobody's page."""
        if not asked.all("sec-fetch-site"):
            site = ""
        else:
            site = asked.only("sec-fetch-site")
            if site not in ("same-origin", "none") and not asked.navigates:
                return False
        if not asked.all("origin"):
            return asked.method != "POST"
        given = asked.only("origin")
        # a form on a page that says “no-referrer” is sent with this origin by every browser
        own_form = given == "null" and asked.method == "POST" and site == "same-origin"
        return given == origin or own_form

    def _entry(self, scope: Scope) -> "ASGIApp | None":
        """Return what to answer who has no cookie: with the token, the cookie."""
        asked = _Asked(scope)
        query = parse_qsl(scope["query_string"].decode("ascii", "replace"), keep_blank_values=True)
        given = [value for name, value in query if name == "token"]
        if given and asked.method in ("GET", "HEAD") and is_same(self.token, given[0]):
            rest = urlencode([pair for pair in query if pair[0] != "token"])
            path = "/" + quote(unquote_to_bytes(scope["raw_path"])).lstrip("/")
            cookie = f"{self.cookie}={self.token}; {_KEPT}"
            headers = {"location": f"{path}?{rest}" if rest else path, "set-cookie": cookie}
            return _answer(303, "", headers)
        if any(is_same(self.token, value) for value in asked.cookies(self.cookie)):
            return None
        return _answer(403, _NO_ENTRY)


class _Asked:
    """The headers of one request."""

    def __init__(self, scope: Scope) -> None:
        self.method: str = scope["method"]
        self._headers: list[tuple[bytes, bytes]] = scope["headers"]

    def all(self, name: str) -> list[str]:
        """Return every value of a header."""
        return [value.decode("latin-1") for key, value in self._headers if key == name.encode()]

    def only(self, name: str) -> str:
        """Return the value of a header that is there once, else an empty text."""
        found = self.all(name)
        return found[0] if len(found) == 1 else ""

    def cookies(self, name: str) -> list[str]:
        """Return the values of a cookie."""
        parts = [part.strip() for value in self.all("cookie") for part in value.split(";")]
        return [value for part in parts for key, _, value in [part.partition("=")] if key == name]

    @property
    def navigates(self) -> bool:
        """Whether a link was followed to a whole new page."""
        where = self.only("sec-fetch-mode"), self.only("sec-fetch-dest")
        return self.method in ("GET", "HEAD") and where == ("navigate", "document")


def _answer(status: int, text: str, headers: Mapping[str, str] | None = None) -> ASGIApp:
    """Return an application that answers this, whatever it is asked."""
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
