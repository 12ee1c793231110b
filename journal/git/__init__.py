"""The one place that runs git: it is asked about a repository, and commits where that is wanted."""

from journal.git.process import GitFailed
from journal.git.repository import (
    GitStatus,
    git_status,
    make_repository,
    path_inside,
    repository_around,
    user_name,
)

__all__ = [
    "GitFailed",
    "GitStatus",
    "git_status",
    "make_repository",
    "path_inside",
    "repository_around",
    "user_name",
]
