"""Each draft of a lesson with the fields that can be changed of it, as a page shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from exercises.files.document import read_document
from exercises.files.editing import NotEditedError, lines_of
from exercises.files.lines import Where
from exercises.lesson.models import claims, key
from exercises.notebook.drafts import MARK, marked

YES_OR_NO = ("true", "false")
WORDS = {
    "source_kind": get_args(key.SourceKind),
    "verb_stance": get_args(key.VerbStance),
    "whose": get_args(key.Whose),
    "direction": get_args(key.Direction),
    "answer": get_args(claims.SaidWord),
    "judged": YES_OR_NO,
    "proper": YES_OR_NO,
}
"""The words that may stand in a field, where there are few."""
LEFT_ALONE = ("id", MARK, "sentence", "file", "sha256")
DROPPED = ("attributions", "certainty", "not_certainty", "voice", "claims")
"""Lists whose entries stand for themselves: an exercise is also named in the prose."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a draft.

    Attributes
    ----------
    name : str
        What leads to it from the entry, such as ``why.cue``.
    where : tuple
        The same from the beginning of the file.
    value : str
        What stands there; of a list, an entry a line.
    is_list : bool
        Whether it is a list of words.
    choices : tuple of str
        The words that may stand there; empty if any may.
    """

    name: str
    where: Where
    value: str
    is_list: bool
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """One entry at which nobody has looked yet.

    Attributes
    ----------
    file, where : str, tuple
        Where it stands.
    id, layer : str
        Its name, and the list that it is in; the name of the part if it is in none.
    sentence : int or None
        The sentence of the article that it is about.
    lines : tuple of int
        Its first and its last line.
    fields : tuple of Field
        What can be changed of it here.
    can_drop : bool
        Whether it can be taken out here.
    """

    file: str
    where: Where
    id: str
    layer: str
    sentence: int | None
    lines: tuple[int, int]
    fields: tuple[Field, ...]
    can_drop: bool

    @property
    def place(self) -> str:
        """Its place in words that a form can send back: they stay the same when an entry before it is taken out."""
        return f"{self.file}/{self.layer}/{self.id}"


def drafts_of(name: str, text: str) -> Iterator[Draft]:
    """Give the drafts in the text of a file, in their order; none if it is no sound YAML."""
    document = read_document(Path(name), text)
    if document.problems:
        return
    for where in (mark[:-1] for mark in marked(document.data, ())):
        entry: Any = document.data
        for step in where:
            entry = entry[step]
        layers = [step for step in where if isinstance(step, str)]
        layer = layers[-1] if layers else name
        with suppress(NotEditedError):
            fields = tuple(_fields(entry, where, layer))
            if where == ("article",) and isinstance(note := document.data.get("content_note"), str):
                # What students read above the article is looked at together with where it comes from.
                fields = (Field("content_note", ("content_note",), note, is_list=False, choices=()), *fields)
            sentence = str(entry.get("sentence", "")).removeprefix("S")
            number = int(sentence) if sentence.isdecimal() else None
            named, can_drop = str(entry.get("id", layer)), layer in DROPPED and isinstance(where[-1], int)
            yield Draft(name, where, named, layer, number, lines_of(text, where), fields, can_drop)


def _fields(entry: Mapping[str, Any], where: Where, layer: str, before: str = "") -> Iterator[Field]:
    """Give the fields of an entry that hold words, those of its parts and cards too."""
    for name, value in entry.items():
        here = (*where, name)
        if name in LEFT_ALONE and (name != "id" or not before):
            continue
        if isinstance(value, dict):
            yield from _fields(value, here, layer, f"{before}{name}.")
        elif name == "cards" and isinstance(value, list):
            for number, card in enumerate(card for card in value if isinstance(card, dict)):
                yield from _fields(card, (*here, number), layer, f"{before}{card.get('id', number)}.")
        elif isinstance(value, list) and value and all(isinstance(one, str) for one in value):
            yield Field(f"{before}{name}", here, "\n".join(value), is_list=True, choices=())
        elif name != "id" and (value is None or isinstance(value, str) or name in WORDS):
            said = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
            yield Field(f"{before}{name}", here, said, is_list=False, choices=_choices(name, layer))


def _choices(name: str, layer: str) -> tuple[str, ...]:
    if name == "kind":
        return get_args(key.CertaintyKind) if layer == "certainty" else ()
    return WORDS.get(name, ())
