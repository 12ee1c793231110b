"""The sample journal's site: made once, or built by the command."""

import pytest

from journal.site.site import Site
from tests.support.built_sites import generated, sample
from tests.support.paths import REPO
from tests.support.site import SAMPLE_DAY, site_of

__all__ = ["generated", "sample"]


@pytest.fixture(scope="session")
def sample_site() -> Site:
    """The site of the sample, as the program makes it of its journal."""
    return site_of(REPO, SAMPLE_DAY)
