"""`journal check`: every finding, in the layout asked for."""

from collections.abc import Callable, Sequence

import click
import msgspec

from journal.characters import escaped_json
from journal.cli.load import load_silently
from journal.cli.options import in_root, on_day
from journal.cli.output import clean, count_findings, finding_lines, say, warn
from journal.errors import Exit
from journal.findings import ERROR, WARNING, Finding
from journal.site.parts.all_findings import findings_of


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
    return print_findings(layout, strict)


def print_findings(layout: str, strict: bool) -> Exit:
    """Print the findings, and return the exit status they make. Raises Refused."""
    opened = load_silently(findings=True)
    findings = findings_of(opened).all
    if text := _LAYOUTS[layout](findings):
        say(text)
    counts = count_findings(findings)
    if layout == "text":
        warn(
            f"{counts}, in {len(opened.journal.notes)} notes."
            if findings
            else "Nothing to complain of."
        )
    return counts.status(strict)


def findings_json(findings: Sequence[Finding]) -> str:
    """Return a list of findings."""
    return escaped_json(msgspec.json.format(msgspec.json.encode(findings), indent=2).decode())


def github_annotations(findings: Sequence[Finding]) -> str:
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


_LAYOUTS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "text": finding_lines,
    "json": findings_json,
    "github": github_annotations,
}
