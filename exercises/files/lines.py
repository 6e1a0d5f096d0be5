"""On which line each field of a YAML file stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from exercises.files.problems import Problem

Where = tuple[str | int, ...]


@dataclass
class Lines:
    """On which line each field of a YAML file stands.

    Attributes
    ----------
    file : Path
        The file.
    table : dict
        Line (from 1) by the names and list positions that lead to a field.
    """

    file: Path
    table: dict[Where, int] = field(default_factory=lambda: {(): 1})

    def of(self, *where: str | int) -> int:
        """Give the line of a field, or of the nearest thing around it that exists."""
        return self.table[self.known(where)]

    def known(self, where: Where) -> Where:
        """Give the longest beginning of a path that exists in the file."""
        while where not in self.table:
            where = where[:-1]
        return where

    def forget(self, places: Iterable[Where]) -> None:
        """Take out the lines of entries of lists; those behind each move up by one place."""
        gone: dict[Where, list[int]] = {}
        for place in sorted(set(places)):
            gone.setdefault(place[:-1], []).append(int(place[-1]))
        moved = ((_moved(where, gone), line) for where, line in self.table.items())
        self.table = {where: line for where, line in moved if where is not None}

    def problem(self, what: str, cure: str, *where: str | int) -> Problem:
        """Make a problem that names the line of a field."""
        return Problem(self.file, self.of(*where), what, cure)


def _moved(where: Where, gone: dict[Where, list[int]]) -> Where | None:
    """Give the place of a field after entries are gone; None if it is gone with one."""
    steps = list(where)
    for at, step in enumerate(where):
        numbers = gone.get(where[:at], [])
        if numbers and isinstance(step, int):
            before = bisect_left(numbers, step)
            if numbers[before : before + 1] == [step]:
                return None
            steps[at] = step - before
    return tuple(steps)
