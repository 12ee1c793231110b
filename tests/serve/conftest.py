"""Servers, and the one that most tests ask: of a journal with one mentor."""

import pytest

from tests.support.hostile_requests import journal_of_one
from tests.support.server import Server, Start, start, start_for_module

__all__ = ["start", "start_for_module"]


@pytest.fixture(scope="module")
def server(start_for_module: Start, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A server of a journal with one mentor; a module may have another one of this name."""
    return start_for_module(journal_of_one(tmp_path_factory.mktemp("one")))
