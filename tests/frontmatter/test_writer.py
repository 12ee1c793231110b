"""Front matter that is written for a person reads back to the letter."""

from collections.abc import Sequence

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from journal.frontmatter import ListNode, Scalar, read_document
from journal.frontmatter.writer import front_matter_text
from journal.notes.kinds import KEY_NAMES

Value = str | Sequence[str]


def read_back(text: str) -> dict[str, Value]:
    document = read_document(text.encode(), KEY_NAMES)
    assert document.mistakes == ()
    assert document.body == ""
    return {field.key: plain(field.value) for field in document.fields}


def plain(node: object) -> Value:
    if isinstance(node, Scalar):
        return node.text
    assert isinstance(node, ListNode)
    return [item.text for item in node.items if isinstance(item, Scalar)]


def written(value: Value) -> str:
    """Return what stands after the key."""
    return front_matter_text([("key", value, "")]).removeprefix("---\nkey:").removesuffix("\n---\n")


@pytest.mark.parametrize(
    "text",
    [
        "Amara Okoye", "NO", "true", "null", "09:05", "22:00-07:00", "01234", "1.10", "2024-02-30",
        "3 months", "amara@example.org", "https://example.org/a#b", "O'Neil", "back\\slash",
        "Zoë 🙂", "a#b",
    ],
)  # fmt: skip
def test_what_needs_no_quotes_gets_none(text: str) -> None:
    assert written(text) == f" {text}"
    assert read_back(front_matter_text([("key", text, "")])) == {"key": text}


@pytest.mark.parametrize(
    "text",
    [
        "", "Re: a: b", "ends:", "a #tag", "#tag", "[[amara-okoye]]", "[x]", "{x}", "@x", "`x`",
        "- x", "-", "---", "...", "? x", "! x", "& x", "* x", "| x", "> x", "%x", '"quoted"',
        "'quoted'", " led", "trailed ", "two\nlines", "two\r\nlines", "a\tb", "~", "<<", "=",
        "\x85next", "\u2028line", "\ufeffmark", "nul\0", "esc\x1b[2J", "👩\u200d🔬", "a  b",
        "\U0010ffff",
    ],
)  # fmt: skip
def test_what_yaml_would_read_otherwise_is_quoted(text: str) -> None:
    assert written(text).startswith(' "')
    assert written(text).endswith('"')
    assert read_back(front_matter_text([("key", text, "")])) == {"key": text}


def test_a_wikilink_is_quoted() -> None:
    assert written("[[amara-okoye]]") == ' "[[amara-okoye]]"'
    assert written(["[[amara-okoye]]"]) == ' ["[[amara-okoye]]"]'


def test_a_short_list_stays_on_its_line() -> None:
    assert written(["email", "call"]) == " [email, call]"
    assert written([]) == " []"
    assert written(["a, b", "10:30", "c"]) == ' ["a, b", "10:30", c]'


def test_a_long_list_has_a_line_for_each() -> None:
    questions = ["Which of the two housings would you choose?", "Who else should read the draft?"]
    assert written(questions) == "".join(f"\n  - {question}" for question in questions)


def test_a_key_without_a_value_is_a_comment_with_its_help() -> None:
    text = front_matter_text(
        [("org", None, "shown on\nthe page"), ("city", None, ""), ("tz", "UTC", "x")]
    )
    assert text == "---\n# org:   shown on the page\n# city:\ntz: UTC\n---\n"
    assert read_back(text) == {"tz": "UTC"}


def test_nothing_at_all_is_two_fences() -> None:
    assert read_back(front_matter_text([])) == {}


_texts = st.text() | st.text(alphabet=": #-'\"[]{},&*!|>%@`?\\\n\t aé🙂0~=<\u2028\x85\u200d")
_pairs = st.dictionaries(
    _texts.filter(lambda key: key not in ("", "<<")), _texts | st.lists(_texts)
)


@given(_pairs)
def test_any_text_reads_back_to_the_letter(pairs: dict[str, Value]) -> None:
    text = front_matter_text([(key, value, "") for key, value in pairs.items()])
    text.encode()
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    assert (yaml.load(text.removesuffix("---\n"), loader) or {}) == pairs


@given(st.dictionaries(st.from_regex(r"[a-z_]{1,9}", fullmatch=True), _texts | st.lists(_texts)))
def test_the_journal_reads_the_same(pairs: dict[str, Value]) -> None:
    assert read_back(front_matter_text([(key, value, "") for key, value in pairs.items()])) == pairs


@given(_texts, _texts)
def test_help_of_any_kind_stays_a_comment(key: str, comment: str) -> None:
    text = front_matter_text([(key, None, comment), ("city", "Porto", "")])
    assert read_back(text) == {"city": "Porto"}
