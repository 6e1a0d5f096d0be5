"""Counts what it costs to read the fonts of a PDF: a few bytes can name a table of many thousand entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Protocol

_RANGE = re.compile(rb"<([0-9A-Fa-f]{1,8})>\s*<([0-9A-Fa-f]{1,8})>")
LARGEST_TABLE = 65_536
"""The library reads no range that is longer."""
MOST_FORMS_DEEP = 200
"""Forms within forms of one page."""


class Counted(Protocol):
    """What counts the steps."""

    def draws(self, amount: int) -> None:
        """Add so many steps."""


class Fonts:
    """The fonts of one file, each looked at once and counted as often as it is read."""

    def __init__(self) -> None:
        self._known: dict[int, int] = {}

    def of_page(self, page: Any, work: Counted) -> dict[str, int]:
        """Count the fonts of a page; give the steps for each of its forms by name, those with one name together."""
        work.draws(self._of(page))
        forms: dict[str, int] = {}
        waiting, seen = [page], {id(page)}
        while waiting:
            for name, form in _forms(waiting.pop()):
                if id(form) in seen or len(seen) > MOST_FORMS_DEEP:
                    continue
                seen.add(id(form))
                waiting.append(form)
                steps = self._of(form) + len(form.get_data())
                work.draws(steps)
                forms[name] = forms.get(name, 0) + steps
        return forms

    def _of(self, holder: Any) -> int:
        fonts = _below(holder, "/Resources", "/Font")
        return sum(self._steps(font.get_object()) for font in fonts.values()) if fonts else 0

    def _steps(self, font: Any) -> int:
        if id(font) not in self._known:
            self._known[id(font)] = sum(_steps(font))
        return self._known[id(font)]


def _steps(font: Any) -> Iterator[int]:
    yield 500
    meanings: Any = font.get("/ToUnicode") if hasattr(font, "get") else None
    meanings = meanings.get_object() if meanings is not None else None
    if hasattr(meanings, "get_data"):
        data = meanings.get_data()
        yield len(data)
        for first, last in _RANGE.findall(data):
            yield max(0, min(int(last, 16) - int(first, 16), LARGEST_TABLE))
    for inner in _array(font, "/DescendantFonts")[:1]:
        widths = _array(inner.get_object(), "/W")
        yield len(widths)
        yield sum(_extents(widths))


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
