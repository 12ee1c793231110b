"""No body holds up the others."""

import gc
import signal
import threading
from collections.abc import Iterator
from time import process_time

import pytest

from journal.markup.render import SECONDS, Rendered, TooSlow, render, time_limit

pytestmark = pytest.mark.long

HOSTILE = {
    "8 KB of brackets": "[" * 8192,
    "200,000 brackets": "[" * 200_000,
    "brackets before a link": "[" * 8000 + "](x)",
    "links never closed": "[a](" * 5000,
    "closing brackets": "]" * 100_000,
    "quote signs": ">" * 50_000,
    "quote signs and blanks": "> " * 1000,
    "dashes": "- " * 1000,
    "lists in lists in one line": "- " * 1000 + "x",
    "numbers in numbers": "1. " * 400 + "x",
    "lists in quotes in lists": "> - " * 300 + "x",
    "lists in lists": "\n".join("  " * depth + "- a" for depth in range(300)),
    "stars": "*a" * 20_000,
    "stars that open": "*a **b " * 5000,
    "stars inside stars": "*a " * 2000 + "b*" * 2000,
    "mixed marks": "_*" * 20_000,
    "backticks": "`a" * 20_000,
    "backticks of all lengths": " ".join("`" * length for length in range(1, 300)),
    "images never closed": "![" * 50_000,
    "footnotes never defined": "[^" * 20_000,
    "definitions": "[a]: b\n" * 5000,
    "bars": "|" * 100_000,
    "tags never closed": "<a " * 50_000,
    "entities": "&amp;" * 50_000,
    "ampersands": "&#" * 500_000,
    "ampersands that name nothing": "&a;" * 500_000,
    "comments": "%%a%%" * 50_000,
    "percent signs": "%" * 100_001,
    "a paragraph a line": "a\n\n" * 20_000,
    "headings": "# a\n" * 20_000,
    "quotes": "> a\n" * 20_000,
    "a long line": "word " * 100_000,
    "an image inside the address": f"![a](data:image/png;base64,{'A' * 300_000})",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_body_is_over_in_time(body: str) -> None:
    start = process_time()
    read = render(body, 1, "n")
    assert process_time() - start < SECONDS + 1
    assert {mistake.code for mistake in read.mistakes} <= {"M01", "M02"}


def typed(read: Rendered) -> str:
    (mistake,) = read.mistakes
    assert (mistake.code, mistake.line, mistake.column) == ("M01", 7, 1)
    return read.html


def test_beyond_fifty_quotes_in_quotes_a_sign_is_text() -> None:
    read = render("> " * 60 + "x", 7, "n")
    assert read.html.count("<blockquote>") == 50
    assert f"<p>{'&gt; ' * 10}x</p>" in read.html
    assert read.mistakes == ()


@pytest.fixture
def no_gc() -> Iterator[None]:
    """Cycles are not looked for, as in a command; hypothesis's look would swallow the alarm."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_gc")
def test_a_body_that_takes_too_long_is_shown_as_typed_and_the_next_is_not() -> None:
    body = "# T\n<x> & %%hidden%% y " + "<a@b.org> " * 600_000
    assert typed(render(body, 7, "n")).startswith('<pre class="as-typed">&lt;x&gt; &amp;  y &lt;a@')
    assert "over 5 seconds" in render(body, 7, "n").mistakes[0].message
    assert render("see `this`", 1, "n") == Rendered("<p>see <code>this</code></p>")


def test_a_separator_line_is_no_reason_to_give_up() -> None:
    for line in ("-" * 80, "- " * 40, "=" * 80, "*" * 80, "~" * 80, "#" * 80, ">" * 40, "[" * 80):
        assert render(f"above\n\n{line}\n\nbelow", 1, "n").mistakes == ()


def spin() -> None:
    while True:
        pass


def test_the_limit_counts_processor_time_and_puts_the_handler_back() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with pytest.raises(TooSlow), time_limit(0.05):
        spin()
    assert signal.getsignal(signal.SIGPROF) is before
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


def test_in_another_thread_a_body_is_rendered_without_a_limit() -> None:
    found: list[Rendered] = []
    thread = threading.Thread(target=lambda: found.append(render("a `b`", 1, "n")))
    thread.start()
    thread.join()
    assert found == [Rendered("<p>a <code>b</code></p>")]
