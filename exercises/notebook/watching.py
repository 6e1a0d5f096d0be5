"""Looks whether a file of a lesson was changed, and says what is new: what to mend, how many drafts are left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from exercises.files.problems import Problem
from exercises.notebook.drafts import count_drafts
from exercises.words import words

EVERY = 1.0
"""Seconds between two looks. A look asks the disk for a few dozen times and sizes, on every system and kind of disk."""
Stamp = dict[Path, tuple[int, int]]


class Watch:
    """Some lessons that somebody edits.

    Parameters
    ----------
    folders : list of Path
        The lessons.
    problems_of : callable
        Gives all that is to mend in them.
    """

    def __init__(self, folders: list[Path], problems_of: Callable[[list[Path]], tuple[Problem, ...]]) -> None:
        self._folders, self._problems_of = folders, problems_of
        self._stamp: Stamp | None = None
        self._told: frozenset[str] = frozenset()

    def look(self) -> list[str]:
        """Give what is new, a sentence each; nothing if no file was changed since the last look."""
        stamp = _stamp_of(self._folders)
        if stamp == self._stamp:
            return []
        first, self._stamp = self._stamp is None, stamp
        problems = [str(problem) for problem in self._problems_of(self._folders)]
        new = [line for line in problems if line not in self._told]
        mended = len(self._told - set(problems))
        self._told = frozenset(problems)
        return [*new, self._summary(len(problems), 0 if first else mended)]

    def _summary(self, count: int, mended: int) -> str:
        said = words("watching")
        left = sum(len(drafts.lines) for folder in self._folders for drafts in count_drafts(folder))
        parts = [said["mended"].format(count=mended)] if mended else []
        parts.append(said["to_mend"].format(count=count) if count else said["nothing"])
        parts.append(said["drafts"].format(count=left) if left else said["no_drafts"])
        return " ".join(parts)


def _stamp_of(folders: list[Path]) -> Stamp:
    """Give when each file was written, and its size; one that goes in between is not there."""
    stamp: Stamp = {}
    for folder in folders:
        for file in folder.rglob("*"):
            try:
                found = file.stat()
            except OSError:
                continue
            stamp[file] = (found.st_mtime_ns, found.st_size)
    return stamp
