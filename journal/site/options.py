"""What a site is built with."""

from pathlib import Path

import msgspec


class Options(msgspec.Struct, frozen=True):
    """`root` is the journal's folder; private notes and drafts are shown only where asked for."""

    root: Path
    private: bool = False
    drafts: bool = False
