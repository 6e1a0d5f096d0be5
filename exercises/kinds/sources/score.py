"""What sorted sources get back: how many of each sort there are, and what that does not say. Nothing is scored."""

from __future__ import annotations

from exercises.kinds.base import Pair, Remark, Result
from exercises.kinds.sources.item import SourcesAnswer, SourcesItem
from exercises.lesson.load import Lesson
from exercises.words import words


def score(item: SourcesItem, answer: SourcesAnswer, lesson: Lesson) -> Result:  # noqa: ARG001 (all kinds take the same)
    """Count the cards by bin.

    Raises
    ------
    ValueError
        If there are no cards, one is not placed, or a bin is unknown; with a sentence for the student.
    """
    said, refused = words("sources"), words("remarks")["refused"]
    titles = {place.id: place.title for place in item.bins}
    if not answer.cards:
        raise ValueError(said["no_cards"])
    for card in answer.cards:
        if card.id not in answer.placed:
            raise ValueError(said["all_first"])
    known = {card.id for card in answer.cards}
    if set(answer.placed) - known or set(answer.placed.values()) - set(titles):
        raise ValueError(refused["card"].format(card=", ".join(sorted(set(answer.placed) - known)) or "?"))
    counts = {name: list(answer.placed.values()).count(name) for name in titles}
    told = " ".join(said["counted"].format(bin=titles[name], count=count) for name, count in counts.items() if count)
    remark = Remark(subject=said["says"], outcome="note", reason=said["no_proof"])
    summary = said["summary"].format(all=len(answer.cards), counts=told)
    return Result(points=0, out_of=0, summary=summary, remarks=(remark,), right=False)


def tell(item: SourcesItem, answer: SourcesAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all kinds take the same)
    """Tell each card with its bin."""
    said, titles = words("sources"), {place.id: place.title for place in item.bins}
    placed = {card.id: titles.get(answer.placed.get(card.id, "")) for card in answer.cards}
    return [
        said["told"].format(card=card.text, bin=placed[card.id] or said["told_open"])
        for card in answer.cards
        if placed[card.id] or card.id not in answer.placed
    ]


def unknown(item: SourcesItem, answer: SourcesAnswer, lesson: Lesson) -> list[str]:  # noqa: ARG001 (all take the same)
    """Tell what lies in a bin that the exercise does not have, and places of cards that are not there."""
    titles, texts = {place.id for place in item.bins}, {card.id: card.text for card in answer.cards}
    odd = {name: place for name, place in answer.placed.items() if name not in texts or place not in titles}
    return [f"{texts.get(name, name)}: {place}" for name, place in odd.items()]


def sureness(item: SourcesItem, answer: SourcesAnswer, lesson: Lesson) -> list[Pair]:  # noqa: ARG001 (all the same)
    """Give no pair: nobody is asked how sure they are where nothing is scored."""
    return []
