"""Measures drafts of hedges on sentences in which people marked the cues of uncertainty."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from exercises.detect.certainty import CertaintyCue, mark_certainty
from exercises.detect.prepared import prepare
from exercises.detect.scoring import Mark, Tally, Words, exact, together

# The set counts no rounding, and no words that only keep a distance.
COUNTED = frozenset({"modal", "likelihood", "evidential"})
CONDITIONAL = frozenset({"conditional"})
CONDITION = "hypo_condition"


def news(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Give the figures for sentences of news."""
    return _figures(rows, "news")


def wiki(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Give the figures for sentences of an encyclopedia."""
    return _figures(rows, "wiki")


def _figures(rows: Sequence[dict[str, Any]], domain: str) -> dict[str, float]:
    found = [(row, mark_certainty(prepare(row["text"]))) for row in rows if row["domain"] == domain]
    plain = together(_without_conditions(row, cues) for row, cues in found)
    every = together(_with_conditions(row, cues) for row, cues in found)
    return {
        "exact cue without conditions, precision": plain.precision,
        "exact cue without conditions, recall": plain.recall,
        "exact cue without conditions, F1": plain.f1,
        "exact cue with conditions, F1": every.f1,
    }


def _with_conditions(row: dict[str, Any], cues: Iterable[CertaintyCue]) -> Tally:
    words = Words(row["text"])
    return exact([words.of([span]) for span in row["cues"]], _marks(words, cues, COUNTED | CONDITIONAL))


def _without_conditions(row: dict[str, Any], cues: Iterable[CertaintyCue]) -> Tally:
    """Leave conditions out on both sides: what people marked as one neither counts for the machine nor against it."""
    words = Words(row["text"])
    sorts = list(zip(row["cues"], row["types"], strict=True))
    conditions = words.of(span for span, sort in sorts if sort == CONDITION)
    wanted = [words.of([span]) for span, sort in sorts if sort != CONDITION]
    return exact(wanted, [mark for mark in _marks(words, cues, COUNTED) if not mark & conditions])


def _marks(words: Words, cues: Iterable[CertaintyCue], kinds: frozenset[str]) -> list[Mark]:
    counted = [cue.span for cue in cues if cue.direction == "hedge" and cue.kind in kinds]
    return [words.of([(span.start, span.end)]) for span in counted]
