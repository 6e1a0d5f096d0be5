"""Reads JavaScript just so far that code can be told from comments, strings, patterns and templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from exercises.files.fault import InWords

PART = re.compile(
    r"""
      (?P<code>     [^"'`/{}]+ | [{}] )
    | (?P<comment>  //[^\n]* | /\*.*?\*/ )
    | (?P<string>   "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*' )
    | (?P<pattern>  /(?![*/]) (?:[^\\/\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+ / )
    | (?P<template> ` )
    | (?P<slash>    /(?!\*) )
    """,
    flags=re.X | re.S,
)
TEMPLATE = re.compile(r"[`}](?:[^`\\$]|\\.|\$(?!\{))*(?:`|(?P<open>\$\{))", flags=re.S)
LAST = re.compile(r"(?:[\w$]+|\+\+|--|\S)\s*\Z")
DIVIDED = frozenset((")", "]", "}", "++", "--"))
# Behind these words a slash begins a pattern, behind any other it divides.
BEFORE_PATTERN = frozenset(
    (
        "return",
        "typeof",
        "case",
        "do",
        "else",
        "in",
        "of",
        "void",
        "delete",
        "throw",
        "new",
        "await",
        "yield",
        "instanceof",
    )
)
HIDDEN = "\0"


class ScriptTrouble(InWords, Exception):  # noqa: N818 (what a person has to mend, and no fault of the program)
    """Something in a JavaScript file that cannot be read or joined; says where, what, and what to do."""

    def __init__(self, file: Path, line: int, what: str) -> None:
        super().__init__(f"{file}, line {line}: {what}")


@dataclass(frozen=True, slots=True)
class Script:
    """The text of one module.

    Attributes
    ----------
    file : Path
        Where it stands.
    text : str
        Its code; a comment is only its line breaks, or one blank.
    code : str
        As long as ``text``, and hides what strings, patterns and templates hold.
    """

    file: Path
    text: str
    code: str

    def trouble(self, place: int, what: str) -> ScriptTrouble:
        """Give the fault for what stands at a place of the text."""
        return ScriptTrouble(self.file, self.text.count("\n", 0, place) + 1, what)

    def statement_before(self, place: int) -> str:
        """Give the code from where the statement at the top level begins, as far as brackets show that, to a place."""
        begin = next((at for at in range(place, 0, -1) if self.code[at - 1] in ";\n" and not self.depth(at)), 0)
        return self.code[begin:place]

    def depth(self, place: int) -> int:
        """Count the brackets that are open at a place."""
        before = self.code[:place]
        return sum(map(before.count, "([{")) - sum(map(before.count, ")]}"))


def read_script(file: Path) -> Script:
    """Read a JavaScript file.

    Parameters
    ----------
    file : Path
        The file, in UTF-8.

    Returns
    -------
    Script
        Its text, and which parts of that are code.

    Raises
    ------
    ScriptTrouble
        If a string, template or comment has no end.
    """
    text, code = [], []
    source = file.read_text("utf-8")
    if source.startswith("#!"):
        raise ScriptTrouble(file, 1, "a line for the shell does not work in a widget: take it out.")
    for kind, part in _parts(file, source):
        kept = "\n" * part.count("\n") or " " if kind == "comment" else part
        text.append(kept)
        code.append(_hidden(part) if kind in ("string", "pattern", "template") else kept)
    return Script(file, "".join(text), "".join(code))


def compact(script: Script) -> str:
    """Take empty lines and indentation from the code; in templates both stay."""
    pieces, done = [], 0
    for found in re.finditer(r"[ \t]*\n\s*", script.code):
        pieces += [script.text[done : found.start()], "\n"]
        done = found.end()
    return "".join([*pieces, script.text[done:]])


def _hidden(part: str) -> str:
    """Keep the first and the last sign of what is not code: quotes, or the brackets of a template."""
    return part[0] + HIDDEN * (len(part) - 2) + part[-1]


def _parts(file: Path, source: str) -> Iterator[tuple[str, str]]:
    """Cut a source into code and the rest; what stands in ``${…}`` of a template is code."""
    at, last = 0, ""
    inside: list[int] = []  # for each ${ that is open, the curly brackets that are open in it
    while at < len(source):
        found = PART.match(source, at)
        kind, part = (found.lastgroup or "", found[0]) if found else ("open", source[at])
        if kind == "pattern" and _divides(last):
            kind, part = "slash", "/"
        if part == "}" and inside and not inside[-1]:
            inside.pop()
            kind = "template"
        elif part in ("{", "}") and inside:
            inside[-1] += 1 if part == "{" else -1
        if kind == "template":
            whole = TEMPLATE.match(source, at)
            kind, part = ("template", whole[0]) if whole else ("open", part)
            inside += [0] if whole and whole["open"] else []
        if kind == "open":
            line = source.count("\n", 0, at) + 1
            raise ScriptTrouble(file, line, f"what begins with {part} here has no end: close it.")
        yield kind, part
        at += len(part)
        if kind in ("string", "pattern") or (kind == "template" and part.endswith("`")):
            last = ")"
        elif kind != "comment" and part.strip():
            last = part


def _divides(last: str) -> bool:
    """Say whether a slash divides behind this code; else it begins a pattern."""
    found = LAST.search(last)
    end = found[0].rstrip() if found else ""
    is_property = bool(re.search(rf"\.\s*{re.escape(end)}\s*\Z", last))
    is_name = bool(re.fullmatch(r"[\w$]+", end))
    return end in DIVIDED or (is_name and (is_property or end not in BEFORE_PATTERN))
