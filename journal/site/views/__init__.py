"""What each page shows: journal and advice to typed contexts for templates."""
