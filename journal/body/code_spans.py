"""Code inside a line: what runs of backticks enclose."""

import re

_RUN = re.compile(r"`+")


def closing_backticks(text: str) -> dict[int, int]:
    """Map the start of each run of backticks to the end of the next one as long.

    A run behind a backslash begins one character later. Takes time in proportion to the text.
    """
    found: dict[int, int] = {}
    following: dict[int, int] = {}
    for run in reversed(list(_RUN.finditer(text))):
        start, end = run.span()
        for cut in (0, 1):
            if end - start - cut in following:
                found[start + cut] = following[end - start - cut]
        following[end - start] = end
    return found


def code_text(inside: str) -> str:
    """Return what code between backticks is shown as: on one line, a blank at each end less."""
    text = inside.replace("\n", " ")
    if text[:1] == " " == text[-1:] and text.strip():
        return text[1:-1]
    return text
