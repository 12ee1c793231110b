"""What every test needs: an account of its own, and an empty journal in a real folder."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.support.journal import Writer
from tests.support.web_tools import REQUIRED

collect_ignore = [] if REQUIRED or find_spec("playwright") else ["browser"]


#: Fixtures that start servers, by themselves or for others.
_STARTING = frozenset({"start", "start_for_module"})


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that start a server: all that ask for one, by whatever fixture."""
    for item in items:
        if isinstance(item, pytest.Function) and not _STARTING.isdisjoint(item.fixturenames):
            item.add_marker("server")


@pytest.fixture(scope="session", autouse=True)
def account(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Folders of an account of its own, so that no test reads or writes those of a person."""
    home = tmp_path_factory.mktemp("account")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(home / "state"))
        patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
        yield home


@pytest.fixture
def notes(tmp_path: Path) -> Writer:
    """An empty journal."""
    return Writer(tmp_path)
