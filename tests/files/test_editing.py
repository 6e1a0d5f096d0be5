"""An edit changes one field or one entry of a file; every other letter stays, or nothing is changed at all."""

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from exercises.files.document import read_document
from exercises.files.editing import (
    NotEditedError,
    RemarkError,
    lines_of_all,
    with_value,
    without_entry,
    without_field,
)

FILE = """# top
marks:

  # ---- S2 ----
  - id: A1
    draft: true   # look
    source: "The mayor"   # my remark
    content: ["a b", "c"]
    why: {cue: 'x y', draft: true}

  - draft: true
    id: A2
    answer:   # still open
    long: >-
      one
      two
    # mine
  - {id: A3, draft: true, cue: said}
  - {draft: true, id: A4}
other: []   # end
"""


def changed(before, after):
    """Give the lines that differ, as they were and as they are."""
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line.startswith(("- ", "+ "))]


def data(text):
    return read_document(Path(), text).data


@pytest.mark.parametrize(
    ("number", "lines"),
    [
        (0, ["-     draft: true   # look"]),
        (1, ["-   - draft: true", "-     id: A2", "+   - id: A2"]),
        (2, ["-   - {id: A3, draft: true, cue: said}", "+   - {id: A3, cue: said}"]),
        (3, ["-   - {draft: true, id: A4}", "+   - {id: A4}"]),
    ],
)
def test_a_field_is_taken_out_with_nothing_else_however_it_is_written(number, lines):
    assert changed(FILE, without_field(FILE, ("marks", number), "draft")) == lines


def test_an_entry_is_taken_out_with_its_own_lines():
    gone = changed(FILE, without_entry(FILE, ("marks", 0)))
    assert (len(gone), gone[0], gone[-1]) == (5, "-   - id: A1", "-     why: {cue: 'x y', draft: true}")
    assert "# ---- S2 ----" in without_entry(FILE, ("marks", 0))


def test_the_last_entry_of_a_list_leaves_an_empty_list():
    assert without_entry("marks:   # mine\n  - id: A1\nother: 1\n", ("marks", 0)) == "marks: []   # mine\nother: 1\n"


@pytest.mark.parametrize(
    ("where", "value", "line"),
    [
        (("marks", 0, "source"), 'the "old" mayor', '+     source: "the \\"old\\" mayor"   # my remark'),
        (("marks", 0, "content"), ["a"], '+     content: ["a"]'),
        (("marks", 0, "why", "cue"), "said", '+     why: {cue: "said", draft: true}'),
        (("marks", 1, "answer"), "yes", '+     answer: "yes"   # still open'),
        (("marks", 1, "answer"), "not-found", "+     answer: not-found   # still open"),
        (("marks", 1, "long"), "three: four # five", '+     long: "three: four # five"'),
        (("marks", 2, "cue"), "told", "+   - {id: A3, draft: true, cue: told}"),
    ],
)
def test_a_value_is_put_in_the_place_of_another_and_remarks_beside_it_stay(where, value, line):
    assert line in changed(FILE, with_value(FILE, where, value))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("a:\n  - draft: true\n    # between\n    id: x\n", ("a", 0)),
        ("a:\n  - draft: true\n", ("a", 0)),
        ("a: &x\n  - {draft: true, id: y}\n", ("a", 0)),
        ("a: [", ("a", 0)),
        ("a: 1", ("b", 0)),
    ],
)
def test_what_cannot_be_done_without_a_change_to_something_else_is_left_to_a_person(text, where):
    with pytest.raises(NotEditedError):
        without_field(text, where, "draft")


REMARKS = """a:   # of the list
  - "one"   # of one
  # between
  - "two"   # of two: without "each day"?
b: [one,   # of b
  "two # no remark"]
c: >-   # of c
  folded # no remark
d: {x: one,   # of x
  draft: true}
"""


@pytest.mark.parametrize(
    ("where", "value", "lines"),
    [
        (("a",), ["one", "three"], ['-   - "two"   # of two: ', '+   - "three"   # of two: ']),
        (("b",), ["2", "two # no remark"], ["- b: [one,   # of b", '+ b: ["2",   # of b']),
        (("b", 1), "no remark", ['-   "two # no remark"]', '+   "no remark"]']),
    ],
)
def test_remarks_among_the_words_of_a_list_stay_where_each_stands(where, value, lines):
    found = changed(REMARKS, with_value(REMARKS, where, value))
    assert [line.removesuffix('without "each day"?') for line in found] == lines


@pytest.mark.parametrize(
    ("where", "value"), [(("a",), ["one"]), (("b",), ["1", "2", "3"]), (("c",), "x"), (("a",), "x")]
)
def test_words_with_a_remark_among_them_that_would_go_are_left_to_a_person(where, value):
    with pytest.raises(RemarkError):
        with_value(REMARKS, where, value)


def test_a_remark_inside_of_brackets_does_not_go_with_the_mark_of_a_draft():
    with pytest.raises(RemarkError):
        without_field(REMARKS, ("d",), "draft")


def test_lines_end_as_they_did():
    windows = FILE.replace("\n", "\r\n")
    edited = without_field(windows, ("marks", 0), "draft")
    assert edited == windows.replace("    draft: true   # look\r\n", "")


def test_an_entry_is_told_by_its_first_and_last_line():
    assert lines_of_all(FILE, [("marks", 1), ("nothing", 2)]) == {("marks", 1): (11, 16)}


WORDS = some.text(some.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), min_size=1, max_size=20)


@given(WORDS, some.lists(WORDS, max_size=3))
def test_any_words_come_back_as_they_were_written_or_are_refused(words, several):
    for where, value in (
        (("marks", 0, "source"), words),
        (("marks", 1, "answer"), words),
        (("marks", 0, "content"), several),
    ):
        try:
            edited = with_value(FILE, where, value)
        except NotEditedError:
            assert "&" in str(value)  # a code that a page would turn into a sign that nobody sees
            continue
        found = data(edited)
        for step in where:
            found = found[step]
        assert found == value
        assert len(edited.splitlines()) >= len(FILE.splitlines()) - 2


@given(some.integers(0, 3), some.sampled_from(["drop", "accept"]))
def test_what_is_left_holds_what_it_held(number, do):
    edited = without_entry(FILE, ("marks", number)) if do == "drop" else without_field(FILE, ("marks", number), "draft")
    before = data(FILE)
    if do == "drop":
        del before["marks"][number]
    else:
        del before["marks"][number]["draft"]
    assert data(edited) == before
