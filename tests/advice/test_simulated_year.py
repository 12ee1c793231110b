"""A year lived by the advice: nobody is forgotten or nagged, and what is settled stays settled."""

from datetime import date
from pathlib import Path

import pytest

from tests.support.simulated_year import Keeper

START = date(2026, 6, 15)

pytestmark = pytest.mark.long


@pytest.mark.parametrize("seed", range(4))
def test_a_year_lived_by_the_advice(tmp_path: Path, seed: int) -> None:
    keeper = Keeper(tmp_path, seed, START)
    keeper.live(52)
    assert len(keeper.kinds) > 3
