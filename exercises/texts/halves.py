"""Where a character ends that a reader sees: a letter with its marks, a joined emoji, and a flag are one."""

from __future__ import annotations

import unicodedata

JOINER = "\u200d"
LONGEST_ROW = 400
_TONES = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)
_TAGS = range(0xE0020, 0xE0080)


def is_inside(text: str, at: int) -> bool:
    """Whether a place lies inside of a character.

    Parameters
    ----------
    text : str
        The text.
    at : int
        Offset in code points; both ends of the text lie inside of nothing.
    """
    if not 0 < at < len(text) or text[at - 1].isspace():
        return False
    if text[at - 1] == JOINER or _clings(text[at]):
        return True
    return _is_flag(text[at]) and _is_flag(text[at - 1]) and _flags_before(text, at) % 2 == 1


def end_of_character(text: str, at: int) -> int:
    """Give the first place from here on that lies inside of no character."""
    while is_inside(text, at):
        at += 1
    return at


def _clings(sign: str) -> bool:
    return sign == JOINER or ord(sign) in _TONES or ord(sign) in _TAGS or unicodedata.category(sign).startswith("M")


def _is_flag(sign: str) -> bool:
    return ord(sign) in _FLAGS


def _flags_before(text: str, at: int) -> int:
    """Count the letters of flags that stand right before a place, in a row of some hundred flags at most."""
    start = at
    while start > max(0, at - LONGEST_ROW) and _is_flag(text[start - 1]):
        start -= 1
    return at - start
