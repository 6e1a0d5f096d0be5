"""What is opened in place of a work file is named in a student's words, whatever it is."""

import io
import json
import random
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keeping import here, work_in

from exercises.answers.exports import ExportRefused, export_work, import_work
from exercises.answers.store import Store
from exercises.words import words


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "here")


def packed():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    return file.getvalue()


def drawn(form):
    image = pytest.importorskip("PIL.Image")
    file = io.BytesIO()
    image.frombytes("RGB", (40, 40), random.Random(7).randbytes(4800)).save(file, form)
    return file.getvalue()


FILES = {
    "png": (lambda: drawn("PNG"), "a picture"),
    "jpeg": (lambda: drawn("JPEG"), "a picture"),
    "gif": (lambda: drawn("GIF"), "a picture"),
    "webp": (lambda: drawn("WEBP"), "a picture"),
    "bmp": (lambda: drawn("BMP"), "a picture"),
    "of a camera": (lambda: b"\xff\xd8\xff\xe1\x2f\x5aExif\0\0II*\0" + bytes(40), "a picture"),
    "of a camera, with more": (lambda: b"\xff\xd8\xff\xe1\x9a\xb0Exif\0\0MM\0*" + bytes(40), "a picture"),
    "for print": (lambda: b"\xff\xd8\xff\xee\0\x0eAdobe\0d\x80" + bytes(40), "a picture"),
    "with colours": (lambda: b"\xff\xd8\xff\xe2\x0c\x58ICC_PROFILE\0" + bytes(40), "a picture"),
    "tiff": (lambda: drawn("TIFF"), "a picture"),
    "ico": (lambda: b"\0\0\1\0\1\0\x10\x10" + bytes(40), "a picture"),
    "of a phone": (lambda: b"\0\0\0\x24ftypheic\0\0\0\0mif1heic" + bytes(40), "a picture"),
    "old film": (lambda: b"\0\0\1\0moov\0\0" + bytes(40), "a film or a recording"),
    "film": (lambda: b"\0\0\0\x20ftypisom\0\0\2\0isomiso2" + bytes(40), "a film or a recording"),
    "sound": (lambda: b"ID3\4\0\0\0\0\0\x23" + bytes(40), "a film or a recording"),
    "pdf": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "a PDF"),
    "word": (packed, "a packed file (zip), or one of a word processor"),
    "rtf": (lambda: rb"{\rtf1\ansi My work}", "a file of a word processor"),
    "doc": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), "a file of a word processor"),
    "page": (lambda: b"\n<!doctype html><title>Report</title>", "a web page or a drawing"),
    "notebook": (lambda: json.dumps({"cells": [], "nbformat": 4}).encode(), "a notebook"),
    "list": (lambda: b"[1, 2]", "a file of another program"),
    "settings": (lambda: b'{"format": "another"}', "a file of another program"),
    "letter": (lambda: "Dear teacher, ça va?".encode(), "another text"),
    "letter on sound": (lambda: b"ID3 tags are a way to name a song.", "another text"),
    "letter on pictures": (lambda: b"GIF8 is how some of them begin", "another text"),
    "old letter": (lambda: "Dear teacher, ça va?".encode("latin-1"), "another text"),
    "set in brackets": (lambda: b"{my notes} on the bridge", "another text"),
    "noise": (lambda: b"\x07" + random.Random(7).randbytes(400), "a file of another kind"),
    "nothing": (lambda: b"", "an empty file"),
    "blanks": (lambda: b" \n ", "an empty file"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_work_file_is_named_and_the_right_one_described(store, name):
    make, kind = FILES[name]
    with pytest.raises(ExportRefused) as refused:
        import_work(store, make().decode("utf-8", "replace"))
    said = str(refused.value)
    assert said.startswith(f"This is not a work file of this course, but {kind}; nothing was changed.")
    assert "whosays-" in said


@pytest.mark.parametrize("before", ["\u200b", "> ", "```json\n", "Hello! "])
def test_a_work_file_behind_something_else_is_said_to_be_damaged(store, before):
    with pytest.raises(ExportRefused, match="This work file is damaged"):
        import_work(store, before + export_work(here(store)))


@given(st.binary(max_size=300))
def test_no_other_file_is_said_to_be_a_damaged_work_file(data):
    text = data.decode("utf-8", "replace")
    with pytest.raises(ExportRefused) as refused:
        import_work(None, text)
    assert "This work file is damaged" not in str(refused.value)


def test_what_is_said_of_a_damaged_one_needs_no_knowledge_of_how_files_are_made():
    spoken = words("exports")
    assert "JSON" not in " ".join(str(one) for one in spoken.values())
    assert spoken["place"].format(place="drafts 2") == "its part “drafts 2” cannot be read"


WAYS = ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-8", "utf-8-sig"]


@pytest.mark.parametrize("before", ["", "\n", "\r\n \n", "\ufeff", "\ufeff\ufeff"])
@pytest.mark.parametrize("way", WAYS)
def test_a_work_file_that_an_editor_saved_in_another_way_still_opens(store, tmp_path, way, before):
    text = export_work(here(store))
    there = Store(tmp_path / "there")
    import_work(there, (before + text).encode(way).decode("utf-8", "replace"))
    assert work_in(there).code == json.loads(text)["code"]
