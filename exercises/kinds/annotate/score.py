"""What marks on one's own text get back: what was marked, counted. Nothing is scored, for nobody has a key to it."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.annotate.item import AnnotateAnswer, AnnotateItem
from exercises.kinds.annotate.page import name_of
from exercises.kinds.annotate.tell import groups_of, line_of
from exercises.kinds.base import Pair, Remark, Result
from exercises.kinds.bring.item import Part
from exercises.lesson.load import Lesson
from exercises.lesson.text import Span
from exercises.words import words


def score(item: AnnotateItem, answer: AnnotateAnswer, lesson: Lesson) -> Result:  # noqa: ARG001 (all take the same)
    """Count the marks, and ask what is missing in a group.

    Raises
    ------
    ValueError
        If a mark does not belong to this exercise or to its words; with a sentence for the student.
    """
    part = check_answer(item, answer)
    said = words("annotate")["result"]
    groups = groups_of(answer)
    marked = {line_of(mark, part) for mark in answer.marks}
    counts = ", ".join(
        said["label"].format(label=name_of(label, item), count=count)
        for label in item.labels
        if (count := sum(mark.label == label for mark in answer.marks))
    )
    summary = said["summary"].format(groups=len(groups), counts=counts, sentences=len(marked), all=len(part.sentences))
    return Result(points=0, out_of=0, summary=summary, remarks=tuple(_lacking(item, answer)), right=False)


def check_answer(item: AnnotateItem, answer: AnnotateAnswer) -> Part:
    """Give the part that the marks stand on; ValueError with a sentence for the student if one does not stand there."""
    refused, part = words("remarks")["refused"], answer.on
    if part is None or not answer.marks:
        raise ValueError(words("annotate")["incomplete"])
    if not part.fits:
        raise ValueError(refused["outside"])
    text = part.text
    for mark in answer.marks:
        if mark.label not in item.labels:
            raise ValueError(refused["label"].format(label=mark.label))
        if mark.end > len(text.text):
            raise ValueError(refused["outside"])
        if not any(sentence.span.holds(Span(mark.start, mark.end)) for sentence in text.sentences):
            raise ValueError(refused["sentence"])
    return part


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
