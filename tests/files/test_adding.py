"""A field or an entry is added to a file; every other letter stays, or nothing is changed at all."""

import difflib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from exercises.files.adding import with_entry, with_field
from exercises.files.document import read_document
from exercises.files.editing import NotEditedError

FILE = """# top
marks:

  # ---- S2 ----
  - id: A1
    sentence: 2
    why:
      cue: "x"   # my remark
    # behind it

  - {id: A2, sentence: 4}
none: []   # nothing here
empty:
"""


def data(text):
    return read_document(Path(), text).data


def come(before, after):
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    assert not any(line.startswith("- ") for line in lines)
    return [line.removeprefix("+ ") for line in lines if line.startswith("+ ")]


def test_a_field_is_written_behind_the_last_one_of_its_entry():
    assert come(FILE, with_field(FILE, ("marks", 0), "holder", "the mayor")) == ['    holder: "the mayor"']
    assert come(FILE, with_field(FILE, ("marks", 0, "why"), "source", "said")) == ["      source: said"]
    flow = with_field(FILE, ("marks", 1), "also", [{"cue": "said", "why": "so: it"}])
    assert '  - {id: A2, sentence: 4, also: [{cue: "said", why: "so: it"}]}\n' in flow


ENTRY = {"id": "B1", "draft": True, "sentence": 3, "cue": "had said", "content": [], "why": {"cue": "x: y"}}
LINES = [
    "  - id: B1",
    "    draft: true",
    "    sentence: 3",
    '    cue: "had said"',
    "    content: []",
    "    why:",
    '      cue: "x: y"',
]


@pytest.mark.parametrize(("sentence", "place"), [(1, 0), (2, 1), (3, 1), (4, 2), (9, 2)])
def test_an_entry_stands_behind_those_of_its_sentence_and_of_the_ones_before(sentence, place):
    added = with_entry(FILE, "marks", ENTRY | {"id": "B1", "sentence": sentence})
    assert [one["id"] for one in data(added)["marks"]].index("B1") == place
    assert len(come(FILE, added)) == len(LINES)


def test_a_list_that_is_empty_or_not_there_is_begun():
    assert with_entry(FILE, "none", ENTRY).split("none:")[1].splitlines()[1:-1] == LINES
    assert with_entry(FILE, "new", ENTRY).endswith("\nnew:\n" + "\n".join(LINES) + "\n")
    assert data(with_entry("a: 1", "new", ENTRY))["new"] == [ENTRY]


@pytest.mark.parametrize(
    ("text", "layer"), [(FILE, "empty"), ("marks: [{id: A1}]\n", "marks"), ("- a\n", "marks"), ("a: [", "a")]
)
def test_what_cannot_be_added_without_a_change_to_something_else_is_left_to_a_person(text, layer):
    with pytest.raises(NotEditedError):
        with_entry(text, layer, ENTRY)


def test_a_field_is_not_added_where_there_is_no_entry():
    for where in (("empty",), ("marks", 7), ("none",), ("marks", 0, "id")):
        with pytest.raises(NotEditedError):
            with_field(FILE, where, "holder", "x")


def test_lines_end_as_they_did():
    windows = FILE.replace("\n", "\r\n")
    assert with_entry(windows, "marks", ENTRY) == with_entry(FILE, "marks", ENTRY).replace("\n", "\r\n")
    assert with_field(windows, ("marks", 0), "a", "b") == with_field(FILE, ("marks", 0), "a", "b").replace("\n", "\r\n")


WORDS = some.text(some.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), min_size=1, max_size=20)


@given(WORDS, some.lists(WORDS, max_size=3), some.integers(1, 9))
def test_any_words_come_back_as_they_were_written_or_are_refused(words, several, sentence):
    entry = ENTRY | {"sentence": sentence, "cue": words, "content": several, "why": {"cue": words}}
    try:
        added = with_entry(FILE, "marks", entry)
    except NotEditedError:
        assert "&" in f"{words}{several}"  # a code that a page would turn into a sign that nobody sees
        return
    assert entry in data(added)["marks"]
    assert len(come(FILE, added)) == len(LINES)
