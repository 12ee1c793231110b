"""Pages for those who hear them, or see them otherwise: rules of axe, in every light and width."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browsing import WEB, Watched, kinds, needs_browser, needs_web_tools

pytestmark = [*needs_browser(), *needs_web_tools()]

RUN = """async () => (await axe.run(document, {resultTypes: ['violations']}))
  .violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 120)} (${v.nodes.length})`)"""
WAYS: dict[str, dict[str, object]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 800}},
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("journal", ["sample", "generated"])
def test_axe_has_nothing_to_say(
    request: pytest.FixtureRequest, opened: Callable[..., Watched], journal: str, way: str
) -> None:
    site: Path = request.getfixturevalue(journal)
    axe = (WEB / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    page = opened(**WAYS[way]).page
    said = {}
    for path in kinds(site):
        page.goto(path.as_uri())
        page.evaluate(axe)
        if found := page.evaluate(RUN):
            said[str(path.relative_to(site))] = found
    assert said == {}
