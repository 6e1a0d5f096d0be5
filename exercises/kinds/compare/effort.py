"""What an exercise *compare* asks of a student."""

from __future__ import annotations

from exercises.kinds.compare.item import CompareItem, Question, versions_of
from exercises.kinds.effort import Effort, count, first_dose, worst
from exercises.lesson.load import Lesson

CHOICES = 2
"""Choices a question: which version, and whether that is shown or inferred."""


def effort(item: CompareItem, lesson: Lesson) -> Effort:
    """Count versions and questions, and for each question the reasons for a wrong choice and for ours."""
    # What stands on each card at once: the quotation waits on a tap.
    versions = (
        count(one.when, one.who, one.order_inferred or "", one.says, *one.terms) for one in versions_of(item, lesson)
    )
    given = sum(count(one.why[one.at], one.basis_why) for one in item.questions if one.given)
    return Effort(
        read=sum(versions) + given + count(*(text for one in item.questions for text in (one.ask, one.nowhere))),
        reasons=sum(map(_told, item.asked)),
        further=CHOICES * len(item.asked) - 1,
    )


def _told(question: Question) -> int:
    others = (why for name, why in question.why.items() if name not in question.good)
    return worst(others) + first_dose(question.why[question.at]) + first_dose(question.basis_why)
