"""What a text gets back: what was computed of its form, the samples, and the writer's own rating."""

from __future__ import annotations

from exercises.kinds.base import Pair, Remark, Result
from exercises.kinds.reported import Level
from exercises.kinds.write.form import count_words, find_any
from exercises.kinds.write.item import FormCheck, Row, WriteAnswer, WriteItem, levels_of, samples_of
from exercises.lesson.load import Lesson
from exercises.words import words

HIGHEST = 3


def score(item: WriteItem, answer: WriteAnswer, lesson: Lesson) -> Result:  # noqa: ARG001 (all kinds take the lesson)
    """Look at a text, first without and then with its writer's rating.

    A point for each computed check that is met; without any, one point for having written and rated. Nothing is
    given for style or for the level that the writer chose.

    Parameters
    ----------
    item : WriteItem
        The exercise.
    answer : WriteAnswer
        The text, and the rating once there is one.
    lesson : Lesson
        The lesson it belongs to.

    Returns
    -------
    Result
        With a remark for each check and each rated row; ``extra`` holds the samples with their reasons.

    Raises
    ------
    ValueError
        If the text is too short or too long, or the rating is not complete; with a sentence for the student.
    """
    check_answer(item, answer)
    form = [_check(check, answer.text) for check in item.checks]
    met = sum(remark.outcome == "right" for remark in form)
    rated = bool(answer.rated)
    ratings = [_rating(row, answer) for row in item.rated_rows] if rated else []
    return Result(
        points=float(met if form else rated),
        out_of=float(len(form) or 1),
        summary=_summary(met, len(form), rated=rated),
        remarks=(*form, *ratings),
        right=met == len(form) if form else rated,
        extra={"samples": samples_of(item)},
    )


def check_answer(item: WriteItem, answer: WriteAnswer) -> None:
    """Refuse a text outside its limits or half a rating; ValueError with a sentence for the student."""
    said = words("write")
    count, least, most = count_words(answer.text), item.length.least, item.length.most
    if count > most:
        raise ValueError(said["too_long"].format(count=count, most=most, over=count - most))
    if count < least:
        raise ValueError(said["too_short"].format(count=count, least=least))
    if not answer.rated and not answer.why.strip():
        return
    for row in item.rated_rows:
        if row not in answer.rated:
            raise ValueError(said["no_level"].format(name=words("rubric")["names"][row]))
    if set(answer.rated) - set(item.rated_rows):
        raise ValueError(words("exchange")["shape"])
    if not answer.why.strip():
        raise ValueError(said["no_why"])


def sureness(item: WriteItem, answer: WriteAnswer, lesson: Lesson) -> list[Pair]:  # noqa: ARG001 (all take the same)
    """Give no pair: nobody is asked how sure they are of a text."""
    return []


def levels(item: WriteItem, answer: WriteAnswer, lesson: Lesson) -> list[Level]:  # noqa: ARG001 (all take the same)
    """Give the writer's own rating, row by row."""
    return [Level(row, level, "own") for row, level in answer.rated.items()]


def _check(check: FormCheck, text: str) -> Remark:
    found = find_any(check.uses or check.avoids, text)
    met = bool(found) == bool(check.uses)
    quoted = words("remarks")["write"]["found"].format(words=found) if found else ""
    reason = " ".join(filter(None, (quoted, check.why if met else check.otherwise)))
    return Remark(subject=check.asks, outcome="right" if met else "missed", reason=reason)


def _rating(row: Row, answer: WriteAnswer) -> Remark:
    said, rubric = words("remarks")["write"], words("rubric")
    level, levels = answer.rated[row], levels_of(row)
    name = rubric["names"][row]
    subject = said["rating"].format(row=row, name=name, level=level, step=rubric["steps"][level])
    following = said["highest"] if level == HIGHEST else said["next"].format(text=levels[level + 1])
    reason = said["because"].format(text=levels[level], why=" ".join(answer.why.split()))
    return Remark(subject=subject, outcome="note", reason=f"{reason} {following}")


def _summary(met: int, asked: int, *, rated: bool) -> str:
    said = words("remarks")["write"]
    form = said["form"].format(met=met, all=asked) if asked else ""
    return " ".join(filter(None, (form, said["rated" if rated else "now_rate"])))
