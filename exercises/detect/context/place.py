"""Where listed words stand in a sentence, and what stands before and behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from exercises.detect.prepared import Word
from exercises.files.reading import read_plain
from exercises.lesson.text import Span

LIST = Path(__file__).with_name("words.yaml")


@dataclass(frozen=True, slots=True)
class Place:
    """Where listed words stand in a sentence.

    Attributes
    ----------
    words : sequence of Word
        The whole sentence.
    start, end : int
        Index of the first word, and of the first one behind them.
    """

    words: Sequence[Word]
    start: int
    end: int

    @property
    def low(self) -> str:
        """The first word in small letters."""
        return self.words[self.start].low

    @property
    def tag(self) -> str:
        """The part of speech of the first word."""
        return self.words[self.start].tag

    @property
    def whole(self) -> tuple[int, int]:
        """Index of the first word and behind the last one, with the other pieces of the same words (“couldn't”)."""
        start, end = self.start, self.end
        while start and _are_one(self.words[start - 1], self.words[start]):
            start -= 1
        while end < len(self.words) and _are_one(self.words[end - 1], self.words[end]):
            end += 1
        return start, end

    @property
    def span(self) -> Span:
        """Where they stand in the whole text, as whole words."""
        start, end = self.whole
        return Span(self.words[start].start, self.words[end - 1].end)

    def before(self, back: int = 1) -> str:
        """Give a word before the place in small letters, or an empty string."""
        return self.words[self.start - back].low if self.start >= back else ""

    def after(self, ahead: int = 1) -> str:
        """Give a word behind the place in small letters, or an empty string."""
        at = self.end + ahead - 1
        return self.words[at].low if at < len(self.words) else ""

    def tag_before(self, back: int = 1) -> str:
        """Give the part of speech of a word before the place, or an empty string."""
        return self.words[self.start - back].tag if self.start >= back else ""

    def tag_after(self, ahead: int = 1) -> str:
        """Give the part of speech of a word behind the place, or an empty string."""
        at = self.end + ahead - 1
        return self.words[at].tag if at < len(self.words) else ""

    def shortly_before(self, name: str, most: int = 3) -> bool:
        """Whether a word of a list stands among the last few before the place."""
        return any(self.before(back) in listed(name) for back in range(1, most + 1))

    def shortly_after(self, name: str, most: int = 3) -> bool:
        """Whether a word of a list stands among the next few behind the place."""
        return any(self.after(ahead) in listed(name) for ahead in range(1, most + 1))


def _are_one(word: Word, other: Word) -> bool:
    """Whether the tokenizer made two pieces of one word: “could” and “n't”, “can” and “not”, “mayor” and “'s”."""
    if word.end != other.start or not word.low[-1:].isalnum():
        return False
    return other.low[:1].isalnum() or (other.low[:1] == "'" and other.low[1:].isalpha())


@cache
def listed(name: str) -> frozenset[str]:
    """Give the words of one of the lists beside this module."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {one["name"]: frozenset(map(str, one["words"])) for one in read_plain(LIST)["words"]}


def is_number(word: str) -> bool:
    """Whether a word is a number, in digits or in letters."""
    return word[:1].isdigit() or (word.split("-")[0] if "-" in word else word) in listed("numbers")
