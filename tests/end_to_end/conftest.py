"""Servers, for those tests that ask one."""

from tests.support.server import start

__all__ = ["start"]
