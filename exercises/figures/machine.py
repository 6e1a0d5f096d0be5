"""What the draft of the machine needs to be seen: a practice text in pieces, each flag with its number."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from exercises.charts.elsewhere import ask_elsewhere
from exercises.lesson.load import Lesson
from exercises.lesson.text import Sentence, Span

TEXT = "p-machine"


def machine_draft(lesson: Lesson) -> dict[str, Any]:
    """Let the detector loose on the practice text ``p-machine``, as it is now, and give what it flags.

    Parameters
    ----------
    lesson : Lesson
        The lesson; its key is not looked at.

    Returns
    -------
    dict
        ``label`` of the text, number of ``flags``, ``sentences`` in pieces; ``flag`` is 0 or counted from 1.
    """
    text = lesson.texts[TEXT]
    flags = [Span(start, end) for start, end in ask_elsewhere("exercises.detect", "hedges", told=text.text)]
    return {
        "label": lesson.labels[TEXT],
        "flags": len(flags),
        "sentences": [{"number": sentence.number, "pieces": _pieces(sentence, flags)} for sentence in text.sentences],
    }


def _pieces(sentence: Sentence, flags: list[Span]) -> list[dict[str, Any]]:
    """Cut a sentence before and behind each of its flags."""
    own = [(number, flag) for number, flag in enumerate(flags, start=1) if sentence.span.holds(flag)]
    edges = [sentence.start, *(edge for _, flag in own for edge in (flag.start, flag.end)), sentence.span.end]
    texts = [sentence.text[start - sentence.start : end - sentence.start] for start, end in pairwise(edges)]
    # Every second piece is a flag.
    numbers = [own[place // 2][0] if place % 2 else 0 for place in range(len(texts))]
    return [{"text": text, "flag": number} for text, number in zip(texts, numbers, strict=True) if text]
