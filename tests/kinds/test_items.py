"""The exercises of a lesson are read through their kinds."""

import pytest
from form_lesson import build_form_lesson
from small_lesson import change
from stub_kinds import STUB_KINDS

from exercises.kinds.exercises import UnknownExercise, UnknownNotebook, find_item
from exercises.kinds.items import check_lesson, load_items
from exercises.lesson.load import load_lesson


def problems(folder) -> list[tuple[str, int | None, str]]:
    return [(problem.file.name, problem.line, str(problem)) for problem in check_lesson(folder, STUB_KINDS)]


def test_exercises_come_by_id_in_the_order_of_the_file(small_lesson):
    items = load_items(load_lesson(small_lesson), STUB_KINDS)
    assert list(items) == ["who-speaks", "mark-the-mayor"]
    assert items["who-speaks"].title == "Who speaks?"


def test_the_exercises_of_one_notebook_are_found_by_its_name(small_lesson):
    items = load_items(load_lesson(small_lesson), STUB_KINDS)
    assert [item.id for item in items.of("one")] == ["who-speaks", "mark-the-mayor"]
    with pytest.raises(UnknownNotebook) as caught:
        items.of("on")
    assert str(caught.value) == "There is no notebook “on” in this lesson. Did you mean “one”?"


def test_once_the_exercises_are_loaded_their_files_are_not_asked_again(small_lesson):
    items = load_items(load_lesson(small_lesson), STUB_KINDS)
    (small_lesson / "one.yaml").unlink()
    assert [item.id for item in items.of("one")] == list(items)


def test_an_unknown_exercise_suggests_the_nearest(small_lesson):
    items = load_items(load_lesson(small_lesson), STUB_KINDS)
    assert find_item(items, "who-speaks") is items["who-speaks"]
    with pytest.raises(UnknownExercise) as caught:
        find_item(items, "who-speeks")
    assert isinstance(caught.value, KeyError)
    assert str(caught.value) == "There is no exercise “who-speeks”. Did you mean “who-speaks”?"


def test_a_sound_lesson_has_no_problems(small_lesson):
    assert problems(small_lesson) == []


def test_an_unknown_kind_gets_the_nearest(small_lesson):
    line = change(small_lesson / "one.yaml", "kind: choose", "kind: chose")
    ((file, found, words),) = problems(small_lesson)
    assert (file, found) == ("one.yaml", line)
    assert "Did you mean “choose”?" in words


def test_an_exercise_without_a_kind_is_told_which_there_are(small_lesson):
    change(small_lesson / "one.yaml", "    kind: choose\n", "")
    ((_, line, words),) = problems(small_lesson)
    assert (line, "choose, mark" in words) == (2, True)


def test_an_id_that_stands_twice_is_refused_with_the_first_place(small_lesson):
    line = change(small_lesson / "one.yaml", "id: mark-the-mayor", "id: who-speaks")
    ((_, found, words),) = problems(small_lesson)
    assert found == line
    assert "one.yaml, line 2" in words


def test_what_a_kind_finds_wrong_is_said_with_the_line_of_the_exercise(small_lesson):
    change(small_lesson / "one.yaml", "[A01a]", "[A09z]")
    line = change(small_lesson / "one.yaml", "id: mark-the-mayor", "id: mark-her")
    ((_, found, words),) = problems(small_lesson)
    assert found == line
    assert words.endswith("There is no mark “A09z”. Name one of the key.")


def test_a_damaged_lesson_does_not_hide_what_is_wrong_in_its_exercises(small_lesson):
    change(small_lesson / "key.yaml", 'cue: "said"', 'cue: "sayed"')
    line = change(small_lesson / "one.yaml", "role: alone", "role: lonely")
    found = problems(small_lesson)
    assert [file for file, _, _ in found] == ["key.yaml", "one.yaml"]
    assert found[1][1] == line


def test_a_notebook_without_exercises_file_is_named(small_lesson):
    (small_lesson / "one.yaml").unlink()
    ((file, _, words),) = problems(small_lesson)
    assert file == "one.yaml"
    assert "missing" in words


def test_an_exercise_may_take_up_one_of_an_earlier_notebook_and_not_of_a_later_one(kinds_lesson):
    later = "exercises:\n" + kinds_part(kinds_lesson, "second-item")
    (kinds_lesson / "two.yaml").write_text(later, encoding="utf-8")
    (kinds_lesson / "two.md").write_text((kinds_lesson / "one.md").read_text("utf-8"), encoding="utf-8")
    two = "\n  - {name: two, title: Two, minutes: 20, to: bridge/two.ipynb}\n"
    lesson = kinds_lesson / "lesson.yaml"
    lesson.write_text(lesson.read_text("utf-8").rstrip() + two, encoding="utf-8")
    assert check_lesson(kinds_lesson) == []
    assert [item.id for item in load_items(load_lesson(kinds_lesson)).of("two")] == ["second-item"]
    change(lesson, "{name: one,", "{name: three,")
    change(lesson, "{name: two,", "{name: one,")
    change(lesson, "{name: three,", "{name: two,")
    (problem,) = check_lesson(kinds_lesson)
    assert "“second-item” takes up “first-item”, which does not stand before it" in problem.what


