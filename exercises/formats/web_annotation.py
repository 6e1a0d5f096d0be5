"""A student's marks as W3C Web Annotations: one annotation a mark, held together by group and collection.

Positions count Unicode code points in the text as its file holds it, as the Web Annotation Data Model demands
(https://www.w3.org/TR/annotation-model/, 4.2.4); JavaScript's strings count other units.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from exercises.formats.file import File, Made, file_name, readable, say, urn
from exercises.words import language

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
AROUND = 32  # code points before and behind a quotation; more only where fewer would fit in two places


@dataclass(frozen=True, slots=True)
class MarkedWords:
    """One run of words with a label.

    Attributes
    ----------
    group : int
        Number of the group that it belongs to.
    label, name : str
        Its label, and what people call it in the language that is spoken.
    start, end : int
        Half-open range of code points in the whole text.
    sentence : int
        Number of the sentence, and so of the line, in which it begins.
    given : bool
        Whether the course marked it and not the student.
    """

    group: int
    label: str
    name: str
    start: int
    end: int
    sentence: int
    given: bool


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A text with all marks of one answer.

    Attributes
    ----------
    made : Made
        Whose marks they are.
    exercise, title : str
        Id and title of the exercise.
    about : str
        What the text is, as a sentence.
    text : str
        The whole text, a line each sentence.
    sha256 : str
        Fingerprint of the text's file.
    language : str
        Its language, two letters; empty if it is not known.
    marks : tuple of MarkedWords
        At least one, in any order.
    first : int
        Number by which people know its first sentence: a part of a text goes on counting.
    """

    made: Made
    exercise: str
    title: str
    about: str
    text: str
    sha256: str
    language: str
    marks: tuple[MarkedWords, ...]
    first: int = 1

    @property
    def name(self) -> str:
        """The text by its fingerprint (RFC 6920, 7), because it lies at no address."""
        return f"nih:sha-256;{self.sha256}"


def annotations_file(marked: MarkedText) -> File:
    """Give the file with all marks of one exercise."""
    name = file_name(marked.made, f"{marked.exercise}-annotations", "jsonld")
    return File(name, MEDIA_TYPE, readable(annotation_collection(marked)))


def annotation_collection(marked: MarkedText) -> dict[str, Any]:
    """Give the student's marks, and those that were given, as one collection.

    Parameters
    ----------
    marked : MarkedText
        The text with its marks.

    Returns
    -------
    dict
        An ``AnnotationCollection`` with a single page, as JSON-LD.
    """
    made = marked.made
    marks = sorted(marked.marks, key=lambda mark: (mark.group, mark.start, mark.end))
    name = urn("marks", made.code, made.lesson, marked.exercise, made.moment)
    page = urn("page", name)
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": say("marks", title=marked.title, source=marked.about),
        "creator": _student(made),
        "created": made.moment,
        "total": len(marks),
        "first": {
            "id": page,
            "type": "AnnotationPage",
            "partOf": name,
            "startIndex": 0,
            "items": [_annotation(mark, marked, name) for mark in marks],
        },
        "last": page,
    }


def _student(made: Made) -> dict[str, str]:
    return {"id": made.student, "type": "Person", "nickname": made.code, "name": say("student", code=made.code)}


def _annotation(mark: MarkedWords, marked: MarkedText, collection: str) -> dict[str, Any]:
    course = {"id": urn("course"), "type": "Organization", "name": say("course")}
    return {
        "id": urn("mark", collection, mark.group, mark.label, mark.start, mark.end),
        "type": "Annotation",
        "motivation": "tagging",
        "creator": course if mark.given else _student(marked.made),
        "created": marked.made.moment,
        "generator": {"id": urn("software"), "type": "Software", "name": say("generator")},
        "partOf": {
            "id": urn("group", collection, mark.group),
            "type": "AnnotationCollection",
            "label": say("group", number=mark.group),
        },
        "body": {
            "type": "TextualBody",
            "purpose": "tagging",
            "value": mark.name,
            "format": "text/plain",
            "language": language(),
        },
        "target": _target(mark, marked),
    }


def _target(mark: MarkedWords, marked: MarkedText) -> dict[str, Any]:
    number, known_as = mark.sentence, mark.sentence + marked.first - 1
    spoken = {"language": marked.language} if marked.language else {}
    return {
        "type": "SpecificResource",
        "source": {"id": marked.name, "type": "Text", "format": "text/plain"} | spoken,
        # Every sentence is a line of its own, and RFC 5147 has names for the lines of a plain text.
        "scope": {
            "id": f"{marked.name}#line={number - 1},{number}",
            "label": say("sentence", number=known_as),
        },
        "selector": [
            quotation(marked.text, mark.start, mark.end),
            {"type": "TextPositionSelector", "start": mark.start, "end": mark.end},
        ],
    }


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
