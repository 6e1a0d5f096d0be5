"""Whatever is brought: a text with sound offsets or one sentence, and twice the work for twice the text."""

import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as some
from made_files import SENTENCES, pdf, word

from exercises.texts.brought import Brought, read_brought, read_pasted
from exercises.texts.halves import is_inside
from exercises.texts.refused import TextRefused

HERE = str(Path(read_brought.__code__.co_filename).parent)
# fmt: off
ODD = [
    "\ud83d", "\ude42", "\u0301", "\u200d", "\u202e", "\ufeff", "\0", "\r", "\n", "\u2028", "🙂", "🇺🇦", "👍🏽",
    "👨\u200d👩", "“", "”", "‘", "’", "«", "»", "„", "…", "–", ". ", "? ", "! ", "Dr. ", "• ", "said ", "The mayor ",
    "bridge", "Слава ", "é", "e\u0301", "ﬁ",
]
MARKUP = [
    "<p>", "</p>", "<div hidden>", "<script>", "</script>", "<table><td>", "<!--", "-->", "<![CDATA[", "&amp;", "&#0;",
    "&#xD83D;", "<a href='", "<svg>", "<h1>", "<form>", "<br>", "# ", "- ", "> ", "[a](", "*", "_", "`", "|", "---\n",
    "\n", "    ", "The mayor said so. ",
]
# fmt: on
PIECES = some.lists(some.sampled_from(ODD) | some.text(some.characters(exclude_categories=()), max_size=5), max_size=40)
TEXTS = PIECES.map("".join)
NAMES = some.sampled_from(["a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a", ".", "a.doc", "\ud83d.txt", "a.xhtml"])
STARTS = some.sampled_from(
    [b"", b"%PDF-1.4\n", b"PK\3\4", b"\xff\xfe", b"\xef\xbb\xbf", b"<html>", b"---\n", b"<?xml?>", b"\xfe\xff"]
)


def is_sound(brought: Brought) -> None:
    """See that sentences are in order, inside, whole, and all that there is to see."""
    text, at = brought.text, 0
    text.encode()
    assert text == unicodedata.normalize("NFC", text)
    assert brought.sentences
    for span in brought.sentences:
        assert at <= span.start < span.end <= len(text)
        assert not text[at : span.start].strip()
        assert not text[span.start].isspace()
        assert not text[span.end - 1].isspace()
        assert not is_inside(text, span.start)
        assert not is_inside(text, span.end)
        at = span.end
    assert not text[at:].strip()
    assert all("{" not in note and note.endswith((".", "!")) for note in brought.notes)


def is_refused(refused: TextRefused) -> None:
    assert str(refused).endswith(".")
    assert "{" not in str(refused)


@given(TEXTS)
@example("\n".join(["a"] * 3) + "\u0301")
@example("\ufb01\u0301")
@example("🇺" * 2001)
@example("👨\u200d" * 3000 + "a")
@example("no full stop " * 900)
@example("x" * 5001)
def test_any_text_works_or_is_refused(text):
    try:
        is_sound(read_pasted(text))
    except TextRefused as refused:
        is_refused(refused)
        assert not any(map(str.isalnum, text)) or len(text) > 1_000_000


@given(TEXTS, some.lists(some.tuples(some.integers(-9, 90), some.integers(-9, 90)), max_size=9))
def test_no_splitter_makes_a_sentence_of_half_a_character(text, places):
    text = f"a{text}"
    brought = read_pasted(text, lambda _: places)
    at = 0
    for span in brought.sentences:
        assert at <= span.start < span.end <= len(brought.text)
        assert not is_inside(brought.text, span.start)
        assert not is_inside(brought.text, span.end)
        at = span.end


def reads(name: str, data: bytes) -> None:
    try:
        is_sound(read_brought(name, data))
    except TextRefused as refused:
        is_refused(refused)


@given(NAMES, STARTS, some.binary(max_size=300))
def test_any_bytes_work_or_are_refused(name, start, data):
    reads(name, start + data)


@given(NAMES, TEXTS, some.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-32", "cp1252", "koi8_u"]))
def test_any_text_file_works_or_is_refused(name, text, encoding):
    reads(name, text.encode(encoding, "replace"))


SOUND = {"a.docx": word(), "a.pdf": pdf(SENTENCES, SENTENCES), "a.html": f"<html><p>{SENTENCES}<b>{SENTENCES}".encode()}


@given(
    some.sampled_from(sorted(SOUND)), some.lists(some.tuples(some.floats(0, 1), some.binary(max_size=4)), max_size=6)
)
def test_a_file_with_faults_works_or_is_refused(name, faults):
    data = bytearray(SOUND[name])
    for place, content in faults:
        at = int(place * len(data))
        data[at : at + len(content)] = content
    reads(name, bytes(data))


@given(some.sampled_from(["a.html", "a.md"]), some.lists(some.sampled_from(MARKUP), max_size=40))
def test_any_markup_works_or_is_refused(name, pieces):
    reads(name, "".join(pieces).encode())


def steps(name: str, data: bytes) -> int:
    """Count the lines of this room that are run for a file."""
    count = 0

    def line(_frame, event, _argument):
        nonlocal count
        count += event == "line"
        return line

    before = sys.gettrace()
    sys.settrace(lambda frame, *_: line if frame.f_code.co_filename.startswith(HERE) else None)
    try:
        read_brought(name, data)
    finally:
        sys.settrace(before)
    return count


GROWING = {
    "sentences": ("a.txt", lambda size: SENTENCES.encode() * size),
    "one word": ("a.txt", lambda size: b"w" * 100 * size),
    "lines": ("a.txt", lambda size: b"one\ntwo\n" * 10 * size),
    "accents": ("a.txt", lambda size: "e\u0335\u0335".encode() * 20 * size + b"."),
    "joiners": ("a.txt", lambda size: "👨\u200d".encode() * 20 * size + b"a"),
    "flags": ("a.txt", lambda size: "🇺🇦".encode() * 20 * size + b"a"),
    "blanks": ("a.txt", lambda size: b"a" + b" " * 200 * size + b"b"),
    "hidden": ("a.txt", lambda size: "a\u200b\u202e bcd\x07 efgh ijkl mnop ".encode() * 20 * size),
    "old letters": ("a.txt", lambda size: "é à".encode("cp1252") * 20 * size),
    "Markdown": ("a.md", lambda size: b"# a\n\n- *b* [c](d)\n\n" * size),
    "page": ("a.html", lambda size: b"<p>The <b>mayor</b> said so.</p>" * size),
    "PDF": ("a.pdf", lambda size: pdf(*[SENTENCES] * (size // 10))),
    "Word": ("a.docx", lambda size: word(*[SENTENCES] * (size // 4))),
}


@pytest.mark.parametrize(("name", "make"), GROWING.values(), ids=GROWING)
def test_twice_the_text_takes_twice_the_steps(name, make):
    few, many = make(200), make(400)
    steps(name, few)  # What is kept from the first time is not counted.
    assert steps(name, many) <= 2.5 * steps(name, few) + 200
