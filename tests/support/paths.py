"""Where things are in this checkout."""

from pathlib import Path

#: The checkout: the program, its sample, its docs and its tests.
REPO = Path(__file__).parents[2]
#: The tools of the tests that are written in JavaScript, where `npm ci` has put them.
WEB_TOOLS = REPO / "tests" / "web" / "node_modules"
