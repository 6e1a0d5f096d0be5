"""A student's marks as plain data to take along."""

from __future__ import annotations

import hashlib

from exercises.formats.file import say
from exercises.formats.web_annotation import MarkedText, MarkedWords, annotations_file
from exercises.kinds.checked import Checked, Offers, Part
from exercises.kinds.mark.item import Mark, MarkAnswer, MarkItem
from exercises.kinds.mark.page import marks_of_key
from exercises.lesson.load import ARTICLE
from exercises.lesson.specimen import specimen
from exercises.lesson.text import Text
from exercises.words import words


def parts(work: Checked) -> list[Part]:
    """Offer the marks of an exercise, if there are any of the student's own."""
    return [Part("", "", ("annotations",))] if own_marks(work.item, work.answer) else []


def marked_text(work: Checked) -> MarkedText:
    """Gather the student's marks and those that were given.

    Parameters
    ----------
    work : Checked
        A checked answer of the kind mark with at least one mark.

    Returns
    -------
    MarkedText
        The text with its marks.
    """
    item, lesson = work.item, work.lesson
    text: Text = lesson.texts[item.text]
    given = [Mark(**one) for one in marks_of_key(item, lesson, item.given)]
    marks = [*given, *own_marks(item, work.answer)]
    return MarkedText(
        made=work.made,
        exercise=item.id,
        title=item.title,
        about=_about(work),
        text=text.text,
        sha256=_fingerprint(work),
        language=lesson.info.language,
        marks=tuple(_words(mark, text, given=mark.label in item.given) for mark in marks),
    )


def own_marks(item: MarkItem, answer: MarkAnswer) -> list[Mark]:
    """Give the marks that the student made; those that were given come from the lesson."""
    return [mark for mark in answer.marks if mark.label not in item.given]


def _words(mark: Mark, text: Text, *, given: bool) -> MarkedWords:
    sentence = next(one.number for one in text.sentences if mark.start < one.span.end)
    name = words("remarks")["labels"][mark.label]
    return MarkedWords(mark.group, mark.label, name, mark.start, mark.end, sentence, given)


def _about(work: Checked) -> str:
    """Say where the marked words come from; of the article also what is known of its errors."""
    if work.item.text != ARTICLE:
        return f"{work.lesson.labels[work.item.text]}."
    info = work.lesson.info
    return f"{specimen(info)} {say('invented')}" if info.invented else specimen(info)


def _fingerprint(work: Checked) -> str:
    """Give the SHA-256 of a text: of the article's file, or of a practice text itself."""
    if work.item.text == ARTICLE:
        return work.lesson.info.article.sha256
    return hashlib.sha256(work.lesson.texts[work.item.text].text.encode()).hexdigest()


OFFERS = Offers(parts, {"annotations": lambda work, _: annotations_file(marked_text(work))})
