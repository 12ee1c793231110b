"""A note that asks to stay private stays so, however badly the rest of it can be read."""

import pytest

from tests.support.journal import Writer

ASKING: dict[str, str | bytes] = {
    "front matter that is not YAML": "---\nprivate: true\nmet: a: b: c\n---\ntext\n",
    "a value that is no flag": "---\nprivate: oui\n---\n",
    "the key twice": "---\nprivate: true\nprivate: true\n---\n",
    "never closed": "---\nprivate: true\n",
    "no fence above": "private: true\nsince: 2015\n---\n",
    "text above": "# Ada\n\n---\nprivate: true\n---\n",
    "more front matter below": "---\nsince: 2015\n---\n---\nprivate: true\n---\n",
    "JSON": '{"private": true}\n',
    "JSON, not first": '{"since": "2015", "private": true}\n',
    "TOML": "+++\nprivate = true\n+++\n",
    "CR alone": "---\rprivate: true\r---\r",
    "Latin-1": b"---\nprivate: true\nmet: caf\xe9\n---\n",
    "UTF-16": "---\nprivate: true\n---\n".encode("utf-16"),
    "UTF-16 without a mark": "---\nprivate: true\n---\n".encode("utf-16-le"),
    "NUL": b"---\nprivate: true\n---\n\0",
    "conflict": "---\n<<<<<<< HEAD\nprivate: true\n=======\nsince: 2015\n>>>>>>> b\n---\n",
}


@pytest.mark.parametrize("name", ASKING)
def test_what_cannot_be_read_and_asks_for_it_is_private(notes: Writer, name: str) -> None:
    journal = notes.write({"mentors/ada": ASKING[name]}).journal()
    assert journal.findings
    assert journal.notes["mentors/ada"].private


@pytest.mark.parametrize(
    "text",
    [
        "---\nmet: a: b: c\n---\nprivately: x\n",
        "---\nmet: a: b: c\n---\nit is private: we said so\n",
        "---\nprivate: no\n---\n",
        "---\nprivate:\n---\n",
    ],
)
def test_what_does_not_ask_for_it_is_not(notes: Writer, text: str) -> None:
    assert not notes.write({"mentors/ada": text}).journal().notes["mentors/ada"].private