def kinds_part(folder, name):
    """Cut one exercise out of the file of the notebook and give it."""
    file = folder / "one.yaml"
    head, part = file.read_text(encoding="utf-8").split(f"  - id: {name}\n")
    file.write_text(head, encoding="utf-8")
    return f"  - id: {name}\n{part}"


def test_a_faulty_exercise_does_not_make_the_one_that_takes_it_up_wrong_too(kinds_lesson):
    change(
        kinds_lesson / "one.yaml", "prompt: Write the news about the bridge for the school radio.", "promt: Write it."
    )
    assert {problem.what for problem in check_lesson(kinds_lesson)} == {
        "“promt” is no field of this part",
        "“prompt” is missing",
    }


# The two forms


@pytest.fixture
def form_lesson(tmp_path):
    return build_form_lesson(tmp_path / "lessons" / "bridge")


def test_the_forms_come_after_the_exercises_of_the_notebooks(form_lesson):
    items = load_items(load_lesson(form_lesson))
    assert list(items)[-2:] == ["form-a", "form-b"]
    assert {"form-a", "form-b"}.isdisjoint(item.id for item in items.of("one"))
    assert check_lesson(form_lesson) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("lesson.yaml", "first_form: A\n", "", "which form comes first"),
        ("lesson.yaml", "first_form: A", "first_form: C", "first_form"),
        ("forms.yaml", "id: form-b", "id: form-c", "Write form-a and form-b"),
    ],
)
def test_forms_that_do_not_fit_the_lesson_are_named(form_lesson, file, old, new, said):
    change(form_lesson / file, old, new)
    (problem,) = check_lesson(form_lesson)
    assert problem.file.name == file
    assert said in str(problem)


def test_an_exercise_is_not_missed_where_the_file_that_may_hold_it_cannot_be_read(kinds_lesson):
    later = "exercises:\n" + kinds_part(kinds_lesson, "second-item")
    (kinds_lesson / "two.yaml").write_text(later, encoding="utf-8")
    change(
        kinds_lesson / "lesson.yaml",
        "bridge/one.ipynb}",
        "bridge/one.ipynb}\n  - {name: two, title: Two, minutes: 9, to: b/2.ipynb}",
    )
    (kinds_lesson / "one.yaml").write_text("exercises: [", encoding="utf-8")
    assert [problem.file.name for problem in check_lesson(kinds_lesson)] == ["one.yaml"]


def test_forms_that_are_promised_and_not_written_are_missed(form_lesson):
    (form_lesson / "forms.yaml").unlink()
    (problem,) = check_lesson(form_lesson)
    assert problem.file.name == "forms.yaml"


def test_an_exercise_without_features_is_no_form(form_lesson):
    text = (form_lesson / "forms.yaml").read_text(encoding="utf-8")
    first, second = text.split("  - id: form-b")
    plain = "\n".join(line for line in second.splitlines() if "features:" not in line)
    plain = plain.replace("counts: apart", "counts: wrong")
    (form_lesson / "forms.yaml").write_text(f"{first}  - id: form-b{plain}\n", encoding="utf-8")
    (problem,) = check_lesson(form_lesson)
    assert "each statement with “features”" in problem.cure


def test_a_newer_edition_laid_beside_a_changed_file_is_no_notebook_of_a_lesson_with_a_fault(small_lesson):
    change(small_lesson / "lesson.yaml", "sha256:", "sha:")
    before = problems(small_lesson)
    for ending in (".md", ".yaml"):
        (small_lesson / f"one.new{ending}").write_text((small_lesson / f"one{ending}").read_text("utf-8"), "utf-8")
    assert problems(small_lesson) == before


@pytest.mark.parametrize("name", ["mark-the-major", "who-speaks"])
def test_a_way_leads_to_another_exercise_of_the_same_notebook(small_lesson, name):
    change(small_lesson / "one.yaml", "    role: recall\n", f"    role: recall\n    ways:\n      again: {name}\n")
    ((file, line, words),) = problems(small_lesson)
    assert (file, line) == ("one.yaml", 8)
    assert f"leads to “{name}”, which is no other exercise of this notebook" in words
    assert "mark-the-mayor" in words
