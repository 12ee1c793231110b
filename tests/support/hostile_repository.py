"""Journals that somebody else prepared: each names a program that leaves a trace when it runs."""

import os
import subprocess
from pathlib import Path

NOTE = "---\nsince: 2020\n---\nSomebody else's mentor.\n"
#: Every way of a repository's configuration to name a program; `{trap}` is one.
PROGRAMS = {
    "core.fsmonitor": "{trap}",
    "core.hooksPath": "{hooks}",
    "core.sshCommand": "{trap}",
    "core.gitProxy": "{trap}",
    "core.pager": "{trap}",
    "core.editor": "{trap}",
    "core.askPass": "{trap}",
    "pager.ls-files": "{trap}",
    "pager.check-ignore": "{trap}",
    "pager.rev-parse": "{trap}",
    "alias.ls-files": "!{trap}",
    "alias.check-ignore": "!{trap}",
    "alias.rev-parse": "!{trap}",
    "credential.helper": "!{trap}",
    "diff.external": "{trap}",
    "diff.trap.textconv": "{trap}",
    "filter.trap.clean": "{trap}",
    "filter.trap.smudge": "{trap}",
    "filter.trap.process": "{trap}",
    "filter.trap.required": "true",
    "gpg.program": "{trap}",
    "init.templateDir": "{hooks}",
    "remote.origin.uploadpack": "{trap}",
    "uploadpack.packObjectsHook": "{trap}",
}
#: How a missing blob is said to be elsewhere, and fetched by a command.
ELSEWHERE = {
    "core.repositoryFormatVersion": "1",
    "extensions.partialClone": "origin",
    "remote.origin.url": "ssh://example.org/lab.git",
    "remote.origin.promisor": "true",
    "core.sshCommand": "{trap}",
}
_HOOKS = ("post-index-change", "post-checkout", "pre-commit", "reference-transaction")


class Trap:
    """A program that leaves a file when somebody runs it, whatever for."""

    def __init__(self, folder: Path) -> None:
        self.trace = folder / "sprung"
        self.program = folder / "trap.sh"
        self.program.write_text(f"#!/bin/sh\ntouch {self.trace}\n")
        self.program.chmod(0o700)
        self.hooks = folder / "hooks"
        self.hooks.mkdir()
        for name in _HOOKS:
            (self.hooks / name).symlink_to(self.program)

    def has_sprung(self) -> bool:
        """Whether it ran since this was last asked."""
        sprung = self.trace.exists()
        self.trace.unlink(missing_ok=True)
        return sprung

    def set(self, repository: Path, settings: dict[str, str]) -> None:
        """Name it in the configuration of a repository, whose folder of git this is."""
        for name, value in settings.items():
            said = value.format(trap=self.program, hooks=self.hooks)
            git(repository.parent, "config", "--file", str(repository / "config"), name, said)


def git(folder: Path, *words: str, given: str = "") -> str:
    """Ask git as a careless program would."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        ["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words],
        cwd=folder,
        env={**own, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull},
        input=given,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    return done.stdout.strip()


def journal_in(root: Path) -> Path:
    """Make a small journal."""
    (root / "content/mentors").mkdir(parents=True)
    (root / "content/mentors/theirs.md").write_text(NOTE)
    return root


def lose_a_blob(repository: Path, worktree: Path) -> None:
    """Have the index of a repository name a `.gitignore` whose text is not there."""
    here = ("--git-dir", str(repository), "--work-tree", str(worktree))
    blob = git(worktree, *here, "hash-object", "-w", "--stdin", given="/site/\n")
    git(worktree, *here, "update-index", "--add", "--cacheinfo", f"100644,{blob},.gitignore")
    git(worktree, *here, "update-index", "--skip-worktree", ".gitignore")
    (repository / "objects" / blob[:2] / blob[2:]).unlink()


def from_an_archive(folder: Path, trap: Trap) -> Path:
    """Return a journal with a `.git` of somebody else's, out of a ZIP or from a stick."""
    root = journal_in(folder / "archive")
    git(root, "init", "--quiet", ".")
    (root / ".gitattributes").write_text("* filter=trap diff=trap\n")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "-m", "Theirs")
    lose_a_blob(root / ".git", root)
    trap.set(root / ".git", PROGRAMS | ELSEWHERE)
    return root


def cloned(folder: Path, trap: Trap) -> Path:
    """Return a journal in a plain clone whose folder looks like a bare repository to git."""
    outer = folder / "lab"
    root = journal_in(outer / "journal")
    git(root, "init", "--quiet", "--bare", ".")
    trap.set(root, {"core.bare": "false", "core.worktree": "."} | ELSEWHERE)
    lose_a_blob(root, root)
    for empty in ("objects/keep", "refs/keep"):
        (root / empty).touch()
    git(outer, "init", "--quiet", ".")
    git(outer, "add", "--force", ".")
    for path in sorted(path for path in root.rglob("*") if path.is_file()):
        blob = git(outer, "hash-object", "-w", "--stdin-paths", given=str(path))
        name = path.relative_to(outer).as_posix()
        git(outer, "update-index", "--add", "--cacheinfo", f"100644,{blob},{name}")
    git(outer, "commit", "--quiet", "-m", "Ours to share")
    git(folder, "clone", "--quiet", "--no-local", str(outer), "clone")
    return folder / "clone/journal"
