"""What each page shows: the journal and its advice as typed contexts for templates."""
