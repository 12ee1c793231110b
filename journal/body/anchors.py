"""`^id` at the end of a block: what a link can lead to, and no reader sees."""

import re

_BLOCK_ID = re.compile(r"(?:^|[ \t\n]+)\^([A-Za-z0-9-]+)[ \t]*$")


def split_block_id(text: str) -> tuple[str, str]:
    """Return the text of a paragraph, item or heading without the id at its end, and that."""
    if "^" not in text:
        return text, ""
    found = _BLOCK_ID.search(text)
    return (text[: found.start()], found[1]) if found else (text, "")
