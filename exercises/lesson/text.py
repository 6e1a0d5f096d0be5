"""Texts, sentences and words as ranges of Unicode code points, and how a quotation is found in them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from exercises.lesson.quotation import QuotationError, meant_parts, occurrences, uncurled

__all__ = ["QuotationError", "Sentence", "Span", "Text"]

_PART_OF_NUMBERS = "%‰٪"
_UNBROKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in a whole text.

    Attributes
    ----------
    start, end : int
        Offset of the first code point, and of the first one behind the range.
    """

    start: int
    end: int

    def touches(self, other: Span) -> bool:
        """Whether the two ranges share at least one code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether the other range lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text.

    Attributes
    ----------
    number : int
        Its number, counted from 1.
    start : int
        Offset of its first code point in the whole text.
    text : str
        Its words.
    """

    number: int
    start: int
    text: str

    @property
    def span(self) -> Span:
        """The range that the sentence takes in the whole text."""
        return Span(self.start, self.start + len(self.text))


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is marked sentence by sentence.

    Attributes
    ----------
    id : str
        ``article``, or the id of a practice text.
    sentences : tuple of Sentence
        In order, numbered from 1.
    text : str
        All sentences, joined by line breaks; every offset counts in it.
    """

    id: str
    sentences: tuple[Sentence, ...]
    text: str = field(init=False, repr=False, compare=False)
    _words: tuple[tuple[Span, ...], ...] = field(init=False, repr=False, compare=False)
    _all_words: tuple[Span, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", "\n".join(sentence.text for sentence in self.sentences))
        words = tuple(tuple(_word_spans(sentence)) for sentence in self.sentences)
        object.__setattr__(self, "_words", words)
        object.__setattr__(self, "_all_words", tuple(chain.from_iterable(words)))

    @classmethod
    def from_lines(cls, id: str, lines: Iterable[str]) -> Text:  # noqa: A002 (the field's name)
        """Make a text of lines with one sentence each.

        Parameters
        ----------
        id : str
            Name of the text.
        lines : iterable of str
            The sentences, without line breaks.

        Returns
        -------
        Text
            The sentences with their offsets.
        """
        sentences = []
        start = 0
        for number, line in enumerate(lines, start=1):
            sentences.append(Sentence(number, start, line))
            start += len(line) + 1
        return cls(id, tuple(sentences))

    def sentence(self, number: int) -> Sentence:
        """Give the sentence with this number (from 1); LookupError if there is none."""
        if not 1 <= number <= len(self.sentences):
            raise LookupError(f"There is no sentence {number}; the text has sentences 1 to {len(self.sentences)}.")
        return self.sentences[number - 1]

    def words(self, number: int) -> tuple[Span, ...]:
        """Give the words of a sentence, without the punctuation at their edges."""
        return self._words[self.sentence(number).number - 1]

    def words_in(self, spans: Iterable[Span]) -> frozenset[Span]:
        """Give all words that at least one of the ranges touches."""
        found: set[Span] = set()
        for span in spans:
            index = bisect_right(self._all_words, span.start, key=lambda word: word.end)
            while index < len(self._all_words) and self._all_words[index].start < span.end:
                found.add(self._all_words[index])
                index += 1
        return frozenset(found)

    def quote(self, span: Span) -> str:
        """Give the words of a range as they stand in the text."""
        return self.text[span.start : span.end]

    def find(self, number: int, quotation: str) -> tuple[Span, ...]:
        """Find quoted words in one sentence.

        Straight quotation marks match curly ones. Words in ``[brackets]`` are the ones meant; what stands around
        them only says which occurrence it is.

        Parameters
        ----------
        number : int
            Number of the sentence, from 1.
        quotation : str
            Words as they stand in the sentence.

        Returns
        -------
        tuple of Span
            One range, or one for each pair of brackets, in the order of the text.

        Raises
        ------
        QuotationError
            If the words do not occur, occur twice, cross a sentence, or cut a word in two.
        """
        try:
            sentence = self.sentence(number)
        except LookupError as error:
            raise QuotationError(str(error), "Correct the number of the sentence.") from None
        plain, parts = meant_parts(quotation, sentence.text)
        starts = [sentence.start + found for found in occurrences(sentence.text, plain)]
        places = [Span(start, start + len(plain)) for start in starts]
        if not places:
            raise self._not_there(number, plain)
        whole = [place for place in places if self._cut_word(place) is None]
        if len(whole) > 1:
            raise QuotationError(
                f"“{plain}” stands {len(whole)} times in sentence {number}.",
                "Quote more words around it and put the meant ones in [square brackets].",
            )
        at = (whole or places)[0].start
        spans = tuple(Span(at + start, at + end) for start, end in parts)
        for span in (*(whole or places), *spans):
            self._refuse_cut_word(span)
        return spans

    def _cut_word(self, span: Span) -> Span | None:
        """Give a word of which the range holds only a part, or None."""
        return next((word for word in self.words_in([span]) if not span.holds(word)), None)

    def _refuse_cut_word(self, span: Span) -> None:
        if not self.words_in([span]):
            raise QuotationError(f"“{self.quote(span)}” holds no word.", "Quote at least one whole word.")
        if word := self._cut_word(span):
            raise QuotationError(
                f"“{self.quote(span)}” cuts the word “{self.quote(word)}” in two.",
                "Quote whole words; punctuation at their edges does not matter.",
            )

    def _not_there(self, number: int, plain: str) -> QuotationError:
        """Say why a quotation does not occur in its sentence, as exactly as can be told."""
        wanted = uncurled(plain)
        elsewhere = [other.number for other in self.sentences if wanted in uncurled(other.text)]
        if elsewhere:
            return QuotationError(
                f"“{plain}” does not occur in sentence {number}.",
                f"It stands in sentence {elsewhere[0]}: correct the number or the words.",
            )
        if wanted in uncurled(self.text).replace("\n", " "):
            return QuotationError(
                f"“{plain}” crosses the end of a sentence.",
                "Quote words of one sentence only; give content in several sentences an entry for each.",
            )
        cure = "Copy the words exactly as they stand in the sentence."
        at = uncurled(self.sentence(number).text).lower().find(wanted.lower())
        if at >= 0:
            start = self.sentence(number).start + at
            cure = f"Capital letters count: write “{self.quote(Span(start, start + len(plain)))}”."
        return QuotationError(f"“{plain}” does not occur in sentence {number}.", cure)


def _is_trimmed(text: str, at: int) -> bool:
    """Whether the character is punctuation with nothing on it (the keycap emoji is a # with marks on it)."""
    bare = at + 1 == len(text) or not unicodedata.category(text[at + 1]).startswith("M")
    return bare and text[at] not in _PART_OF_NUMBERS and unicodedata.category(text[at]).startswith("P")


def _word_spans(sentence: Sentence) -> Iterator[Span]:
    """Split at white space and trim punctuation from both edges; what is then empty is no word."""
    # Finds what NLTK's WhitespaceTokenizer finds; NLTK itself would take 28 MB and half a second of every kernel.
    for found in _UNBROKEN.finditer(sentence.text):
        start, end = found.span()
        while start < end and _is_trimmed(sentence.text, start):
            start += 1
        while start < end and _is_trimmed(sentence.text, end - 1):
            end -= 1
        if start < end:
            yield Span(sentence.start + start, sentence.start + end)
