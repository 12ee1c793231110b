"""The charts: pure functions from facts to plain numbers, which templates draw."""
