"""A problem names file, line, fault and cure."""

from pathlib import Path

from exercises.files.problems import MOST_TOLD, LessonError, Problem, did_you_mean

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


def test_of_a_flood_in_one_file_the_first_are_told_and_the_rest_is_counted():
    flood = [Problem(FILE, line, "no field", "Take it out.") for line in range(1, MOST_TOLD + 41)]
    other = Problem(FILE.with_name("lesson.yaml"), 1, "b", "c")
    told = LessonError([*flood, other]).problems
    assert told[:MOST_TOLD] == tuple(flood[:MOST_TOLD])
    assert [problem.what for problem in told[MOST_TOLD:]] == ["40 more faults of this file are not told", "b"]


def test_a_mistyped_name_gets_the_nearest_known_one_or_the_list():
    assert did_you_mean("atribution", ["attribution", "certainty"]) == "Did you mean “attribution”?"
    assert did_you_mean("x", ["b", "a"]) == "Known here: a, b."
    assert did_you_mean("x", []).startswith("Take it out")
