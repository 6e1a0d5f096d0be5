"""What of an exercise *mark* must not be in a page before the commit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exercises.kinds.mark.item import MarkItem
from exercises.lesson.key import Located
from exercises.lesson.load import Lesson

HIDDEN = (
    "targets",
    "layer",
    "why",
    "why_whose",
    "whose",
    "also_accept",
    "verb_stance",
    "also_stance",
    "refers_to",
    "source_kind",
)


def secrets(item: MarkItem, lesson: Lesson) -> Iterator[str]:
    """Give the reasons of all that the key holds in the sentences shown, asked for or only tempting."""
    key = lesson.key[item.text]
    entries: tuple[Located[Any], ...] = (*key.attributions, *key.certainty, *key.voice, *key.not_certainty)
    for entry in entries:
        if entry.sentence in item.sentences:
            yield from entry.why.values()
            others = (getattr(other, "why", None) for other in getattr(entry.entry, "also_accept", ()))
            yield from filter(None, (getattr(entry.entry, "why_whose", None), *others))
