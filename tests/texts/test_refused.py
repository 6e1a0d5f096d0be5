"""What cannot be used is refused in one clear sentence: one table of texts and files that nobody can read."""

import re

import pytest
from made_files import (
    SENTENCES,
    body,
    lying_about_size,
    packed_with,
    pdf,
    stream,
    word,
    word_with,
)

from exercises.files.reading import read_plain
from exercises.texts import bounds, pdf_work
from exercises.texts import pdf as reader
from exercises.texts.brought import read_brought, read_file, read_pasted, refuse_too_large
from exercises.texts.refused import TextRefused
from exercises.words.spoken import OWN_FOLDER

MAIN = "word/document.xml"
ENTITIES = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>' + body("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>")
LOCKED = (
    b"/Encrypt << /Filter /Standard /V 5 /R 6 /O (%s) /U (%s) /OE (%s) /UE (%s) /Perms (%s) /P -1 /Length 256 >>"
    % (b"a" * 48, b"a" * 48, b"a" * 32, b"a" * 32, b"a" * 16)
)
# Each branch leads to the next one twice: forty levels are a million million pages.
BRANCHES = {
    100 + at: b"<< /Type /Pages /Count 2 /Parent 2 0 R /Kids [%d 0 R %d 0 R] >>" % (101 + at, 101 + at)
    for at in range(40)
} | {140: b"<< /Type /Page /Parent 2 0 R /Contents 11 0 R >>"}
SAME_TABLE = b"begincmap 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap"
FONTS = {
    300 + at: b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 400 0 R >>"
    for at in range(40)
} | {400: stream(SAME_TABLE)}
ALL_FONTS = b"/Font << %s >>" % b" ".join(b"/G%d %d 0 R" % (at, 300 + at) for at in range(40))


def forms(depth):
    """Make forms that each use the next one twice."""
    kind, font = b"/Type /XObject /Subtype /Form", b"/Font << /F1 3 0 R >>"
    made = {
        200 + at: stream(
            b"/X Do /X Do (a) Tj", kind + b" /Resources << %s /XObject << /X %d 0 R >> >>" % (font, 201 + at)
        )
        for at in range(depth)
    }
    return made | {200 + depth: stream(b"(b) Tj", kind + b" /Resources << %s >>" % font)}


REFUSED = {
    "nothing": ("", b"", "empty-file"),
    "blanks": ("a.txt", b" \r\n\t ", "empty-file"),
    "only hidden signs": ("a.txt", "\u200b\ufeff\u202e".encode(), "empty"),
    "only signs": ("a.txt", "… – 🙂 * * *".encode(), "only-signs"),
    "too many words": ("a.txt", b"word " * 200_001, "many-words"),
    "too long a word": ("a.txt", b"w" * 2_000_001, "long"),
    "far too long": ("a.txt", b" a" * 4_000_001, "long"),
    "machine code": ("a.txt", bytes(range(256)) * 40, "no-text"),
    "only zeros": ("a.md", b"\0" * 5000, "no-text"),
    "picture": ("a.pdf", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture"),
    "gzip": ("a.docx", b"\x1f\x8b\x08\0\0", "packed"),
    "rtf": ("a.docx", b"{\\rtf1 The mayor said so.}", "rich-text"),
    "old .doc": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "old-word"),
    "locked .docx": (
        "a.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "locked-word",
    ),
    "page in one file": (
        "a.mht",
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=x\r\n\r\n--x",
        "one-file-page",
    ),
    "zip": ("a.docx", packed_with({"a.txt": b"The mayor said so."}), "no-word"),
    "zip that is a table": ("a.docx", packed_with({"[Content_Types].xml": b"<a/>", "xl/a.xml": b"<a/>"}), "no-word"),
    "zip that breaks off": ("a.docx", word()[:-300], "damaged-word"),
    "half a .docx": ("a.docx", word()[:2000], "damaged-word"),
    "no XML": ("a.docx", word_with({MAIN: b"hello"}), "damaged-word"),
    "XML without end": ("a.docx", word_with({MAIN: body("<w:p>")[:-30]}), "damaged-word"),
    "XML as deep as a well": ("a.docx", word_with({MAIN: body("<w:p>" * 9000 + "</w:p>" * 9000)}), "damaged-word"),
    "empty .docx": ("a.docx", word(""), "empty"),
    "entities": ("a.docx", word_with({MAIN: ENTITIES}), "bomb"),
    "entities in UTF-16": ("a.docx", word_with({MAIN: ENTITIES.decode().encode("utf-16")}), "bomb"),
    "zip bomb": ("a.docx", word_with({MAIN: body(" " * 50_000_000)}), "bomb"),
    "zip bomb that says it is small": (
        "a.docx",
        lying_about_size(word_with({MAIN: body(" " * 50_000_000)}), MAIN, 1000),
        "damaged-word",
    ),
    "bomb of tags": ("a.docx", word_with({MAIN: body("<w:p/>" * 3_000_001)}), "bomb"),
    "bomb of parts": ("a.docx", word_with({f"word/{at}.xml": b"<a/>" for at in range(5001)}), "bomb"),
    "PDF without text": ("a.pdf", pdf(b"", b"q 1 0 0 1 0 0 cm Q"), "scanned"),
    "PDF without pages": ("a.pdf", pdf(), "damaged-pdf"),
    "PDF that breaks off": ("a.pdf", pdf(SENTENCES)[:400], "damaged-pdf"),
    "PDF in name only": ("a.pdf", b"%PDF-1.4\nhello", "damaged-pdf"),
    "locked PDF": ("a.pdf", pdf(SENTENCES, trailer=LOCKED), "locked-pdf"),
    "too many pages": ("a.pdf", pdf(*["Word."] * 1001), "many-pages"),
    "pages in a circle": ("a.pdf", pdf(SENTENCES, kids=b"2 0 R"), "damaged-pdf"),
    "pages without end": ("a.pdf", pdf(SENTENCES, kids=b"100 0 R 100 0 R", objects=BRANCHES), "heavy-pdf"),
    "PDF that unpacks to a lot": ("a.pdf", pdf(b" " * 90_000_000), "heavy-pdf"),
    "PDF that draws a lot": ("a.pdf", pdf(b"q Q " * 600_000), "heavy-pdf"),
    "forms within forms": (
        "a.pdf",
        pdf(*[b"/X Do"] * 4, objects=forms(30), resources=b"/Font << /F1 3 0 R >> /XObject << /X 200 0 R >>"),
        "heavy-pdf",
    ),
    "fonts with huge tables": ("a.pdf", pdf(*[SENTENCES] * 500, objects=FONTS, resources=ALL_FONTS), "heavy-pdf"),
    "arrays within arrays": ("a.pdf", pdf(b"[" * 100_000 + b" Tj"), "damaged-pdf"),
    "page as deep as a well": ("a.html", b"<div>" * 100_000 + b"deep", "tangled-page"),
    "page of tags": ("a.html", b"<p>a" * 400_001, "tangled-page"),
    "page of scripts": ("a.html", b"<html><script>var a = 'The mayor said so.'</script></html>", "empty"),
}


