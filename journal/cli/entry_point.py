"""The one place where a command's exceptions are met and become an exit status."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NoReturn

import click

from journal.cli.commands import command_line
from journal.errors import Exit, Unclear

_NAME = "journal"
_COMPLETE = "_JOURNAL_COMPLETE"


def start() -> NoReturn:
    """Run the command line in a process of its own, and end it.

    Cycles are not looked for: most commands end before they matter, and looking takes a fourth of
    the time of a long one. `serve` looks for them itself, while nobody is waiting.
    """
    gc.disable()
    status = main()
    os._exit(status)  # at once: no thread is waited for, and no large journal taken apart


def main(args: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status; `args` are those of the process."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that knows no UTF-8
    if os.environ.get("JOURNAL_DEBUG"):
        _show_faults()
    status = _run_step(lambda: _run(sys.argv[1:] if args is None else list(args)))
    return max(status, _run_step(_flush))


def _show_faults() -> None:
    """Have tracebacks of faults that stop nothing on stderr, too."""
    import logging

    logging.basicConfig(format="%(name)s: %(message)s", stream=sys.stderr)
    logging.getLogger("journal").setLevel(logging.DEBUG)


def _run(args: list[str]) -> int:
    if instruction := os.environ.get(_COMPLETE):
        from click.shell_completion import shell_complete

        from journal.cli.completion import quote_for_bash

        quote_for_bash()
        return shell_complete(command_line, {}, _NAME, _COMPLETE, instruction)
    while True:
        try:
            with command_line.make_context(_NAME, list(args)) as context:
                return command_line.invoke(context) or Exit.FINE
        except Unclear as unclear:  # before anything was written
            from journal.cli.which import with_answer

            args = with_answer(unclear, args)


def _flush() -> int:
    if sys.stdout is None:  # closed before the program began
        return Exit.FINE
    try:
        sys.stdout.flush()
    except OSError:
        _discard_output()
        raise
    return Exit.FINE


def _run_step(step: Callable[[], int]) -> int:
    """Run a step; whatever it raises becomes a sentence and a status."""
    try:
        return step()
    except click.exceptions.Exit as error:
        return error.exit_code
    except BrokenPipeError:
        return _discard_output()
    except (KeyboardInterrupt, EOFError, click.Abort):
        text, status = "Interrupted.", Exit.INTERRUPTED
    except click.exceptions.NoArgsIsHelpError as error:
        text, status = error.format_message(), Exit.NOT_RUN
    except click.ClickException as error:
        text, status = f"{_NAME}: {_usage_sentence(error)}", Exit.NOT_RUN
    except Exception as error:
        text, status = f"{_NAME}: {_exception_sentence(error)}", Exit.NOT_RUN
    return _report(text, status)


def _usage_sentence(error: click.ClickException) -> str:
    """Return click's sentence, and which help says more."""
    message = " ".join(error.format_message().split())
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{message} “{context.command_path} --help” says more." if context else message


def _exception_sentence(error: Exception) -> str:
    """Return the sentence of an exception of ours, or of a fault; with its traceback if asked."""
    from journal.errors import error_sentence

    if os.environ.get("JOURNAL_DEBUG"):
        import traceback

        traceback.print_exc()
    return error_sentence(error)


def _report(text: str, status: Exit) -> int:
    from journal.cli.output import warn

    with suppress(BrokenPipeError):
        warn(text)
    return status


def _discard_output() -> Exit:
    """The reader has gone; give Python somewhere to write what is left when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    return Exit.FINE
