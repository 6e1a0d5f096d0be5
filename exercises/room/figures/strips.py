"""The heat strip of a text: which share of a class marked each word, label by label, beside our key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from exercises.kinds.tallied import Choice, Given, Part
from exercises.room.figures.first import FEWEST
from exercises.room.figures.splits import quoted
from exercises.words import words

NAMED = 3  # words that a sentence names
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
    """Say how far our words were found, which of them were missed most, and what else was marked most."""
    said = words("room")["figures"]["strips"]
    ours = [word for row in rows for word in row.words if word.ours == "ours"]
    others = [word for row in rows for word in row.words if word.ours == "no"]
    told = []
    if ours:
        told = [said["found"].format(share=_of_100(sum(word.count for word in ours), len(ours) * answers))]
        least = min(word.count for word in ours)
        told += [_words("missed", ours, least, answers)] * (least < answers)
    if most := max((word.count for word in others), default=0):
        told.append(_words("besides", others, most, answers))
    return told


def _of_100(part: int, whole: int) -> int:
    """Give whole points of 100; all and none only where it is all and none."""
    return round(100 * part / whole) if part in (0, whole) else min(max(round(100 * part / whole), 1), 99)


def _words(name: str, among: Sequence[Word], count: int, answers: int) -> str:
    """Name the words that were marked so often: the first few of them where there are many."""
    said = words("room")["figures"]["strips"]
    alike = list(dict.fromkeys(quoted(word.text) for word in among if word.count == count))
    named = ", ".join(f"“{text}”" for text in alike[:NAMED])
    more = str(said["more"]).format(count=len(alike) - NAMED) if len(alike) > NAMED else ""
    return str(said[name]).format(words=f"{named}{more}", count=count, all=answers)
