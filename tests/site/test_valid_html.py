"""The pages as HTML: a validator has nothing to say."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.support.built_sites import pages
from tests.support.paths import REPO, WEB_TOOLS
from tests.support.web_tools import needs_web_tools

pytestmark = [pytest.mark.long, *needs_web_tools()]

COMMAND = [
    str(WEB_TOOLS / ".bin" / "html-validate"),
    *("--config", str(REPO / "tests" / "web" / "htmlvalidate.cjs")),
    *("--formatter", "json"),
]


def said(found: list[Path]) -> dict[str, str]:
    command = [*COMMAND, *map(str, found)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return {
        f"{message['ruleId']}: {message['message']}": f"{page['filePath']}:{message['line']}"
        for page in json.loads(done.stdout)
        for message in page["messages"]
    }


@pytest.mark.parametrize("journal", ["sample", "generated"])
def test_every_page_is_valid(request: pytest.FixtureRequest, journal: str) -> None:
    found = pages(request.getfixturevalue(journal))
    assert len(found) > 200
    assert said(found) == {}


def test_the_validator_would_say_something(tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<!doctype html><title>x</title><p><p id='a'></div>", encoding="utf-8")
    assert said([page])
