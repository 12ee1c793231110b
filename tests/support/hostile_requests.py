"""What hostile requests are, and what a refusal is that says nothing of the journal."""

from pathlib import Path

from tests.support.server import Server

SECRET = "Amara"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
ALWAYS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-robots-tag": "noindex",
}


def journal_of_one(root: Path) -> Path:
    """Make a journal with one mentor, whose name no refusal says."""
    (root / "content" / "mentors").mkdir(parents=True)
    (root / "content" / "mentors" / "amara-okoye.md").write_text("---\ntitle: Amara Okoye\n---\n")
    return root


def hostile(server: Server, *lines: str, method: str = "GET", path: str = "/") -> bytes:
    """Ask with these header lines and the right cookie, and return the answer as it came."""
    cookie = f"Cookie: {server.cookie['Cookie']}"
    text = "\r\n".join((f"{method} {path} HTTP/1.1", *lines, cookie, "Connection: close", "", ""))
    return server.raw(text.replace("PORT", str(server.port)).encode())


def refused(answer: bytes, *statuses: int) -> None:
    """Check that an answer is a refusal with all headers and nothing of the journal."""
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode().split("\r\n")
    assert int(first.split()[1]) in statuses, first
    headers = dict(line.lower().split(": ", 1) for line in lines)
    assert {name: headers.get(name) for name in ALWAYS} == ALWAYS
    assert SECRET.encode() not in body
    assert b"Traceback" not in body
    assert not [name for name in headers if name.startswith("access-control-")]
