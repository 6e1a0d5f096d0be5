"""Joins a view with all that it imports, because a widget's module cannot import a neighbour."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from exercises.page.modules import TAKEN, Import, Module, read_module

HERE = Path(__file__).parent
_LATER = re.compile(TAKEN.format(r"(\d+)"))


@cache
def join_module(view: Path, around: Path | None = None) -> str:
    """Join a view with all that it imports, because a widget's module cannot import a neighbour.

    Parameters
    ----------
    view : Path
        The view's JavaScript file.
    around : Path, optional
        A file of the host that exports one function: it is given the view, and gives what the host loads.

    Returns
    -------
    str
        One module without imports. Every file stands in it once, in front of those that need it, in a function of its
        own, so that no two can take each other's names; comments and indentation stay behind.

    Raises
    ------
    ScriptTrouble
        If a file imports or exports in a way that cannot be read, or in a circle; names file and line.
    """
    joined = _Joined()
    joined.add(view.resolve(), [])
    return joined.text() if around is None else joined.text_with(around.resolve())


@cache
def join_style(style: Path) -> str:
    """Join the shared style sheet in front of a view's own."""
    return (HERE / "kit.css").read_text("utf-8") + "\n" + style.read_text("utf-8")


class _Joined:
    """The files that were joined so far; ``$1``, ``$2`` and so on hold what each exports."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._places: dict[Path, str] = {}
        self._exports: dict[Path, dict[str, str]] = {}

    def text(self) -> str:
        """Give all as one module, which exports what the last file does: the view."""
        view = next(reversed(self._places))
        place, names = self._places[view], self._exports[view]
        exports = ["export default " if name == "default" else f"export const {name} = " for name in names]
        return "\n".join([*self._parts, *(f"{line}{place}.{name};" for line, name in zip(exports, names, strict=True))])

    def text_with(self, around: Path) -> str:
        """Give all as one module, which exports what a host puts around the view."""
        view = self._places[next(reversed(self._places))]
        self.add(around, [])
        (put,) = self._exports[around]
        return "\n".join([*self._parts, f"export default {self._places[around]}.{put}({view}.default);"])

    def add(self, file: Path, path: list[Path]) -> None:
        """Add a file behind all that it imports; ``path`` leads to it from the view."""
        module = read_module(file)
        for one in sorted([*module.imports, *module.passed, *module.later], key=lambda one: one.place):
            if one.file in (*path, file):
                way = [*path, file, one.file]
                circle = " -> ".join(step.name for step in way[way.index(one.file) :])
                raise module.script.trouble(one.place, f"{circle} is a circle: put what both need into a third file.")
            if one.file not in self._places:
                self.add(one.file, [*path, file])
            for name in one.names.values():
                if name not in self._exports[one.file]:
                    raise module.script.trouble(one.place, f"{one.file.name} exports no {name}.")
        exports = self._exported(module)
        given = ", ".join(name if name == own else f"{name}: {own}" for name, own in exports.items())
        lines = [*map(self._taken, module.imports), self._body(module), f"return {{ {given} }};"]
        self._places[file] = f"${len(self._places) + 1}"
        self._exports[file] = exports
        self._parts.append("\n".join([f"const {self._places[file]} = (() => {{", *filter(None, lines), "})();"]))

    def _body(self, module: Module) -> str:
        """Give its code; what it takes while it runs is here already, and is given the way it is asked for."""
        places = [self._places[one.file] for one in module.later]
        return _LATER.sub(lambda found: f"Promise.resolve({places[int(found[1])]})", module.body)

    def _taken(self, one: Import) -> str:
        """Give the line that takes what is imported."""
        names = ", ".join(here if here == there else f"{there}: {here}" for here, there in one.names.items())
        holders = [*([one.space] if one.space else []), *([f"{{ {names} }}"] if names else [])]
        return " ".join(f"const {holder} = {self._places[one.file]};" for holder in holders)

    def _exported(self, module: Module) -> dict[str, str]:
        """Give where to find what a module exports, with what it passes on; its own names go before those of ``*``."""
        exports = dict(module.exports)
        for one in module.passed:
            place = self._places[one.file]
            named = {one.space: place} if one.space not in (None, "*") else {}
            named |= {here: f"{place}.{there}" for here, there in one.names.items()}
            _add(exports, named, module, one)
        starred: dict[str, str] = {}
        for one in module.passed:
            if one.space == "*":
                names = self._exports[one.file].keys() - exports.keys() - {"default"}
                _add(starred, {name: f"{self._places[one.file]}.{name}" for name in sorted(names)}, module, one)
        return exports | starred


def _add(exports: dict[str, str], more: dict[str, str], module: Module, one: Import) -> None:
    if twice := sorted(exports.keys() & more.keys()):
        raise module.script.trouble(one.place, f"the name {twice[0]} is exported twice: give one of them another.")
    exports |= more
