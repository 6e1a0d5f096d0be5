"""Unpacks the text parts of a Word file, piece by piece, and never too much, whatever the file says of its sizes."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from exercises.texts.bounds import MOST_MARKUP, MOST_PARTS, MOST_UNPACKED
from exercises.texts.refused import refuse

_PIECE = 65_536
_ENTRY = b"PK\1\2"
_LOCKED = 1
_READ = (".xml", ".rels")
# The first names entities, by which a few words can become gigabytes. Word writes neither.
_NEVER = (b"<!DOCTYPE", b"<!ENTITY")


def text_parts(data: bytes) -> bytes:
    """Pack the text parts of a Word file anew; pictures and all else stand in it empty.

    Parameters
    ----------
    data : bytes
        A packed file.

    Returns
    -------
    bytes
        A packed file whose parts are small enough to be read.

    Raises
    ------
    TextRefused
        If it is no Word file, is locked or damaged, or would become too large.
    """
    if data.count(_ENTRY) > MOST_PARTS:
        refuse("bomb")
    try:
        with ZipFile(BytesIO(data)) as packed:
            return _packed_anew(packed)
    except (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError) as error:
        if type(error).__module__.startswith("exercises"):
            raise
        refuse("damaged-word")


def _packed_anew(packed: ZipFile) -> bytes:
    parts = {part.filename: part for part in packed.infolist()}
    if "[Content_Types].xml" not in parts or not any(name.startswith("word/") for name in parts):
        refuse("no-word")
    read = [part for name, part in parts.items() if name.lower().endswith(_READ)]
    if any(part.flag_bits & _LOCKED for part in read):
        refuse("locked-word")
    if sum(part.file_size for part in read) > MOST_UNPACKED:
        refuse("bomb")
    left, tags, made = MOST_UNPACKED, 0, BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as anew:
        for name, part in parts.items():
            content = _unpacked(packed, part, left) if part in read else b""
            left -= len(content)
            tags += content.count(b"<")
            if tags > MOST_MARKUP or _is_harmful(content):
                refuse("bomb")
            anew.writestr(ZipInfo(name), content)
    return made.getvalue()


def _unpacked(packed: ZipFile, part: ZipInfo, most: int) -> bytes:
    pieces, length = [], 0
    with packed.open(part) as stream:
        while piece := stream.read(_PIECE):
            length += len(piece)
            if length > most:
                refuse("bomb")
            pieces.append(piece)
    return b"".join(pieces)


def _is_harmful(content: bytes) -> bool:
    # In UTF-16 each letter has a zero beside it.
    plain = content.replace(b"\0", b"") if b"\0" in content else content
    return any(sign in plain for sign in _NEVER)
