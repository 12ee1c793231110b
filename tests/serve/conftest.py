"""Servers."""

from tests.support.server import start

__all__ = ["start"]
