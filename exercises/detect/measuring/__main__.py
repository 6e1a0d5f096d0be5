"""Prints the table of figures: ``python -m exercises.detect.measuring FOLDER``."""

from __future__ import annotations

import argparse
from pathlib import Path

from exercises.detect.measuring.counting import HALVES
from exercises.detect.measuring.table import MEASURES, common_mistakes, table


def main() -> None:
    """Read the folder and the half from the command line, and print the table."""
    asks = argparse.ArgumentParser(prog="python -m exercises.detect.measuring")
    asks.add_argument("folder", type=Path, help="folder with the annotated sets")
    asks.add_argument("--half", choices=[*HALVES], default="", help="only rows with an even or an odd index")
    asks.add_argument("--mistakes", choices=[*MEASURES], help="print the commonest mistakes of one detector instead")
    asked = asks.parse_args()
    if asked.mistakes:
        lines = common_mistakes(asked.mistakes, asked.folder, asked.half)
    else:
        lines = table(asked.folder, asked.half)
    for line in lines:
        print(line)  # noqa: T201 - the answer


main()
