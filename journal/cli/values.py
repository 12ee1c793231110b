"""An option that takes the words of one key."""

import click
from click.shell_completion import CompletionItem

from journal.vocabulary import KINDS


class Words(click.ParamType[str, str]):
    """An option that takes the words of one key; checked when the note is written."""

    name = "word"

    def __init__(self, kind: str, key: str) -> None:
        self.kind, self.key = kind, key

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        param: click.Parameter,  # noqa: ARG002
        incomplete: str,
    ) -> list[CompletionItem]:
        """Offer the key's words."""
        choices = KINDS[self.kind].keys[self.key].choices
        words = choices.words if choices else ()
        return [CompletionItem(word) for word in words if word.startswith(incomplete)]
