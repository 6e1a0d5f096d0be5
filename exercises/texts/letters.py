"""Turns the bytes of a text file into letters; programs of thirty years have written them in different ways."""

from __future__ import annotations

import codecs
import re

from exercises.texts.refused import refuse, told

_MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NAMES = {"cp1252": "Windows-1252", "cp1251": "Windows-1251", "koi8_u": "KOI8-U", "cp1250": "Windows-1250"}
_SAMPLE = 200_000
_HIGH = re.compile(rb"[\x80-\xff]")
_WORD = re.compile(r"[^\W\d_]+")
_IN_WORD = re.compile(r"(?<=[^\W\d_])[¡-»¿†-‰€™›‹¤](?=[^\W\d_])")
_CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]|\x00")


def letters(data: bytes, declared: str = "") -> tuple[str, tuple[str, ...]]:
    """Read the bytes of a text file.

    Parameters
    ----------
    data : bytes
        Anything.
    declared : str, optional
        How a web page says that it is written.

    Returns
    -------
    tuple
        The text, and a sentence if how it was written had to be guessed.

    Raises
    ------
    TextRefused
        If this is no text.
    """
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ()
    if encoding := _wide(data):
        return data.decode(encoding, "replace"), ()
    if len(_CONTROL.findall(data[:_SAMPLE])) > min(len(data), _SAMPLE) / 20:
        refuse("no-text")
    return _narrow(data, declared)


def _wide(data: bytes) -> str:
    """Tell UTF-16 without a mark: every second byte is the same few."""
    sample = data[:_SAMPLE]
    if b"\0" not in sample or len(sample) < 4:
        return ""
    for encoding, high, low in (("utf-16-le", sample[1::2], sample[::2]), ("utf-16-be", sample[::2], sample[1::2])):
        few = sum(high.count(byte) for byte in (0, 4, 0x20))
        if few > 0.9 * len(high) and high.count(0) and low.count(0) < len(low) / 20:
            return encoding
    return ""


def _narrow(data: bytes, declared: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    good = sum(sign > "\x7f" for sign in text) - lost
    if good > 9 * lost:
        return text, ()  # Cut off or damaged; that signs are lost is said of every text.
    if _is_for_text(declared):
        try:
            return data.decode(declared), ()
        except UnicodeDecodeError:
            pass  # The page is mistaken about itself.
    encoding = best_of(data)
    name = _NAMES[encoding]
    try:
        return data.decode(encoding), (told("encoding", name=name),)
    except UnicodeDecodeError:
        return data.decode("latin_1"), (told("encoding", name="Latin-1"),)


def _is_for_text(encoding: str) -> bool:
    """Whether there is such a way to write letters; some that Python knows pack files or turn letters round."""
    try:
        codec = codecs.lookup(encoding)
        return bool(encoding) and isinstance("a".encode(codec.name), bytes)
    except (LookupError, UnicodeError, ValueError):
        return False


def best_of(data: bytes) -> str:
    """Choose among the ways to write a letter as one byte, by how odd the words would be."""
    first = _HIGH.search(data)
    at = max(0, (first.start() if first else 0) - 1000)
    sample = data[at : at + _SAMPLE]
    return min(_NAMES, key=lambda encoding: _oddness(sample.decode(encoding, "replace")))


def _oddness(text: str) -> int:
    """Count letters of words that nobody writes: two alphabets, small before large, signs inside, accents only."""
    odd = 5 * len(_IN_WORD.findall(text)) + 5 * text.count("\ufffd")
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        cyrillic = sum("\u0400" <= sign <= "\u052f" for sign in word)
        accents = sum(sign > "\x7f" for sign in word) - cyrillic
        mixed = 0 < cyrillic < len(word)
        turned = word[0].islower() and not word.islower()
        odd += len(word) * (mixed + turned + (len(word) > 2 and accents > len(word) / 2))
    return odd
