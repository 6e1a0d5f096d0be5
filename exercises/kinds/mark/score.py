"""How an answer to *mark* is scored; the comparison itself stands in ``exercises.kinds.mark.spans``."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from exercises.kinds.base import Remark, Result
from exercises.kinds.mark.asked import entries_asked, lines, targets, words_given, words_not_asked
from exercises.kinds.mark.item import MarkAnswer, MarkItem
from exercises.kinds.mark.marking import NOTHING, RIGHT_FROM, Marking, Words
from exercises.kinds.mark.remarks import Writer
from exercises.kinds.mark.spans import compare
from exercises.lesson.load import Lesson
from exercises.lesson.text import Span
from exercises.words import words


def score(item: MarkItem, answer: MarkAnswer, lesson: Lesson) -> Result:
    """Compare a student's marks with the key.

    The answer counts as right from three quarters of the points, if no label and no group is mixed up.

    Parameters
    ----------
    item : MarkItem
        The exercise.
    answer : MarkAnswer
        The student's marks.
    lesson : Lesson
        The lesson with its key.

    Returns
    -------
    Result
        One point a part asked for, and a remark for every part and every other mark.

    Raises
    ------
    ValueError
        If a mark does not belong to this exercise; the message is one sentence for the student.
    """
    check_answer(item, answer, lesson)
    asked = entries_asked(item, lesson)
    # Given marks carry their numbers, so the student's have to go with them (with one target there is no choice).
    numbers_count = bool(item.given) and len(asked) > 1
    marking = compare(
        groups(item, answer, lesson),
        targets(item, lesson),
        words_not_asked(item, lesson),
        lines(item, lesson),
        numbers_count=numbers_count,
    )
    remarks = Writer(item, lesson).remarks(marking)
    mixed_up = any(remark.outcome == "wrong-label" for remark in remarks)
    mixed_up = mixed_up or any(part.outcome == "other-group" for part in marking.parts)
    return Result(
        points=float(marking.points),
        out_of=float(marking.out_of),
        summary=_summary(remarks, marking),
        remarks=remarks,
        right=marking.points >= RIGHT_FROM * marking.out_of and not mixed_up,
    )


def check_answer(item: MarkItem, answer: MarkAnswer, lesson: Lesson) -> None:
    """Refuse marks that this exercise cannot have; ValueError with a sentence for the student."""
    text = lesson.texts[item.text]
    refused = words("remarks")["refused"]
    for mark in answer.marks:
        span = Span(mark.start, mark.end)
        if mark.label not in item.labels:
            raise ValueError(refused["label"].format(label=mark.label))
        if mark.end > len(text.text):
            raise ValueError(refused["outside"])
        home = next((sentence for sentence in text.sentences if sentence.span.holds(span)), None)
        if home is None:
            raise ValueError(refused["sentence"])
        if home.number not in item.sentences:
            raise ValueError(refused["not_shown"])


def groups(item: MarkItem, answer: MarkAnswer, lesson: Lesson) -> dict[int, dict[str, Words]]:
    """Turn marks into words by group and label; marks that were given do not count as the student's."""
    text = lesson.texts[item.text]
    given = words_given(item, lesson)
    found: dict[int, dict[str, Words]] = {}
    for mark in answer.marks:
        marked = text.words_in([Span(mark.start, mark.end)]) - given.get(mark.label, NOTHING)
        if marked:
            group = found.setdefault(mark.group, {})
            group[mark.label] = group.get(mark.label, NOTHING) | marked
    return found


def _summary(remarks: tuple[Remark, ...], marking: Marking) -> str:
    """Count the parts so that the count says the same as the points beside it.

    A part that earns three quarters of its point or more is found, though not word for word; what it lacks, and what
    marks on other words cost, is said as well.
    """
    said = words("remarks")["summary"]
    times = Counter(remark.outcome for remark in remarks)
    cost = sum((part.credit for part in marking.parts), Fraction(0)) - marking.points
    counts = {name: times[name] for name in ("nearly", "part", "wrong-label", "other-group", "missed", "extra")}
    found = times["right"] + times["accepted"] + times["nearly"]
    pieces = [said["found" if times["nearly"] else "right"].format(n=found, all=len(marking.parts))]
    pieces += [said[name].format(n=count) for name, count in counts.items() if count]
    pieces += [said["cost"]] if cost else []
    return ", ".join(pieces) + "."
