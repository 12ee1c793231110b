"""Private notes of every kind, and all the ways in which public ones can link to them."""

from collections.abc import Iterator, Mapping

from journal.notes.kinds import FOLDERS, Kind
from journal.vocabulary.key_types import Key, Type

#: Stands in every name, title, alias and text of a private note, and nowhere else.
MARKER = "zqx"
#: The ids of the private notes.
PRIVATE: Mapping[str, str] = {
    "mentors/zqxmentor-quill": "title: Zqxmentor Quill\naliases: [Zqxalias Q]\nsince: 2015",
    "proteges/zqxprotege": "birthday: 06-20\nemail: zqxprotege@example.org",
    "people/zqxpeople": "city: Zqxtown\nquestions: [What of Zqxquestion?]",
    "touchpoints/2026-05-01 Zqxtouch talk": "people: [ann]\nchannel: call\nfollowup_on: 2026-06-16",
    "news/2026-06-05 Zqxnews": "about: ann",
    "opportunities/zqxprize": "for: ann\ndeadline: 2026-06-30",
    "trips/zqxtrip": "city: Porto\nstart: 2026-06-20",
    "goals/zqxgoal": "people: ann",
    "lessons/zqxlesson": "from: ann",
}
_BODY = "# Zqxheading\n\nZqxtext ^zqxblock\n\n- [ ] Zqxtask 📅 2026-06-18\n"
#: What a link may be written to lead to; {} is the rest of the way to content/.
NAMES = (
    "zqxmentor-quill", "Zqxmentor Quill", "ZQXMENTOR_QUILL", "zqxalias q", "Zqxheading",
    "mentors/zqxmentor-quill", "zqxmentor-quill.md", "content/mentors/zqxmentor-quill",
    " Zqxmentor  Quill ", "2026-05-01 Zqxtouch talk", "2026-06-05 Zqxnews", "zqxprize", "zqxtrip",
    "zqxgoal", "zqxlesson", "zqxpeople", "proteges/zqxprotege", "/people/zqxpeople",
    "zqxmentor-quill#Zqxheading", "zqxgoal#^zqxblock",
)  # fmt: skip
_SHOWN = ("", "|Zqxshown", "|**Zqxbold**", "|_Zqx_", "| Zqx  two ", "|a", "|`Zqxcode`", "|a|Zqxbar")
_WIKILINKS = tuple(f"[[{name}{shown}]]" for name in NAMES for shown in _SHOWN[:2]) + tuple(
    f"[[zqxgoal{shown}]]" for shown in _SHOWN[2:]
)
_PATH = "../mentors/zqxmentor-quill.md"
_MARKDOWN = (
    f"[Zqxword]({_PATH})", f"[*Zqx* Q]({_PATH})", f"[**Zqx** `Q`]({_PATH})",
    f"[Zqx [in] it](<{_PATH}>)", f'[Zqx]({_PATH} "Zqxtitle")', f"[Zqx]({_PATH}#Zqxheading)",
    "[Zqx](../mentors/zqxmentor%2Dquill.md)", f"![Zqxalt]({_PATH})", f"[![Zqx](a.png)]({_PATH})",
    "[Zqx](zqxgoal.md)", "[Zqx](../touchpoints/2026-05-01%20Zqxtouch%20talk.md)",
    "[Zqx](<../touchpoints/2026-05-01 Zqxtouch talk.md>)", "![[zqxmentor-quill]]",
    "![[zqxgoal|Zqxshown]]", "![[zqxmentor-quill.md]]", "[see [[zqxgoal]] now](ann.md)",
)  # fmt: skip
#: Links that need a definition further down.
REFERENCES = ("[Zqxword][ref]", "[Zqxref][]", "[Zqxref]", "![Zqxalt][ref]")
DEFINITIONS = f"\n\n[ref]: {_PATH}\n[Zqxref]: <{_PATH}> 'Zqxtitle'\n"
LINKS = (*_WIKILINKS, *_MARKDOWN)
#: Where a link may stand in a body.
PLACES = (
    "{}", "# {}", "# On {} and more", "## {}", "Setext {}\n======", "a {} b", "**{}**", "*{} b*",
    "~~{}~~", "=={}==", "- {}", "- a\n  - {}", "1. {}", "> {}", "> > {}", "> lazy\n{}",
    "| {} | b |\n|---|---|\n| c | {} |", "> [!note] {}\n> b", "> [!tip]- Folded\n> {}",
    "a[^1]\n\n[^1]: {}", "- [ ] send {} the figures 📅 2026-06-20", "- [x] sent {}",
    "- [-] {}", "- [/] {} #theirs", "> - [ ] {}", "a {}\\\nb", "a {} ^block", "\\*{}\\*", "({})",
    "![a {} b](plot.png)", "__{}__", "<b>{}</b>", "%%{}%%",
    "| a |\n|---|\n| b | {} |", "a^[note {} here]", "\\[{}\\]", "a\n{}\nb",
    "```js title={}\ncode\n```", '[a](https://example.org "{}")', "`{}`", "```\n{}\n```",
    "[a {} b](https://example.org)", "a^[{}]",
)  # fmt: skip


