"""What the page of a comparison may see before the commit, and our own answer in the student's shape."""

from __future__ import annotations

from typing import Any

from exercises.kinds.compare.item import CompareItem, Question, trace_of, versions_of
from exercises.lesson.load import Lesson
from exercises.lesson.models.background import TraceVersion

MEANS = " = "


def page(item: CompareItem, lesson: Lesson) -> dict[str, Any]:
    """Give all that the page may know: the versions, the questions, and of the key only what is given.

    Parameters
    ----------
    item : CompareItem
        The exercise.
    lesson : Lesson
        Its lesson.

    Returns
    -------
    dict
        ``versions`` in order of time and ``questions``. The title of the trace tells what happened, so it is left out.
    """
    versions = versions_of(item, lesson)
    return {
        "versions": [_version(one, item, lesson) for one in versions],
        "questions": [_question(question) for question in item.questions],
    }


def _version(version: TraceVersion, item: CompareItem, lesson: Lesson) -> dict[str, Any]:
    language = lesson.sources[version.source].language
    return {
        "id": version.source,
        "when": version.when,
        "who": version.who,
        "says": version.says,
        "terms": [_term(term, language, lesson) for term in version.terms],
        "order": version.order_inferred or "",
        "quote": _quotation(version, item, lesson),
    }


def _term(term: str, language: str, lesson: Lesson) -> dict[str, str]:
    words, means, plain = term.partition(MEANS)
    return {"words": words, "language": language if means else lesson.info.language, "plain": plain}


def _quotation(version: TraceVersion, item: CompareItem, lesson: Lesson) -> dict[str, str] | None:
    """Give the short quotation of a source with its gloss; of the article, the sentence to which the trace leads."""
    source, trace = lesson.sources[version.source], trace_of(item, lesson)
    if trace and trace.sentence and source.url and source.url == lesson.info.article.address:
        sentence = lesson.article.sentence(int(trace.sentence[1:])).text
        return {"original": sentence, "language": lesson.info.language, "literal": "", "plain": ""}
    if source.quote is None or not version.quoted:
        return None
    if source.quote.language == lesson.info.language:
        return {"original": source.quote.original, "language": source.quote.language, "literal": "", "plain": ""}
    return source.quote.model_dump()


def _question(question: Question) -> dict[str, Any]:
    given = {"at": question.at, "basis": question.basis, "reasons": [question.why[question.at], question.basis_why]}
    return {
        "id": question.id,
        "ask": question.ask,
        "nowhere": question.nowhere,
        "given": given if question.given else None,
    }


def reveal(item: CompareItem, lesson: Lesson) -> dict[str, Any]:  # noqa: ARG001 (all kinds take the lesson)
    """Give our own steps in the shape of the student's answer."""
    return {
        "steps": {question.id: question.at for question in item.asked},
        "basis": {question.id: question.basis for question in item.asked},
    }
