"""Made-up answers of every kind can be checked as those of a student can, and a good student does better."""

from __future__ import annotations

from random import Random

import pytest
from every_lesson import LESSONS, items_of

from exercises.kinds import KINDS
from exercises.kinds.made_up import Imagined

ALL = [(lesson, item) for lesson in LESSONS for item in items_of(lesson).values()]


def made(item, lesson, skill, seed=1):
    """Make up an answer, and give it with what comes of its check."""
    kind = KINDS[item.kind]
    answer = kind.made_up(item, lesson, Imagined(Random(seed), skill))
    return answer, kind.score(item, kind.answer.model_validate(answer), lesson)


@pytest.mark.parametrize(("lesson", "item"), ALL, ids=lambda one: one.id)
@pytest.mark.parametrize("skill", [0.0, 0.5, 1.0])
def test_whatever_is_made_up_can_be_checked(lesson, item, skill):
    for seed in range(3):
        answer, result = made(item, lesson, skill, seed)
        assert (bool(answer), bool(result.remarks) or item.kind == "write") == (True, True)


def test_the_same_seed_makes_the_same_answer_and_skill_shows():
    judged = [(lesson, item) for lesson, item in ALL if made(item, lesson, 1.0)[1].out_of]
    assert all(made(item, lesson, 0.5)[0] == made(item, lesson, 0.5)[0] for lesson, item in judged)
    rights = [sum(made(item, lesson, skill)[1].right for lesson, item in judged) for skill in (0.1, 0.9)]
    assert rights[0] < rights[1] > len(judged) / 2
