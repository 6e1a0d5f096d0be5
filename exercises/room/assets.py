"""The files that pages load: modules and style sheets of the package, under an address that changes when they do."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from markupsafe import Markup

from exercises.page.modules import read_module
from exercises.page.script import compact, read_script
from exercises.page.view import View

PACKAGE = Path(__file__).parents[1]
SITE = Path(__file__).parent / "site"
KIT = PACKAGE / "page" / "kit.css"
QUOTED_OR_BETWEEN = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?:\s|/\*.*?\*/)+""", flags=re.S)
COMMENT = re.compile(r"/\*.*?\*/", flags=re.S)
# Modules are read as UTF-8 whatever is said, and style sheets like their page: sixty answers are shorter without it.
TYPES = {".js": "text/javascript", ".css": "text/css"}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file: its type, its bytes, and these compressed."""

    type: str
    plain: bytes
    packed: bytes


class Assets:
    """All modules and style sheets, read once; nothing else of the package can be asked for."""

    def __init__(self) -> None:
        files = sorted(file for file in PACKAGE.rglob("*") if file.suffix in TYPES)
        self._all = {file.relative_to(PACKAGE).as_posix(): _read(file) for file in files}
        self._addresses: dict[Path, str] = {}  # asked for by each page that opens
        told = hashlib.sha256()
        for name, one in self._all.items():
            told.update(name.encode() + b"\0" + one.plain + b"\0")
        # One name for all, so that modules find their neighbours: what a browser has kept under it never changes.
        self.edition = told.hexdigest()[:16]

    def get(self, name: str) -> Asset | None:
        """Give a file by its path in the package; None if there is none."""
        return self._all.get(name)

    def address(self, file: Path) -> str:
        """Give the address of a file of the package."""
        if file not in self._addresses:
            self._addresses[file] = f"/files/{self.edition}/{file.resolve().relative_to(PACKAGE).as_posix()}"
        return self._addresses[file]

    def head(self, views: Iterable[View] = (), script: str = "", style: str = "") -> Markup:
        """Write what the head of a page loads for some views; on a slow line nothing waits for a module to be read.

        A page without views loads the module of the room that is named ``script``, if any; ``style`` names a style
        sheet of the room that one page alone needs.
        """
        all_views = list(views)
        own = [SITE / style] if style else []
        styles = [KIT, SITE / "room.css", *own, *(sheet for view in all_views for sheet in (*view.shared, view.style))]
        modules = [found for view in all_views for found in reached(view.module)]
        lines = [Markup('<link rel="stylesheet" href="{}">').format(self.address(one)) for one in unique(styles)]
        if all_views:
            # Listed by hand: the first one loads views when it is told which, and so cannot be read like them.
            ours = [
                SITE / "room.js",
                SITE / "line.js",
                SITE / "model.js",
                SITE / "news.js",
                SITE / "ended.js",
                SITE / "whole.js",
                PACKAGE / "page" / "canonical.js",
            ]
            found = unique([*ours, *modules])
            lines += [Markup('<link rel="modulepreload" href="{}">').format(self.address(one)) for one in found]
            script = "room.js"
        if script:
            lines.append(Markup('<script type="module" src="{}"></script>').format(self.address(SITE / script)))
        return Markup("\n").join(lines)


@cache
def reached(module: Path) -> tuple[Path, ...]:
    """Give a module and all that it imports, itself first; read once, as pages keep the edition they were made of."""
    found, waiting = list[Path](), [module.resolve()]
    while waiting:
        file = waiting.pop(0)
        if file not in found:
            found.append(file)
            read = read_module(file)
            waiting += [one.file for one in (*read.imports, *read.passed)]
    return tuple(found)


def compact_style(text: str) -> str:
    """Take comments, empty lines and indentation from a style sheet; what stands in quotes stays."""

    def shorter(found: re.Match[str]) -> str:
        space = COMMENT.sub("", found[0])
        return found[1] or ("\n" if "\n" in space else space[:1])

    return QUOTED_OR_BETWEEN.sub(shorter, text).strip()


def unique(files: Iterable[Path]) -> list[Path]:
    """Give each file once, in the order of the first time."""
    return list(dict.fromkeys(file.resolve() for file in files))


def _read(file: Path) -> Asset:
    """Read a file without its comments and indentation, which are a third of what thirty phones would load."""
    text = compact(read_script(file)) if file.suffix == ".js" else compact_style(file.read_text("utf-8"))
    plain = text.encode()
    return Asset(TYPES[file.suffix], plain, gzip.compress(plain, 9, mtime=0))
