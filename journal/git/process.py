"""Git as a program that is run: with what it may do there, and what it hears of this account.

A repository's own configuration names programs that git runs, and a journal can lie in a repository
of somebody else's. So git is told to run none and to fetch nothing, is asked only about the
repository that was found here by its `.git`, and of the environment hears only whose account it is.
"""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

_SECONDS = 5
_SECONDS_TO_WORK = 120  # the first commit of twenty thousand notes takes ten
_CONFIG = (
    ("safe.bareRepository", "explicit"),  # a folder that merely looks like a repository is none
    ("core.fsmonitor", "false"),
    ("core.hooksPath", os.devnull),
)
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM": "1",
    "LC_ALL": "C",
}
#: What says where this account's own configuration lies, and whose account it is.
_ACCOUNT_VARIABLES = frozenset(
    {
        *("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"),
        *("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL"),
    }
)


class GitFailed(Exception):
    """Git is there, and there is a repository, but git does not answer for it.

    Its text is the first line of what git said, if it said anything.
    """


def run_git(
    folder: Path, top: Path | None, *question: str, given: str = "", patient: bool = False
) -> bytes:
    """Return what git prints in `folder`, having searched for a repository up to `top`.

    Who is `patient` waits as long as for an order. Raises GitFailed, and FileNotFoundError
    without git.
    """
    seconds = _SECONDS_TO_WORK if patient else _SECONDS
    answer = _run(folder, top, question, given, seconds)
    if answer.returncode > 1:  # 1 says that there is nothing of what was asked for
        raise GitFailed(_first_line(answer.stderr))
    return answer.stdout


def order_git(folder: Path, top: Path, *order: str, given: str = "") -> None:
    """Have git do something, however long it takes to. Raises the same."""
    answer = _run(folder, top, order, given, _SECONDS_TO_WORK)
    if answer.returncode:
        raise GitFailed(_first_line(answer.stderr or answer.stdout))


def _run(
    folder: Path, top: Path | None, words: Sequence[str], given: str, seconds: float
) -> subprocess.CompletedProcess[bytes]:
    options = [part for name, value in _CONFIG for part in ("-c", f"{name}={value}")]
    try:
        return subprocess.run(
            ["git", "--no-pager", *options, "-C", os.fspath(folder), *words],
            input=os.fsencode(given),
            capture_output=True,
            check=False,
            timeout=seconds,
            env=_environment(top),
        )
    except FileNotFoundError:
        raise
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise GitFailed from error


def _first_line(said: bytes) -> str:
    return said.decode("utf-8", "replace").strip().partition("\n")[0]


def _environment(top: Path | None) -> dict[str, str]:
    """Return the account's environment without what git takes from it; nothing above `top`."""
    own = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in _ACCOUNT_VARIABLES
    }
    ceiling = {"GIT_CEILING_DIRECTORIES": os.fspath(top.parent)} if top else {}
    return own | _ENVIRONMENT | ceiling
