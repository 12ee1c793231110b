"""The local server: it follows the journal's files, and makes each page when it is asked for."""
