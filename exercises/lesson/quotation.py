"""How a person writes a quotation: curly or straight marks, and brackets around the words that are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SAME_MARKS = str.maketrans("‘’‚‛“”„‟\u00a0", "''''\"\"\"\" ")
_BRACKETED = re.compile(r"\[([^\[\]]*)\]")


class QuotationError(ValueError):
    """A quotation that cannot be found in its sentence.

    Attributes
    ----------
    words : str
        What is wrong, as a sentence.
    cure : str
        What to do about it, as a sentence.
    """

    def __init__(self, words: str, cure: str) -> None:
        super().__init__(f"{words} {cure}")
        self.words = words
        self.cure = cure


def uncurled(words: str) -> str:
    """Make curly quotation marks straight and fixed blanks plain, one code point for one."""
    return words.translate(_SAME_MARKS)


def occurrences(words: str, wanted: str) -> Iterator[int]:
    """Give the offset of each place where the wanted words stand, whatever the form of the quotation marks."""
    words, wanted = uncurled(words), uncurled(wanted)
    at = words.find(wanted)
    while at >= 0:
        yield at
        at = words.find(wanted, at + 1)


def meant_parts(quotation: str, sentence: str) -> tuple[str, list[tuple[int, int]]]:
    """Take the brackets off a quotation.

    Parameters
    ----------
    quotation : str
        Words of the sentence; those in ``[brackets]``, or else all of them, are meant.
    sentence : str
        The sentence that is quoted.

    Returns
    -------
    tuple
        The words without brackets, and start and end of each meant part in them.

    Raises
    ------
    QuotationError
        If the quotation is empty, or its brackets are empty or do not match.
    """
    quotation = quotation.strip()
    if not quotation:
        raise QuotationError("The quotation is empty.", "Copy the words from the sentence.")
    # Some texts have brackets of their own ("[sic]"); quoted as they stand, these are words like any other.
    if not set("[]") & set(quotation) or next(occurrences(sentence, quotation), None) is not None:
        return quotation, [(0, len(quotation))]
    plain = _BRACKETED.sub(r"\1", quotation)
    pairs = list(_BRACKETED.finditer(quotation))
    if set("[]") & set(plain) or not all(pair[1].strip() for pair in pairs):
        raise QuotationError(
            f"The brackets in “{quotation}” are empty or do not match.", "Put [ before and ] behind the meant words."
        )
    # Each pair further to the left has moved a part by two places.
    starts = [pair.start() - 2 * number for number, pair in enumerate(pairs)]
    return plain, [(start, start + len(pair[1])) for start, pair in zip(starts, pairs, strict=True)]
