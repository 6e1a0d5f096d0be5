"""The text of a work file: what stands in it, or in a sentence what was opened in its place."""

from __future__ import annotations

import re
from typing import Any, NoReturn

from exercises.answers.wellformed import DEEPEST, OddNumber, TooDeep, is_deep, read_json
from exercises.page.limits import LARGEST_FILE
from exercises.words import words

FORMAT = "whosays-answers"
LEVELS = 3  # of the file around each answer
# How other files begin, once their bytes were read as text: what is no letter came out as �.
_BEGINNINGS = {
    "picture": (
        r"�PNG\r|�{3,4}.{1,4}(?:JFIF|Exif|Adobe|ICC_|http)|�{4}\0C|GIF8|RIFF.{4,16}?WEBP|BM.{2,16}\0"
        r"|II\*\0|MM\0\*|\0\0\x01\0[^\0]\0|\0{3}.ftyp(?:heic|heix|mif1|msf1|avif)"
    ),
    "film": r"\0{2}.{2}(?:ftyp|moov|mdat)|RIFF.{4,16}?(?:AVI |WAVE)|ID3|OggS|\x1aE.{2}",
    "pdf": r"%PDF-",
    "packed": r"PK[\3\5]|7z��|Rar!|\x1f�",
    "old-word": r"��\x11ࡱ|\{\\rtf",
    "page": r"\s*<",
    "empty": r"\s*$",
}
_OTHER = {name: re.compile(form, re.DOTALL) for name, form in _BEGINNINGS.items()}
_NEVER_PLAIN = ("picture", "film")
_NO_TEXT = re.compile(r"[\0-\x08\x0e-\x1f]|�.{0,3}�")
_LOOKED_AT = 400
# How a work file begins in which each letter takes two or four bytes; blank lines may stand in front.
_WIDE = re.compile(r"[�\0]*(?:[ \t\r\n]\0+)*\{\0")


class ExportRefused(Exception):  # noqa: N818 - a refusal is an answer to the student, not a fault
    """The file cannot be taken in and nothing was changed; the text is one sentence for the student."""


def refuse(reason: str, **values: object) -> NoReturn:
    """Refuse a file, or to make one, in a sentence."""
    raise ExportRefused(str(words("exports")[reason]).format(**values)) from None


def content_of(text: str) -> dict[str, Any]:
    """Read the text of a work file, so far that it is one of this course.

    Raises
    ------
    ExportRefused
        If the file is too large or damaged, or another one; then it is said what it is.
    """
    # Some editors put a mark of byte order in front, some another one in front of that.
    text = text.lstrip("\ufeff")
    if len(text) > LARGEST_FILE or len(text.encode("utf-8", "surrogatepass")) > LARGEST_FILE:
        refuse("large")
    text = _in_one_byte(text)
    if not text.lstrip().startswith(("{", "[")) or _OTHER["old-word"].match(text):
        kind = _kind_of(text)
        # A sign may have come in front of one, as of a mail that was answered.
        if kind == "text" and "{" in text:
            _refuse_damaged(text, "whole")
        _refuse_other(kind)
    content = _parsed(text)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        _refuse_other("notebook" if isinstance(content, dict) and "nbformat" in content else "list")
    return content


def _in_one_byte(text: str) -> str:
    """Take the empty bytes out that some editors put beside every letter: a work file has plain letters alone."""
    return text.replace("\0", "").lstrip("�") if _WIDE.match(text) else text


def _kind_of(text: str) -> str:
    begin = text[:_LOOKED_AT]
    plain = not _NO_TEXT.search(begin)
    # A letter may begin with “ID3” or “GIF8” as well; in a picture or a film are signs that no text has.
    found = (name for name, form in _OTHER.items() if form.match(begin) and not (plain and name in _NEVER_PLAIN))
    return next(found, "text" if plain else "data")


def _refuse_other(kind: str) -> NoReturn:
    refuse("foreign", kind=words("exports")["kinds"][kind])


def _parsed(text: str) -> object:
    try:
        content: object = read_json(text, _once)
    except TooDeep:
        _refuse_damaged(text, "deep")
    except OddNumber:
        _refuse_damaged(text, "number")
    except _Twice:
        _refuse_damaged(text, "twice")
    except ValueError:
        _refuse_damaged(text, "whole")
    if is_deep(content, DEEPEST + LEVELS):
        _refuse_damaged(text, "deep")
    return content


def _refuse_damaged(text: str, where: str) -> NoReturn:
    """Refuse what cannot be read: as a work file only where its name stands in it, which is in front of one."""
    if FORMAT not in text:
        _refuse_other("text" if where == "whole" else "list")
    refuse("damaged", where=words("exports")[where])


class _Twice(ValueError):  # noqa: N818 - what was found, not a fault
    """A name stands twice in one object of the file: one of its values would be lost without a word."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Twice
    return found
