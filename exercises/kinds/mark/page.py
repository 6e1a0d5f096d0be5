"""What the page of *mark* may know, and our own marks in the shape of the student's."""

from __future__ import annotations

from typing import Any

from exercises.kinds.mark.asked import entries_asked, labels_asked, word_for
from exercises.kinds.mark.item import MarkItem
from exercises.lesson.load import Lesson
from exercises.words import words


def page(item: MarkItem, lesson: Lesson) -> dict[str, Any]:
    """Give what the page may know: the sentences, the labels and the given marks, but no other part of the key."""
    text = lesson.texts[item.text]
    names = words("remarks")["labels"]
    return {
        "text_id": item.text,
        "labels": [
            {"id": label, "name": names[word_for(label, item)], "key": str(n)} for n, label in enumerate(item.labels, 1)
        ],
        "sentences": [
            {
                "number": number,
                "start": text.sentence(number).start,
                "text": text.sentence(number).text,
                "words": [[word.start, word.end] for word in text.words(number)],
            }
            for number in sorted(item.sentences)
        ],
        "given": marks_of_key(item, lesson, item.given),
        "free": item.free,
        "asked": len(entries_asked(item, lesson)),
    }


def reveal(item: MarkItem, lesson: Lesson) -> dict[str, Any]:
    """Give our own marks in the shape of the student's answer, without the ones that were given."""
    return {"marks": marks_of_key(item, lesson, labels_asked(item))}


def marks_of_key(item: MarkItem, lesson: Lesson, labels: tuple[str, ...]) -> list[dict[str, Any]]:
    """Give the key's marks with some labels; the number of a group is the place of its entry in the item."""
    return [
        {"group": group, "label": label, "start": span.start, "end": span.end}
        for group, located in enumerate(entries_asked(item, lesson), start=1)
        for label in labels
        for span in located.parts.get(label, ())
    ]
