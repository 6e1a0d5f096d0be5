"""What an exercise *mark* rests on besides its own file: its sentences, their places, and their marks in the key."""

from __future__ import annotations

from typing import Any

from exercises.kinds.mark.item import MarkItem
from exercises.lesson.load import Lesson


def rests_on(item: MarkItem, lesson: Lesson) -> list[Any]:
    """Give the sentences with their places, because marks are kept as places, the marks in them, and their claims."""
    text, key = lesson.texts[item.text], lesson.key.get(item.text)
    sentences = [text.sentence(number) for number in sorted(item.sentences)]
    layers = (key.attributions, key.voice, key.certainty, key.not_certainty) if key else ()
    entries = [one for layer in layers for one in layer if one.sentence in item.sentences]
    names = sorted({name for one in entries for name in getattr(one.entry, "claims", ())})
    return [sentences, entries, [lesson.claims[name] for name in names if name in lesson.claims]]
