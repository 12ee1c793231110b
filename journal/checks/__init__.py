"""What is worth a look across the notes: findings about people, contacts, opportunities, trips."""

from journal.checks.exposure import exposure_findings
from journal.checks.private_names_shown import private_names_shown
from journal.checks.rules import check, codes_about, errors

__all__ = ["check", "codes_about", "errors", "exposure_findings", "private_names_shown"]
