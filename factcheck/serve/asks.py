"""What may be answered on the page of a text: whether a figure is about the claim that it may be about."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.report.html.markup import attribute
from factcheck.report.html.sheet import Spot
from factcheck.review.questions import Question
from factcheck.serve.shell import View


def forms(questions: Iterable[Question], view: View) -> dict[Spot, str]:
    """A form for each question of which a reader is shown the figure, by where that stands."""
    return {_spot(question): _form(question, view) for question in questions if question.candidates}


def _spot(question: Question) -> Spot:
    mention = question.mention
    return mention.path, mention.line, mention.column


def _form(question: Question, view: View) -> str:
    words, sentence = view.words, " ".join(question.mention.sentence.split())
    hidden = {
        "key": view.key,
        "claim": question.claims[0],
        "phrase": question.phrase,
        "sentence": sentence,
    }
    fields = "".join(
        f'<input type=hidden name={name} value="{attribute(told)}">' for name, told in hidden.items()
    )
    yes = f"<button name=answer value=yes>{words('served.yes')}</button>"
    return (
        f"<form class=ask method=post target=_blank action={view.address('/answers')} "
        f'data-undo="{attribute(words("served.undo"))}">{fields}'
        f"<span>{words('served.ask' if question.phrase else 'served.no_phrase')}</span> "
        f"{yes if question.phrase else ''}<button name=answer value=no>{words('served.no')}</button></form>"
    )
