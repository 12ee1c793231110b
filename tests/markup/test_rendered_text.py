"""What a rendered body says: its beginning, and all of it."""

import pytest

from journal.markup.render import render
from journal.markup.rendered_text import opening_of, text_of_html


def opening(body: str) -> str:
    return opening_of(render(body, 1, "0" * 8).html)


def test_the_opening_is_plain_text() -> None:
    body = """# Title

We **met** [[Amara Okoye|Amara]] and *talked* about `x_y`, see [this](https://example.org).[^1]
%% private %%

## Later

- [ ] a task
- a point
  - [x] done
  - below

> quoted

```
code
```

[^1]: a footnote
"""
    said = "We met Amara and talked about x_y, see this. a point below quoted"
    assert opening(body) == said


@pytest.mark.parametrize("body", ["word " * 100, "word " * 100_000, "> word\n\n" * 1000])
def test_a_long_opening_is_cut_between_words(body: str) -> None:
    assert len(opening(body)) <= 201
    assert opening(body).endswith("word…")


@pytest.mark.parametrize("before", ["", "`x`\n\n" * 200, "```\n" + "code\n" * 900])
def test_an_opening_never_ends_inside_a_tag(before: str) -> None:
    assert "<" not in opening(before + "[a](https://example.org/x) [[b]] " * 300)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a &lt;b&gt; &amp; c</p>", "a <b> & c"),
        ("in<em>side</em>", "inside"),
        ('<img alt="a > b" src="x">c', "c"),
    ],
)
def test_text_is_what_is_read_on_the_page(html: str, text: str) -> None:
    assert text_of_html(html) == text
