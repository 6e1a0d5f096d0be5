"""Writes what a command makes: UTF-8, line ends LF, and an error that always says which file it was about."""

from __future__ import annotations

from pathlib import Path


def write_text(file: Path, text: str) -> None:
    """Write a text file, the same to the byte on every system.

    Parameters
    ----------
    file : Path
        The file; what it held is replaced.
    text : str
        What it shall hold.

    Raises
    ------
    OSError
        With the name of the file, also where the system gives none: a disk that is full is found behind the opening.
    """
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        error.filename = error.filename or str(file)
        raise
