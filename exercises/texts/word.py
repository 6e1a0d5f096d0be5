"""Reads a Word file: paragraphs and tables in their order, as they would be after all changes are accepted."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from exercises.texts.found import Found
from exercises.texts.refused import TextRefused, refuse, told
from exercises.texts.unpacking import text_parts

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What was moved away or taken out, and what stands there a second time for older programs.
_SKIPPED = (f"{_W}del", f"{_W}moveFrom", _FALLBACK, f"{_W}rPr", f"{_W}pPr", f"{_W}sectPr")
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_ASIDE = {"footnotes": "footnotes", "endnotes": "footnotes", "comments": "comments"}


def read_word(data: bytes) -> Found:
    """Read a Word file.

    Parameters
    ----------
    data : bytes
        The file.

    Raises
    ------
    TextRefused
        If it is no Word file, is locked or damaged, or would become too large.
    """
    parts = text_parts(data)
    try:
        return _read(parts)
    except TextRefused:
        raise
    # A file can be damaged in more ways than the library has names for.
    except Exception:
        refuse("damaged-word")


def _read(parts: bytes) -> Found:
    from docx import Document

    document = Document(BytesIO(parts))
    text = "".join(_pieces(document.element.body))
    # Where a file names no title, the library would make one up.
    named = any(link.reltype.endswith("/core-properties") for link in document.part.package.rels.values())
    title = document.core_properties.title if named else ""
    return Found(text, title, tuple(_left_out(document.part)))


def _pieces(body: Any) -> Iterator[str]:
    from lxml import etree

    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element.tag in _SKIPPED:
            walk.skip_subtree()
        elif event == "start" and element.tag == f"{_W}t":
            yield element.text or ""
        elif event == "start":
            yield _SIGNS.get(element.tag, "\n" if element.tag == f"{_W}p" else "")
        elif element.tag == f"{_W}p":
            yield "\n"


def _left_out(part: Any) -> Iterator[str]:
    """Say which notes at the edge of the page were left out."""
    kinds = {link.reltype.rpartition("/")[2]: link for link in part.rels.values() if not link.is_external}
    named = {_ASIDE[kind] for kind, link in kinds.items() if kind in _ASIDE and b"<w:t>" in link.target_part.blob}
    for name in sorted(named):
        yield told(name)
