"""Measures drafts of loaded words on sentences of news in which people marked the words that they found biased."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from exercises.detect.loaded import mark_loaded
from exercises.detect.prepared import prepare
from exercises.detect.scoring import Tally, Words, exact, together

SIDES = ("left", "right", "center")


def loaded(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Give the figures for all outlets, and the precision for those of each side, which is to be alike."""
    scored = [(row["lean"], _score(row)) for row in rows]
    every = together(score for _, score in scored)
    sides = {side: together(score for lean, score in scored if lean == side).precision for side in SIDES}
    return {
        "exact words, precision": every.precision,
        "exact words, recall": every.recall,
        **{f"outlets of the {side}, precision": precision for side, precision in sides.items()},
    }


def _score(row: dict[str, Any]) -> Tally:
    words = Words(row["text"])
    spans = [word.span for word in mark_loaded(prepare(row["text"]))]
    return exact([words.of([span]) for span in row["words"]], [words.of([(span.start, span.end)]) for span in spans])
