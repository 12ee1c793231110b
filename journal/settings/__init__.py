"""`journal.toml` to `Settings`; what is wrong in it is a finding, and the default stands."""

from journal.settings.model import (
    PHASE_CADENCE,
    PHASE_GAP,
    Chapter,
    Holiday,
    Me,
    Settings,
)
from journal.settings.notes_layout import DEFAULT_LAYOUT, Layout
from journal.settings.toml_file import read_settings

__all__ = [
    "DEFAULT_LAYOUT",
    "PHASE_CADENCE",
    "PHASE_GAP",
    "Chapter",
    "Holiday",
    "Layout",
    "Me",
    "Settings",
    "read_settings",
]
