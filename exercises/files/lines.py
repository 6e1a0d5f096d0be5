"""On which line each field of a YAML file stands."""

from __future__ import annotations

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

    def forget(self, place: Where) -> None:
        """Take out the lines of one entry of a list; those behind it move up by one place."""
        at, number = len(place) - 1, int(place[-1])
        kept: dict[Where, int] = {}
        for where, line in self.table.items():
            same_list = len(where) > at and where[:at] == place[:at]
            step = int(where[at]) if same_list else -1
            if step != number:
                moved = (*place[:at], step - 1, *where[at + 1 :]) if step > number else where
                kept[moved] = line
        self.table = kept

    def problem(self, what: str, cure: str, *where: str | int) -> Problem:
        """Make a problem that names the line of a field."""
        return Problem(self.file, self.of(*where), what, cure)
