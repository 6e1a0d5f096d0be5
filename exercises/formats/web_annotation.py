"""A student's marks as W3C Web Annotations: one annotation a mark, held together by group and collection.

Positions count Unicode code points in the text as its file holds it, as the Web Annotation Data Model demands
(https://www.w3.org/TR/annotation-model/, 4.2.4); JavaScript's strings count other units.
"""

from __future__ import annotations

import hashlib
from typing import Any

from exercises.formats.checked import Checked, File, file_name, readable, say, student, urn
from exercises.kinds.mark.item import Mark, MarkAnswer, MarkItem
from exercises.kinds.mark.page import marks_of_key
from exercises.lesson.load import ARTICLE
from exercises.lesson.text import Text

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
AROUND = 32  # code points before and behind a quotation; more only where fewer would fit in two places


def annotations_file(work: Checked) -> File:
    """Give the file with all marks of one exercise."""
    name = file_name(work, f"{work.item.id}-annotations", "jsonld")
    return File(name, MEDIA_TYPE, readable(annotation_collection(work)))


def annotation_collection(work: Checked) -> dict[str, Any]:
    """Give the student's marks, and those that were given, as one collection.

    Parameters
    ----------
    work : Checked
        A checked answer of the kind mark with at least one mark.

    Returns
    -------
    dict
        An ``AnnotationCollection`` with a single page, as JSON-LD.
    """
    item: MarkItem = work.item
    given = [Mark(**one) for one in marks_of_key(item, work.lesson, item.given)]
    marks = sorted([*given, *own_marks(item, work.answer)], key=lambda mark: (mark.group, mark.start, mark.end))
    name = urn("marks", work.code, work.lesson.id, item.id, work.moment)
    page = urn("page", name)
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": say("marks", title=item.title, source=_about(work)),
        "creator": _student(work),
        "created": work.moment,
        "total": len(marks),
        "first": {
            "id": page,
            "type": "AnnotationPage",
            "partOf": name,
            "startIndex": 0,
            "items": [_annotation(mark, work, name) for mark in marks],
        },
        "last": page,
    }


def own_marks(item: MarkItem, answer: MarkAnswer) -> list[Mark]:
    """Give the marks that the student made; those that were given come from the lesson."""
    return [mark for mark in answer.marks if mark.label not in item.given]


def _about(work: Checked) -> str:
    """Say where the marked words come from; the article is a teaching specimen with errors, and says so everywhere."""
    if work.item.text != ARTICLE:
        return f"{work.lesson.labels[work.item.text]}."
    return f"{say('specimen')} {say('invented')}" if work.lesson.info.invented else say("specimen")


def _student(work: Checked) -> dict[str, str]:
    return {"id": student(work), "type": "Person", "nickname": work.code, "name": say("student", code=work.code)}


def _annotation(mark: Mark, work: Checked, collection: str) -> dict[str, Any]:
    given = mark.label in work.item.given
    return {
        "id": urn("mark", collection, mark.group, mark.label, mark.start, mark.end),
        "type": "Annotation",
        "motivation": "tagging",
        "creator": {"id": urn("course"), "type": "Organization", "name": say("course")} if given else _student(work),
        "created": work.moment,
        "generator": {"id": urn("software"), "type": "Software", "name": say("generator")},
        "partOf": {
            "id": urn("group", collection, mark.group),
            "type": "AnnotationCollection",
            "label": say("group", number=mark.group),
        },
        "body": {
            "type": "TextualBody",
            "purpose": "tagging",
            "value": mark.label,
            "format": "text/plain",
            # The names of labels are English words in every language.
            "language": "en",
        },
        "target": _target(mark, work),
    }


def _target(mark: Mark, work: Checked) -> dict[str, Any]:
    text: Text = work.lesson.texts[work.item.text]
    source = text_name(work)
    number = next(sentence.number for sentence in text.sentences if mark.start < sentence.span.end)
    return {
        "type": "SpecificResource",
        "source": {"id": source, "type": "Text", "format": "text/plain", "language": work.lesson.info.language},
        # Every sentence is a line of its own, and RFC 5147 has names for the lines of a plain text.
        "scope": {"id": f"{source}#line={number - 1},{number}", "label": say("sentence", number=number)},
        "selector": [
            quotation(text.text, mark.start, mark.end),
            {"type": "TextPositionSelector", "start": mark.start, "end": mark.end},
        ],
    }


def text_name(work: Checked) -> str:
    """Name a text by its fingerprint: of the article's file, or of a practice text, as SHA-256 (RFC 6920, 7)."""
    if work.item.text == ARTICLE:
        return f"nih:sha-256;{work.lesson.info.article.sha256}"
    return f"nih:sha-256;{hashlib.sha256(work.lesson.texts[work.item.text].text.encode()).hexdigest()}"


def quotation(text: str, start: int, end: int) -> dict[str, str]:
    """Quote a range with what stands around it, so that the quotation fits in one place only.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
        Half-open range of code points in it.

    Returns
    -------
    dict
        A ``TextQuoteSelector``.
    """
    around = AROUND
    while True:
        before, behind = text[max(start - around, 0) : start], text[end : end + around]
        whole = before + text[start:end] + behind
        first = text.find(whole)
        # With all of the text around it, every quotation is the only one.
        if text.find(whole, first + 1) < 0:
            return {"type": "TextQuoteSelector", "exact": text[start:end], "prefix": before, "suffix": behind}
        around *= 2
