"""Whether two texts share words in a row."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

IN_A_ROW = 6


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    found = words_of(text)
    return {tuple(found[place : place + IN_A_ROW]) for place in range(len(found) - IN_A_ROW + 1)}


@cache
def runs_in(file: Path) -> frozenset[tuple[str, ...]]:
    """Give the runs of a file that no test changes; read once."""
    return frozenset(runs(file.read_text("utf-8")))


def repeated_in(text: str, files: Iterable[Path]) -> list[str]:
    """Give the runs of a text that stand in some file, too."""
    found = runs(text)
    return [" ".join(run) for file in files for run in found & runs_in(file)]
