"""Leaves out of a built package whatever git does not know."""

import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TrackedFilesOnly(BuildHookInterface):  # type: ignore[type-arg]
    """Excludes files that lie in the checkout but were never added."""

    def initialize(self, _version: str, _build_data: dict[str, Any]) -> None:
        """Add untracked files to the target's exclusions; outside a checkout there are none."""
        if not (Path(self.root) / ".git").exists():
            return
        command = ["git", "-C", self.root, "ls-files", "--others", "-z"]
        names = subprocess.run(command, capture_output=True, check=True, text=True).stdout
        excluded = self.build_config.target_config.setdefault("exclude", [])
        excluded += [f"/{name}" for name in names.split("\0") if name]
