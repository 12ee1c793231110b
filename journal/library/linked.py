"""Where one note leads."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import NamedTuple

from journal.findings import Finding

_NOWHERE: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Linked(NamedTuple):
    """The ids that a note leads to: by each key that links, and in its text.

    `told` is what a touchpoint has told its people, and `is_left_out` that it is no part of the
    journal as it is; `findings` tells of links to nothing, or to too much.
    """

    keys: Mapping[str, tuple[str, ...]] = _NOWHERE
    text: tuple[str, ...] = ()
    told: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    is_left_out: bool = False

    def targets(self) -> set[str]:
        """Return all ids that the note leads to."""
        return {*self.text, *(note_id for ids in self.keys.values() for note_id in ids)}

    def without(self, out: Collection[str]) -> "Linked":
        """Return the same, leading to none of the notes that are left out."""
        if not out or self.targets().isdisjoint(out):
            return self
        keys = {key: tuple(i for i in ids if i not in out) for key, ids in self.keys.items()}
        text = tuple(i for i in self.text if i not in out)
        return self._replace(keys=keys, text=text, told=self.told.difference(out))
