"""A student's answer to *rate* in words."""

from __future__ import annotations

from exercises.kinds.rate.item import RateAnswer, RateItem, in_shown_order
from exercises.lesson.load import Lesson
from exercises.words import words


def tell(item: RateItem, answer: RateAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Tell each rating, and how sure the student was of it if that was asked, in the order of the page."""
    return [_line(item, one.id, one.text, answer) for one in in_shown_order(item, answer) if one.id in answer.ratings]


def unknown(item: RateItem, answer: RateAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Tell the ratings of statements that the exercise does not have, by their ids."""
    known = {one.id for one in item.statements}
    return [_line(item, name, name, answer) for name in answer.ratings if name not in known]


def _line(item: RateItem, name: str, text: str, answer: RateAnswer) -> str:
    said, rating = words("telling"), answer.ratings[name]
    if not isinstance(rating, int):
        step = str(said["cannot_tell"])
    elif rating <= len(item.scale.steps):
        step = str(said["step"]).format(number=item.number_of(rating), label=item.label_of(rating))
    else:
        step = str(rating)
    sure = words("remarks")["calibration"]["steps"].get(str(answer.sure.get(name)), "")
    return str(said["rate_sure" if sure else "rate"]).format(text=text, step=step, sure=sure)
