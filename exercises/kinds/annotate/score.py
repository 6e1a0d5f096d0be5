"""What marks on one's own text get back: what was marked, counted. Nothing is scored, for nobody has a key to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from exercises.kinds.annotate.beside import Compared, pairs_of
from exercises.kinds.annotate.item import AnnotateAnswer, AnnotateItem
from exercises.kinds.annotate.machine import LANGUAGE
from exercises.kinds.annotate.page import name_of
from exercises.kinds.annotate.settling import settled_remarks, settled_summary, unsettled
from exercises.kinds.annotate.tell import groups_of, line_of
from exercises.kinds.base import Pair, Remark, Result
from exercises.kinds.bring.item import Part
from exercises.kinds.mark.item import Mark
from exercises.lesson.load import Lesson
from exercises.lesson.text import Span
from exercises.words import words


def score(item: AnnotateItem, answer: AnnotateAnswer, lesson: Lesson) -> Result:  # noqa: ARG001 (all take the same)
    """Count the marks and ask what is missing in a group; then, beside the drafts, tell what was settled and why.

    Nothing is right or wrong here, neither of the student nor of the machine.

    Raises
    ------
    ValueError
        If a mark does not belong to this exercise or to its words, or a difference is not settled; with a sentence.
    """
    part = check_answer(item, answer)
    pairs = pairs_of(item, answer)
    extra = {"pairs": [pair.told() for pair in pairs]}
    if answer.is_beside:
        check_settled(item, answer, part, pairs)
        return _result(settled_summary(answer, pairs), settled_remarks(answer, part, pairs), extra)
    remarks = [*_lacking(item, answer), *_on_drafts(part, pairs)]
    return _result(_summary(item, answer, part), remarks, extra)


def _result(summary: str, remarks: Iterable[Remark], extra: dict[str, Any]) -> Result:
    return Result(points=0, out_of=0, summary=summary, remarks=tuple(remarks), right=False, extra=extra)


def _summary(item: AnnotateItem, answer: AnnotateAnswer, part: Part) -> str:
    said = words("annotate")["result"]
    marked = {line_of(mark, part) for mark in answer.marks}
    counts = ", ".join(
        said["label"].format(label=name_of(label, item), count=count)
        for label in item.labels
        if (count := sum(mark.label == label for mark in answer.marks))
    )
    numbers = {"sentences": len(marked), "all": len(part.sentences)}
    return str(said["summary"].format(groups=len(groups_of(answer)), counts=counts, **numbers))


def _on_drafts(part: Part, pairs: Sequence[Compared]) -> Iterator[Remark]:
    """Say how many drafts there are to look at, or why there are none."""
    said = words("annotate")["result"]
    alike = sum(pair.alike for pair in pairs)
    name = "drafts" if pairs else "no_drafts" if part.language == LANGUAGE else "not_english"
    reason = said[name].format(alike=alike, differ=len(pairs) - alike)
    yield Remark(subject=said["machine"], outcome="note", reason=reason)


def check_answer(item: AnnotateItem, answer: AnnotateAnswer) -> Part:
    """Give the part that the marks stand on; ValueError with a sentence for the student if one does not stand there."""
    refused, part = words("remarks")["refused"], answer.on
    if part is None or not answer.marks:
        raise ValueError(words("mark")["incomplete"])
    if not part.fits:
        raise ValueError(refused["outside"])
    check_marks(item, answer.marks, part)
    return part


def check_marks(item: AnnotateItem, marks: Iterable[Mark], part: Part) -> None:
    """Refuse marks that this exercise cannot have; ValueError with a sentence for the student."""
    refused, text = words("remarks")["refused"], part.text
    for mark in marks:
        if mark.label not in item.labels:
            raise ValueError(refused["label"].format(label=mark.label))
        if mark.end > len(text.text):
            raise ValueError(refused["outside"])
        if not any(sentence.span.holds(Span(mark.start, mark.end)) for sentence in text.sentences):
            raise ValueError(refused["sentence"])


def check_settled(item: AnnotateItem, answer: AnnotateAnswer, part: Part, pairs: Sequence[Compared]) -> None:
    """Refuse a difference without choice or reason; ValueError with a sentence for the student."""
    if missing := unsettled(answer, pairs):
        raise ValueError(missing)
    for one in answer.settled.values():
        check_marks(item, one.marks, part)


def _lacking(item: AnnotateItem, answer: AnnotateAnswer) -> Iterator[Remark]:
    """Ask about each group that lacks a label which most groups have; a source may well be missing in the text."""
    said = words("annotate")["result"]
    for group, marks in groups_of(answer).items():
        missing = [label for label in item.labels if all(mark.label != label for mark in marks)]
        if missing:
            names = ", ".join(name_of(label, item) for label in missing)
            subject = said["group"].format(group=group, labels=names)
            yield Remark(subject=subject, outcome="note", reason=said[f"lacks_{item.layer}"])


def sureness(item: AnnotateItem, answer: AnnotateAnswer, lesson: Lesson) -> list[Pair]:  # noqa: ARG001 (all the same)
    """Give no pair: nobody is asked how sure they are where nothing is scored."""
    return []
