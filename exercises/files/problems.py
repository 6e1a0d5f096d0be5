"""What is wrong in a file that a person wrote, said so that the person can mend it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from exercises.files.fault import InWords

SHORT = 5
MOST_TOLD = 200
"""So many problems of one file are told at once: nobody mends more before the next look."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault in one file.

    Attributes
    ----------
    file : Path
        The file to open.
    line : int or None
        Number of the line, from 1; None if the file as a whole is meant.
    what : str
        What is wrong.
    cure : str
        What to do about it.
    """

    file: Path
    line: int | None
    what: str
    cure: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else str(self.file)
        return " ".join([f"{place}:", *(_sentence(words) for words in (self.what, self.cure) if words)])


class LessonError(InWords, Exception):
    """A lesson that cannot be opened, with everything that has to be mended.

    Attributes
    ----------
    problems : tuple of Problem
        All of them, by file and line.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by file and line and leave out the ones said twice; of a flood in one file the first are told."""
    files: dict[Path, list[Problem]] = {}
    for problem in sorted(set(problems), key=lambda problem: (str(problem.file), problem.line or 0, problem.what)):
        files.setdefault(problem.file, []).append(problem)
    told = ([*found[:MOST_TOLD], *untold(file, len(found) - MOST_TOLD)] for file, found in files.items())
    return tuple(problem for found in told for problem in found)


def untold(file: Path, count: int) -> list[Problem]:
    """Say how many more faults a file has, where those that are told fill a screen many times over; none for none."""
    cure = "Mend the others first, then check again."
    return [Problem(file, None, f"{count} more faults of this file are not told", cure)] if count > 0 else []


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Give the known name that looks most like a mistyped one, or None if none comes near."""
    # In a short id such as A09z one letter weighs more than in a word.
    likeness = 0.5 if len(name) <= SHORT else 0.6
    return next(iter(difflib.get_close_matches(name, list(names), n=1, cutoff=likeness)), None)


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """Say the cure for an unknown name: the nearest known one, or all of them if they are few."""
    known = sorted(set(names))
    if close := nearest(name, known):
        return f"Did you mean “{close}”?"
    if not known:
        return "Take it out: nothing of this kind exists here."
    listed = ", ".join(known[:12]) + (", ..." if len(known) > 12 else "")
    return f"Known here: {listed}."


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
