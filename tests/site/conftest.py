"""Sites that were built by the command."""

from tests.support.browser import generated, sample

__all__ = ["generated", "sample"]
