"""Counts the work for a PDF, its fonts with it: a few bytes can name a table of many thousand entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from exercises.texts.bounds import MOST_DRAWN, MOST_ENTRIES, MOST_OPERATIONS
from exercises.texts.refused import refuse

_BRACKETS = bytes.maketrans(b"<>\r", b"  \n")
_CODE = re.compile(rb"[0-9A-Fa-f]{1,32}")
LARGEST_TABLE = 65_536
"""Longer ranges the library refuses."""
MOST_LOOKED_AT = 200
"""Forms of one page, with those within."""
FOR_ANY_FONT = 50
BYTES_OF_ENTRY = 20


class Work:
    """Counts what was done for one file.

    Attributes
    ----------
    drawn, entries, operations : int
        Bytes of drawing instructions, entries of fonts, and instructions that were carried out.
    """

    def __init__(self) -> None:
        self.drawn = self.entries = self.operations = 0
        self._forms: dict[str, int] = {}

    def add(self, *, drawn: int = 0, entries: int = 0) -> None:
        """Add what is going to be done, and refuse the file if that is too much."""
        self.drawn += drawn
        self.entries += entries
        self.look()

    def begin(self, forms: dict[str, int]) -> None:
        """Begin a page; so many entries are read for its forms, each time that one is used."""
        self._forms = forms

    def step(self, operator: Any, operands: Any, *_matrices: Any) -> None:
        """Count one drawing instruction."""
        self.operations += 1
        if operator == b"Do" and operands:
            self.entries += self._forms.get(str(operands[0]), 0)
        self.look()

    def look(self) -> None:
        """Refuse the file if it was too much work. Within a form the library goes on, and comes here again."""
        if self.operations > MOST_OPERATIONS or self.drawn > MOST_DRAWN or self.entries > MOST_ENTRIES:
            refuse("heavy-pdf")


class Fonts:
    """The fonts of one file, each looked at once and counted as often as it is read."""

    def __init__(self) -> None:
        self._known: dict[int, int] = {}

    def of_page(self, page: Any, work: Work) -> dict[str, int]:
        """Count the fonts of a page; give the entries for each of its forms by name, those with one name together."""
        work.add(entries=self._of(page))
        forms: dict[str, int] = {}
        waiting, seen = [page], {id(page)}
        while waiting:
            for name, form in _forms(waiting.pop()):
                if id(form) in seen or len(seen) > MOST_LOOKED_AT:
                    continue
                seen.add(id(form))
                waiting.append(form)
                work.add(drawn=len(form.get_data()))
                forms[name] = forms.get(name, 0) + self._of(form)
        return forms

    def _of(self, holder: Any) -> int:
        fonts = _below(holder, "/Resources", "/Font")
        return sum(self._entries(font.get_object()) for font in fonts.values()) if fonts else 0

    def _entries(self, font: Any) -> int:
        if id(font) not in self._known:
            self._known[id(font)] = sum(_entries(font))
        return self._known[id(font)]


def _entries(font: Any) -> Iterator[int]:
    yield FOR_ANY_FONT
    meanings: Any = font.get("/ToUnicode") if hasattr(font, "get") else None
    meanings = meanings.get_object() if meanings is not None else None
    if hasattr(meanings, "get_data"):
        data = meanings.get_data()
        yield len(data) // BYTES_OF_ENTRY
        yield from _ranges(data)
    for inner in _array(font, "/DescendantFonts")[:1]:
        widths = _array(inner.get_object(), "/W")
        yield len(widths)
        yield sum(_extents(widths))


def _ranges(meanings: bytes) -> Iterator[int]:
    """Give the length of each range of codes that have one meaning after the other: first, last, and meaning."""
    for part in meanings.split(b"beginbfrange")[1:]:
        for line in part.partition(b"endbfrange")[0].translate(_BRACKETS).split(b"\n"):
            words = line.replace(b"[", b" [ ").split(maxsplit=3)[:3]
            if len(words) == 3 and all(map(_CODE.fullmatch, words)):
                yield max(0, min(int(words[1], 16) - int(words[0], 16), LARGEST_TABLE))


def _extents(widths: Any) -> Iterator[int]:
    """Give the length of each range of widths: first, last, and how wide each is."""
    numbers = [one if isinstance(one, int | float) else None for one in widths]
    for first, last in pairwise(numbers):
        if first is not None and last is not None and last > first:
            yield min(int(last - first), LARGEST_TABLE)


def _array(font: Any, name: str) -> Any:
    found = font.get(name) if hasattr(font, "get") else None
    found = found.get_object() if found is not None else None
    return found if isinstance(found, list) else []


def _forms(holder: Any) -> Iterator[tuple[str, Any]]:
    for name, place in (_below(holder, "/Resources", "/XObject") or {}).items():
        form = place.get_object()
        if hasattr(form, "get_data") and form.get("/Subtype") == "/Form":
            yield str(name), form


def _below(holder: Any, *names: str) -> Any:
    """Go down through dictionaries; a page has some of its parent's."""
    for name in names:
        holder = holder.get(name) if hasattr(holder, "get") else None
        holder = holder.get_object() if hasattr(holder, "get_object") else None
    return holder if hasattr(holder, "items") else None
