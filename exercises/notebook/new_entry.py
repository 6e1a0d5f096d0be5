"""A new entry of the key, made of words that somebody picked in the article: a draft that is to be filled in."""

from __future__ import annotations

from string import ascii_lowercase
from typing import Any

from exercises.lesson.folder import LessonFiles
from exercises.lesson.models.base import still_open
from exercises.lesson.models.key import KeyFile
from exercises.lesson.text import Text
from exercises.notebook.fresh.quoting import quotation
from exercises.notebook.fresh.reading import scope_of, stance_of

KEY = "key.yaml"
GOES_ON = "goes_on"
LISTED = {GOES_ON: "attributions"}
"""The list of an entry, where it is not called like the entry."""
LETTERS = {"attributions": "A", GOES_ON: "A", "voice": "V", "certainty": "H", "not_certainty": "N"}
"""What can be made, with the letter that its ids begin with."""


def new_entry(kind: str, number: int, words: str, files: LessonFiles) -> dict[str, Any]:
    """Make an entry of picked words.

    Parameters
    ----------
    kind : str
        A list of the key, or ``goes_on``.
    number : int
        Number of the sentence.
    words : str
        Words of it: those that say that somebody says it, a hedge, or whatever the list quotes.
    files : LessonFiles
        The lesson as far as it can be read.

    Raises
    ------
    QuotationError
        If the words do not stand in that sentence, or stand there twice.
    """
    text, marks = files.article, files.key or KeyFile()
    quoted = " ".join(words.split())
    (span, *_) = text.find(number, quoted)
    whole = quotation(text, number, span) or quoted
    taken = {one.id for layer in KeyFile.model_fields for one in getattr(marks, layer)} | files.dropped["key"]
    head = {"id": _free(f"{LETTERS[kind]}{number:02}", taken), "draft": True, "sentence": number}
    return head | _rest(kind, number, whole, text, marks)


def _rest(kind: str, number: int, whole: str, text: Text, marks: KeyFile) -> dict[str, Any]:
    still = still_open()
    if kind == "attributions":
        parts: dict[str, Any] = {"source": None, "cue": whole, "content": [], "source_kind": "none"}
        return parts | {"verb_stance": stance_of(whole), "why": {"cue": still}}
    if kind == GOES_ON:
        return _going_on(number, whole, marks)
    if kind == "voice":
        return {"quote": whole, "proper": None, "why": still}
    if kind == "certainty":
        (span, *_) = text.find(number, whole)
        found = scope_of(text, number, span, "modal")
        scope = quotation(text, number, found) if found else None
        read = {"cue": whole, "scope": scope or still, "whose": "cannot-tell", "kind": "modal", "direction": "hedge"}
        return read | {"why": still}
    return {"quote": whole, "why": still}


def _going_on(number: int, whole: str, marks: KeyFile) -> dict[str, Any]:
    """Go on with the last attribution before a sentence; where there is none, it is still to be named."""
    before = [one for one in marks.attributions if one.sentence < number]
    last = max(before, key=lambda one: one.sentence, default=None)
    named = {"goes_on": last.id if last else still_open(), "cue": [], "content": [whole]}
    whose = {"source_kind": last.source_kind if last else "none", "holder": last.holder if last else None}
    return named | whose | {"verb_stance": "neutral", "why": {"content": still_open()}}


def _free(name: str, taken: set[str] | frozenset[str]) -> str:
    """Give the first free id of a sentence, such as ``A05b``."""
    letters = (letter * rounds for rounds in range(1, len(taken) + 2) for letter in ascii_lowercase)
    return next(f"{name}{one}" for one in letters if f"{name}{one}" not in taken)
