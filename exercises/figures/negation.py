"""What the *not* button needs: sentences with their verb both ways, and what still stands when the “not” is in."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from exercises.lesson.load import Lesson
from exercises.lesson.models.background import Negation


def not_button(lesson: Lesson) -> dict[str, Any]:
    """Give the sentences with and without “not”, and nothing of what follows from it.

    Parameters
    ----------
    lesson : Lesson
        The lesson; its background holds the negated words.

    Returns
    -------
    dict
        ``ask`` and ``nothing``: what stands above, and what is said where nothing stands; ``sentences``: number,
        pieces (one of them with ``negated``), and an empty reason.
    """
    return _button(lesson, answered=False)


def not_button_answered(lesson: Lesson) -> dict[str, Any]:
    """Give the same sentences with the pieces that still stand, and why.

    Parameters
    ----------
    lesson : Lesson
        The lesson.

    Returns
    -------
    dict
        As `not_button` gives it, with ``stands`` true for some pieces and a reason for every sentence.
    """
    return _button(lesson, answered=True)


def _button(lesson: Lesson, *, answered: bool) -> dict[str, Any]:
    said, negations = lesson.background.not_button, lesson.background.negations
    ask, nothing = ("", "") if said is None else (said.ask_answered if answered else said.ask, said.nothing_stands)
    sentences = [_sentence(lesson, negation, answered=answered) for negation in negations]
    return {"ask": ask, "nothing": nothing if answered else "", "sentences": sentences}


def _sentence(lesson: Lesson, negation: Negation, *, answered: bool) -> dict[str, Any]:
    number = int(negation.sentence[1:])
    sentence = lesson.article.sentence(number)
    verb = {(span.start, span.end) for span in lesson.article.find(number, negation.words)}
    quoted = negation.stands if answered else ()
    stands = {(span.start, span.end) for words in quoted for span in lesson.article.find(number, words)}
    edges = sorted({sentence.start, sentence.span.end, *(edge for span in verb | stands for edge in span)})
    pieces = [
        {
            "text": lesson.article.text[start:end],
            "negated": negation.negated if (start, end) in verb else "",
            "stands": any(first <= start and end <= last for first, last in stands),
        }
        for start, end in pairwise(edges)
    ]
    return {"number": number, "pieces": pieces, "why": negation.why if answered else ""}
