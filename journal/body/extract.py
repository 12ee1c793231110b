"""Extracts in one go all that other rooms need of a body: links, tasks, tags, first heading."""

import re
from collections.abc import Mapping, Sequence

from journal.body.blocks import split_block_id
from journal.body.code_and_comments import MASK
from journal.body.contents import Anchor, BodyContents, BodyLink, LinkTarget, Segments
from journal.body.line_segments import segments_of_markdown
from journal.body.links import find_inactive_targets, find_links, links_by_line
from journal.body.outline import TITLE, find_anchors, may_have_anchors
from journal.body.parsed_body import UNKNOWN, ParsedBody
from journal.body.plain_text import CONTROL
from journal.body.positions import Positions
from journal.body.task_signs import DUE, OTHER_SIGN
from journal.body.tasks import build_tasks, find_tasks, task_mistakes
from journal.body.wikilinks import EMBED_OR_WIKILINK
from journal.findings import Mistake

_FIRST_HEADING = re.compile(r"^ {0,3}#[ \t]+(?=[^\s#])([^\n]+)", re.MULTILINE)


def _without_closing_hashes(written: str) -> str:
    """Return a heading without the `#` that may close it (CommonMark's ATX headings)."""
    text = written.rstrip()
    bare = text.rstrip("#")
    return (bare if bare != text and bare[-1:] in ("", " ", "\t") else text).strip()


def _first_heading(body: ParsedBody, links: Mapping[int, Sequence[BodyLink]]) -> Segments:
    """Return the text of the first `# heading`, or nothing."""
    match = _FIRST_HEADING.search(body.prose) if "#" in body.prose else None
    if not match:
        return ()
    line = body.positions.at(match.start(1))[0]
    typed = body.markdown[match.start(1) : match.end(1)].replace(MASK, "")
    written = _without_closing_hashes(CONTROL.sub(UNKNOWN, typed))
    known = [LinkTarget(link.target, link.path) for link in links.get(line, ())]
    return segments_of_markdown(body.tree, split_block_id(written)[0], known)


_TAG = re.compile(
    r"(?<![^\s(\[{])(?<!\]\()(?<!\[\[)#"
    r"([^\s\0!-,.:-@\[-^`{-~\u2000-\u206f\u3000-\u303f\uff00-\uff0f«»¿¡·§]+)"
)
_EMOJI_SELECTOR = "\N{VARIATION SELECTOR-16}"
_EMOJI = re.compile(
    "[\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2639\u263a\u2648-\u2653"
    "\u2665\u267f\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3"
    "\u26f5\u26fa\u26fd\u2705\u270a\u270b\u2728\u274c\u274e\u2753-\u2755\u2757\u2764\u2795-\u2797"
    "\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55\U0001f004\U0001f0cf\U0001f18e\U0001f191-\U0001f19a"
    "\U0001f1e6-\U0001f202\U0001f21a\U0001f22f\U0001f232-\U0001f23a\U0001f250\U0001f251"
    "\U0001f300-\U0001f6ff\U0001f7e0-\U0001f7eb\U0001f90c-\U0001faff\ufe0f]"
)
"""What Unicode shows as emoji, and the selector U+FE0F, which makes one of the character before."""

_CONFLICT_MARKERS = (
    re.compile(r"^<{7} ", re.MULTILINE),
    re.compile(r"^={7}$", re.MULTILINE),
    re.compile(r"^>{7} ", re.MULTILINE),
)
_THEIRS = "theirs"


def _tags(prose: str) -> tuple[str, ...]:
    """Return the tags without `#`, in order, each once (compared without case)."""
    if "#" not in prose:
        return ()
    if "[[" in prose:
        prose = EMBED_OR_WIKILINK.sub("", prose)
    found: dict[str, str] = {}
    for match in _TAG.finditer(prose):
        tag = match[1].rstrip("/")
        if tag and not tag.isdecimal():
            found.setdefault(tag.casefold(), tag)
    found.pop(_THEIRS, None)
    return tuple(found.values())


def emoji_position(positions: Positions) -> tuple[int, int] | None:
    """Return line and column of the first emoji; the signs of a task are none."""
    prose = positions.prose
    if prose.isascii():
        return None
    for match in _EMOJI.finditer(prose):
        start = max(match.start() - (match[0] == _EMOJI_SELECTOR), 0)
        if not (DUE.match(prose, start) or OTHER_SIGN.match(prose, start)):
            return positions.at(start)
    return None


def _mistakes(body: str, positions: Positions) -> list[Mistake]:
    """Return a finding for the first control character, and one for git's conflict markers."""
    found = []
    if control := CONTROL.search(body):
        message = f"the control character U+{ord(control[0]):04X}"
        hint = "delete it, and check what else was pasted with it"
        found.append(Mistake(*positions.at(control.start()), "F08", message, hint))
    if (start := _conflict_offset(positions.prose)) is not None:
        message = "git's conflict markers: both versions are in the note"
        hint = "keep what is right and delete the lines with <<<<<<<, ======= and >>>>>>>"
        found.append(Mistake(*positions.at(start), "F08", message, hint))
    return found


def _conflict_offset(prose: str) -> int | None:
    """Return the offset of git's first marker, if the others follow it."""
    if "<<<<<<< " not in prose:
        return None
    offset, starts = 0, []
    for marker in _CONFLICT_MARKERS:
        match = marker.search(prose, offset)
        if not match:
            return None
        starts.append(match.start())
        offset = match.end()
    return starts[0]


def extract_contents(typed: str, first_line: int = 1) -> BodyContents:
    """Read a body that begins on `first_line` of its file, in time linear in its length."""
    body = ParsedBody(typed, first_line)
    raw_tasks = find_tasks(body)
    found = find_links(body)
    linked = links_by_line(found)
    return BodyContents(
        links=tuple(found.links),
        embeds=tuple(found.embeds),
        inactive_targets=find_inactive_targets(typed, found),
        inner_links=tuple(found.inner),
        anchors=_anchors(body),
        tasks=tuple(build_tasks(raw_tasks, body, linked)),
        tags=_tags(body.prose),
        heading=_first_heading(body, linked),
        emoji=emoji_position(body.positions),
        mistakes=(*_mistakes(typed, body.positions), *task_mistakes(raw_tasks, body)),
    )


def _anchors(body: ParsedBody) -> tuple[Anchor, ...]:
    if not may_have_anchors(body.prose):
        return ()
    return tuple(find_anchors(body.tree, titled=bool(TITLE.match(body.tree.text))))
