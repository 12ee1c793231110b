"""What stops a command has one base; every other exception is met where it was raised."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import pytest

import journal
from journal.errors import EXIT_MEANINGS, Exit, JournalError, error_sentence

#: Those that end inside their rooms: as a finding, as another answer, or as a way not taken.
MET_INSIDE = {
    "frontmatter.fields.Malformed", "git.commit.CannotCommit", "git.process.GitFailed",
    "markup.fast_path.NeedsParser",
    "markup.render.TooSlow", "publish.staging.UnfitSource", "serve.endpoints.BadAddress",
    "site.own_templates._Unusable", "values.Unreadable",
}  # fmt: skip


def exceptions() -> Iterator[tuple[str, type[BaseException]]]:
    """Yield every exception that the package defines."""
    for module in pkgutil.walk_packages(journal.__path__, "journal."):
        if module.name.endswith("__main__"):
            continue
        for name, found in vars(importlib.import_module(module.name)).items():
            is_class = inspect.isclass(found) and found.__module__ == module.name
            if is_class and issubclass(found, BaseException):
                yield f"{module.name.removeprefix('journal.')}.{name}", found


def test_an_exception_that_reaches_the_person_is_a_journal_error() -> None:
    others = {name for name, found in exceptions() if not issubclass(found, JournalError)}
    assert others == MET_INSIDE


def test_every_journal_error_has_an_exit_status_that_the_table_explains() -> None:
    statuses = {found.status for _, found in exceptions() if issubclass(found, JournalError)}
    assert statuses <= set(EXIT_MEANINGS) == set(Exit)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (JournalError("There is no journal here."), "There is no journal here."),
        (OSError(28, "No space left", "site"), "The system refused: No space left: “site”."),
        (ValueError("x"), "This is a fault of the program (ValueError)."),
    ],
)
def test_whatever_stops_a_command_is_told_in_a_sentence(error: Exception, sentence: str) -> None:
    assert error_sentence(error).startswith(sentence)
