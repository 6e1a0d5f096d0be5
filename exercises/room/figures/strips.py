"""The heat strip of a text: which share of a class marked each word, label by label, beside our key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from exercises.kinds.tallied import Choice, Given, Part
from exercises.room.figures.first import FEWEST
from exercises.words import words

Ours = Literal["ours", "accepted", "no"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text: how many marked it, which share of the class that is, and what our key says."""

    text: str
    count: int
    share: float
    ours: Ours


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence under one label."""

    sentence: int
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """A text under one label: its rows, and what there is to see in plain words."""

    label: str
    rows: tuple[Row, ...]
    told: tuple[str, ...]


def strips(parts: Sequence[Part], given: list[Given]) -> tuple[Strip, ...]:
    """Make a strip for each label; none with fewer than five answers."""
    if len(given) < FEWEST or not parts:
        return ()
    return tuple(_strip(number, parts, given) for number in range(len(parts[0].choices)))


def _strip(number: int, parts: Sequence[Part], given: list[Given]) -> Strip:
    label = parts[0].choices[number]
    rows = tuple(
        Row(sentence, tuple(_word(part, part.choices[number], given) for part in inside))
        for sentence, inside in groupby(parts, key=lambda part: part.sentence)
    )
    return Strip(label.text, rows, tuple(_told(rows, len(given))))


def _word(part: Part, label: Choice, given: list[Given]) -> Word:
    count = sum(label.id in answer.get(part.id, ()) for answer in given)
    worths: dict[str, Ours] = {"right": "ours", "accepted": "accepted"}
    return Word(part.text, count, count / len(given), worths.get(label.worth, "no"))


def _told(rows: Sequence[Row], answers: int) -> list[str]:
    """Say how far our words were found, which of them was missed most, and what else was marked most."""
    said = words("room")["figures"]["strips"]
    ours = [word for row in rows for word in row.words if word.ours == "ours"]
    others = [word for row in rows for word in row.words if word.ours == "no"]
    told = []
    if ours:
        share = round(100 * sum(word.share for word in ours) / len(ours))
        least = min(ours, key=lambda word: word.count)
        told = [said["found"].format(share=share)]
        told += [said["missed"].format(word=least.text, count=least.count, all=answers)] * (least.count < answers)
    most = max(others, key=lambda word: word.count, default=None)
    if most and most.count:
        told.append(said["besides"].format(word=most.text, count=most.count, all=answers))
    return told
