"""What is worth a look across the notes: findings about people, contacts, opportunities, trips."""

from journal.checks.exposure import around
from journal.checks.private_names import shows_private
from journal.checks.rules import check, codes_about, errors

__all__ = ["around", "check", "codes_about", "errors", "shows_private"]
