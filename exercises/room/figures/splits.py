"""Where a class is not of one mind: for each question, card or statement what was chosen, the most contested first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from exercises.kinds.tallied import Given, Part, Worth
from exercises.room.figures.first import FEWEST
from exercises.words import words

CONTESTED = 0.2
"""Share of the second largest group from which we call a class split: a convention of ours."""
_INNER = str.maketrans({"“": "‘", "”": "’"})  # quotation marks inside others
LONGEST = 90  # signs of a card or question that a sentence quotes


@dataclass(frozen=True, slots=True)
class Chosen:
    """How often one thing was chosen."""

    text: str
    count: int
    worth: Worth
    why: str


@dataclass(frozen=True, slots=True)
class Split:
    """One question, card or statement, with what the class chose.

    Attributes
    ----------
    where : str
        Which one, in a few words.
    chosen : tuple of Chosen
        What was chosen, the largest group first.
    answers : int
        How many answered it.
    contest : float
        Share of the second largest group, 0 to 0.5: the largest where two halves of a class stand against each other.
    sentence : str
        The same in one sentence.
    wrong : Chosen or None
        The wrong choice that was taken most often, with its reason.
    alone : bool
        Whether it is the only question of its exercise.
    """

    where: str
    chosen: tuple[Chosen, ...]
    answers: int
    contest: float
    sentence: str
    wrong: Chosen | None
    alone: bool

    @property
    def contested(self) -> bool:
        """Whether the class is split."""
        return self.contest >= CONTESTED


def splits(parts: Iterable[Part], given: list[Given]) -> tuple[Split, ...]:
    """Count what was chosen, the most contested part first; parts with fewer than five answers are left out."""
    all_parts = tuple(parts)
    found = [_split(part, given, alone=len(all_parts) == 1 and not part.sentence) for part in all_parts]
    return tuple(sorted((one for one in found if one), key=lambda one: -one.contest))


def _split(part: Part, given: list[Given], *, alone: bool) -> Split | None:
    counts = Counter(name for answer in given for name in answer.get(part.id, ()))
    known = [Chosen(one.text, counts[one.id], one.worth, one.why) for one in part.choices if counts[one.id]]
    chosen = tuple(sorted(known, key=lambda one: -one.count))
    answers = sum(one.count for one in chosen)
    if answers < FEWEST:
        return None
    wrong = next((one for one in chosen if one.worth == "wrong"), None)
    contest = chosen[1].count / answers if len(chosen) > 1 else 0.0
    where = name_of(part)
    return Split(where, chosen, answers, contest, sentence(where, chosen, alone=alone), wrong, alone)


def name_of(part: Part) -> str:
    """Name a part in a few words: by its sentence, or by its own words."""
    if part.sentence:
        return f"S{part.sentence}"
    text = part.text if len(part.text) <= LONGEST else f"{part.text[:LONGEST].rsplit(' ', 1)[0]} …"
    return f"“{text.translate(_INNER)}”"


def sentence(where: str, chosen: tuple[Chosen, ...], *, alone: bool) -> str:
    """Say in one sentence what a class chose; ``alone`` if it is the only question of its exercise."""
    said = words("room")["figures"]["splits"]
    one, *others = chosen
    if not others:
        return str(said["agree"]).format(where=where, count=one.count, one=_quoted(one))
    two = others[0]
    form, names = str(said["question" if alone else "part"]), [_quoted(each) for each in (one, two)]
    return form.format(where=where, first=one.count, one=names[0], second=two.count, two=names[1])


def _quoted(one: Chosen) -> str:
    """Give a choice as it stands in a sentence of ours, which has a stop of its own."""
    return one.text.removesuffix(".").translate(_INNER)
