"""The picture of what was handed on: names do not meet, lines end where names are."""

import re
from itertools import pairwise

import pytest

from journal.site.charts.lineage import Flow, Lineage, lineage


def drawn(givers: int, receivers: int, strands: list[Flow] | None = None) -> Lineage:
    left, right = [f"g{n}" for n in range(givers)], [f"r{n}" for n in range(receivers)]
    return lineage("me", left, right, strands or [])


def heights(picture: Lineage, anchor: str) -> list[int]:
    return [label.y for label in picture.labels if label.anchor == anchor]


@pytest.mark.parametrize(("givers", "receivers"), [(1, 1), (2, 1), (30, 5), (3, 30)])
def test_names_on_one_side_are_a_line_apart(givers: int, receivers: int) -> None:
    strands = [Flow(g, r, 1) for g in range(givers) for r in range(receivers)]
    picture = drawn(givers, receivers, strands)
    for anchor in ("end", "start"):
        found = heights(picture, anchor)
        assert all(below - above >= 29 for above, below in pairwise(found))
    assert max(label.y for label in picture.labels) < picture.height


def test_lines_in_the_bar_can_be_told_apart() -> None:
    strands = [Flow(giver, receiver, 1) for giver in range(6) for receiver in range(6)]
    ports = [int(re.findall(r" (\d+)H", line.d)[0]) for line in drawn(6, 6, strands).lines]
    assert all(below - above >= 8 for above, below in pairwise(ports))


def test_a_line_goes_from_a_name_through_the_bar_to_a_name() -> None:
    picture = drawn(1, 1, [Flow(0, 0, 2)])
    (line,) = picture.lines
    assert line == ("M200 55C258 55 258 55 316 55H324C382 55 382 55 440 55", 2)
    assert (picture.bar.x, picture.bar.width) == (316, 8)


def test_what_stays_with_me_ends_in_the_bar() -> None:
    picture = drawn(2, 1, [Flow(1, 0, 1)])
    assert [line.weight for line in picture.lines] == [0, 1]
    assert "H" not in picture.lines[0].d


def test_a_line_is_never_thicker_than_four() -> None:
    assert [line.weight for line in drawn(1, 1, [Flow(0, 0, 90)]).lines] == [4]


def test_a_long_name_is_cut_where_it_would_leave_the_picture() -> None:
    picture = lineage("me", ["Wolfeschlegelsteinhausenbergerdorff"], ["Bo"], [])
    assert picture.labels[1].text == "Wolfeschlegelsteinhause…"
