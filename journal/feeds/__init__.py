"""What other programs read: the calendar, and everything as JSON or tables."""
