"""YAML as plain data with the line of every field, without the parts of YAML that hide things from a reader."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from exercises.files.lines import Lines, Where
from exercises.files.problems import Problem
from exercises.files.source import hidden_in

# libyaml where PyYAML brings it, ten times as fast; the same events without it.
LOADER: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_DEEPEST = 20
_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_WHOLE_NUMBER = re.compile(r"[-+]?[0-9]{1,15}")
_NUMBER = re.compile(r"[-+]?(\.[0-9]{1,15}|[0-9]{1,15}(\.[0-9]{0,15})?)([eE][-+]?[0-9]{1,2})?")
_REMARK = re.compile(r"(^|(?<= ))#.*", re.MULTILINE)
_HALF = re.compile("[\ud800-\udfff]")
_OURS = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True)
class Document:
    """What the YAML of one file, or of one part of a file, holds.

    Attributes
    ----------
    data : Any
        Mappings, lists, words, numbers, true, false, None; no line of it was checked for its meaning.
    lines : Lines
        Lines of all fields.
    problems : tuple of Problem
        What is no YAML, and what we do not read of it: anchors, aliases, tags, names that are no words or stand twice.
    readable : bool
        Whether it is YAML to its end; if not, there is no data.
    whole : bool
        Whether also no part with parts of its own was left out; if not, what the file holds is not known.
    """

    data: Any
    lines: Lines
    problems: tuple[Problem, ...]
    readable: bool
    whole: bool


def read_document(file: Path, text: str, first_line: int = 1) -> Document:
    """Read YAML; it is never refused by an error, but by its problems.

    Parameters
    ----------
    file : Path
        The file in which it stands.
    text : str
        The YAML.
    first_line : int
        Line of the file on which it begins.

    Returns
    -------
    Document
        Its data, with all problems.
    """
    reader = _Reader(file, text, first_line)
    try:
        data = reader.read()
        return Document(data, reader.lines, tuple(reader.problems), readable=True, whole=reader.whole)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line if mark else reader.line
        has_tab = "\t" in "".join(text.split("\n")[line : line + 1])
        reader.tell(line, *_said(str(error.problem or error.context), has_tab=has_tab))
    except (yaml.YAMLError, ValueError, OverflowError):
        # PyYAML's own loader hands on what Python says of "\UFFFFFFFF".
        what = "From here on stands a character that there cannot be"
        reader.tell(reader.line, what, "Write the character itself, not its \\u or \\U code.")
    return Document(None, reader.lines, tuple(reader.problems), readable=False, whole=False)


def _said(fault: str, *, has_tab: bool) -> tuple[str, str]:
    """Say what a parser found, and what to do; a parser may stop at deep lists before we do."""
    if "nesting" in fault:
        return "Lists stand too deep in one another", "Make it flatter."
    if has_tab and "any token" in fault:
        return "This is no YAML: a tab stands in this line", "Write blanks instead of it."
    return f"This is no YAML: {fault}", "Check indents, colons and quotation marks here and in the line above."


class _Reader:
    """Turns events into plain data, and notes lines and problems on the way."""

    def __init__(self, file: Path, text: str, first_line: int) -> None:
        self.lines = Lines(file, {(): first_line})
        self.problems: list[Problem] = []
        self.whole = True
        self.line = 0
        self._first_line = first_line
        self._keys: set[Where] = set()
        self._loader = LOADER(text)
        self._text = text
        self._last_line = text.removesuffix("\n").count("\n")
        self._has_tabs = "\t" in text
        self._read_up_to = 0
        self._brackets = 0

    def read(self) -> Any:
        """Give the data; raises YAMLError if it is no YAML at all, or nested deeper than any lesson needs."""
        data: Any = None
        documents = 0
        while not isinstance(event := self._next(), StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, "A second document starts here", "Take out the line with the three dashes.")
                    self.whole = False
                    break
            elif isinstance(event, NodeEvent):
                data = self._value(event, ())
        return data

    def tell(self, line: int, what: str, cure: str) -> None:
        """Note a problem; the parser counts lines from 0, and may see a fault only behind the last one."""
        line = self._first_line + min(line, self._last_line)
        self.problems.append(Problem(self.lines.file, line, what, cure))

    def _next(self) -> Any:
        event = self._loader.get_event()
        self.line = event.start_mark.line
        if self._has_tabs:
            self._look_for_tabs(event)
        return event

    def _look_for_tabs(self, event: Any) -> None:
        """Refuse tabs outside of quotation marks, blocks, brackets and remarks: only some parsers let them pass."""
        plain = isinstance(event, ScalarEvent) and not event.style
        until = (event.end_mark if plain else event.start_mark).index
        between = _REMARK.sub("", self._text[self._read_up_to : until])
        if "\t" in between and not self._brackets:
            line = self._text.count("\n", 0, self._read_up_to) + between[: between.index("\t")].count("\n")
            self.tell(line, "A tab stands here", "Write blanks.")
        self._read_up_to = max(self._read_up_to, event.end_mark.index)
        if getattr(event, "flow_style", False):
            self._brackets += 1
        elif self._brackets and isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._brackets -= 1

    def _refuse(self, event: Any, what: str, cure: str) -> None:
        self.tell(event.start_mark.line, what, cure)

    def _refuse_hidden(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse(event, f"&{event.anchor} marks this part for use elsewhere", f"Take out &{event.anchor}.")
        if event.tag is not None and event.tag != "!":
            tag = event.tag.replace(_OURS, "!!")
            self._refuse(event, f"The tag {tag} is not read here", "Take it out and write the plain value.")

    def _value(self, event: Any, where: Where) -> Any:
        self.lines.table.setdefault(where, self._first_line + event.start_mark.line)
        if len(where) > _DEEPEST:
            raise yaml.MarkedYAMLError(problem="nesting", problem_mark=event.start_mark)
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
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._key(event, where)
            if key is None or key in data:
                # Read on, so that the rest of the file is checked too; what stands here is thrown away.
                self._throw_away(self._next(), (*where, key or "?", "?"))
            else:
                data[key] = self._value(self._next(), (*where, key))
        return data

    def _throw_away(self, event: Any, where: Where) -> None:
        self.whole &= isinstance(event, ScalarEvent)
        self._value(event, where)

    def _key(self, event: Any, where: Where) -> str | None:
        line = self._first_line + event.start_mark.line
        if not isinstance(event, ScalarEvent):
            self._refuse(event, "The name of a field is not a plain word", "Write a word and a colon.")
            self._throw_away(event, (*where, "?", "?"))
            return None
        self._refuse_hidden(event)
        key = self._words(event)
        first = self.lines.table.setdefault((*where, key), line)
        if (*where, key) in self._keys:
            self._refuse(event, f"“{key}” stands twice; first on line {first}", "Keep one of the two.")
        self._keys.add((*where, key))
        return key

    def _sequence(self, where: Where) -> list[Any]:
        data: list[Any] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            data.append(self._value(event, (*where, len(data))))
        return data

    def _scalar(self, event: Any) -> str | int | float | bool | None:
        value = self._words(event)
        if event.style:
            return value
        if value in _CONSTANTS:
            return _CONSTANTS[value]
        if _WHOLE_NUMBER.fullmatch(value):
            return int(value)
        return float(value) if _NUMBER.fullmatch(value) else value

    def _words(self, event: Any) -> str:
        """Give the words of a scalar; only between double quotation marks can a code stand for a hidden character."""
        value = str(event.value)
        if event.style != '"':
            return value
        if _HALF.search(value):
            self._refuse(event, "Half of a character stands here", "Write the character itself, not its \\u code.")
            return ""
        if name := hidden_in(value):
            self._refuse(event, f"A character stands here that nobody sees ({name})", "Take its code out.")
        return value
