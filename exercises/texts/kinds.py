"""Tells what kind of file somebody brought: its bytes decide, the end of its name only where bytes leave it open."""

from __future__ import annotations

import re
from typing import Literal, get_args

from exercises.texts.refused import refuse, told
from exercises.words import words

Kind = Literal["pdf", "docx", "html", "markdown", "text"]

ENDINGS: dict[str, Kind] = {
    "pdf": "pdf",
    "docx": "docx",
    "html": "html",
    "htm": "html",
    "xhtml": "html",
    "md": "markdown",
    "markdown": "markdown",
    "txt": "text",
}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"\0\0\1\0")
_PACKED = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!\x1a", b"BZh", b"\xfd7zXZ")
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--[^>]{0,2000}-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b", re.I
)
_ONE_FILE_PAGE = re.compile(
    r"(?:[\w-]{1,40}:[^\n]{0,1000}\n(?:[ \t][^\n]{0,1000}\n){0,9}){0,30}?content-type: *multipart/related", re.I
)
_LOOKED_AT = 20_000


def kind_by_bytes(name: str, data: bytes) -> Kind | None:
    """Tell a PDF or a Word file by its bytes; None for what must be text.

    Raises
    ------
    TextRefused
        If it is a kind of file that cannot be read here, such as a picture.
    """
    begin = data[:1024].lstrip(b"\0\t\n\r\f \xef\xbb\xbf")
    if begin.startswith(b"%PDF-") or (ending(name) == "pdf" and b"%PDF-" in data[:1024]):
        return "pdf"
    if begin.startswith((b"PK\3\4", b"PK\5\6", b"PK\7\x08")):
        return "docx"
    if data.startswith(_OLD_OFFICE):
        refuse("locked-word" if _LOCKED in data else "old-word")
    if begin.startswith(b"{\\rtf"):
        refuse("rich-text")
    if data.startswith(_PICTURES) and b"\0" in data[:_LOOKED_AT]:
        refuse("picture")
    if data.startswith(_PACKED):
        refuse("packed")
    return None


def kind_by_text(name: str, text: str) -> Kind:
    """Tell a web page from Markdown and from plain text.

    Raises
    ------
    TextRefused
        If it is a page with its pictures in one file, as some browsers save it.
    """
    if _PAGE.match(text[:_LOOKED_AT]):
        return "html"
    if _ONE_FILE_PAGE.match(text[:_LOOKED_AT].replace("\r\n", "\n")):
        refuse("one-file-page")
    claimed = ENDINGS.get(ending(name), "text")
    return claimed if claimed in ("html", "markdown") else "text"


def ending(name: str) -> str:
    """Give what stands behind the last full stop of a name, in small letters."""
    return name.rpartition(".")[2].lower() if "." in name else ""


def said_of_name(name: str, kind: Kind) -> tuple[str, ...]:
    """Say so if the name promises another kind of file."""
    claimed = ENDINGS.get(ending(name))
    written = ("markdown", "text")
    if claimed is None or claimed == kind or (claimed in written and kind in written):
        return ()
    return (told("wrong-name", ending=ending(name), kind=str(words("texts")["kinds"][kind])),)


KINDS: tuple[Kind, ...] = get_args(Kind)
