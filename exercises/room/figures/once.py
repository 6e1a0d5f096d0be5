"""Keeps what was counted as long as that on which it rests stays the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Once:
    """Counts nothing anew that was counted before from the same."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, ...], tuple[object, Any]] = {}

    def count(self, name: tuple[str, ...], rests_on: object, count: Callable[[], T]) -> T:
        """Count something, unless it was counted before from the same."""
        known = self._known.get(name)
        if known is None or known[0] != rests_on:
            known = self._known[name] = rests_on, count()
        found: T = known[1]
        return found
