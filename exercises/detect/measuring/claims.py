"""Measures the scores of claims on sentences of debates of which people said whether they are worth a check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from exercises.detect.claims import Claim, score_claims
from exercises.detect.measuring.counting import Figure, Row, Score
from exercises.detect.prepared import prepare

FILE = "claims.jsonl"


def measure(rows: list[Row]) -> Iterator[Figure]:
    """Give the figure for all sentences, in the mix in which they were spoken."""
    labels = [(_is_checkable(row), row["label"] == 1) for row in rows]
    alike = sum(ours and theirs for ours, theirs in labels)
    score = Score(alike, sum(ours for ours, _ in labels), sum(theirs for _, theirs in labels))
    yield Figure("claims worth a check", score, "F1 71")


def mistakes(rows: list[Row]) -> Iterator[tuple[str, int]]:
    """Give the rules that fit most often where the detector and people differ."""
    counts: Counter[str] = Counter()
    for row in rows:
        ours, theirs = _is_checkable(row), row["label"] == 1
        if ours != theirs:
            side = "missed" if theirs else "not worth a check to people"
            counts.update(f"{side}: {rule}" for rule in {rule for claim in _claims(row) for rule in claim.rules})
    yield from counts.most_common(10)


def _claims(row: Row) -> tuple[Claim, ...]:
    return score_claims(prepare(row["text"]))


def _is_checkable(row: Row) -> bool:
    return any(claim.is_checkable for claim in _claims(row))
