"""Where a class is not of one mind: for each question, card or statement what was chosen, the most contested first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from exercises.kinds.tallied import Given, Part, Worth
from exercises.room.figures.first import FEWEST
from exercises.words import words

CONTESTED = 0.2
"""Share of the answers from which a group counts when we say that a class splits: a convention of ours."""
_INNER = str.maketrans({"“": "‘", "”": "’"})  # quotation marks inside others
_STOP = re.compile(r"(?<!\.)\.([”’\"']*)$")  # a lone one; three of them belong to the words
MOST, MOST_OF_ONE = 6, 2  # splits that are told on top, and of one exercise
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
    wrong : tuple of Chosen
        The wrong choice that was taken most often, with its reason; several where they were taken as often.
    form : str
        How the groups are told: ``question`` if it is the only one of its exercise, ``taken`` if it could be taken or
        left, else ``part``.
    grave : bool
        Whether its words wait behind a word of warning.
    """

    where: str
    chosen: tuple[Chosen, ...]
    answers: int
    contest: float
    sentence: str
    wrong: tuple[Chosen, ...]
    form: str
    grave: bool = False

    @property
    def contested(self) -> bool:
        """Whether the class is split."""
        return self.contest >= CONTESTED


def most_contested(found: Iterable[tuple[str, Split]]) -> tuple[tuple[str, Split], ...]:
    """Choose the largest splits, at most two of one exercise, so that one with many parts does not fill the list.

    Parameters
    ----------
    found : iterable of tuple
        Title of an exercise, and one of its splits.
    """
    taken = Counter[str]()
    chosen = list[tuple[str, Split]]()
    for title, one in sorted(found, key=lambda each: -each[1].contest):
        if one.contested and taken[title] < MOST_OF_ONE and len(chosen) < MOST:
            taken[title] += 1
            chosen.append((title, one))
    return tuple(chosen)


def splits(parts: Iterable[Part], given: list[Given]) -> tuple[Split, ...]:
    """Count what was chosen, the most contested part first; parts with fewer than five answers are left out."""
    all_parts = tuple(parts)
    alone = len(all_parts) == 1
    found = [_split(part, given, _form(part, alone=alone)) for part in all_parts]
    return tuple(sorted((one for one in found if one), key=lambda one: -one.contest))


def _form(part: Part, *, alone: bool) -> str:
    if part.taken:
        return "taken"
    return "question" if alone and not part.sentence else "part"


def _split(part: Part, given: list[Given], form: str) -> Split | None:
    counts = Counter(name for answer in given for name in answer.get(part.id, ()))
    known = [Chosen(one.text, counts[one.id], one.worth, one.why) for one in part.choices if counts[one.id]]
    chosen = tuple(sorted(known, key=lambda one: -one.count))
    answers = sum(one.count for one in chosen)
    if answers < FEWEST:
        return None
    contest = chosen[1].count / answers if len(chosen) > 1 else 0.0
    where = name_of(part)
    text = sentence(where, chosen, answers, form)
    return Split(where, chosen, answers, contest, text, _most_wrong(chosen), form, part.grave)


def _most_wrong(chosen: tuple[Chosen, ...]) -> tuple[Chosen, ...]:
    wrong = [one for one in chosen if one.worth == "wrong"]
    return tuple(one for one in wrong if one.count == wrong[0].count)


def name_of(part: Part) -> str:
    """Name a part in a few words: by its sentence, or by its own words."""
    if part.sentence:
        return f"S{part.sentence}"
    text = part.text if len(part.text) <= LONGEST else f"{part.text[:LONGEST].rsplit(' ', 1)[0]} …"
    return f"“{quoted(text)}”"


def sentence(where: str, chosen: tuple[Chosen, ...], answers: int, form: str) -> str:
    """Say in one sentence what a class chose.

    A class splits where at least two groups have a fifth of the answers each; all of these are named.

    Parameters
    ----------
    where : str
        Which question, card or statement.
    chosen : tuple of Chosen
        The groups that may be told, the largest first.
    answers : int
        How many answers there are in all.
    form : str
        As in `Split`.
    """
    said, one = words("room")["figures"]["splits"], chosen[0]
    large = [each for each in chosen if each.count >= CONTESTED * answers]
    if len(large) > 1:
        names = said[form]
        groups = [
            str(names["next" if place else "first"]).format(count=each.count, text=quoted(each.text))
            for place, each in enumerate(large)
        ]
        return str(said["splits"]).format(where=where, groups=", ".join(groups))
    share = "agree" if one.count == answers else "most" if 2 * one.count > answers else "largest"
    return str((said["taken"] if form == "taken" else said)[share]).format(
        where=where, count=one.count, all=answers, one=quoted(one.text)
    )


def quoted(text: str) -> str:
    """Give words as they stand between quotation marks in a sentence of ours, which has a stop of its own."""
    return _STOP.sub(r"\1", text).translate(_INNER)
