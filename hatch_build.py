"""Leaves out of a built package whatever git does not know."""

import os
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_QUESTION = ("-c", "core.fsmonitor=false", "ls-files", "--others", "-z")
_UNASKED = (
    "git could not be asked which files belong to the package ({}): "
    "all are taken that .gitignore does not name."
)


class TrackedFilesOnly(BuildHookInterface):  # type: ignore[type-arg]
    """Excludes files that lie in the checkout but were never added."""

    def initialize(self, _version: str, _build_data: dict[str, Any]) -> None:
        """Add untracked files to the target's exclusions; outside a checkout there are none.

        A package can be built without git, and from a folder of another account, which git does
        not look into; what `.gitignore` names is left out even then.
        """
        if not (Path(self.root) / ".git").exists():
            return
        try:
            names = _untracked(self.root)
        except (OSError, subprocess.SubprocessError) as error:
            self.app.display_warning(_UNASKED.format(error))
            return
        excluded = self.build_config.target_config.setdefault("exclude", [])
        excluded += [f"/{name}" for name in names]


def _untracked(root: str) -> list[str]:
    command = ["git", "-C", root, *_QUESTION]
    said = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
    return [name for name in os.fsdecode(said).split("\0") if name]
