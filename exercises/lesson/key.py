"""The key with its quotations found: every mark as ranges in the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeAlias, TypeVar

from exercises.files.lines import Lines, Where
from exercises.files.problems import Problem
from exercises.lesson.models.key import Attribution, CertaintyCue, Marks, NotCertainty, VoiceClause
from exercises.lesson.text import QuotationError, Span, Text

Parts: TypeAlias = dict[str, tuple[Span, ...]]
EntryType = TypeVar("EntryType", Attribution, VoiceClause, CertaintyCue, NotCertainty)
AnyEntry: TypeAlias = Attribution | VoiceClause | CertaintyCue | NotCertainty


@dataclass(frozen=True, slots=True)
class Located(Generic[EntryType]):
    """One entry of a key with its quotations found.

    Attributes
    ----------
    id : str
        Id of the entry.
    sentence : int
        Number of its sentence.
    parts : dict
        Ranges by label: ``source``, ``cue``, ``content``; or ``cue``, ``scope``; or ``quote``. A part that has no
        words in the sentence is left out.
    alternatives : tuple of dict
        Other accepted readings, each with only the parts that differ; an empty range list means "not marked".
    why : dict
        Reasons by label.
    entry : Attribution, VoiceClause, CertaintyCue or NotCertainty
        The entry as it stands in the file.
    """

    id: str
    sentence: int
    parts: Parts
    alternatives: tuple[Parts, ...]
    why: dict[str, str]
    entry: EntryType


AnyLocated: TypeAlias = Located[Attribution] | Located[VoiceClause] | Located[CertaintyCue] | Located[NotCertainty]


@dataclass(frozen=True, slots=True)
class Key:
    """All marks of one text.

    Attributes
    ----------
    attributions, voice, certainty, not_certainty : tuple of Located
        The four layers, in the order of the file.
    """

    attributions: tuple[Located[Attribution], ...] = ()
    voice: tuple[Located[VoiceClause], ...] = ()
    certainty: tuple[Located[CertaintyCue], ...] = ()
    not_certainty: tuple[Located[NotCertainty], ...] = ()

    def entry(self, id: str) -> AnyLocated | None:  # noqa: A002 (the field's name)
        """Give the mark with this id, whatever its layer, or None."""
        layers = chain[AnyLocated](self.attributions, self.voice, self.certainty, self.not_certainty)
        return next((located for located in layers if located.id == id), None)


class Locator:
    """Finds the quotations of a key in its text and collects what cannot be found.

    Parameters
    ----------
    text : Text
        The text that was marked.
    lines : Lines
        Lines of the file that holds the marks.
    where : tuple
        What leads to the four lists in that file.

    Attributes
    ----------
    problems : list of Problem
        Quotations, sentences and reasons that do not fit.
    """

    def __init__(self, text: Text, lines: Lines, *where: str | int) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._lines = lines
        self._where: Where = where

    def locate(self, marks: Marks) -> Key:
        """Give the key of a text; look at ``problems`` before using it."""
        return Key(
            tuple(self._layer("attributions", marks.attributions, ("source", "cue", "content"))),
            tuple(self._layer("voice", marks.voice, ("quote",))),
            tuple(self._layer("certainty", marks.certainty, ("cue", "scope"))),
            tuple(self._layer("not_certainty", marks.not_certainty, ("quote",))),
        )

    def _layer(self, name: str, entries: Sequence[EntryType], labels: tuple[str, ...]) -> Iterator[Located[EntryType]]:
        for number, entry in enumerate(entries):
            where: Where = (*self._where, name, number)
            if not 1 <= entry.sentence <= len(self._text.sentences):
                what = f"There is no sentence {entry.sentence} in “{self._text.id}”"
                cure = f"Write a number from 1 to {len(self._text.sentences)}."
                self.problems.append(self._lines.problem(what, cure, *where, "sentence"))
                continue
            parts = {label: spans for label, spans in self._parts(entry, entry.sentence, labels, where) if spans}
            others = (
                dict(self._parts(other, entry.sentence, labels, (*where, "also_accept", index)))
                for index, other in enumerate(getattr(entry, "also_accept", ()))
            )
            reasons = self._reasons(entry, parts, where)
            yield Located(entry.id, entry.sentence, parts, tuple(other for other in others if other), reasons, entry)

    def _parts(
        self, entry: object, sentence: int, labels: tuple[str, ...], where: Where
    ) -> Iterator[tuple[str, tuple[Span, ...]]]:
        for label in labels:
            pieces: tuple[str, ...] | None = getattr(entry, label)
            if pieces is not None:
                yield label, tuple(self._spans(sentence, pieces, (*where, label)))

    def _spans(self, sentence: int, pieces: tuple[str, ...], where: Where) -> Iterator[Span]:
        for index, piece in enumerate(pieces):
            try:
                yield from self._text.find(sentence, piece)
            except QuotationError as error:
                self.problems.append(self._lines.problem(error.words, error.cure, *where, index))

    def _reasons(self, entry: AnyEntry, parts: Mapping[str, object], where: Where) -> dict[str, str]:
        if not isinstance(entry, Attribution):
            return dict.fromkeys(parts, entry.why)
        given = {label: why for label, why in entry.why.model_dump().items() if why}
        for label in parts:
            if label not in given:
                what = f"{entry.id} has no reason for its {label}"
                cure = f"Write “{label}:” under “why:”: what the words show, in one or two plain sentences."
                self.problems.append(self._lines.problem(what, cure, *where, "why"))
        return given
