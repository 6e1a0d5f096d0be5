"""What a key looks like on paper: parts with lines, each with its answer and its reasons."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase


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
    """

    subject: str
    answer: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyPart:
    """One part of a key: a claim, a question, or all there is."""

    heading: str
    lines: tuple[KeyLine, ...]


def letter(index: int) -> str:
    """Give the letter of an option on paper: A for the first one."""
    return ascii_uppercase[index]


def told(*reasons: str | None) -> tuple[str, ...]:
    """Leave out the reasons that do not exist."""
    return tuple(reason for reason in reasons if reason)
