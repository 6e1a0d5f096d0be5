"""How an answer to *rate* is scored, and how it is set beside an earlier one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from exercises.kinds.base import Earlier, Outcome, Pair, Remark, Result
from exercises.kinds.rate.item import CANNOT_TELL, RateAnswer, RateItem, Statement, in_shown_order
from exercises.kinds.rate.reasons import reason_for
from exercises.kinds.rate.support import told as counts_told
from exercises.lesson.load import Lesson
from exercises.words import words

RIGHT_FROM = 0.75
CREDIT: dict[Outcome, float] = {"right": 1.0, "accepted": 1.0, "part": 0.5}
_WORTH: dict[str, Outcome] = {"accepted": "accepted", "wrong": "wrong", "apart": "note"}


def score(item: RateItem, answer: RateAnswer, lesson: Lesson) -> Result:  # noqa: ARG001 (all kinds take the lesson)
    """Compare a student's ratings with ours.

    Our step or an accepted one earns a point, the step beside an accepted one half. Statements that are not scored
    have no points; where none is scored, the remarks go from the highest rating to the lowest. A form gives counts and
    no points: a statement is accepted or rejected, with nothing in between.

    Parameters
    ----------
    item : RateItem
        The exercise.
    answer : RateAnswer
        The student's ratings.
    lesson : Lesson
        The lesson it belongs to.

    Returns
    -------
    Result
        With a remark for every statement, in the order in which the student saw them.

    Raises
    ------
    ValueError
        If the ratings do not belong to this exercise or some are missing; the message is a sentence for the student.
    """
    check_answer(item, answer)
    statements = _as_told(item, answer)
    remarks = tuple(_remark(item, one, answer.ratings[one.id]) for one in statements)
    scored = [remark for one, remark in zip(statements, remarks, strict=True) if one.scored]
    points = sum(CREDIT.get(remark.outcome, 0.0) for remark in scored)
    return Result(
        points=0 if item.is_form else points,
        out_of=0 if item.is_form else float(len(scored)),
        summary=counts_told(item, answer) if item.is_form else _summary(scored, len(remarks)),
        remarks=remarks,
        right=points >= RIGHT_FROM * len(scored),
    )


def check_answer(item: RateItem, answer: RateAnswer) -> None:
    """Refuse ratings that this exercise cannot have; ValueError with a sentence for the student."""
    refused = words("remarks")["refused"]
    known = {one.id for one in item.statements}
    steps = (*range(1, len(item.scale.steps) + 1), *([CANNOT_TELL] if item.cannot_tell else []))
    for name in (*answer.ratings, *answer.sure, *answer.order):
        if name not in known:
            raise ValueError(refused["statement"].format(statement=name))
    if any(rating not in steps for rating in answer.ratings.values()):
        raise ValueError(refused["step"])
    if answer.order and sorted(answer.order) != sorted(known):
        raise ValueError(refused["order"])
    shown = answer.order or tuple(one.id for one in item.statements)
    if len(answer.ratings) < len(known):
        raise ValueError(words("rate")["incomplete"].format(numbers=_lacking(shown, answer.ratings)))
    if item.each_sure and len(answer.sure) < len(known):
        raise ValueError(words("rate")["incomplete_sure"].format(numbers=_lacking(shown, answer.sure)))


def _lacking(shown: Iterable[str], given: Mapping[str, object]) -> str:
    """Give the numbers, as the student saw them, of the statements that have none of what is asked for."""
    return ", ".join(str(number) for number, name in enumerate(shown, start=1) if name not in given)


def sureness(item: RateItem, answer: RateAnswer, lesson: Lesson) -> list[Pair] | None:  # noqa: ARG001 (as above)
    """Pair how sure the student was of each scored statement with whether it was right; None if asked once for all."""
    scored = [one for one in item.statements if one.scored]
    if scored and not item.each_sure:
        return None
    check_answer(item, answer)
    outcomes = ((one.id, outcome_of(item, one, answer.ratings[one.id])) for one in scored)
    # “Cannot tell” that is counted apart is neither right nor wrong.
    return [(answer.sure[name], outcome in ("right", "accepted")) for name, outcome in outcomes if outcome != "note"]


def outcome_of(item: RateItem, one: Statement, rating: int | str) -> Outcome:  # noqa: ARG001 (reads like the rest)
    """Say how one rating came out."""
    if not one.scored:
        return "note"
    if not isinstance(rating, int):
        return _WORTH[one.cannot_tell.counts] if one.cannot_tell else "wrong"
    if rating == one.best:
        return "right"
    if rating in one.accept:
        return "accepted"
    beside = one.features is None and min(abs(rating - step) for step in one.accept) == 1
    return "part" if beside else "wrong"


def _as_told(item: RateItem, answer: RateAnswer) -> list[Statement]:
    statements = in_shown_order(item, answer)
    if any(one.scored for one in statements):
        return statements
    ratings = answer.ratings
    height = {one.id: rating if isinstance(rating := ratings[one.id], int) else 0 for one in statements}
    return sorted(statements, key=lambda one: -height[one.id])


def _remark(item: RateItem, one: Statement, rating: int | str) -> Remark:
    outcome = outcome_of(item, one, rating)
    return Remark(subject=one.text, outcome=outcome, reason=_reason(item, one, rating, outcome))


def _reason(item: RateItem, one: Statement, rating: int | str, outcome: Outcome) -> str:
    said = words("remarks")["rate"]
    cannot = one.cannot_tell.why if one.cannot_tell else ""
    why = reason_for(item, one, rating) if isinstance(rating, int) else cannot
    chosen = said["chosen"].format(step=_named(item, rating))
    if one.best is None or outcome == "right":
        return "\n".join(filter(None, (chosen, why)))
    ours = said[f"{outcome}_ours"].format(step=_named(item, one.best))
    best = reason_for(item, one, one.best)
    return "\n".join([chosen, why, ours, *([best] if best != why else [])])


def _named(item: RateItem, rating: int | str) -> str:
    said = words("remarks")["rate"]
    if isinstance(rating, int):
        return str(said["step"]).format(number=item.number_of(rating), label=item.label_of(rating))
    return str(said["cannot_tell"])


def _summary(scored: list[Remark], rated: int) -> str:
    said = words("remarks")["rate"]
    if not scored:
        return str(said["unscored_one" if rated == 1 else "unscored"]).format(count=rated)
    times = Counter(remark.outcome for remark in scored)
    pieces = [said["summary"].format(right=times["right"] + times["accepted"], all=len(scored))]
    pieces += [said[outcome].format(n=times[outcome]) for outcome in ("part", "wrong") if times[outcome]]
    return ", ".join(pieces) + "."


def beside_earlier(item: RateItem, answer: RateAnswer, earlier: Earlier | None, result: Result) -> Result:
    """Add to a result how each rating shifted against the student's earlier one of the same statement."""
    said = words("remarks")["rate"]
    if earlier is None or not earlier.committed:
        return result.model_copy(update={"summary": f"{result.summary} {said['no_earlier']}"})
    texts = {one.id: one.text for one in earlier.item.statements}
    # An answer to an earlier edition may name steps that the scale no longer has.
    steps = (*range(1, len(item.scale.steps) + 1), CANNOT_TELL)
    known = {name: rating for name, rating in earlier.answer.ratings.items() if rating in steps}
    pairs = [(one, known.get(one.id)) for one in _as_told(item, answer)]
    shifts = [_shift(answer.ratings[one.id], before) for one, before in pairs]
    remarks = tuple(
        remark.model_copy(update={"reason": f"{remark.reason}\n{_told(item, shift, before, texts.get(one.id, ''))}"})
        if shift
        else remark
        for remark, (one, before), shift in zip(result.remarks, pairs, shifts, strict=True)
    )
    counted = [(name, shifts.count(name)) for name in said["shift_count"] if name in shifts]
    counts = ", ".join(said["shift_count"][name].format(n=number) for name, number in counted)
    return result.model_copy(
        update={
            "remarks": remarks,
            "summary": f"{result.summary} {said['shifts' if counts else 'no_earlier'].format(counts=counts)}",
            "extra": {"earlier": {one.id: before for one, before in pairs if before is not None}},
        }
    )


def _shift(now: int | str, before: int | str | None) -> str:
    """Name the direction in which a rating moved; empty if there is nothing to compare."""
    if before is None:
        return ""
    if isinstance(now, int) and isinstance(before, int):
        return "same" if now == before else "higher" if now > before else "lower"
    return "same" if now == before else "other"


def _told(item: RateItem, shift: str, before: int | str | None, text: str) -> str:
    said = words("remarks")["rate"]
    step = _named(item, before) if before is not None else ""
    return str(said["shift"]).format(text=text, step=step, shift=said["shift_words"][shift])
