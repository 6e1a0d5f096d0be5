"""The head of a notebook's prose is read, or refused with the line of every fault."""

from pathlib import Path

import pytest

from exercises.files.problems import Problem
from exercises.notebook.front_matter import FrontMatter, read_front_matter

FILE = Path("01_bridge.md")
GOOD = "title: The bridge\nminutes: 10\nable_to:\n  - find the speaker\n"


def refused(text: str) -> list[Problem]:
    front, problems = read_front_matter(FILE, text, 2)
    assert front is None
    return problems


def test_title_minutes_aims_and_needs_are_read() -> None:
    front, problems = read_front_matter(FILE, f"{GOOD}needs:\n  - a pencil\n", 2)
    assert problems == []
    assert front == FrontMatter(title="The bridge", minutes=10, able_to=("find the speaker",), needs=("a pencil",))


def test_one_line_of_needs_counts_as_a_list_of_one() -> None:
    front, _ = read_front_matter(FILE, f"{GOOD}needs: nothing\n", 2)
    assert front is not None
    assert front.needs == ("nothing",)


def test_all_faults_are_named_in_one_go_with_their_lines() -> None:
    found = refused("titel: The bridge\nminutes: long\nable_to: [read]\n")
    assert len(found) == 3
    wanted = ("titel", "minutes", "“title” is missing")
    lines = {word: problem.line for word in wanted for problem in found if word in problem.what}
    assert lines == {"titel": 2, "minutes": 3, "“title” is missing": 2}


def test_a_misspelt_field_suggests_the_right_one() -> None:
    assert any("“minutes”" in problem.cure for problem in refused(GOOD.replace("minutes", "minuets")))


def test_words_that_are_no_yaml_are_refused_with_their_line() -> None:
    (problem,) = refused("minutes: 10\ntitle: a: b\n")
    assert problem.line == 3


def test_a_list_an_empty_head_and_a_doubled_field_are_refused() -> None:
    for text in ("- title\n", "", f"{GOOD}title: Again\n"):
        assert len(refused(text)) == 1


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("minutes: 10", 'minutes: "35"', 3, "whole number"),
        ("minutes: 10", "minutes: 35.0", 3, "whole number"),
        ("minutes: 10", "minutes: yes", 3, "whole number"),
        ("minutes: 10", "minutes: *x", 3, "*x"),
        ("title: The", "title: &x The", 2, "&x"),
        ("minutes: 10", "minutes: !!int 10", 3, "!!int"),
        ("The bridge", '"The \\x1b[31m bridge"', 2, "U+001B"),
        ("The bridge", '"The \\u202e bridge"', 2, "RIGHT-TO-LEFT OVERRIDE"),
        ("The bridge", '"The\\nbridge"', 2, "one line"),
        ("The bridge", "2025", 2, "words"),
        ("minutes: 10", "minutes: 91", 3, "90"),
        ("  - find the speaker", "  - ''", 5, "empty"),
        ("minutes: 10", "minutes:\t10", 3, ""),
        ("minutes: 10", "minutes: " + "[" * 5000, 3, "too deep"),
        ("minutes: 10", 'minutes: "\\UFFFFFFFF"', 3, ""),
    ],
)
def test_front_matter_is_as_strict_as_any_yaml_of_a_lesson(old: str, new: str, line: int, said: str) -> None:
    assert old in GOOD
    (problem,) = refused(GOOD.replace(old, new))
    assert problem.line == line
    assert said in f"{problem.what} {problem.cure}"
    assert problem.cure
