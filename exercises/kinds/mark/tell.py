"""A student's answer to *mark* in words."""

from __future__ import annotations

from exercises.kinds.mark.asked import word_for
from exercises.kinds.mark.item import Mark, MarkAnswer, MarkItem
from exercises.kinds.writing import quoted
from exercises.lesson.load import Lesson
from exercises.lesson.text import Text
from exercises.words import words


def tell(item: MarkItem, answer: MarkAnswer, lesson: Lesson) -> list[str]:
    """Tell the student's own marks, a mark a line, by group and place; those that were given are left out."""
    text = lesson.texts[item.text]
    own = [mark for mark in answer.marks if mark.label not in item.given and mark.end <= len(text.text)]
    several = len({mark.group for mark in own}) > 1
    return [
        _line(mark, item, text, "mark_group" if several else "mark")
        for mark in sorted(own, key=lambda mark: (mark.group, mark.start, mark.end))
    ]


def _line(mark: Mark, item: MarkItem, text: Text, form: str) -> str:
    label = words("remarks")["labels"].get(word_for(mark.label, item), mark.label)
    sentence = next((one.number for one in text.sentences if mark.start < one.span.end), len(text.sentences))
    quotation = quoted([text.text[mark.start : mark.end]])
    return str(words("telling")[form]).format(group=mark.group, label=label, words=quotation, sentence=sentence)
