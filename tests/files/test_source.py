"""A file is looked at before it is read: kind, size, encoding, line ends and characters that hide."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.files.source import Source, hidden_in, read_source


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "words.md"


def told(source: Source) -> list[tuple[int | None, str]]:
    return [(problem.line, f"{problem.what} {problem.cure}") for problem in source.problems]


def written(file: Path, raw: bytes) -> Source:
    file.write_bytes(raw)
    return read_source(file)


def test_text_comes_without_byte_order_mark_and_as_it_stands(file):
    assert written(file, b"\xef\xbb\xbfcaf\xc3\xa9\n\tend").text == "café\n\tend"
    assert written(file, "👩‍👧 שלום می‌خواهم".encode()).problems == ()


@pytest.mark.parametrize("brackets", ["[" * 400_000, "[\n" * 200_000], ids=["in one line", "in many"])
def test_more_brackets_than_anybody_could_wait_for_are_named_with_their_line(file, brackets):
    source = written(file, f"A line.\n{brackets}".encode())
    assert source.text is None
    ((line, said),) = told(source)
    assert line == (2 if "\n" not in brackets else 2002)
    assert "begin no link" in said


def test_a_file_that_is_not_there_is_missing(file):
    source = read_source(file)
    assert (source.missing, source.text) == (True, None)
    assert "missing" in told(source)[0][1]


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo, lambda file: file.symlink_to(file.name)])
def test_what_is_no_ordinary_file_is_refused_and_never_waited_for(file, make):
    make(file)
    source = read_source(file)
    assert (source.missing, source.text, len(source.problems)) == (False, None, 1)


def test_a_link_that_leads_nowhere_is_not_taken_for_a_file_left_out(file):
    file.symlink_to("gone")
    assert not read_source(file).missing


def test_a_link_to_an_ordinary_file_is_read(file):
    (file.parent / "other.md").write_text("words", encoding="utf-8")
    file.symlink_to("other.md")
    assert read_source(file).text == "words"


def test_a_file_that_is_closed_to_us_is_refused_with_what_to_do(file, monkeypatch):
    file.write_text("words", encoding="utf-8")

    def closed(*_args, **_more):
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr(Path, "open", closed)
    ((line, words),) = told(read_source(file))
    assert (line, "right to read it" in words) == (None, True)


def test_a_file_below_a_file_is_missing(file):
    file.write_text("words", encoding="utf-8")
    ((_, words),) = told(read_source(file / "inside.md"))
    assert "folder is a file" in words


def test_a_file_of_50_megabytes_is_refused_before_it_is_opened(file, monkeypatch):
    file.touch()
    os.truncate(file, 50_000_000)
    monkeypatch.setattr(Path, "open", lambda *_args, **_more: pytest.fail("opened"))
    ((_, words),) = told(read_source(file))
    assert "2 MB" in words


def test_the_limit_is_the_last_size_that_is_read(file):
    file.write_bytes(b"a" * 100)
    assert read_source(file, 100).text == "a" * 100
    assert read_source(file, 99).text is None


def test_a_file_that_grows_past_the_limit_while_it_is_read_is_refused():
    # Such a file says of itself that it is empty.
    endless = Path("/proc/self/maps")
    if not endless.exists():
        pytest.skip("this system has no files that hide their size")
    assert "larger" in told(read_source(endless, 20))[0][1]


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_another_encoding_is_refused_with_the_first_line_that_shows_it(file, encoding):
    ((line, words),) = told(written(file, "one\nzwei\ncafé\n".encode(encoding)))
    assert (line, "not UTF-8 text" in words, "Save the file as UTF-8" in words) == (3, True, True)


WIDE = ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]


@pytest.mark.parametrize("encoding", WIDE)
@pytest.mark.parametrize("line", ["title: The bridge\n", "назва: Хто це каже?\n", "标题：“谁说的？”\n"])
def test_a_wide_encoding_is_one_fault_with_one_cause_and_not_one_a_line(file, encoding, line):
    ((_, words),) = told(written(file, (line * 50).encode(encoding)))
    assert ("not UTF-8 text" in words, "Save the file as UTF-8" in words) == (True, True)


@pytest.mark.parametrize("raw", [b"\x89PNG\r\n\x1a\n\0\0\0", b"one\n\x07\n\x07\n\0\n", b"\0" * 100])
def test_a_file_that_is_no_text_at_all_is_one_fault(file, raw):
    ((_, words),) = told(written(file, raw))
    assert "not UTF-8 text" in words


@pytest.mark.parametrize("raw", [b"one\r\ntwo\r\nthree\r\n", b"one\ntwo\r\nthree\n"])
def test_line_ends_of_windows_are_read_like_all_others(file, raw):
    source = written(file, raw)
    assert (source.text, source.problems) == ("one\ntwo\nthree\n", ())


def test_line_ends_of_very_old_computers_are_one_fault_of_the_file_and_the_text_is_read_all_the_same(file):
    source = written(file, b"one\r\ntwo\rthree\rfour\n")
    assert source.text == "one\ntwo\nthree\nfour\n"
    ((line, words),) = told(source)
    assert (line, "LF" in words, "CR" in words) == (2, True, True)


HIDDEN = ["\x07", "\x1b[31m", "\x7f", "\x85", "\u202e", "\u2066", "\u200b", "\u2028", "\ufeff", "\U000e0041"]


@pytest.mark.parametrize("letter", HIDDEN, ids=ascii)
def test_a_character_that_nobody_sees_is_refused_with_its_line_and_number(file, letter):
    ((line, words),) = told(written(file, f"one\ntwo {letter} three\n".encode()))
    assert line == 2
    assert f"U+{ord(letter[0]):04X}" in words
    assert "Take it out" in words


@pytest.mark.parametrize("reference", ["&#8238;", "&#x202E;", "&rlm;", "&#27;", "&ZeroWidthSpace;", "&#8206"])
def test_a_reference_that_a_page_turns_into_such_a_character_is_refused_too(file, reference):
    ((line, words),) = told(written(file, f"one\n{reference}two".encode()))
    assert (line, reference in words) == (2, True)


def test_references_to_characters_that_are_seen_are_words_like_any_other():
    assert hidden_in("AT&T, R&D; &amp; &lt; &eacute; &#233; &#x1F600; &nbsp; a & b") == ""


def test_of_many_lines_with_hidden_characters_the_first_ten_are_told(file):
    assert [line for line, _ in told(written(file, b"\x07\n" * 5000))] == list(range(1, 11))


@given(st.binary(max_size=60))
def test_whatever_bytes_a_file_holds_it_is_read_or_refused_in_words(tmp_path_factory, raw):
    source = written(tmp_path_factory.getbasetemp() / "any.md", raw)
    assert source.problems or source.text is not None
    assert hidden_in(source.text or "") == ""
