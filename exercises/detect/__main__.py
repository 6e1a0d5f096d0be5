"""Flags hedges in a process of its own: ``python -m exercises.detect`` reads a text and prints the places as JSON."""

from __future__ import annotations

import json
import sys

from exercises.detect.hedges import flag_hedges


def main() -> None:
    """Read the text, flag, and print start and end of each flag on the last line."""
    text = sys.stdin.buffer.read().decode("utf-8")
    print(json.dumps([[flag.span.start, flag.span.end] for flag in flag_hedges(text)]))  # noqa: T201 - the answer


main()
