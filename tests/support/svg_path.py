"""The path of a drawing, taken apart."""

import re


def numbers(path: str) -> list[float]:
    """Return every number of a path, in its order."""
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]
