"""How an answer to *choose* is scored."""

from __future__ import annotations

from exercises.kinds.base import Outcome, Remark, Result
from exercises.kinds.choose.item import ChooseAnswer, ChooseItem, Option
from exercises.lesson.load import Lesson
from exercises.words import words


def score(item: ChooseItem, answer: ChooseAnswer, lesson: Lesson) -> Result:  # noqa: ARG001 (all kinds take the lesson)
    """Compare a student's choice with ours.

    One option: a right or accepted one earns the point. Several: the right ones chosen minus the wrong ones chosen,
    never below 0, out of the number of right ones; accepted ones neither earn nor cost.

    Parameters
    ----------
    item : ChooseItem
        The exercise.
    answer : ChooseAnswer
        The student's choice.
    lesson : Lesson
        The lesson it belongs to.

    Returns
    -------
    Result
        With a remark for every option, the chosen ones first.

    Raises
    ------
    ValueError
        If the choice does not belong to this exercise or is empty; the message is one sentence for the student.
    """
    check_answer(item, answer)
    chosen = [option for option in item.options if option.id in answer.chosen]
    others = [option for option in item.options if option.id not in answer.chosen]
    points, out_of, summary = _several(item, chosen) if item.several else _one(chosen[0])
    remarks = [_remark(item, option, chosen=True) for option in chosen]
    remarks += [_remark(item, option, chosen=False) for option in others]
    return Result(points=points, out_of=out_of, summary=summary, remarks=tuple(remarks), right=points == out_of)


def check_answer(item: ChooseItem, answer: ChooseAnswer) -> None:
    """Refuse a choice that this exercise cannot have; ValueError with a sentence for the student."""
    refused = words("remarks")["refused"]
    known = {option.id for option in item.options}
    for name in answer.chosen:
        if name not in known:
            raise ValueError(refused["option"].format(option=name))
    if not answer.chosen:
        raise ValueError(refused["no_option"])
    if not item.several and len(set(answer.chosen)) > 1:
        raise ValueError(refused["one_option"])


def _one(option: Option) -> tuple[float, float, str]:
    said = words("remarks")["choose"]
    outcome = _outcome_if_chosen(option)
    return (0.0 if outcome == "wrong" else 1.0), 1.0, said[outcome]


def _several(item: ChooseItem, chosen: list[Option]) -> tuple[float, float, str]:
    outcomes = [_outcome_if_chosen(option) for option in chosen]
    right, wrong = outcomes.count("right"), outcomes.count("wrong")
    all_right = sum(option.right for option in item.options)
    form: str = words("remarks")["choose"]["several_wrong" if wrong else "several"]
    return float(max(0, right - wrong)), float(all_right), form.format(right=right, all=all_right, wrong=wrong)


def _outcome_if_chosen(option: Option) -> Outcome:
    if option.right:
        return "right"
    return "accepted" if option.accepted else "wrong"


def _remark(item: ChooseItem, option: Option, *, chosen: bool) -> Remark:
    said = words("remarks")["choose"]
    outcome = _outcome_if_chosen(option)
    if not chosen:
        # With one choice only, the right option beside an accepted one is not missed, only not chosen.
        outcome = "missed" if option.right and item.several else "note"
    subject = said["chosen" if chosen else "not_chosen"].format(text=option.text)
    subject = _marked(subject, option, chosen=chosen)
    return Remark(subject=subject, outcome=outcome, reason=option.why, other=not chosen and not option.right)


def _marked(subject: str, option: Option, *, chosen: bool) -> str:
    """Say in words, for an option not chosen, that it is ours or defended: the outcome alone does not show it."""
    said = words("remarks")["choose"]
    if chosen or not (option.right or option.accepted):
        return subject
    return f"{subject} {said['ours' if option.right else 'defended']}"
