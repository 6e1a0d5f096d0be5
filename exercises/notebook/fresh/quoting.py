"""Writes a range of an article as a quotation that finds it again: whole words, and more around them if need be."""

from __future__ import annotations

from exercises.lesson.text import QuotationError, Span, Text

MOST_AROUND = 12
"""So many words on each side are quoted at most to tell one place from another."""


def holds_quotation(words: str) -> bool:
    """Whether words have quotation marks in them: then they may be somebody's, also where no word of saying stands."""
    return any(sign in words for sign in '"“”„«»')


def quotation(text: Text, number: int, span: Span) -> str | None:
    """Quote the words that a range of one sentence touches.

    Parameters
    ----------
    text : Text
        The article.
    number : int
        Number of the sentence.
    span : Span
        The range.

    Returns
    -------
    str or None
        The words; with more around them and the meant ones in ``[brackets]`` where they stand there twice. None if
        there is no word in the range, or no quotation can find it.
    """
    words = text.words(number)
    touched = [at for at, word in enumerate(words) if word.touches(span)]
    if not touched:
        return None
    first, last = touched[0], touched[-1]
    wanted = Span(words[first].start, words[last].end)
    for more in range(MOST_AROUND + 1):
        before, after = words[max(0, first - more)].start, words[min(len(words) - 1, last + more)].end
        inside = text.quote(wanted)
        around = text.quote(Span(before, wanted.start)), text.quote(Span(wanted.end, after))
        written = inside if not more else f"{around[0]}[{inside}]{around[1]}"
        if _finds(text, number, written) == (wanted,):
            return written
    return None


def _finds(text: Text, number: int, written: str) -> tuple[Span, ...]:
    try:
        return text.find(number, written)
    except QuotationError:
        return ()
