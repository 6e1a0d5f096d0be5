"""Takes out of a text what nobody sees, and mends what no page could show; lines end as everywhere in this course."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from exercises.texts.halves import JOINER
from exercises.texts.refused import told

_NEXT_LINES = re.compile("\r\n?|[\n\x0b\x0c\x85\u2028]")
_PARAGRAPHS = re.compile("\n{3,}")
_CONTROLS = frozenset(map(chr, (*range(9), *range(14, 32), *range(127, 160))))
_TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_UNSEEN = frozenset("\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060\u2061\u2062\u2063\u2064\u3164\ufeff\uffa0")
_JOINING = frozenset("\u200c\u200d")
_TAGS = range(0xE0000, 0xE0080)
# Some fonts of PDFs have one sign for two letters.
_LIGATURES = {0xFB00 + at: two for at, two in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
MOST_MARKS = 8
"""Marks on one letter; no script needs as many."""


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    r"""Clean a text.

    Parameters
    ----------
    text : str
        Any text, also one with halves of characters.

    Returns
    -------
    tuple
        The text, with ``\n`` for line breaks, and sentences on what was taken out or mended.
    """
    lost = text.count("\ufffd")
    kept, dropped = without_unseen(text)
    kept, dropped["marks"] = _without_loose_marks(kept)
    kept = unicodedata.normalize("NFC", kept.translate(_LIGATURES))
    kept = _PARAGRAPHS.sub("\n\n", "\n".join(line.rstrip(" ") for line in kept.split("\n"))).strip()
    notes = [
        told(name, count=dropped[name])
        for name in ("halves", "controls", "unseen", "turning", "marks")
        if dropped[name]
    ]
    return kept, (*([told("lost", count=lost)] if lost else []), *notes)


def without_unseen(text: str) -> tuple[str, Counter[str]]:
    """Take out what nobody sees and leave the rest as it is, lines too; with how much of each kind was taken out."""
    whole = _with_whole_characters(text)
    kept, dropped = _without_signs(_NEXT_LINES.sub("\n", whole).replace("\u2029", "\n\n"))
    dropped["halves"] = whole.count("\ufffd") - text.count("\ufffd")
    return kept, dropped


def one_line(title: str, most: int) -> str:
    """Clean a title: one line, not longer than so many characters."""
    words = " ".join(clean(title[: 4 * most])[0].split())
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + "…"


def _with_whole_characters(text: str) -> str:
    """Join halves of characters that belong together; where one is missing, a sign says so."""
    if not any("\ud800" <= sign <= "\udfff" for sign in set(text)):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _without_signs(text: str) -> tuple[str, Counter[str]]:
    """Drop controls and signs without a shape; all kinds of blanks become plain ones."""
    kinds = {sign: kind for sign in set(text) if (kind := _unseen_kind(sign))}
    dropped: Counter[str] = Counter()
    for sign, kind in kinds.items():
        if kind != "blank":
            dropped[kind] += text.count(sign)
    text = text.translate({ord(sign): " " if kind == "blank" else None for sign, kind in kinds.items()})
    if _JOINING & set(text):
        text, dropped["unseen"] = _without_idle_joiners(text, dropped["unseen"])
    if _has_tags(set(text)):
        text, dropped["unseen"] = _without_loose_tags(text, dropped["unseen"])
    return text, dropped


def _unseen_kind(sign: str) -> str:
    point = ord(sign)
    if sign == "\t" or (unicodedata.category(sign) == "Zs" and sign != " "):
        return "blank"
    if sign in _CONTROLS:
        return "controls"
    if sign in _TURNING:
        return "turning"
    nothing = point & 0xFFFE == 0xFFFE or 0xFDD0 <= point <= 0xFDEF or 0xFFF9 <= point <= 0xFFFB
    return "unseen" if sign in _UNSEEN or nothing else ""


def _without_idle_joiners(text: str, dropped: int) -> tuple[str, int]:
    """Keep a joiner between letters of scripts that need it and between emoji, and no other one."""
    kept: list[str] = []
    last = ""
    for sign, following in zip(text, (*text[1:], ""), strict=True):
        if sign in _JOINING and not (_is_joined(last) and _is_joined(following)):
            dropped += 1
            continue
        kept.append(sign)
        last = sign
    return "".join(kept), dropped


def _is_joined(sign: str) -> bool:
    return sign > "\x7f" and sign not in _JOINING and unicodedata.category(sign)[0] in "LMS"


def _has_tags(signs: Iterable[str]) -> bool:
    return any(ord(sign) in _TAGS for sign in signs)


def _without_loose_tags(text: str, dropped: int) -> tuple[str, int]:
    """Keep the unseen letters behind a black flag, which make it the flag of a country, and no others."""
    kept = re.sub("(\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f)|[\U000e0000-\U000e007f]", r"\1", text)
    return kept, dropped + len(text) - len(kept)


def _without_loose_marks(text: str) -> tuple[str, int]:
    """Drop accents that stand on nothing, and all but some on one letter."""
    marks = "".join(sorted(sign for sign in set(text) if unicodedata.category(sign).startswith("M")))
    if not marks:
        return text, 0
    on_nothing = re.compile(rf"(\A|[\s{JOINER}\u200c])[{re.escape(marks)}]+")
    kept = re.sub(rf"([{re.escape(marks)}]{{{MOST_MARKS}}})[{re.escape(marks)}]+", r"\1", on_nothing.sub(r"\1", text))
    return kept, len(text) - len(kept)
