"""What is said to people: every phrase, date, count and name of a channel, once."""
