"""A folder of notes to typed records and findings, read once and remembered."""
