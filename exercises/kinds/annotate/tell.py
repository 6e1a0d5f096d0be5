"""A student's marks on their own text in words, group by group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercises.kinds.annotate.item import AnnotateAnswer, AnnotateItem
from exercises.kinds.annotate.machine import drafts_of
from exercises.kinds.annotate.page import name_of
from exercises.kinds.bring.item import Part
from exercises.kinds.mark.item import Mark
from exercises.kinds.mark.tell import place_of, told_mark
from exercises.kinds.writing import quoted
from exercises.lesson.load import Lesson
from exercises.lesson.text import Span
from exercises.texts.visible import on_one_line
from exercises.words import words


def tell(item: AnnotateItem, answer: AnnotateAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all take the same)
    """Tell which text was marked, and each mark with its words and its sentence."""
    if answer.on is None:
        return []
    known = [mark for marks in groups_of(answer).values() for mark in marks if mark.label in item.labels]
    own = [_line(mark, item, answer.on) for mark in known]
    return [about_part(answer.on), *own, *_told_settled(item, answer, answer.on)]


def _told_settled(item: AnnotateItem, answer: AnnotateAnswer, part: Part) -> Iterator[str]:
    """Tell what was settled so far, of which words, with the reasons."""
    said = words("annotate")["told"]
    for name, one in answer.settled.items():
        about = _settled_about(item, answer, part, name)
        values = {"choice": said["choices"][answer.became(name)], "why": " ".join(one.why.split()) or "–"}
        yield said["settled" if about else "settled_nowhere"].format(**about, **values)
        if one.marks:
            yield said["stands"].format(marks=_together(one.marks, item, part))


def _settled_about(item: AnnotateItem, answer: AnnotateAnswer, part: Part, name: str) -> dict[str, str]:
    """Give the words that a difference is about, and their sentence; empty where no mark and no draft has them now."""
    drafts = {one.id: one.marks["cue"] for one in drafts_of(item, part)}
    length = len(part.text.text)
    spans = [span for span in drafts.get(name) or spans_of(answer, answer.settled[name].group) if span.end <= length]
    return named_by(spans, part) if spans else {}


def spans_of(answer: AnnotateAnswer, group: int | None) -> list[Span]:
    """Give where the cue of a group stands, or for want of one its first mark."""
    marks = groups_of(answer).get(group or 0, [])
    return [Span(mark.start, mark.end) for mark in [one for one in marks if one.label == "cue"] or marks[:1]]


def named_by(spans: Sequence[Span], part: Part) -> dict[str, str]:
    """Quote the words by which a difference is called, and say where they stand."""
    text = part.text
    return {"words": quoted(map(text.quote, spans)), "sentence": place_of(spans, text, part.first)}


def _together(marks: Sequence[Mark], item: AnnotateItem, part: Part) -> str:
    """Tell the marks of one group in a row."""
    text = part.text
    return "; ".join(told_mark(mark, name_of(mark.label, item), text, "mark", part.first) for mark in marks)


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


def unshown(answer: AnnotateAnswer) -> tuple[str, ...]:
    """Give the sentences that the marks stand on: of these only what is marked is told."""
    return answer.on.sentences if answer.on else ()


def line_of(mark: Mark, part: Part) -> int:
    """Give the number, in the whole text, of the sentence in which a mark begins."""
    place = next((one.number for one in part.text.sentences if mark.start < one.span.end), len(part.sentences))
    return part.first + place - 1


def about_part(part: Part) -> str:
    """Name a part by its text and the numbers of its sentences."""
    said, last = words("annotate")["told"], part.first + len(part.sentences) - 1
    form = "about_one" if last == part.first else "about"
    return str(said[form].format(title=on_one_line(part.title) or said["untitled"], first=part.first, last=last))


def _line(mark: Mark, item: AnnotateItem, part: Part) -> str:
    return told_mark(mark, name_of(mark.label, item), part.text, "mark_group", part.first)
