"""Patience with files that look wrong for a moment, as they do while an editor saves."""

from collections.abc import Collection

#: Seconds for which a file that is empty, broken or gone is not believed.
PATIENCE = 0.2


class Doubts:
    """What is not believed yet, and until when (seconds of a clock that never jumps)."""

    def __init__(self) -> None:
        self._states: dict[str, tuple[object, float]] = {}

    def is_settled(self, path: str, state: object, now: float) -> bool:
        """Whether a file has been in this doubtful state for long enough; a new one begins anew."""
        known, due = self._states.get(path, (None, 0.0))
        if path in self._states and known == state:
            return now >= due
        self._states[path] = (state, now + PATIENCE)
        return False

    def is_pending(self, path: str, state: object, now: float) -> bool:
        """Whether a look at a file in this state would come too early."""
        known, due = self._states.get(path, (None, 0.0))
        return path in self._states and known == state and now < due

    @property
    def paths(self) -> Collection[str]:
        """Which files there are doubts about."""
        return self._states.keys()

    def keep(self, paths: Collection[str]) -> None:
        """Forget all doubts but those about these files."""
        self._states = {path: doubt for path, doubt in self._states.items() if path in paths}

    @property
    def due(self) -> float | None:
        """When the next look is due."""
        return min((due for _, due in self._states.values()), default=None)
