"""A quotation that goes on in the next sentence, without a word of saying: the key holds it, and a student marks it."""

import pytest
from drafted_lesson import make

from exercises.kinds import KINDS
from exercises.kinds.items import load_items
from exercises.kinds.mark.item import MarkItem
from exercises.lesson.load import load_lesson
from exercises.notebook.check import check_folder

TEXT = "“I thought it was old paper,” Ines Halloran said. “Then I turned it over and saw the river.”"
ENTRY = """attributions:

  - id: A02a
    sentence: 2
    goes_on: A01a
    cue: []
    content: ["Then I turned it over and saw the river"]
    source_kind: named-person
    holder: "Ines Halloran"
    verb_stance: neutral
    why:
      content: "The quotation of the sentence before goes on: these words are still hers."
"""


@pytest.fixture
def folder(tmp_path):
    return make(tmp_path / "lessons" / "map", TEXT, invented=True)


def told(folder, entry):
    file = folder / "key.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("attributions:\n", entry, 1), "utf-8")
    return [(one.what, one.cure) for one in check_folder(folder) if one.file == file]


def test_an_entry_that_goes_on_needs_no_word_of_saying(folder):
    assert told(folder, ENTRY) == []


def test_a_student_who_marks_the_words_that_go_on_is_right(folder):
    assert told(folder, ENTRY) == []
    lesson = load_lesson(folder)
    fields = load_items(lesson)["who-worked"].model_dump() | {"sentences": (2,), "given": (), "targets": ("A02a",)}
    item, kind = MarkItem.model_validate(fields), KINDS["mark"]
    assert kind.problems(item, lesson) == []
    result = kind.score(item, kind.answer.model_validate(kind.reveal(item, lesson)), lesson)
    assert (result.points, result.right) == (result.out_of, True)
    assert result.out_of > 0


@pytest.mark.parametrize("cue", ["", " []", " null"])
def test_without_it_an_empty_cue_says_what_to_do_with_a_quotation_that_goes_on(folder, cue):
    ((what, cure),) = told(folder, ENTRY.replace("    goes_on: A01a\n", "").replace("cue: []", f"cue:{cue}"))
    assert what == "“cue” is empty"
    assert "Does a quotation go on from a sentence before" in cure
    assert "“goes_on:”" in cure


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("cue: []", 'cue: "saw"', "What goes on has no word of saying of its own"),
        ("goes_on: A01a", "goes_on: A02a", "“A02a” is no attribution of a sentence before sentence 2"),
        ("goes_on: A01a", "goes_on: A09a", "“A09a” is no attribution of a sentence before sentence 2"),
    ],
)
def test_what_cannot_go_on_is_told(folder, before, after, said):
    assert [what for what, _ in told(folder, ENTRY.replace(before, after))] == [said]
