"""Drafts in a process of its own: ``python -m exercises.detect hedges`` reads a text and prints the places as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

from exercises.detect.attribution.drafts import attributions
from exercises.detect.certainty import mark_certainty
from exercises.detect.prepared import Prepared, prepare
from exercises.lesson.text import Span


def _place(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _hedges(prepared: Prepared) -> list[Any]:
    """Give start and end of each hedge."""
    return [_place(cue.span) for cue in mark_certainty(prepared) if cue.direction == "hedge"]


def _attributions(prepared: Prepared) -> list[Any]:
    """Give the places of each cue and its source; null where nobody is named."""
    return [[_place(draft.cue), _place(draft.source)] for draft in attributions(prepared)]


DRAFTS: Mapping[str, Callable[[Prepared], list[Any]]] = {"hedges": _hedges, "attributions": _attributions}


def main(wanted: str) -> None:
    """Read the text, draft, and print the places on the last line."""
    text = sys.stdin.buffer.read().decode("utf-8")
    print(json.dumps(DRAFTS[wanted](prepare(text))))  # noqa: T201 - the answer


main(sys.argv[1])
