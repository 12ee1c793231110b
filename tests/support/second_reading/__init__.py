"""The rules of advice, read a second time from their text: what the program says is held to it."""