@pytest.fixture(autouse=True)
def _a_tenth_of_the_work(monkeypatch):
    # What is just too much takes a minute; with a tenth of that the same is refused.
    for name in ("MOST_ENTRIES", "MOST_OPERATIONS", "MOST_DRAWN"):
        monkeypatch.setattr(pdf_work, name, getattr(bounds, name) // 10)
    monkeypatch.setitem(reader._BOUNDS, "stream_parsing_work_maximum_count", bounds.MOST_ON_PAGE // 10)


@pytest.mark.parametrize(("name", "data", "sentence"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_in_one_sentence(name, data, sentence):
    with pytest.raises(TextRefused) as refused:
        read_brought(name, data)
    assert is_said(str(refused.value), sentence)
    assert refused.value._render_traceback_() == [str(refused.value)]


def is_said(said: str, sentence: str) -> bool:
    words = read_plain(OWN_FOLDER / "en.yaml")["texts"]["refused"][sentence]
    return bool(re.fullmatch(re.sub(r"\\\{\w+\\\}", r"[\\d,]+", re.escape(words)), said))


@pytest.mark.parametrize("text", ["", " \n ", "\x00\x07", "\ud800 ", "\u0301\u0301", "…", "—\u2028—", "🙂"])
def test_a_pasted_text_without_words_is_refused(text):
    with pytest.raises(TextRefused):
        read_pasted(text)


def test_a_large_file_is_refused_before_it_is_read(tmp_path, monkeypatch):
    file = tmp_path / "large.txt"
    with file.open("wb") as made:
        made.truncate(bounds.MOST_BYTES + 1)  # Takes no room on the disk.
    monkeypatch.setattr(type(file), "open", lambda *_: pytest.fail("it was read"))
    with pytest.raises(TextRefused, match="larger than 50 MB"):
        read_file(file)
    with pytest.raises(TextRefused, match="larger than 50 MB"):
        refuse_too_large(50_000_001)
    refuse_too_large(50_000_000)


def test_a_file_that_is_not_there_and_a_folder_are_refused(tmp_path):
    for path in (tmp_path, tmp_path / "nothing.txt"):
        with pytest.raises(TextRefused, match="not there"):
            read_file(path)


def test_each_refusal_is_one_sentence_and_can_happen():
    sentences = read_plain(OWN_FOLDER / "en.yaml")["texts"]["refused"]
    for said in sentences.values():
        assert re.fullmatch(r"[A-Z].*[^.]\.", re.sub(r"\.(?=\w)| (?=\.\w)", "", said)), said
        assert not re.search(r"[.!?] [A-Z]", said), said
    tried = {sentence for _, _, sentence in REFUSED.values()} | {"large", "no-file"}
    assert tried == set(sentences)
