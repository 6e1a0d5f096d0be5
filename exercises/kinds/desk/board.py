"""The class board: all finished claims in one table, the sides mixed and named only now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from exercises.kinds.desk.casework import Casework
from exercises.kinds.desk.reading import told_by


def board(desks: Sequence[Casework]) -> list[dict[str, Any]]:
    """Give a row a finished claim, in the order of the page; it leaves the kernel with the result only.

    Parameters
    ----------
    desks : sequence of Casework
        The finished claims.

    Returns
    -------
    list of dict
        ``claim`` (id), ``words``, ``side``, ``about`` (``said`` where the claim is that somebody said something, else
        ``world``) and ``days``: for each day ``day``, ``yours`` and ``ours`` (None where a claim is not judged).
    """
    return [
        {
            "claim": desk.claim.id,
            "words": desk.claim.words,
            "side": told_by(desk.claim, desk.lesson),
            "about": "said" if desk.claim.about_saying else "world",
            "days": [_day(desk, day) for day in desk.days],
        }
        for desk in desks
    ]


def _day(desk: Casework, day: str) -> dict[str, str | None]:
    ours = desk.claim.verdict_on(day) if desk.claim.judged else None
    return {"day": day, "yours": desk.work.so[day], "ours": ours.verdict if ours else None}
