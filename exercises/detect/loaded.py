"""Drafts loaded words: words that judge while they tell, by a list that takes no side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from exercises.detect.listed import Listed
from exercises.detect.prepared import Prepared
from exercises.lesson.text import Span

LIST = Path(__file__).with_name("loaded.yaml")


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """A word, or a fixed phrase, that judges while it tells.

    Attributes
    ----------
    span : Span
        Where it stands, in code points of the text.
    rule : str
        Name of the rule that found it; the locale says it in one sentence.
    """

    span: Span
    rule: str


def mark_loaded(prepared: Prepared) -> tuple[LoadedWord, ...]:
    """Mark all loaded words of a text.

    Parameters
    ----------
    prepared : Prepared
        Any text.

    Returns
    -------
    tuple of LoadedWord
        In the order of the text; no two overlap.
    """
    return tuple(_words(prepared))


def _words(prepared: Prepared) -> Iterator[LoadedWord]:
    for sentence in prepared.sentences:
        for place, group in loaded_list().found(sentence.words):
            yield LoadedWord(place.span, group.rule)


@cache
def loaded_list() -> Listed:
    """Give the list of the rules, read once."""
    return Listed(LIST)
