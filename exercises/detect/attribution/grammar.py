"""Small words of English that the rules look at, by what they do."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from exercises.files.reading import read_plain

LIST = Path(__file__).with_name("grammar.yaml")


@cache
def _lists() -> dict[str, Any]:
    return read_plain(LIST)


def listed(name: str) -> frozenset[str]:
    """Give the words of one group of the list, in small letters."""
    return frozenset(word for group in _lists()[name] for word in group["words"])
