"""What to say: news, recognition, an offer, a question; each optional (the article's four)."""

from journal.advice.ground import Ground
from journal.advice.questions import same_question
from journal.advice.records import Slots
from journal.advice.standing import Standing


def slots(ground: Ground, standing: Standing) -> Slots:
    """Return what there is to say to one person."""
    told = standing.told
    person = standing.person
    return Slots(
        news=tuple(note.id for note in ground.my_news() if note.id not in told),
        recognition=tuple(n.id for n in ground.news.get(person.id, ()) if n.id not in told),
        offer=_offers(ground, standing),
        question=_questions(standing),
    )


def _offers(ground: Ground, standing: Standing) -> tuple[str, ...]:
    person = standing.person
    theirs = {field.casefold() for field in (*person.fields, *person.interests)}
    fitting = (
        note
        for note in ground.unmatched
        if note.id not in standing.told and theirs.intersection(f.casefold() for f in note.fields)
    )
    return tuple(note.id for note in (*ground.opportunities.get(person.id, ()), *fitting))


def _questions(standing: Standing) -> tuple[str, ...]:
    asked = {same_question(note.question) for note in standing.done if note.question}
    return tuple(q for q in standing.person.questions if same_question(q) not in asked)
