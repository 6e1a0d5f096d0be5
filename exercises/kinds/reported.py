"""What a kind hands to the report: how its remarks read, levels on the rubric, and the counts of a form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Level:
    """A level on one row of the rubric that an answer reached.

    Attributes
    ----------
    row : str
        ``A`` to ``E``.
    level : int
        0 to 3.
    by : str
        ``own`` (the student's own rating) or ``counted`` (as far as it can be counted).
    claims : tuple of int
        Numbers of the claims for which it was reached, where an exercise holds several.
    """

    row: str
    level: int
    by: Literal["own", "counted"]
    claims: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Supported:
    """One form of well and poorly supported claims in counts.

    Attributes
    ----------
    title : str
        Title of the form.
    well, poorly : int
        Number of claims of each sort.
    accepted_well, rejected_poorly, accepted : int
        Well supported claims that were accepted, poorly supported ones that were rejected, and all that were accepted.
    cannot_tell : int
        How often the student said that one cannot tell.
    """

    title: str
    well: int
    poorly: int
    accepted_well: int
    rejected_poorly: int
    accepted: int
    cannot_tell: int


@dataclass(frozen=True, slots=True)
class Reported:
    """How the report tells the answers of one kind.

    Attributes
    ----------
    silent_notes : bool
        Whether there is a remark on everything that could have been answered; what was left alone, told as a note on
        the page, is then left out.
    retold : bool
        Whether the remarks repeat what was answered, word for word.
    own_words : callable or None
        ``own_words(stored)``: the student's own text in a stored answer, in lines, which can be read without the
        exercise of its time; empty if there is none, or if it is the answer of another kind. None for kinds whose
        answers are choices.
    untold : callable or None
        ``untold(stored)``: a stored answer that was checked, without what its remarks tell once more. None: all of it.
    about : callable or None
        ``about(item, lesson)``: what the answer is about and the instruction does not say, in lines. None for kinds
        whose answers, quote or prompt say it.
    supported : callable or None
        ``supported(item, answer)``: the counts of a form; None, as function or as value, for all other exercises.
    """

    silent_notes: bool = False
    retold: bool = False
    own_words: Callable[[Mapping[str, Any]], list[str]] | None = None
    untold: Callable[[Mapping[str, Any]], dict[str, Any]] | None = None
    about: Callable[[Any, Any], list[str]] | None = None
    supported: Callable[[Any, Any], Supported | None] | None = None
