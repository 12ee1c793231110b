"""Markdown to try things on: the examples that CommonMark's specification publishes, and ours."""

import random
import re

from tests.support.paths import WEB_TOOLS

SPECIFICATION = WEB_TOOLS / "commonmark-spec" / "spec.txt"
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n", re.DOTALL | re.MULTILINE)

OURS = (
    "# Title\n\nText with [[a note|words]] and ![[photo.png|300]].\n\n## Next ##\n\nunder\n===\n",
    "- [ ] send [[it]] 📅 2026-07-01\n  - [x] done\n- [-] dropped\n  more\n\n  > quoted\n",
    "> [!tip]- Folded *title*\n> inside [[quoted]]\n> - list\n\n> [!note]+\n> open\nlazy line\n",
    "one[^1] two[^name] three^[inline *note*]\n\n[^1]: first\n\n    - list\n\n    ```py\n    code\n"
    "    ```\n[^name]:\n[^unused]: alone\n",
    "| left | `a|b` | [[x|y]] |\n|:-----|:----:|------:|\n| one | two | three | four | five\n"
    "| six\n",
    "~~struck~~ ==marked== **bold** ***both** one*  \nbreak\\\n"
    "again <bob@example.org> ann@example.org\n",
    "[ref]\n[plots] and [text][ref] ![image][plots]\n\n[ref]: https://example.org/ref 'title'\n"
    "[plots]: plots.pdf\n[Bo]: yes\n[Ann]: [[no]]\n",
    "[![photo](thumb.jpg)](photo.jpg) [x](<a b.md> (title)) [y](a.md#heading) "
    "[z](javascript:alert)\n",
    "a %%comment [[hidden]]%% b\n\n%%\nmore\n%%\n\nparagraph ^block-id\n\n- item ^item\n\n^list\n",
    '``` py title="shown"\ncode\n```\n\n~~~\nopen fence\n\n    indented\n',
    "1. one\n2. two\n   1) inner\n\n   loose\n- bullet\n* other\n+ third\n\n***\n\nhttps://example.org/?a=1&region=2.\n",
    "&copy; &amp; &#35; &nothing; \\* \\[x] 'quotes' <div>html</div> <!-- shown --> a < b > c\n",
)


def published() -> list[str]:
    """Return the examples of the specification, and ours."""
    text = SPECIFICATION.read_text(encoding="utf-8")
    return [found.replace("→", "\t") for found in _EXAMPLE.findall(text)] + list(OURS)


_SIGNS = (
    *"*_`[](){}<>!#|~=^\\:&;-+.>'\"", "**", "[[", "]]", "![", "](", "]:", "[^", "```", "==", "~~",
    "\n", "\n\n", "\n> ", "\n- ", "\n    ", "  \n", " | ", "\n---\n", "\n# ", "\n1. ", "\t", "%%",
)  # fmt: skip


def mutated(chance: random.Random, examples: list[str]) -> str:
    """Return an example, or two of them, with some signs put in, taken out or moved."""
    text = chance.choice(examples)
    if chance.random() < 0.4:
        text += chance.choice(("", "\n", "\n\n")) + chance.choice(examples)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text) + 1)
        if chance.random() < 0.7:
            text = text[:at] + chance.choice(_SIGNS) + text[at:]
        else:
            text = text[:at] + text[at + chance.randint(1, 3) :]
    return text
