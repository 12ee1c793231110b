"""The sample journal's site: made once, or built by the command."""

from datetime import date

import pytest

from journal.site.site import Site
from tests.support.browser import generated, sample
from tests.support.site import REPO, site_of

__all__ = ["generated", "sample"]

SAMPLE_DAY = date(2026, 11, 20)


@pytest.fixture(scope="session")
def sample_site() -> Site:
    """The site of the sample, as the program makes it of its journal."""
    return site_of(REPO, SAMPLE_DAY)