def private_notes() -> dict[str, str]:
    """The private notes, as files."""
    return {i: f"---\nprivate: true\n{keys}\n---\n{_BODY}" for i, keys in PRIVATE.items()}


def in_bodies() -> Iterator[str]:
    """Every link in every place of a body."""
    for number, link in enumerate(LINKS):
        for place in PLACES[number % 5 :: 5]:
            bar = link.replace("|", "\\|") if place.startswith("|") else link
            yield place.format(*[bar] * place.count("{}"))
    for link in REFERENCES:
        for place in PLACES[:-6]:
            yield place.format(*[link] * place.count("{}")) + DEFINITIONS


def in_keys(kind: Kind) -> Iterator[str]:
    """Every link in every key of a kind, and in one that it does not have: a line each."""
    for key in kind.keys.values():
        for link in LINKS[len(key.name) % 11 :: 11]:
            yield _line(key, link)
    for link in LINKS[::7]:
        yield f'boat: "With {link} aboard"'
        yield f'"{link}": boat'


def _line(key: Key, link: str) -> str:
    quoted = '"{}"'.format(link.replace("\\", "\\\\").replace('"', '\\"'))
    told = quoted if key.type is Type.LINKS else quoted.replace(link, f"On {link} and more", 1)
    if key.type is Type.PHASES:
        return f'phases: ["2016-01 waiting with {quoted[1:-1]}"]'
    return f"{key.name}: [{told}, other]" if key.type.many else f"{key.name}: {told}"


def public_notes() -> dict[str, str]:
    """Public notes with such links in every place that the format has."""
    found = {"mentors/ann": "---\nsince: 2015-03-01\nprefers: email\nemail: a@example.org\n---\n"}
    for number, body in enumerate(in_bodies()):
        day = f"2026-{1 + number % 6:02}-{1 + number % 14:02}"
        keys = f"people: ann\nchannel: email\ndate: {day}\ndirection: in\nfollowup_on: 2026-06-20"
        found[f"touchpoints/t{number}"] = f"---\n{keys}\n---\n{body}"
    for folder, kind in FOLDERS.items():
        required = _REQUIRED.get(folder, "")
        for number, line in enumerate(in_keys(kind)):
            name = line.partition(":")[0]
            rest = "\n".join(
                row for row in required.split("\n") if row and not row.startswith(name)
            )
            found[f"{folder}/k{number}"] = f"---\n{rest}\n{line}\n---\nText.\n"
    return found


_REQUIRED = {
    "touchpoints": "people: ann\nchannel: email\ndate: 2026-06-01",
    "news": "date: 2026-06-01\nabout: ann",
    "trips": "city: Porto\nstart: 2026-07-01",
    "opportunities": "for: ann\ndeadline: 2026-06-30",
    "lessons": "from: ann",
    "goals": "people: ann",
}
