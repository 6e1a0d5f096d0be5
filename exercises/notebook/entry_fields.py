"""Each entry of a lesson that a page lets a person look through, with the fields that can be filled in or changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, get_args

from exercises.files.document import read_document
from exercises.files.editing import lines_of_all
from exercises.files.lines import Where
from exercises.lesson.models import claims, key
from exercises.notebook.drafts import MARK, marked
from exercises.notebook.readings import written_readings

YES_OR_NO = ("true", "false")
WORDS = {
    "source_kind": get_args(key.SourceKind),
    "verb_stance": get_args(key.VerbStance),
    "also_stance": get_args(key.VerbStance),
    "whose": get_args(key.Whose),
    "direction": get_args(key.Direction),
    "answer": get_args(claims.SaidWord),
    "judged": YES_OR_NO,
    "proper": YES_OR_NO,
}
"""The words that may stand in a field, where there are few."""
LEFT_ALONE = ("id", MARK, "sentence", "file", "sha256", "quote_of")
SET_UP = ("kind", "follows", "role", "rubric")
"""How an exercise is set up; nothing of it is a draft."""
LISTS = ("cue", "source", "content", "claims", "quote", "scope")
"""Lists of words, which may be empty."""
DROPPED = ("attributions", "voice", "certainty", "not_certainty", "claims")
"""Lists whose entries stand for themselves: an exercise is also named in the prose."""
READINGS = "also_accept"
MAY_BE_ADDED: Mapping[str, tuple[str, ...]] = {
    "attributions": (
        *("source", "content", "holder", "refers_to", "goes_on", "also_stance", READINGS, "claims"),
        *("why.source", "why.cue", "why.content"),
    ),
    "voice": (READINGS,),
    "certainty": ("why_whose", READINGS),
    "claims": ("note",),
    "cards": (READINGS,),
}
"""What an entry may hold besides, by its list."""
MAY_BE_EMPTY = frozenset({*MAY_BE_ADDED["attributions"], "cue", "why_whose", "note", READINGS})
REASONS = {"source_kind": "why.source", "verb_stance": "why.cue", "whose": "why", "direction": "why", "bin": "why"}
"""By field, the reason that speaks of it."""
Form = Literal["words", "list", "readings"]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an entry.

    Attributes
    ----------
    name : str
        What leads to it from the entry, such as ``why.cue``.
    where : tuple
        The same from the beginning of the file.
    value : str
        What stands there; of a list an entry a line, of other readings one a line.
    form : str
        ``words``, ``list`` or ``readings``.
    choices : tuple of str
        The words that may stand there; empty if any may.
    is_new : bool
        Whether it does not stand in the file yet.
    """

    name: str
    where: Where
    value: str
    form: Form = "words"
    choices: tuple[str, ...] = ()
    is_new: bool = False

    @property
    def may_be_empty(self) -> bool:
        """Whether nothing need stand there."""
        return self.is_new or self.form != "words" or self.name in MAY_BE_EMPTY


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file.

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
    is_draft : bool
        Whether nobody has looked at it yet.
    cards : tuple of str
        Ids of its cards, which can be taken out one by one.
    is_alone : bool
        Whether no other entry has its place; if one has, neither can be told from the other, and no field is given.
    """

    file: str
    where: Where
    id: str
    layer: str
    sentence: int | None
    lines: tuple[int, int]
    fields: tuple[Field, ...]
    is_draft: bool
    cards: tuple[str, ...] = ()
    is_alone: bool = True

    @property
    def can_drop(self) -> bool:
        """Whether it can be taken out here."""
        return self.is_alone and self.layer in DROPPED and isinstance(self.where[-1], int)

    @property
    def place(self) -> str:
        """Its place in words that a form can send back: they stay the same when an entry before it is taken out."""
        return f"{self.file}/{self.layer}/{self.id}"


def reasons_left(changed: Collection[str]) -> list[str]:
    """Name the reasons that stayed as they were, while what they are about was changed."""
    found = (name.rpartition(".") for name in changed)
    reasons = [f"{before}{dot}{REASONS[last]}" for before, dot, last in found if last in REASONS]
    return [reason for reason in reasons if reason not in changed]


def entries_of(name: str, text: str) -> Iterator[Entry]:
    """Give the entries of a file that can be looked through, in their order; none if it is no sound YAML."""
    document = read_document(Path(name), text)
    if document.problems or not isinstance(document.data, dict):
        return
    drafts = [mark[:-1] for mark in marked(document.data, ())]
    lines = lines_of_all(text, {*drafts, *_others(name, document.data)})
    ordered = sorted(lines, key=lambda one: lines[one])
    found = [_entry(name, document.data, where, lines[where], is_draft=where in drafts) for where in ordered]
    places = Counter(entry.place for entry in found)
    for entry in found:
        yield entry if places[entry.place] == 1 else replace(entry, fields=(), cards=(), is_alone=False)


def _others(name: str, data: Mapping[str, Any]) -> Iterator[Where]:
    """Give the places of what was accepted: entries of the key, claims, and exercises whose cards follow the key."""
    lists = {"key.yaml": DROPPED[:-1], "claims.yaml": DROPPED[-1:]}.get(name, ("exercises",))
    for layer in lists:
        found = data.get(layer)
        for number, entry in enumerate(found if isinstance(found, list) else ()):
            if isinstance(entry, dict) and (layer != "exercises" or "follows" in entry):
                yield (layer, number)


def _entry(name: str, data: Mapping[str, Any], where: Where, lines: tuple[int, int], *, is_draft: bool) -> Entry:
    entry: Any = data
    for step in where:
        entry = entry[step]
    layer = next((step for step in reversed(where) if isinstance(step, str)), name)
    fields = [*_fields(entry, where, layer), *_missing(entry, where, layer)]
    if where == ("article",) and isinstance(note := data.get("content_note"), str):
        # What students read above the article is looked at together with where it comes from.
        fields.insert(0, Field("content_note", ("content_note",), note))
    sentence = str(entry.get("sentence", "")).removeprefix("S")
    number = int(sentence) if sentence.isdecimal() else None
    cards = tuple(str(card.get("id")) for card in _cards(entry))
    # Of two cards with one id, none can be told from the other.
    names = Counter(field.name for field in fields)
    alone = tuple(field for field in fields if names[field.name] == 1)
    return Entry(name, where, str(entry.get("id", layer)), layer, number, lines, alone, is_draft, cards)


def _cards(entry: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = entry.get("cards")
    return [card for card in found if isinstance(card, dict)] if isinstance(found, list) else []


def _fields(entry: Mapping[str, Any], where: Where, layer: str, before: str = "") -> Iterator[Field]:
    """Give the fields of an entry that hold words, those of its parts too."""
    for name, value in entry.items():
        here, full = (*where, name), f"{before}{name}"
        if name in LEFT_ALONE or (layer == "exercises" and name in SET_UP):
            continue
        if isinstance(value, dict):
            yield from _fields(value, here, layer, f"{full}.")
        elif name == "cards":
            yield from _of_cards(entry, where)
        elif isinstance(value, list):
            if name == READINGS and layer in DROPPED:
                yield Field(full, here, written_readings(value), "readings")
            elif all(isinstance(one, str) for one in value) and (value or name in LISTS):
                yield Field(full, here, "\n".join(value), "list")
        elif value is None or isinstance(value, str) or name in WORDS:
            said = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
            yield Field(full, here, said, choices=_choices(name, layer))


def _of_cards(entry: Mapping[str, Any], where: Where) -> Iterator[Field]:
    """Give the fields of the cards of an exercise."""
    found = entry.get("bins")
    bins = tuple(str(one.get("id")) for one in found if isinstance(one, dict)) if isinstance(found, list) else ()
    for number, card in enumerate(_cards(entry)):
        here, before = (*where, "cards", number), f"{card.get('id', number)}."
        for field in (*_fields(card, here, "cards", before), *_missing(card, here, "cards", before)):
            is_bin = field.where[-1] == "bin"
            yield Field(field.name, field.where, field.value, field.form, bins if is_bin else (), field.is_new)


def _missing(entry: Mapping[str, Any], where: Where, layer: str, before: str = "") -> Iterator[Field]:
    """Give the fields that an entry may hold besides, and does not."""
    for name in MAY_BE_ADDED.get(layer, ()):
        *outer, last = name.split(".")
        part: Any = entry
        for step in outer:
            part = part.get(step) if isinstance(part, dict) else None
        if isinstance(part, dict) and last not in part:
            here, choices = (*where, *outer, last), _choices(last, layer)
            yield Field(f"{before}{name}", here, "", _form(name, layer), choices, is_new=True)


def _form(name: str, layer: str) -> Form:
    """Say in which form a field is written that is not there yet; ``why.source`` is no list, ``source`` is one."""
    if name == READINGS:
        return "list" if layer == "cards" else "readings"
    return "list" if name in LISTS else "words"


def _choices(name: str, layer: str) -> tuple[str, ...]:
    if name == "kind":
        return get_args(key.CertaintyKind) if layer == "certainty" else ()
    return WORDS.get(name, ())
