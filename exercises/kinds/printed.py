"""What a kind hands to the paper: the key in parts and lines, cards to cut, and what its templates need."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from exercises.lesson.load import Lesson


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One option, card, mark, statement, tile or source in the teacher's key.

    Attributes
    ----------
    subject : str
        What it is about, in the words that the student sees.
    answer : str
        Our answer; empty for something that we would not choose.
    reasons : tuple of str
        Every reason that there is for it.
    brief : str
        Our answer as the short key has it, such as ``B`` or ``3 D``; empty for a line that has no place there.
    """

    subject: str
    answer: str = ""
    reasons: tuple[str, ...] = ()
    brief: str = ""


@dataclass(frozen=True, slots=True)
class KeyPart:
    """One part of a key: a claim, a question, or all there is."""

    heading: str
    lines: tuple[KeyLine, ...]


@dataclass(frozen=True, slots=True)
class Deck:
    """The cards of one exercise, to cut; its ``cards.html`` draws them.

    Attributes
    ----------
    cards : dict of str to dict
        What stands on each card, by its name; a card that lies in an earlier deck of the lesson is not printed again.
    about : tuple of dict
        What stands above the cards, such as the claims that they are for.
    apart : frozenset of str
        Names of cards that only what is on folded slips needs.
    """

    cards: dict[str, dict[str, Any]]
    about: tuple[dict[str, Any], ...] = ()
    apart: frozenset[str] = frozenset()


def as_it_is(page: dict[str, Any]) -> dict[str, Any]:
    """Give a page unchanged, for kinds whose templates need no more than that."""
    return page


@dataclass(frozen=True, slots=True)
class Paper:
    """What is printed of one kind.

    The student's forms are filled from the page alone, so that the key cannot get in: ``paper.html`` on the worksheet,
    ``slide.html`` on the slide, and ``tally.html`` on the sheet that counts answers. A kind without the last one is
    answered on the worksheet, and the sheet says so.

    Attributes
    ----------
    key : callable
        ``key(item, lesson)``: our key with every reason, for the teacher.
    layout : callable
        ``layout(page)``: the page with what the templates need besides, made of the page alone.
    key_by_day : callable or None
        ``key_by_day(item, lesson, days)``: the same key with our answer for each day of the envelopes, where sources
        are laid out for these; None if there are none.
    votes : bool
        Whether a class can vote on it with the cards A to E.
    rated : callable or None
        ``rated(item)``: rows of the rubric on which what is written is rated, and whether the teacher ticks a level
        there; None where nothing is written that is rated.
    deck : callable or None
        ``deck(item, lesson)``: its cards to cut; None if there are none.
    laid_out : callable or None
        ``laid_out(item)``: ids of claims with the sources that an author laid out for each; None if there are none.
    by_envelope : callable or None
        ``by_envelope(item, lesson, days)``: those of the days of the envelopes by which it is answered; None if it
        never is.
    """

    key: Callable[[Any, Lesson], tuple[KeyPart, ...]]
    layout: Callable[[dict[str, Any]], dict[str, Any]] = as_it_is
    votes: bool = False
    rated: Callable[[Any], Mapping[str, bool]] | None = None
    deck: Callable[[Any, Lesson], Deck] | None = None
    laid_out: Callable[[Any], Mapping[str, tuple[str, ...]]] | None = None
    by_envelope: Callable[[Any, Lesson, Sequence[str]], Sequence[str]] | None = None
    key_by_day: Callable[[Any, Lesson, Sequence[str]], tuple[KeyPart, ...]] | None = None


def card_number(name: str, lesson: Lesson) -> int:
    """Give the number of a source, the same on its card, in the guide and at a desk with search."""
    return list(lesson.sources).index(name) + 1


def letter(index: int) -> str:
    """Give the letter of an option on paper: A for the first one."""
    return ascii_uppercase[index]


def short_key(parts: Sequence[KeyPart]) -> str:
    """Give a key in one line, to mark a sheet with; empty where it can only be marked with the whole key."""
    return ", ".join(line.brief for part in parts for line in part.lines if line.brief)


def told(*reasons: str | None) -> tuple[str, ...]:
    """Leave out the reasons that do not exist."""
    return tuple(reason for reason in reasons if reason)
