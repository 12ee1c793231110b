"""The exit statuses, all of them."""

from enum import IntEnum


class Exit(IntEnum):
    """What a command ends with."""

    FINE = 0
    FINDINGS = 1
    NOT_RUN = 2
    OVERDUE = 3
    INTERRUPTED = 130


#: What each says; the docs show this table.
MEANINGS = {
    Exit.FINE: "it ran, and there is nothing to complain of",
    Exit.FINDINGS: "`check` or `build` found errors (with `--strict`, or warnings)",
    Exit.NOT_RUN: "it could not run: what was asked for, or the system, did not let it",
    Exit.OVERDUE: "`next --exit-code`: somebody is overdue",
    Exit.INTERRUPTED: "interrupted with Ctrl-C",
}
