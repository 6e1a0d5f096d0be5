"""What a result shows at once is counted in the minutes of a notebook, for every kind of exercise."""

import re
from typing import get_args

import pytest
from every_lesson import LESSONS, items_of
from our_answers import full_answer

from exercises.kinds import KINDS
from exercises.kinds.desk.answer import SaidAnswer, SoAnswer
from exercises.kinds.doses import in_doses
from exercises.kinds.effort import HALF, count

SPARE = 10
"""Words of a result by which the count may be off."""
HALVED = ("mark", "sort", "rate", "tiles", "write")
"""Kinds of which every second reason is counted as read."""
SAID_BACK = re.compile(r"^You chose [^.]*\.")
"""What a student chose was read in the task already."""


def one_claim_each(item):
    """Give a desk once for each of its claims, and any other exercise as it is."""
    if item.kind != "desk":
        return [item]
    return [item.model_copy(update={"claims": (placed,), "choose_from": None}) for placed in item.claims]


def answers(item, lesson):
    """Give our own answer and, where no reason is halved, wrong ones."""
    yield full_answer(item, lesson)
    if item.kind in WRONG:
        yield from WRONG[item.kind](full_answer(item, lesson), item, lesson)


def wrong_option(ours, item, lesson):
    """Choose one wrong option, each in turn."""
    yield from ({"chosen": [one.id]} for one in item.options if not one.right and not one.accepted)


def wrong_versions(ours, item, lesson):
    """Choose for each question a version that gets nothing, and the other basis."""
    for source in lesson.sources:
        steps = {one.id: source for one in item.asked if source in one.why and source not in one.good}
        if len(steps) == len(item.asked):
            yield {"steps": steps, "basis": {one.id: OTHER[one.basis] for one in item.asked}}


def wrong_verdicts(ours, item, lesson):
    """Answer both questions of a claim wrong, with our own log."""
    for name, work in ours["claims"].items():
        claim = lesson.claims[name]
        work["said"] = next(
            one for one in get_args(SaidAnswer) if one not in (claim.said.answer, *claim.said.also_accept)
        )
        for day, verdict in work["so"].items():
            good = (verdict, *claim.accepted_on(day))
            work["so"][day] = next(one for one in get_args(SoAnswer) if one not in good)
    yield ours


OTHER = {"shown": "inferred", "inferred": "shown"}
WRONG = {"choose": wrong_option, "compare": wrong_versions, "desk": wrong_verdicts}


def shown(item, lesson, answer):
    """Count the words of a result that stand on the page before anything is opened."""
    kind = KINDS[item.kind]
    result = kind.score(item, kind.answer.model_validate(answer), lesson).model_dump()
    remarks = [one for one in in_doses(result)["remarks"] if not one["other"]]
    told = [SAID_BACK.sub("", one["at_once"]) for one in remarks]
    return count(*told, *(one["fact"] for one in remarks)) * (HALF if item.kind in HALVED else 1)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
@pytest.mark.parametrize("name", sorted(KINDS))
def test_what_a_result_shows_at_once_is_counted(lesson, name):
    kind = KINDS[name]
    items = [one for item in items_of(lesson).values() if item.kind == name for one in one_claim_each(item)]
    over = [
        (item.id, words, kind.effort(item, lesson).reasons)
        for item in items
        for answer in answers(item, lesson)
        if (words := shown(item, lesson, answer)) > kind.effort(item, lesson).reasons + SPARE
    ]
    assert over == []
