"""How fast the journal is, on generated notes, beside Hugo on the same ones."""
