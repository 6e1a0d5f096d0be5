"""YAML as plain data with the line of every field, without the parts of YAML that hide things from a reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from exercises.files.problems import Problem

Where = tuple[str | int, ...]

_DEEPEST = 20
_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_WHOLE_NUMBER = re.compile(r"[-+]?[0-9]{1,15}")
_NUMBER = re.compile(r"[-+]?(\.[0-9]{1,15}|[0-9]{1,15}(\.[0-9]{0,15})?)([eE][-+]?[0-9]{1,2})?")


@dataclass
class Lines:
    """On which line each field of a YAML file stands.

    Attributes
    ----------
    file : Path
        The file.
    table : dict
        Line (from 1) by the names and list positions that lead to a field.
    """

    file: Path
    table: dict[Where, int] = field(default_factory=lambda: {(): 1})

    def of(self, *where: str | int) -> int:
        """Give the line of a field, or of the nearest thing around it that exists."""
        while where not in self.table:
            where = where[:-1]
        return self.table[where]

    def known(self, where: Where) -> Where:
        """Give the longest beginning of a path that exists in the file."""
        while where not in self.table:
            where = where[:-1]
        return where

    def forget(self, place: Where) -> None:
        """Take out the lines of one entry of a list; those behind it move up by one place."""
        at, number = len(place) - 1, int(place[-1])
        kept: dict[Where, int] = {}
        for where, line in self.table.items():
            same_list = len(where) > at and where[:at] == place[:at]
            step = int(where[at]) if same_list else -1
            if step != number:
                moved = (*place[:at], step - 1, *where[at + 1 :]) if step > number else where
                kept[moved] = line
        self.table = kept

    def problem(self, what: str, cure: str, *where: str | int) -> Problem:
        """Make a problem that names the line of a field."""
        return Problem(self.file, self.of(*where), what, cure)


class TooDeepError(Exception):
    """Lists and mappings that stand one in another more often than any lesson needs."""


class Reader:
    """Turns the YAML of one file into plain data and notes lines and problems on the way.

    Attributes
    ----------
    lines : Lines
        Filled while reading.
    problems : list of Problem
        Anchors, aliases, tags, names that are no words, and names that stand twice.
    """

    def __init__(self, file: Path, text: str) -> None:
        self.lines = Lines(file)
        self.problems: list[Problem] = []
        self._keys: set[Where] = set()
        self._events: Iterator[Event] = YAML(typ="safe", pure=True).parse(text)

    def read(self) -> Any:
        """Give the data of the file; raises ruamel's MarkedYAMLError if it is no YAML at all."""
        data: Any = None
        documents = 0
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "A second document starts here", "Take out the line with the three dashes.")
                    break
            elif isinstance(event, NodeEvent):
                data = self._value(event, ())
        return data

    def _refuse(self, event: Event, what: str, cure: str) -> None:
        self.problems.append(Problem(self.lines.file, event.start_mark.line + 1, what, cure))

    def _refuse_hidden(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(event, f"&{event.anchor} marks this part for use elsewhere", f"Take out &{event.anchor}.")
        if event.ctag is not None and str(event.ctag) not in ("None", "!"):
            self._refuse(event, f"The tag {event.ctag} is not read here", "Take it out and write the plain value.")

    def _value(self, event: Event, where: Where) -> Any:
        self.lines.table.setdefault(where, event.start_mark.line + 1)
        if len(where) > _DEEPEST:
            raise TooDeepError
        if isinstance(event, AliasEvent):
            self._refuse(event, f"*{event.anchor} stands for words written elsewhere", "Write the words out here.")
            return None
        self._refuse_hidden(event)
        if isinstance(event, MappingStartEvent):
            return self._mapping(where)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(where)
        return self._scalar(event)

    def _mapping(self, where: Where) -> dict[str, Any]:
        data: dict[str, Any] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            key = self._key(event, where)
            if key is None or key in data:
                # Read on, so that the rest of the file is checked too; what stands here is thrown away.
                self._value(next(self._events), (*where, key or "?", "?"))
            else:
                data[key] = self._value(next(self._events), (*where, key))
        return data

    def _key(self, event: Event, where: Where) -> str | None:
        if not isinstance(event, ScalarEvent):
            self._refuse(event, "The name of a field is not a plain word", "Write a word and a colon.")
            self._value(event, (*where, "?", "?"))
            return None
        self._refuse_hidden(event)
        key, line = str(event.value), event.start_mark.line + 1
        first = self.lines.table.setdefault((*where, key), line)
        if (*where, key) in self._keys:
            self._refuse(event, f"“{key}” stands twice; first on line {first}", "Keep one of the two.")
        self._keys.add((*where, key))
        return key

    def _sequence(self, where: Where) -> list[Any]:
        data: list[Any] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            data.append(self._value(event, (*where, len(data))))
        return data

    def _scalar(self, event: Any) -> str | int | float | bool | None:
        value = str(event.value)
        if any("\ud800" <= letter <= "\udfff" for letter in value):
            self._refuse(event, "Half of a character stands here", "Write the character itself, not its \\u code.")
            return ""
        if event.style is not None and event.style != "":
            return value
        if value in _CONSTANTS:
            return _CONSTANTS[value]
        if _WHOLE_NUMBER.fullmatch(value):
            return int(value)
        return float(value) if _NUMBER.fullmatch(value) else value
