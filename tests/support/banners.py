"""The banners of a served page, which name what cannot be used."""

import re

BANNER = 'class="banner"'


def banner(page: str) -> str:
    """Return what the banners of a page say."""
    found = re.findall(r'<p class="banner">(.*?)</p>', page, re.DOTALL)
    return re.sub("<[^>]+>", "", " ".join(found))
