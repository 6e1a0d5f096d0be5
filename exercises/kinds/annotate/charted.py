"""What charts show of marks on one's own text: how much is the writer's own, and where the signal words stand."""

from __future__ import annotations

from collections.abc import Iterator

from exercises.kinds.annotate.item import AnnotateAnswer, AnnotateItem
from exercises.kinds.annotate.standing import standing_groups
from exercises.kinds.annotate.tell import line_of
from exercises.kinds.base import Earlier
from exercises.kinds.bring.item import Part
from exercises.kinds.charted import Charted, Spot
from exercises.kinds.mark.item import Mark
from exercises.kinds.writing import quoted
from exercises.lesson.text import Span


def charted(item: AnnotateItem, answer: AnnotateAnswer, earlier: Earlier | None) -> Charted | None:  # noqa: ARG001
    """Give what stands in the end, with the drafts that were accepted; None before anything is marked."""
    part, groups = answer.on, groups_inside(answer)
    if part is None or not groups:
        return None
    numbers = numbers_of(part)
    if item.layer == "certainty":
        return Charted("strip", numbers, tuple(_signals(groups, part)))
    text = part.text
    every = {word for sentence in text.sentences for word in text.words(sentence.number)}
    marked = text.words_in([Span(mark.start, mark.end) for group in groups for mark in group])
    return Charted("peel", numbers, every=len(every), left=len(every - marked))


def groups_inside(answer: AnnotateAnswer) -> list[list[Mark]]:
    """Give the groups that stand, without marks that lie outside the text; an opened file may hold such."""
    if answer.on is None or not answer.on.fits:
        return []
    length = len(answer.on.text.text)
    return [[mark for mark in group if mark.end <= length] for group in standing_groups(answer)]


def numbers_of(part: Part) -> tuple[int, ...]:
    """Give the numbers of the sentences of a part, as the whole text counts them."""
    return tuple(range(part.first, part.first + len(part.sentences)))


def words_of(group: list[Mark], label: str, part: Part) -> str:
    """Quote what is marked so in a group; a dash where nothing is."""
    marks = sorted((mark for mark in group if mark.label == label), key=lambda mark: mark.start)
    return quoted(part.text.text[mark.start : mark.end] for mark in marks) if marks else "–"


def _signals(groups: list[list[Mark]], part: Part) -> Iterator[Spot]:
    for group in groups:
        if cues := [mark for mark in group if mark.label == "cue"]:
            told = words_of(group, "cue", part), words_of(group, "scope", part)
            yield Spot(line_of(cues[0], part), 0, told)
