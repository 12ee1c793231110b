"""The pages as HTML: a validator has nothing to say, and every link leads somewhere."""

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import html5lib
import pytest

from tests.browsing import REPO, WEB, needs_web_tools, pages

CONFIG = REPO / "tests" / "web" / "htmlvalidate.cjs"


@pytest.fixture(params=["sample", "generated"])
def site(request: pytest.FixtureRequest) -> Path:
    """Both journals, one after the other."""
    found: Path = request.getfixturevalue(request.param)
    return found


@pytest.mark.parametrize("tools", [pytest.param("", marks=needs_web_tools())])
def test_the_validator_has_nothing_to_say(sample: Path, tools: str) -> None:
    command = [str(WEB / ".bin" / "html-validate"), "--config", str(CONFIG), "--formatter", "json"]
    command += [str(path) for path in pages(sample)] + [tools] * bool(tools)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = {
        f"{message['ruleId']}: {message['message']}": f"{found['filePath']}:{message['line']}"
        for found in json.loads(done.stdout)
        for message in found["messages"]
    }
    assert said == {}


def test_every_link_and_fragment_leads_somewhere(site: Path) -> None:
    trees = {
        path.as_uri(): html5lib.parse(path.read_bytes(), namespaceHTMLElements=False)
        for path in pages(site)
    }
    ids = {
        at: {each.get("id") for each in tree.iter() if each.get("id")} for at, tree in trees.items()
    }
    lost = set()
    for at, tree in trees.items():
        for each in tree.iter():
            for key in ("href", "src"):
                to = each.get(key)
                if to is None or to.startswith(("http:", "https:", "mailto:", "tel:", "vscode:")):
                    continue
                page, fragment = urldefrag(urljoin(at, to))
                there = Path(unquote(page.removeprefix("file://"))).is_file()
                if not there or (fragment and unquote(fragment) not in ids.get(page, set())):
                    lost.add((str(Path(at).parent.name), to))
    assert lost == set()
