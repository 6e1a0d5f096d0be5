"""A student's marks on their own text in words, group by group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercises.kinds.annotate.item import AnnotateAnswer, AnnotateItem
from exercises.kinds.annotate.page import name_of
from exercises.kinds.bring.item import Part
from exercises.kinds.mark.item import Mark
from exercises.kinds.writing import quoted
from exercises.lesson.load import Lesson
from exercises.words import words


def tell(item: AnnotateItem, answer: AnnotateAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all take the same)
    """Tell which text was marked, and each mark with its words and its sentence."""
    if answer.on is None:
        return []
    known = [mark for marks in groups_of(answer).values() for mark in marks if mark.label in item.labels]
    own = [_line(mark, item, answer.on) for mark in known]
    return [_about(answer.on), *own, *_told_settled(item, answer, answer.on)]


def _told_settled(item: AnnotateItem, answer: AnnotateAnswer, part: Part) -> Iterator[str]:
    """Tell what was settled so far, with the reasons; which draft it was about stands with the result."""
    said = words("annotate")["told"]
    for one in answer.settled.values():
        yield said["settled"].format(choice=said["choices"][one.choice or "open"], why=" ".join(one.why.split()) or "–")
        if one.marks:
            yield said["stands"].format(marks=_together(one.marks, item, part), sentence=line_of(one.marks[0], part))


def _together(marks: Sequence[Mark], item: AnnotateItem, part: Part) -> str:
    """Tell the marks of one group in a row."""
    said, text = words("annotate")["told"], part.text.text
    return "; ".join(
        said["mark"].format(label=name_of(mark.label, item), words=quoted([text[mark.start : mark.end]]))
        for mark in marks
    )


def unknown(item: AnnotateItem, answer: AnnotateAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all the same)
    """Tell the marks with labels that the exercise does not have."""
    if answer.on is None:
        return []
    return [_line(mark, item, answer.on) for mark in answer.marks if mark.label not in item.labels]


def groups_of(answer: AnnotateAnswer) -> dict[int, list[Mark]]:
    """Give the marks by the number of their group, in the order of the text."""
    found: dict[int, list[Mark]] = {}
    for mark in sorted(answer.marks, key=lambda mark: (mark.group, mark.start, mark.end)):
        found.setdefault(mark.group, []).append(mark)
    return found


def line_of(mark: Mark, part: Part) -> int:
    """Give the number, in the whole text, of the sentence in which a mark begins."""
    return line_at(mark.start, part)


def line_at(start: int, part: Part) -> int:
    """Give the number, in the whole text, of the sentence at a place of its part."""
    place = next((one.number for one in part.text.sentences if start < one.span.end), len(part.sentences))
    return part.first + place - 1


def _about(part: Part) -> str:
    said, last = words("annotate")["told"], part.first + len(part.sentences) - 1
    return str(said["about"].format(title=part.title or said["untitled"], first=part.first, last=last))


def _line(mark: Mark, item: AnnotateItem, part: Part) -> str:
    text = part.text.text
    values = {"group": mark.group, "label": name_of(mark.label, item), "sentence": line_of(mark, part)}
    return str(words("telling")["mark_group"]).format(words=quoted([text[mark.start : mark.end]]), **values)
