"""What every answer says to the browser, errors included."""

from collections.abc import Iterable

Headers = list[tuple[bytes, bytes]]

_POLICY = b"content-security-policy"
STRICT = (
    b"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    b"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
#: On the pages that are forms, and on them alone.
WITH_FORMS = STRICT.replace(b"form-action 'none'", b"form-action 'self'")
_ALWAYS: Headers = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"x-robots-tag", b"noindex"),
]
_OURS = frozenset(name for name, _ in _ALWAYS) | {_POLICY}


def dressed(headers: Iterable[tuple[bytes, bytes]]) -> Headers:
    """Return an answer's headers with those that every answer has, each once."""
    given = list(headers)
    policy = WITH_FORMS if (_POLICY, WITH_FORMS) in given else STRICT
    kept = [(name, value) for name, value in given if name.lower() not in _OURS]
    return [*kept, (_POLICY, policy), *_ALWAYS]
