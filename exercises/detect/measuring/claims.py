"""Measures the scores of claims on sentences of debates of which people said whether they are worth a check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from exercises.detect.claims import score_claims
from exercises.detect.prepared import prepare
from exercises.detect.scoring import Tally


def claims(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Give the figures for all sentences, in the mix in which they were spoken."""
    tally = Tally()
    for row in rows:
        ours = any(claim.is_checkable for claim in score_claims(prepare(row["text"])))
        theirs = row["label"] == 1
        tally.add(ours and theirs, ours, theirs)
    return {
        "worth a check, precision": tally.precision,
        "worth a check, recall": tally.recall,
        "worth a check, F1": tally.f1,
    }
