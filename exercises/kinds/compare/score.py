"""How an answer to *compare* is scored: the step and its basis apart."""

from __future__ import annotations

from dataclasses import dataclass

from exercises.kinds.base import Outcome, Remark, Result
from exercises.kinds.compare.item import NOWHERE, CompareAnswer, CompareItem, Question, trace_of, versions_of
from exercises.kinds.compare.path import named, path
from exercises.lesson.load import Lesson
from exercises.words import words

RIGHT_FROM = 0.75
STEP = 1.0
NEIGHBOUR = 0.5  # of a point, for the version right before or right behind a change
BASIS = 0.5  # of a point, whatever the step
CREDIT: dict[Outcome, float] = {"right": 1.0, "accepted": 1.0, "part": NEIGHBOUR}


@dataclass(frozen=True, slots=True)
class Judged:
    """How one question came out."""

    step: Outcome
    basis: Outcome
    remarks: tuple[Remark, Remark]

    @property
    def points(self) -> float:
        """Credit earned."""
        return STEP * CREDIT.get(self.step, 0.0) + BASIS * CREDIT.get(self.basis, 0.0)


def score(item: CompareItem, answer: CompareAnswer, lesson: Lesson) -> Result:
    """Compare a student's steps with ours.

    For each question our version or an accepted one earns a point. Where a change is asked for, the version right
    before or right behind such a one earns half; *nowhere* has no neighbours. Shown or inferred earns half a point,
    whatever the step: how one knows a thing is a question of its own. The answer counts as right from three quarters.

    Parameters
    ----------
    item : CompareItem
        The exercise.
    answer : CompareAnswer
        The student's steps.
    lesson : Lesson
        The lesson it belongs to.

    Returns
    -------
    Result
        Two remarks a question; ``extra`` holds the picture of the path.

    Raises
    ------
    ValueError
        If a step does not belong to this exercise or there is none; the message is one sentence for the student.
    """
    order = [version.source for version in versions_of(item, lesson)]
    check_answer(item, answer, order)
    judged = [_judge(item, question, answer, lesson) for question in item.asked]
    points, out_of = sum(one.points for one in judged), (STEP + BASIS) * len(judged)
    trace = trace_of(item, lesson)
    return Result(
        points=points,
        out_of=out_of,
        summary=_summary(judged),
        remarks=tuple(remark for one in judged for remark in one.remarks),
        right=points >= RIGHT_FROM * out_of,
        extra={"path": path(item, answer, trace, lesson)} if trace else {},
    )


def check_answer(item: CompareItem, answer: CompareAnswer, order: list[str]) -> None:
    """Refuse steps that this exercise cannot have; ValueError with a sentence for the student."""
    refused = words("compare")["refused"]
    asked = {question.id for question in item.asked}
    for name in (*answer.steps, *answer.basis):
        if name not in asked:
            raise ValueError(refused["question"].format(question=name))
    for step in answer.steps.values():
        if step not in (*order, NOWHERE):
            raise ValueError(refused["version"].format(version=step))
    if not answer.steps:
        raise ValueError(refused["nothing"])


def step_outcome(question: Question, chosen: str | None, order: list[str]) -> Outcome:
    """Say how the choice of a version came out."""
    if chosen is None:
        return "missed"
    if chosen == question.at:
        return "right"
    if chosen in question.also_accept:
        return "accepted"
    places = [order.index(good) for good in question.good if good != NOWHERE]
    if question.states is None or chosen == NOWHERE or not places:
        return "wrong"
    return "part" if min(abs(order.index(chosen) - place) for place in places) == 1 else "wrong"


def basis_outcome(question: Question, chosen: str | None) -> Outcome:
    """Say how *shown* or *inferred* came out."""
    if chosen is None:
        return "missed"
    if chosen == question.basis:
        return "right"
    return "accepted" if question.either else "wrong"


def _judge(item: CompareItem, question: Question, answer: CompareAnswer, lesson: Lesson) -> Judged:
    order = [version.source for version in versions_of(item, lesson)]
    step, basis = answer.steps.get(question.id), answer.basis.get(question.id)
    outcomes = step_outcome(question, step, order), basis_outcome(question, basis)
    said = words("compare")["result"]
    number = item.questions.index(question) + 1
    remarks = (
        Remark(
            subject=said["step"].format(number=number, ask=question.ask),
            outcome=outcomes[0],
            reason=_step_reason(item, question, outcomes[0], step, lesson),
        ),
        Remark(
            subject=said["basis"].format(number=number),
            outcome=outcomes[1],
            reason=said[f"basis_{outcomes[1]}"].format(
                ours=words("compare")["basis"][question.basis], why=question.basis_why
            ),
        ),
    )
    return Judged(*outcomes, remarks)


def _step_reason(item: CompareItem, question: Question, outcome: Outcome, chosen: str | None, lesson: Lesson) -> str:
    form: str = words("compare")["result"][f"step_{outcome}"]
    return form.format(
        chosen=named(chosen, question, item, lesson) if chosen else "",
        ours=named(question.at, question, item, lesson),
        why_chosen=question.why.get(chosen or "", ""),
        why=question.why[question.at],
        also=question.also_why,
    )


def _summary(judged: list[Judged]) -> str:
    said = words("compare")["result"]
    steps = [one.step for one in judged]
    good = sum(outcome in ("right", "accepted") for outcome in steps)
    pieces = [said["summary"].format(right=good, all=len(judged))]
    if "part" in steps:
        pieces.append(said["summary_part"].format(n=steps.count("part")))
    known = sum(one.basis in ("right", "accepted") for one in judged)
    pieces.append(said["summary_basis"].format(right=known, all=len(judged)))
    return " ".join(pieces)
