"""Files of all kinds, made here: sound ones, and those that want to do harm."""

import io
import struct
import zipfile
import zlib

import docx

SENTENCES = "The mayor said that the bridge is safe. Nobody has seen the report."
PAGE = b"BT /F1 12 Tf 50 700 Td (%s) Tj ET"


def word(*paragraphs: str, title: str = "") -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs or (SENTENCES,):
        document.add_paragraph(paragraph)
    return saved(document)


def saved(document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def word_with(changed: dict[str, bytes], **more: str) -> bytes:
    """Make a Word file in which some parts are others."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word(**more))) as packed, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as anew:
        for name in packed.namelist():
            if name not in changed:
                anew.writestr(name, packed.read(name))
        for name, content in changed.items():
            anew.writestr(name, content)
    return made.getvalue()


def body(inner: str) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return f"<w:document {space}><w:body>{inner}</w:body></w:document>".encode()


def packed_with(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return made.getvalue()


def lying_about_size(data: bytes, name: str, size: int) -> bytes:
    """Write another unpacked size into the directory and the head of a part."""
    out = bytearray(data)
    for sign, size_at, name_at in ((b"PK\3\4", 22, 30), (b"PK\1\2", 24, 46)):
        at = out.find(sign)
        while at >= 0:
            if out[at + name_at : at + name_at + len(name)] == name.encode():
                out[at + size_at : at + size_at + 4] = struct.pack("<I", size)
            at = out.find(sign, at + 1)
    return bytes(out)


def pdf(*pages: str | bytes, objects: dict[int, bytes] | None = None, info: str = "", kids: bytes = b"",
        resources: bytes = b"/Font << /F1 3 0 R >>", trailer: bytes = b"") -> bytes:  # fmt: skip
    """Write a PDF. A page is its words, or the drawing instructions; object 3 is its font, pages begin at 10."""
    drawn = [_drawn(page) for page in pages]
    places = kids or b" ".join(b"%d 0 R" % (10 + 2 * at) for at in range(len(drawn)))
    made: dict[int, bytes] = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count %d /Kids [%s] /Resources << %s >> /MediaBox [0 0 600 800] >>"
        % (len(drawn), places, resources),
        3: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        4: b"<< /Title (%s) >>" % info.encode("latin_1"),
    }
    for at, drawing in enumerate(drawn):
        made[10 + 2 * at] = b"<< /Type /Page /Parent 2 0 R /Contents %d 0 R >>" % (11 + 2 * at)
        made[11 + 2 * at] = stream(drawing)
    return _written(made | (objects or {}), trailer)


def stream(content: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), more, packed)


def _drawn(page: str | bytes) -> bytes:
    if isinstance(page, bytes):
        return page
    lines = [line.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)") for line in page.split("\n")]
    return b"BT /F1 12 Tf 50 700 Td " + b" 0 -14 Td ".join(b"(%s) Tj" % line for line in lines) + b" ET"


def _written(made: dict[int, bytes], trailer: bytes) -> bytes:
    out, starts = bytearray(b"%PDF-1.7\n"), {}
    for number in sorted(made):
        starts[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, made[number])
    last, table = max(made), len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (last + 1)
    for number in range(1, last + 1):
        out += b"%010d %05d %s \n" % (
            starts.get(number, 0),
            0 if number in starts else 65535,
            b"n" if number in starts else b"f",
        )
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info 4 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (last + 1, trailer, table)
    return bytes(out)
