"""A page that is served, less what it has beside the page of a build."""

import re

_HEAD = re.compile(
    rb'<link rel="stylesheet" href="/-/live\.css">\n'
    rb'<script src="/-/proof\.js"[^>]*></script>\n<script src="/-/live\.js"[^>]*></script>\n'
)
_BAR = re.compile(rb'<aside class="serving".*?</aside>\n', re.DOTALL)
_FORM = rb'<a [^>]*href="/-/[^"]*"[^>]*>.*?</a>'
_TO_FORMS = re.compile(
    rb'<p class="tools changes">.*?</p>\n| <small>' + _FORM + rb"</small>|(?: \xc2\xb7)? ?" + _FORM
    + rb'| data-form="[^"]*"'
)  # fmt: skip


def without_additions(page: bytes) -> bytes:
    """Return a page without what is added while it is served: scripts, a bar, links to forms."""
    page, heads = _HEAD.subn(b"", page)
    page, bars = _BAR.subn(b"", page)
    assert (heads, bars) == (1, 1)
    return _TO_FORMS.sub(b"", page)
