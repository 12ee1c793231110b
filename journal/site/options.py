"""What a site is built with."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """`root` is the journal's folder; private notes and drafts are shown only where asked for."""

    root: Path
    private: bool = False
    drafts: bool = False
