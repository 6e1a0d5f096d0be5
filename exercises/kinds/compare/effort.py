"""What an exercise *compare* asks of a student."""

from __future__ import annotations

from exercises.kinds.compare.item import CompareItem, Question, versions_of
from exercises.kinds.effort import Effort, count, first_dose, worst
from exercises.lesson.load import Lesson
from exercises.words import words

CHOICES = 2
"""Choices a question: which version, and whether that is shown or inferred."""


def effort(item: CompareItem, lesson: Lesson) -> Effort:
    """Count versions and questions, and for each question the reasons for a wrong choice and for ours.

    How to walk through the versions, and what shown and inferred mean, is read once in each exercise.
    """
    # What stands on each card at once: why the order is inferred, and the quotation, wait on a tap.
    texts = words("compare")
    order = str(texts["order_inferred"])
    versions = (
        count(one.when, one.who, order if one.order_inferred else "", one.says, *one.terms)
        for one in versions_of(item, lesson)
    )
    told = count(texts["walk_help"], texts["basis_question"], *texts["basis"].values(), *texts["basis_help"].values())
    given = sum(count(one.why[one.at], one.basis_why) for one in item.questions if one.given)
    return Effort(
        read=sum(versions) + given + told + count(*(text for one in item.questions for text in (one.ask, one.nowhere))),
        reasons=sum(map(_told, item.asked)),
        further=CHOICES * len(item.asked) - 1,
    )


def _told(question: Question) -> int:
    others = (why for name, why in question.why.items() if name not in question.good)
    return worst(others) + first_dose(question.why[question.at]) + first_dose(question.basis_why)
