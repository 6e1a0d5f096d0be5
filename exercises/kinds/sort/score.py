"""How an answer to *sort* is scored."""

from __future__ import annotations

from collections import Counter

from exercises.kinds.base import Outcome, Remark, Result
from exercises.kinds.sort.item import Card, SortAnswer, SortItem
from exercises.lesson.load import Lesson
from exercises.words import words

RIGHT_FROM = 0.75
CREDIT: dict[Outcome, float] = {"right": 1.0, "accepted": 1.0, "part": 0.5}


def score(item: SortItem, answer: SortAnswer, lesson: Lesson) -> Result:  # noqa: ARG001 (all kinds take the lesson)
    """Compare a student's places with ours.

    A card in our bin or an accepted one earns a point; on a scale, one step off from such a bin earns half. The
    answer counts as right from three quarters of the points.

    Parameters
    ----------
    item : SortItem
        The exercise.
    answer : SortAnswer
        The student's places.
    lesson : Lesson
        The lesson it belongs to.

    Returns
    -------
    Result
        With a remark for every card, in the order of the file.

    Raises
    ------
    ValueError
        If a place does not belong to this exercise or there is none; the message is one sentence for the student.
    """
    check_answer(item, answer)
    remarks = tuple(_remark(item, card, answer.placed.get(card.id)) for card in item.cards)
    points = sum(CREDIT.get(remark.outcome, 0.0) for remark in remarks)
    return Result(
        points=points,
        out_of=float(len(remarks)),
        summary=_summary(remarks),
        remarks=remarks,
        right=points >= RIGHT_FROM * len(remarks),
    )


def check_answer(item: SortItem, answer: SortAnswer) -> None:
    """Refuse places that this exercise cannot have; ValueError with a sentence for the student."""
    refused = words("remarks")["refused"]
    cards, bins = {card.id for card in item.cards}, {place.id for place in item.bins}
    for name, place in answer.placed.items():
        if name not in cards:
            raise ValueError(refused["card"].format(card=name))
        if place not in bins:
            raise ValueError(refused["bin"].format(bin=place))
    if not answer.placed:
        raise ValueError(refused["no_card"])


def outcome_of(item: SortItem, card: Card, chosen: str | None) -> Outcome:
    """Say how a card came out."""
    if chosen is None:
        return "missed"
    if chosen == card.bin:
        return "right"
    if chosen in card.also_accept:
        return "accepted"
    order = [place.id for place in item.bins]
    steps = [abs(order.index(chosen) - order.index(good)) for good in (card.bin, *card.also_accept)]
    return "part" if item.ordered and min(steps) == 1 else "wrong"


def _remark(item: SortItem, card: Card, chosen: str | None) -> Remark:
    outcome = outcome_of(item, card, chosen)
    if outcome == "right":
        return Remark(subject=card.text, outcome=outcome, reason=card.why)
    titles = {place.id: place.title for place in item.bins}
    form: str = words("remarks")["sort"][f"{outcome}_card"]
    reason = form.format(
        chosen=titles.get(chosen or "", ""),
        bin=titles[card.bin],
        tempting=card.tempting.get(chosen or "", ""),
        why=card.why,
    )
    return Remark(subject=card.text, outcome=outcome, reason=reason)


def _summary(remarks: tuple[Remark, ...]) -> str:
    said = words("remarks")["sort"]
    times = Counter(remark.outcome for remark in remarks)
    pieces = [said["summary"].format(right=times["right"] + times["accepted"], all=len(remarks))]
    pieces += [said[outcome].format(n=times[outcome]) for outcome in ("part", "wrong", "missed") if times[outcome]]
    return ", ".join(pieces) + "."
