"""Finds words and phrases of a list in prepared sentences; each group of the list says where it counts, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exercises.detect.context import CONTEXTS, Place
from exercises.detect.prepared import Word
from exercises.files.reading import read_plain


@dataclass(frozen=True, slots=True)
class Group:
    """Words of a list that do the same work in a sentence.

    Attributes
    ----------
    rule : str
        Name of the rule; the words for the student stand under this name in the locale.
    fields : mapping
        What else the list says of the group, such as its kind.
    phrases : tuple of tuple of str
        The words, in small letters, as the tokenizer splits them.
    only, unless : tuple of str
        Names of contexts: one of the first must hold, and none of the second may.
    """

    rule: str
    fields: Mapping[str, str]
    phrases: tuple[tuple[str, ...], ...]
    only: tuple[str, ...]
    unless: tuple[str, ...]

    def fits(self, place: Place) -> bool:
        """Whether the words do the group's work where they stand."""
        if self.only and not any(CONTEXTS[name](place) for name in self.only):
            return False
        return not any(CONTEXTS[name](place) for name in self.unless)


class Listed:
    """All groups of one list, ready to be looked up by a first word.

    Parameters
    ----------
    path : Path
        The list: a YAML file of our own, with its groups under ``listed``.
    """

    def __init__(self, path: Path) -> None:
        self.groups = tuple(_group(entry) for entry in read_plain(path)["listed"])
        self._by_first: dict[str, list[tuple[tuple[str, ...], Group]]] = {}
        for group in self.groups:
            for phrase in group.phrases:
                self._by_first.setdefault(phrase[0], []).append((phrase, group))
        for entries in self._by_first.values():
            # The longest phrase comes first; of the same words, the group that stands first on the list.
            entries.sort(key=lambda entry: -len(entry[0]))

    def found(self, words: Sequence[Word]) -> Iterator[tuple[Place, Group]]:
        """Find the listed words of one sentence, in order and never overlapping.

        Parameters
        ----------
        words : sequence of Word
            The sentence.

        Yields
        ------
        tuple of Place and Group
            Where the words stand, and the group that they belong to.
        """
        at = 0
        while at < len(words):
            hit = self._at(words, at) if words[at].low in self._by_first else None
            if hit is None:
                at += 1
            else:
                yield hit
                at = hit[0].whole[1]

    def _at(self, words: Sequence[Word], at: int) -> tuple[Place, Group] | None:
        for phrase, group in self._by_first[words[at].low]:
            end = at + len(phrase)
            if end <= len(words) and all(words[at + step].low == part for step, part in enumerate(phrase)):
                place = Place(words, at, end)
                if group.fits(place):
                    return place, group
        return None


def _group(entry: Mapping[str, Any]) -> Group:
    phrases = tuple(tuple(str(phrase).split()) for phrase in entry["words"])
    fields = {name: str(value) for name, value in entry.items() if name not in {"rule", "words", "only", "unless"}}
    return Group(entry["rule"], fields, phrases, tuple(entry.get("only", ())), tuple(entry.get("unless", ())))
