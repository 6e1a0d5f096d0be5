"""What of a lesson a figure shows, so that it waits for the drafts among that and for no others."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from exercises.lesson.load import ARTICLE, Lesson


def _sayings(lesson: Lesson) -> list[Any]:
    return [key.attributions for key in lesson.key.values()]


def _clocks(lesson: Lesson) -> list[Any]:
    return [lesson.claims[name] for name in lesson.background.two_clocks if name in lesson.claims]


_SHOWN: dict[str, Callable[[Lesson], list[Any]]] = {
    "attribution-map": lambda lesson: [lesson.key[ARTICLE].attributions, lesson.key[ARTICLE].voice],
    "certainty-strip": lambda lesson: [lesson.key[ARTICLE].certainty],
    "peel": _sayings,
    "peel-by-owner": _sayings,
    "concordance": _sayings,
    "two-clocks": _clocks,
    "two-clocks-by-day": _clocks,
}


def rests_on(name: str, lesson: Lesson) -> list[Any]:
    """Give the entries of the key, and the claims, that a figure shows.

    Parameters
    ----------
    name : str
        Name of the figure, as it stands in the prose.
    lesson : Lesson
        The lesson.

    Returns
    -------
    list
        Entries, and lists of them; empty for a figure that shows neither marks nor claims.
    """
    return _SHOWN[name](lesson) if name in _SHOWN else []
