"""All words of the interface, read from one file a language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from exercises.files.reading import read_plain


@cache
def _all_words(language: str) -> dict[str, Any]:
    return read_plain(Path(__file__).parent / "locale" / f"{language}.yaml")


def words(section: str, language: str = "en") -> dict[str, Any]:
    """Give the words of one part of the interface.

    Parameters
    ----------
    section : str
        Top-level name in the language's file, such as ``kit`` or ``mark``.
    language : str
        Two-letter code of the language; only English exists today.

    Returns
    -------
    dict
        Words by name; placeholders stand in braces.

    Raises
    ------
    KeyError
        If the section does not exist.
    """
    return dict(_all_words(language)[section])
