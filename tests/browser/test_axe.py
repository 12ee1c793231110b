"""One page of each kind, with every rule of axe on every element: by day, in the dark, on a phone.

All pages are looked at in `test_every_page`, where what looks the same is looked at once.
"""

from pathlib import Path

import pytest

from tests.support.browser import needs_browser
from tests.support.built_sites import kinds
from tests.support.page_checks import AXE, PHONE, WIDE, Open, Stop, faults, run_check
from tests.support.web_tools import needs_web_tools

pytestmark = [*needs_browser(), *needs_web_tools()]

WAYS: dict[str, dict[str, object]] = {
    "light": {"color_scheme": "light", "viewport": WIDE},
    "dark": {"color_scheme": "dark", "viewport": WIDE},
    "narrow": {"color_scheme": "light", "viewport": PHONE},
}


@pytest.mark.parametrize("way", WAYS)
def test_axe_has_nothing_to_say(sample: Path, opened: Open, way: str) -> None:
    watched = opened(**WAYS[way])
    watched.page.add_init_script(AXE)
    assert faults(watched, one_of_each(sample), lambda page: run_check(page, "whole")) == []


def test_axe_would_say_something(tmp_path: Path, opened: Open) -> None:
    (tmp_path / "bad.html").write_text(
        "<!doctype html><title>x</title><p style='color:#ccc'>Pale", encoding="utf-8"
    )
    watched = opened(viewport=WIDE)
    watched.page.add_init_script(AXE)
    said = faults(watched, [(f"{tmp_path.as_uri()}/", "bad.html")], lambda p: run_check(p, "whole"))
    rules = {line.split(": ")[1] for line in said}
    assert {"color-contrast", "html-has-lang", "landmark-one-main"} <= rules


def one_of_each(site: Path) -> list[Stop]:
    return [(f"{site.as_uri()}/", page.relative_to(site).as_posix()) for page in kinds(site)]
