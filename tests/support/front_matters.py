"""Front matter in every spelling that can be read, and in some that cannot, chosen by dice."""

from random import Random

from hypothesis import strategies as st

_VALUES = (
    "2026-01-01", "'2026'", '"a: # b"', "", "  # note", "[a, 'b, c', \"d\"]", "[]", "~", "[[x]]",
    "\n  - a\n  - 'b'", "\n- a # c\n\n- b", "|\n  a\n\n  # b", ">-\n  a\n  b", "a b\n  c", "\n  a",
    "[\n  a, # c\n  b\n ]", "\n  -\n  - b", "\n- a\n-", "'a\n\n  b'", "é🙂 \u2028x",
)  # fmt: skip
_KEYS = (
    "snooze_until", "Snooze-Until", '"snooze until"', "SNOOZE_UNTIL", "city", "why", "Phases",
    "'phases'", "custom key", "tags", "email", "x:y",
)  # fmt: skip


@st.composite
def front_matters(draw: st.DrawFn) -> bytes:
    """Return a note: keys in odd spellings, comments, line ends, a BOM, either way to close."""
    dice = draw(st.randoms(use_true_random=False))
    lines = [_key_lines(dice, key) for key in dice.sample(_KEYS, dice.randint(0, 6))]
    inside = "".join(lines)
    bom, end = dice.choice(("", "\ufeff")), dice.choice(("\n", "\r\n"))
    closing, tail = (
        dice.choice(("---", "...", "---  ")),
        dice.choice(("", "\n", "\n\nHi\n", "\n---\nx")),
    )
    whole = f"{bom}---\n{inside}{closing}{tail}" if dice.random() < 0.9 else f"{bom}Hi{tail}"
    return whole.replace("\n", end).encode()


def _key_lines(dice: Random, key: str) -> str:
    between = dice.choice(("", "", "\n", "# comment: x\n", "  # indented\n"))
    return f"{key}: {dice.choice(_VALUES)}\n{between}"
