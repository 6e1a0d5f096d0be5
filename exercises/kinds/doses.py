"""Reasons in two doses: about 25 words at once, the rest on tap."""

from __future__ import annotations

import re
from typing import Any

AT_ONCE = 25
"""Words of one reason that are read at once."""
_NO_TAP = 6
"""A rest of fewer words than this is not worth a tap."""
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…:])(?:[”’\")\]]*)\s+(?=[“‘\"'(\[]?[A-Z0-9])|(?<=[.!?]”)\s+")


def two_doses(reason: str) -> tuple[str, str]:
    """Part a reason into what is read at once and what waits on tap; whole sentences only.

    Parameters
    ----------
    reason : str
        The reason. Each of its lines is a reason of its own, such as the one for the student's choice and the one for
        ours, and has both doses.

    Returns
    -------
    tuple of str
        The first dose, and the rest; the rest is empty if there is none.
    """
    parted = [_parted(line) for line in reason.splitlines() if line.strip()]
    first, rest = zip(*parted, strict=True) if parted else ((), ())
    return " ".join(first), " ".join(filter(None, rest))


def in_doses(result: dict[str, Any] | None) -> dict[str, Any] | None:
    """Give a result, as it is stored, with both doses of every remark for the page."""
    if result is None:
        return None
    return result | {"remarks": [_dosed(remark) for remark in result["remarks"]]}


def _dosed(remark: dict[str, Any]) -> dict[str, Any]:
    at_once, on_tap = two_doses(remark["reason"])
    if remark.get("folded"):  # a result that was stored before has no such field
        at_once, on_tap = "", " ".join(remark["reason"].split())
    return remark | {"at_once": at_once, "on_tap": on_tap}


def _parted(line: str) -> tuple[str, str]:
    sentences = _sentences(line)
    first = [sentences.pop(0)]
    while sentences and _count(*first, sentences[0]) <= AT_ONCE:
        first.append(sentences.pop(0))
    if sentences and _count(*sentences) < _NO_TAP:
        first, sentences = [*first, *sentences], []
    return " ".join(first), " ".join(sentences)


def _sentences(line: str) -> list[str]:
    whole = " ".join(line.split())
    pieces, start = [], 0
    for end in _SENTENCE_ENDS.finditer(whole):
        pieces.append(whole[start : end.end()].strip())
        start = end.end()
    return [*pieces, whole[start:]] if whole[start:] else pieces


def _count(*texts: str) -> int:
    return sum(len(text.split()) for text in texts)
