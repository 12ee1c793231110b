"""What pages share: links, cards, lists, tables, the words for a message."""
