"""Tests that need what `npm ci` puts into tests/web: a validator of HTML, axe, CommonMark."""

import os

import pytest

from tests.support.paths import WEB_TOOLS

#: Where this is set, a test that cannot run fails.
REQUIRED = bool(os.environ.get("JOURNAL_BROWSER_REQUIRED"))


def needs_web_tools() -> list[pytest.MarkDecorator]:
    """Return the marks of a test module that needs what `npm ci` puts into tests/web."""
    if WEB_TOOLS.is_dir() or REQUIRED:
        return []
    return [pytest.mark.skip(reason="no tools in tests/web: install Node.js, then make test")]
