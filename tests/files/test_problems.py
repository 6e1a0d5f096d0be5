"""A problem names file, line, fault and cure."""

from pathlib import Path

from exercises.files.problems import LessonError, Problem, did_you_mean

FILE = Path("lessons/bridge/key.yaml")


def test_a_problem_reads_as_place_fault_and_cure():
    assert str(Problem(FILE, 7, "“cue” is missing", "Add it")) == f"{FILE}:7: “cue” is missing. Add it."


def test_a_problem_of_a_whole_file_has_no_line():
    assert str(Problem(FILE, None, "Is it here?", "")) == f"{FILE}: Is it here?"


def test_an_error_lists_its_problems_by_file_and_line_and_each_once():
    later, first = Problem(FILE, 20, "b", "c"), Problem(FILE, 3, "z", "c")
    error = LessonError([later, first, later])
    assert error.problems == (first, later)
    assert str(error).splitlines() == [str(first), str(later)]


def test_a_mistyped_name_gets_the_nearest_known_one_or_the_list():
    assert did_you_mean("atribution", ["attribution", "certainty"]) == "Did you mean “attribution”?"
    assert did_you_mean("x", ["b", "a"]) == "Known here: a, b."
    assert did_you_mean("x", []).startswith("Take it out")
