"""What is read of YAML, with which lines, and what is refused: by libyaml's events and by those of plain Python."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from exercises.files import document
from exercises.files.document import Document, read_document

FILE = Path("deck.yaml")


@pytest.fixture(params=[document.LOADER, yaml.SafeLoader], ids=["libyaml", "python"], autouse=True)
def loader(request, monkeypatch):
    monkeypatch.setattr(document, "LOADER", request.param)


def read(text: str, first_line: int = 1) -> Document:
    return read_document(FILE, text, first_line)


SOUND = {
    "fields": ("a: b\nc: d\n", {"a": "b", "c": "d"}, {("a",): 1, ("c",): 2}),
    "list of fields": ("l:\n  - a: 1\n    b: 2\n  - a: 3\n", {"l": [{"a": 1, "b": 2}, {"a": 3}]}, {("l", 1): 4}),
    "brackets": ("l: [a,\n  b, {c: d}]\n", {"l": ["a", "b", {"c": "d"}]}, {("l", 0): 1, ("l", 1): 2, ("l", 2, "c"): 2}),
    "address in brackets": ("l: [http://x.example/y]\n", {"l": ["http://x.example/y"]}, {("l", 0): 1}),
    "block": ("a: |\n  one\n    two\n\nb: c\n", {"a": "one\n  two\n", "b": "c"}, {("a",): 1, ("b",): 5}),
    "folded block": ("a: >-\n  one\n  two\n\n  three\n", {"a": "one two\nthree"}, {("a",): 1}),
    "words over two lines": ("a: one\n  two\nb: c\n", {"a": "one two", "b": "c"}, {("b",): 3}),
    "quotes": ("a: 'it''s'\nb: \"x\\ty \\u263a \\x41\"\n", {"a": "it's", "b": "x\ty ☺ A"}, {("b",): 2}),
    "slash": ('a: "x\\/y"\n', {"a": "x/y"}, {("a",): 1}),
    "words of YAML 1.1": ("a: yes\nb: off\nc: 012\nd: 1:30\n", {"a": "yes", "b": "off", "c": 12, "d": "1:30"}, {}),
    "number with a line": ("a: 1_000\nb: 0x1f\n", {"a": "1_000", "b": "0x1f"}, {("b",): 2}),
    "numbers": ("a: 12\nb: -1.5\nc: 1e3\nd: .5\n", {"a": 12, "b": -1.5, "c": 1000.0, "d": 0.5}, {("d",): 4}),
    "quoted number": ("a: '12'\n", {"a": "12"}, {("a",): 1}),
    "very long number": (f"a: {'9' * 400}\n", {"a": "9" * 400}, {("a",): 1}),
    "day": ("a: 2025-11-21\n", {"a": "2025-11-21"}, {("a",): 1}),
    "constants": (
        "a: true\nb: False\nc: null\nd: ~\ne:\n",
        {"a": True, "b": False, "c": None, "d": None, "e": None},
        {},
    ),
    "name like a number": ("1: a\ntrue: b\n", {"1": "a", "true": "b"}, {("1",): 1, ("true",): 2}),
    "merge sign": ("<<: a\n", {"<<": "a"}, {("<<",): 1}),
    "remark": ("# x\n\na: b # c\n", {"a": "b"}, {("a",): 3}),
    "hash in a word": ("a: b#c\n", {"a": "b#c"}, {("a",): 1}),
    "tab in quotes, a block and a remark": (
        'a: "x\ty"\nb: |\n  x\ty\n# x\ty\n',
        {"a": "x\ty", "b": "x\ty\n"},
        {("b",): 2},
    ),
    "one document with its dashes": ("---\na: b\n...\n", {"a": "b"}, {("a",): 2}),
    "letters of all kinds": ("é: “ü”\nb: 😀\n", {"é": "“ü”", "b": "😀"}, {("b",): 2}),
    "nothing": ("", None, {(): 1}),
}


@pytest.mark.parametrize(("text", "data", "lines"), SOUND.values(), ids=SOUND.keys())
def test_sound_yaml_gives_its_data_and_lines(text, data, lines):
    found = read(text)
    assert (found.data, found.problems, found.readable, found.whole) == (data, (), True, True)
    assert {where: found.lines.of(*where) for where in lines} == lines


# Lines of all problems, words of the first one, and whether what the file holds is still known.
REFUSED = {
    "alias": ("a: &x b\nc: *x\n", [1, 2], "&x", True),
    "list of aliases": ("a: *x\n", [1], "*x", True),
    "tag": ("a: !!python/name:os.system b\n", [1], "!!python/name:os.system", True),
    "own tag": ("a: b\nc: !x d\n", [2], "!x", True),
    "field that stands twice": ("a: 1\nb: 2\na: 3\n", [3], "“a” stands twice; first on line 1", True),
    "list that stands twice": ("a: [1]\na: [2]\n", [2], "“a” stands twice", False),
    "name that is a list": ("? [a, b]\n: c\nd: e\n", [1], "not a plain word", False),
    "second document": ("a: b\n---\nc: d\n", [2], "second document", False),
    "tab before a field": ("a:\n\tb: c\n", [2], "This is no YAML: a tab stands in this line", False),
    "tab behind a colon": ("b: c\na:\tb\n", [2], "", None),
    "tab behind a word": ("b: c\na: b\t\nc: d\n", [2], "", None),
    "unclosed bracket": ("a: b\nc: [d\ne: f\n", [3], "no YAML", False),
    "unclosed quotation": ("a: b\nc: 'd\n", [2], "no YAML", False),
    "colon in words": ("a: b\nc: d: e\n", [2], "no YAML", False),
    "field without a colon": ("a: b\nc\n", [2], "no YAML", False),
    "character that is too large": ('a: b\nc: "\\UFFFFFFFF"\n', [2], "", False),
    "hidden character in code": ('a: "x\\u202Ey"\n', [1], "RIGHT-TO-LEFT OVERRIDE", True),
    "escape sequence in code": ('a: b\nc: "\\e[31m"\n', [2], "U+001B", True),
    "NUL in a name": ('"a\\0": b\n', [1], "U+0000", True),
    "lists 500 deep": ("a: " + "[" * 500 + "]" * 500, [1], "too deep", False),
    "lists 5,000 deep": ("b: c\na: " + "[" * 5000, [2], "too deep", False),
    "fields 500 deep": ("\n".join(" " * step + "a:" for step in range(500)), [22], "too deep", False),
    "dashes 5,000 deep": ("- " * 5000 + "a", [1], "too deep", False),
}


@pytest.mark.parametrize(("text", "lines", "said", "whole"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_refused_is_told_with_its_line_and_a_cure(text, lines, said, whole):
    found = read(text)
    assert [problem.line for problem in found.problems] == lines
    assert said in found.problems[0].what
    assert all(problem.cure for problem in found.problems)
    # A tab is a fault that libyaml can read over and Python's own loader cannot.
    assert whole is None or found.whole == whole


def test_half_a_character_is_refused_whoever_reads_it():
    (problem,) = read('a: b\nc: "\\ud800"\n').problems
    assert problem.line == 2


def test_lines_are_counted_from_where_the_part_begins():
    found = read("a: b\na: c\n", first_line=7)
    assert (found.lines.of("a"), found.lines.of("gone")) == (7, 7)
    assert [problem.line for problem in found.problems] == [8]


def test_after_a_refused_part_the_rest_is_still_read():
    found = read("a: *x\nb: [1, 2]\nb: [3]\nc: d\n")
    assert found.data == {"a": None, "b": [1, 2], "c": "d"}
    assert (found.readable, found.whole) == (True, False)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=80))
def test_whatever_stands_there_it_is_read_or_refused_with_a_line_of_it(text):
    found = read(text)
    assert found.readable or found.problems
    assert all(1 <= (problem.line or 0) <= text.count("\n") + 1 for problem in found.problems)


@given(st.lists(st.sampled_from("[]{}:,-?&*!|>'\"%@` \n\tab#"), max_size=40).map("".join))
def test_signs_of_yaml_in_any_order_are_read_or_refused_with_a_line_of_it(text):
    found = read(text)
    assert found.readable or found.problems
    assert all(1 <= (problem.line or 0) <= text.count("\n") + 1 for problem in found.problems)
