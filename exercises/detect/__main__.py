"""Drafts hedges in a process of its own: ``python -m exercises.detect`` reads a text and prints the places as JSON."""

from __future__ import annotations

import json
import sys

from exercises.detect.certainty import mark_certainty
from exercises.detect.prepared import prepare


def main() -> None:
    """Read the text, mark, and print start and end of each hedge on the last line."""
    cues = mark_certainty(prepare(sys.stdin.buffer.read().decode("utf-8")))
    print(json.dumps([[cue.span.start, cue.span.end] for cue in cues if cue.direction == "hedge"]))  # noqa: T201 - the answer


main()
