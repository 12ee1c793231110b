"""Makes the README's pictures: pages of the sample as of one day, in a headless Chromium."""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import sync_playwright

REPO = Path(__file__).parent.parent.parent
DAY = "2026-11-20"


class Picture(NamedTuple):
    """A picture's name, the page it shows, and how; sizes in CSS pixels."""

    name: str
    page: str
    scheme: str
    width: int = 1200
    height: int = 800


PICTURES = (
    Picture("today", "", "light", height=560),
    Picture("timeline", "timeline/", "dark", height=900),
)


def main() -> None:
    """Build the sample's site and photograph it."""
    with tempfile.TemporaryDirectory(dir=REPO) as folder:
        site = Path(folder, "site")
        build = [sys.executable, "-m", "journal", "build", "--site", str(site), "--today", DAY]
        subprocess.run(build, check=True, cwd=REPO)
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(
                executable_path="/usr/bin/chromium", args=["--no-sandbox"]
            )
            for picture in PICTURES:
                size = {"width": picture.width, "height": picture.height}
                page = chromium.new_page(viewport=size, color_scheme=picture.scheme)  # type: ignore[arg-type]
                page.clock.set_fixed_time(f"{DAY}T09:00:00")
                page.goto((site / picture.page / "index.html").as_uri())
                page.screenshot(path=str(Path(__file__).with_name(f"{picture.name}.png")))


if __name__ == "__main__":
    main()
