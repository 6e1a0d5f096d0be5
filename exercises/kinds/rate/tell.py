"""A student's answer to *rate* in words."""

from __future__ import annotations

from exercises.kinds.rate.item import RateAnswer, RateItem, Statement, in_shown_order
from exercises.lesson.load import Lesson
from exercises.words import words


def tell(item: RateItem, answer: RateAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the lesson)
    """Tell each rating, and how sure the student was of it if that was asked, in the order of the page."""
    return [_line(item, one, answer) for one in in_shown_order(item, answer) if one.id in answer.ratings]


def _line(item: RateItem, one: Statement, answer: RateAnswer) -> str:
    said, rating = words("telling"), answer.ratings[one.id]
    if not isinstance(rating, int):
        step = str(said["cannot_tell"])
    elif rating <= len(item.scale.steps):
        step = str(said["step"]).format(number=rating, label=item.label_of(rating))
    else:
        step = str(rating)
    sure = words("remarks")["calibration"]["steps"].get(str(answer.sure.get(one.id)), "")
    return str(said["rate_sure" if sure else "rate"]).format(text=one.text, step=step, sure=sure)
