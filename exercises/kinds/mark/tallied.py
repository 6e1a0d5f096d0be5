"""What is counted of *mark*: the labels of each word."""

from __future__ import annotations

from exercises.kinds.mark.asked import labels_asked, lines, targets, word_for, words_not_asked
from exercises.kinds.mark.item import MarkAnswer, MarkItem
from exercises.kinds.mark.marking import NOTHING, Words
from exercises.kinds.mark.score import groups
from exercises.kinds.tallied import Choice, Given, Part, Tallied, Worth
from exercises.lesson.load import Lesson
from exercises.lesson.text import Span
from exercises.words import words


def parts(item: MarkItem, lesson: Lesson) -> tuple[Part, ...]:
    """Give the words of the sentences shown, with what each label is worth there."""
    text, names = lesson.texts[item.text], words("remarks")["labels"]
    labels = [(label, names[word_for(label, item)], *_held(item, label, lesson)) for label in labels_asked(item)]
    return tuple(
        Part(
            _name(word),
            text.quote(word),
            tuple(Choice(label, name, _worth(word, ours, others)) for label, name, ours, others in labels),
            number,
        )
        for number, line in zip(sorted(item.sentences), lines(item, lesson), strict=True)
        for word in line
    )


def given(item: MarkItem, answer: MarkAnswer, lesson: Lesson) -> Given:
    """Give the labels of every word; one without a label was looked at and left alone."""
    found: dict[Span, set[str]] = {word: set() for line in lines(item, lesson) for word in line}
    asked = labels_asked(item)
    for group in groups(item, answer, lesson).values():
        for label, marked in group.items():
            for word in marked:
                if word in found and label in asked:
                    found[word].add(label)
    return {_name(word): tuple(sorted(labels)) for word, labels in found.items()}


def _held(item: MarkItem, label: str, lesson: Lesson) -> tuple[Words, Words]:
    """Give our words under a label, and all that costs nothing besides."""
    asked = targets(item, lesson)
    ours = NOTHING.union(*(one.readings[label][0] for one in asked if label in one.readings))
    held = NOTHING.union(*(one.held(label) for one in asked), words_not_asked(item, lesson).get(label, NOTHING))
    return ours, held - ours


def _worth(word: Span, ours: Words, others: Words) -> Worth:
    return "right" if word in ours else "accepted" if word in others else "wrong"


def _name(word: Span) -> str:
    return f"{word.start}-{word.end}"


TALLIED = Tallied(parts, given, in_text=True)
