"""Reads what a module imports and exports, and gives the rest of its code; names what it cannot read."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from exercises.page.script import Script, ScriptTrouble, compact, read_script

NAME = r"[A-Za-z_$][\w$]*"
END = r"\s*(?:;|(?=\n)|\Z)"
FROM = rf"(?P<from>\"[^\"]*\"|'[^']*'){END}"
BRACES = r"\{(?P<names>[^{}]*)\}"
STATEMENT = re.compile(r"(?<![\w$.#])(?:import|export)\b(?!\s*:)")
SIDE_EFFECT = re.compile(rf"import\s*{FROM}")
IMPORT = re.compile(
    rf"import\b\s*(?P<default>{NAME})?\s*(?P<comma>,)?\s*(?:\*\s*as\s+(?P<space>{NAME})|{BRACES})?\s*\bfrom\s*{FROM}"
)
LATER = re.compile(r"import\s*\(\s*(?P<from>\"[^\"]*\"|'[^']*')\s*\)")
STAR = re.compile(rf"export\s*\*\s*(?:as\s+(?P<space>{NAME})\s+)?from\s*{FROM}")
NAMES = re.compile(rf"export\s*{BRACES}(?:\s*from\s*{FROM}|{END})")
DEFAULT = re.compile(r"export\s+default\b\s*")
DECLARED = re.compile(rf"(?:async\s+)?(?:function\b\s*\*?|class\b)\s*(?!extends\b)(?P<name>{NAME})?")
CONST = re.compile(rf"const\s+(?P<name>{NAME})\s*=")
PAIR = re.compile(rf"({NAME})(?:\s+as\s+({NAME}))?")
AWAIT = re.compile(r"(?<![\w$.#])await\b(?!\s*:)")
ASYNC = re.compile(r"(?<![\w$.])async\b")
TAKEN = "\ue000{}\ue000"  # what no code has, and hardly any string
OWN = re.compile(r"(?<![\w$])\$(?:\d+|default)(?![\w$])")  # names that the joined module needs for itself


@dataclass(frozen=True, slots=True)
class Import:
    """What a module takes from a file.

    Attributes
    ----------
    file : Path
        The file.
    place : int
        Where in the text this is asked for.
    names : dict of str to str
        Names in that file by the names here.
    space : str or None
        The name here for all of it; ``*`` where all is passed on, each under its own name.
    """

    file: Path
    place: int
    names: dict[str, str] = field(default_factory=dict)
    space: str | None = None


@dataclass(slots=True)
class Module:
    """A module taken apart.

    Attributes
    ----------
    script : Script
        Its text.
    imports, passed : list of Import
        What it takes from other files for itself, and to pass it on.
    later : list of Import
        What it takes while it runs; in the body each stands as ``TAKEN`` with its place in this list.
    exports : dict of str to str
        Its own names by the names under which others know them.
    body : str
        Its code without all this.
    """

    script: Script
    imports: list[Import] = field(default_factory=list)
    passed: list[Import] = field(default_factory=list)
    later: list[Import] = field(default_factory=list)
    exports: dict[str, str] = field(default_factory=dict)
    body: str = ""


@cache
def read_module(file: Path) -> Module:
    """Read a module.

    Parameters
    ----------
    file : Path
        A JavaScript module.

    Returns
    -------
    Module
        What it imports and exports, and the rest.

    Raises
    ------
    ScriptTrouble
        If an import or export cannot be read or leads nowhere; names file and line.
    """
    script = read_script(file)
    if own := OWN.search(script.code):
        raise script.trouble(own.start(), f"the name {own[0]} is needed for joining: choose another.")
    for wait in AWAIT.finditer(script.code):
        if not ASYNC.search(script.statement_before(wait.start())):
            raise script.trouble(wait.start(), "await does not work here in a widget: put it into { } of a function.")
    module = Module(script)
    text, code, done = "", "", 0
    for found in STATEMENT.finditer(script.code):
        if found.start() < done:
            continue  # a word of the statement before
        end, instead = _Statement(module, found.start()).read()
        text += script.text[done : found.start()] + instead
        code += script.code[done : found.start()] + instead
        done = end
    module.body = compact(Script(file, text + script.text[done:], code + script.code[done:])).strip("\n")
    return module


class _Statement:
    """The import or export that begins at a place."""

    def __init__(self, module: Module, place: int) -> None:
        self._module, self._script, self._place = module, module.script, place

    def read(self) -> tuple[int, str]:
        """Note what it says in the module; give its end and what stands in its place."""
        code, place = self._script.code, self._place
        if found := LATER.match(code, place):
            self._module.later.append(Import(self._file(found), place))
            return found.end(), TAKEN.format(len(self._module.later) - 1)
        if re.compile(r"import\s*[.(]").match(code, place):
            raise self._trouble(
                "import.meta, and import() of anything but a name in quotes, do not work in a widget: write "
                'import("./a.js"), or import at the top of the file'
            )
        if self._script.depth(place):
            raise self._trouble("an import or export inside of brackets is none: put it at the top level of the file")
        readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], None]], ...] = (
            (SIDE_EFFECT, self._import), (IMPORT, self._import), (STAR, self._star), (NAMES, self._names)
        )  # fmt: skip
        for pattern, read in readers:
            if found := pattern.match(code, place):
                read(found)
                # What stood before may have no semicolon, and what follows may begin with a bracket.
                return found.end(), ";" if pattern is NAMES else ""
        if found := DEFAULT.match(code, place):
            return found.end(), self._default(found.end())
        begun = re.compile(r"export\s+").match(code, place)
        if begun and (found := CONST.match(code, begun.end())):
            self._is_alone(found.end())
            self._export(found["name"], found["name"])
        elif begun and (found := DECLARED.match(code, begun.end())) and found["name"]:
            self._export(found["name"], found["name"])
        else:
            raise self._trouble(
                "this import or export cannot be read: take one of the forms in tests/page/test_joined.py"
            )
        return begun.end(), ""

    def _trouble(self, what: str) -> ScriptTrouble:
        line = self._script.text[self._place :].split("\n", 1)[0].strip()
        return self._script.trouble(self._place, f"{what}. It says: {line}")

    def _file(self, found: re.Match[str]) -> Path:
        start, end = found.span("from")
        name = self._script.text[start + 1 : end - 1]
        if not name.startswith(("./", "../")):
            raise self._trouble("only files of the course can be imported, by a path that begins with ./ or ../")
        file = (self._script.file.parent / name).resolve()
        if not file.is_file():
            raise self._trouble(f"there is no file {name}")
        return file

    def _pairs(self, names: str) -> list[tuple[str, str]]:
        """Read what stands in braces: each name, and the one behind its ``as``."""
        parts = [part for part in map(str.strip, names.split(",")) if part]
        pairs = [PAIR.fullmatch(part) for part in parts]
        if not all(pairs):
            raise self._trouble("one of these names cannot be read: write a or a as b")
        return [(pair[1], pair[2] or pair[1]) for pair in pairs if pair]

    def _import(self, found: re.Match[str]) -> None:
        parts = found.groupdict()
        default, space, listed = parts.get("default"), parts.get("space"), parts.get("names")
        if bool(parts.get("comma")) != bool(default and (space or listed is not None)):
            raise self._trouble("this import cannot be read: look at its commas")
        names = {here: there for there, here in self._pairs(listed or "")} | ({default: "default"} if default else {})
        self._module.imports.append(Import(self._file(found), self._place, names, space))

    def _star(self, found: re.Match[str]) -> None:
        self._module.passed.append(Import(self._file(found), self._place, space=found["space"] or "*"))

    def _names(self, found: re.Match[str]) -> None:
        pairs = self._pairs(found["names"])
        if found["from"]:
            names = {here: there for there, here in pairs}
            self._module.passed.append(Import(self._file(found), self._place, names))
            return
        for own, name in pairs:
            if re.search(rf"(?<![\w$.])(?:let|var)\s+{re.escape(own)}(?![\w$])", self._script.code):
                raise self._trouble(f"{own} may change, and others would not see it: export a const or a function")
            self._export(name, own)

    def _default(self, start: int) -> str:
        declared = DECLARED.match(self._script.code, start)
        if not declared:
            self._export("default", "$default")
            return "const $default = "
        if not declared["name"]:
            raise self._trouble("give the function or class that is exported as default a name")
        self._export("default", declared["name"])
        return ""

    def _is_alone(self, start: int) -> None:
        """See that a constant is the only one in its statement."""
        depth = 0
        for sign in self._script.code[start:]:
            depth += (sign in "([{") - (sign in ")]}")
            if depth == 0 and sign == ",":
                raise self._trouble("export one constant a statement, and end it with a semicolon")
            if depth < 0 or (depth == 0 and sign == ";"):
                return

    def _export(self, name: str, own: str) -> None:
        if name in self._module.exports:
            raise self._trouble(f"the name {name} is exported twice")
        self._module.exports[name] = own
