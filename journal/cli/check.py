"""Every finding of the journal printed, in the layout asked for."""

from collections.abc import Callable, Sequence

import click
import msgspec

from journal.cli.load import opened_silently
from journal.cli.options import in_root, on_day
from journal.cli.output import clean, clean_json, counted, say, warn
from journal.errors import Exit
from journal.findings import ERROR, WARNING, Finding
from journal.site.parts.all_findings import findings_of

Layout = Callable[[Sequence[Finding]], str]


def complain(layout: str, strict: bool) -> Exit:
    """Print the findings, and return the exit status they make. Raises Refused."""
    whole = opened_silently(findings=True)
    findings = findings_of(whole).all
    if text := LAYOUTS[layout](findings):
        say(text)
    counts = counted(findings)
    if layout == "text":
        warn(
            f"{counts}, in {len(whole.journal.notes)} notes."
            if findings
            else "Nothing to complain of."
        )
    return counts.status(strict)


def as_text(findings: Sequence[Finding]) -> str:
    """Return a line a finding, as compilers write them."""
    return "\n".join(_line(finding) for finding in findings)


def _line(finding: Finding) -> str:
    """Return one line; the path in it is as it is, so that an editor finds it."""
    return f"{finding.place}{clean(str(finding).removeprefix(finding.place))}".replace("\n", " ")


def as_json(findings: Sequence[Finding]) -> str:
    """Return a list of findings."""
    return clean_json(msgspec.json.format(msgspec.json.encode(findings), indent=2).decode())


def as_github(findings: Sequence[Finding]) -> str:
    """Return annotations: https://docs.github.com/actions, "Workflow commands"."""
    return "\n".join(_annotation(finding) for finding in findings)


def _annotation(finding: Finding) -> str:
    kind = {ERROR: "error", WARNING: "warning"}.get(finding.level, "notice")
    properties = {
        "file": finding.path,
        "line": str(finding.line),
        "col": str(finding.column),
        "title": finding.code,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = f"{finding.message} ({finding.hint})" if finding.hint else finding.message
    return clean(f"::{kind} {listed}::{_data(message)}")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


LAYOUTS: dict[str, Layout] = {"text": as_text, "json": as_json, "github": as_github}


@click.command("check")
@click.option(
    "--format",
    "layout",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    help="json for other programs, github for annotations in its workflows.",
)
@click.option("--strict", is_flag=True, help="End with status 1 for warnings, too.")
@in_root
@on_day
def command(layout: str, strict: bool) -> int:
    """Look for mistakes in the notes; nothing is written.

    One finding a line, path:line:column: CODE level: message (hint), with the path relative to
    the journal's root, so that an editor can jump there. Ends with status 1 if there are errors.
    """
    from journal.cli.check import complain

    return complain(layout, strict)
