"""Reads the text of a PDF, page by page. How much is done for one file is counted, so that no file is read for ever."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from exercises.texts.bounds import MOST_FORMS, MOST_ON_PAGE, MOST_PAGES
from exercises.texts.found import Found
from exercises.texts.lines import joined_lines, without_edges
from exercises.texts.pdf_work import Fonts, Work
from exercises.texts.refused import TextRefused, refuse, told

# Without a handler of its own, what the library notes of a file would be printed among what a student reads.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

# The library's own bounds, which it keeps by counting, too.
_BOUNDS = {
    "page_tree_maximum_entries": 4 * MOST_PAGES,
    "xform_maximum_invocations_per_extraction": MOST_FORMS,
    "stream_parsing_work_maximum_count": MOST_ON_PAGE,
    "jbig2dec_binary": None,
}
_NO_TITLE = ("untitled", "microsoft word - ", "powerpoint presentation")


def read_pdf(data: bytes) -> Found:
    """Read the text of a PDF.

    Parameters
    ----------
    data : bytes
        The file.

    Raises
    ------
    TextRefused
        If it is locked or damaged, has no text, or is too much work.
    """
    from pypdf import apply_configuration
    from pypdf.errors import DependencyError, LimitReachedError

    try:
        with apply_configuration(**_BOUNDS):
            return _read(data)
    except TextRefused:
        raise
    except DependencyError:
        refuse("locked-pdf")
    except (LimitReachedError, MemoryError):
        refuse("heavy-pdf")
    # A file can be damaged in more ways than the library has names for.
    except Exception:
        refuse("damaged-pdf")


def _read(data: bytes) -> Found:
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    # Many files are locked only against printing: then the empty password opens them, as in any reader.
    if reader.is_encrypted and not reader.decrypt(""):
        refuse("locked-pdf")
    count = len(reader.pages)
    if count > MOST_PAGES:
        refuse("many-pages", count=count, most=MOST_PAGES)
    pages = list(_texts(reader.pages))
    silent = sum(not any(map(str.isalnum, page)) for page in pages)
    if silent == count:
        refuse("scanned" if count else "damaged-pdf")
    kept, edges = without_edges(pages)
    text, joined = joined_lines("\n".join(kept))
    notes = [told("silent-pages", count=silent, all=count)] if silent else []
    notes += [told("edges", count=edges)] if edges else []
    notes += [told("joined", count=joined)] if joined else []
    return Found(text, _title(reader), tuple(notes))


def _texts(pages: Any) -> Iterator[str]:
    """Give the text of each page, and stop at what would be too much for all of them together."""
    fonts, work = Fonts(), Work()
    for page in pages:
        contents = page.get_contents()
        work.add(drawn=len(contents.get_data()) if contents is not None else 0)
        work.begin(fonts.of_page(page, work))
        yield page.extract_text(visitor_operand_before=work.step)
        work.look()


def _title(reader: Any) -> str:
    # Titles stand in a part of their own, which may be damaged by itself.
    try:
        title = str(reader.metadata.title or "") if reader.metadata else ""
    except Exception:
        return ""
    return "" if title.lower().startswith(_NO_TITLE) else title
