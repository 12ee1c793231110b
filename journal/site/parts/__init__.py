"""What pages share: the page's context, links, cards, entries, lists, drafts."""
