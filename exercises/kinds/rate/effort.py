"""What an exercise *rate* asks of a student."""

from __future__ import annotations

from exercises.kinds.effort import HALF, Effort, count, first_dose, worst
from exercises.kinds.rate.item import RateItem, Statement
from exercises.kinds.rate.reasons import reason_for
from exercises.lesson.load import Lesson


def effort(item: RateItem, lesson: Lesson) -> Effort:  # noqa: ARG001 (all kinds take the lesson)
    """Count scale and statements, and what is read of every second one: why for another step, and why for ours."""
    scale = item.scale
    words = count(item.prompt, scale.low, scale.high, *scale.steps)
    return Effort(
        read=words + sum(count(one.text, one.context) for one in item.statements),
        reasons=HALF * sum(_told(item, one) for one in item.statements),
        further=len(item.statements) - 1,
    )


def _told(item: RateItem, one: Statement) -> int:
    ours = reason_for(item, one, one.best) if one.best else ""
    return first_dose(ours) + worst(why for why in one.why.values() if why != ours)
