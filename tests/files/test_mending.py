"""After a fault the rest of the file is still read."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from exercises.files.reading import Reading, read_as_far_as_possible


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Card(Strict):
    id: str
    number: int
    why: str = ""


class Deck(Strict):
    cards: tuple[Card, ...]
    title: str | None = None
    corners: tuple[int, int] = (0, 0)
    rows: dict[str, tuple[str, str]] = {}


def read(folder: Path, text: str) -> Reading[Deck]:
    (folder / "deck.yaml").write_text(text, encoding="utf-8")
    return read_as_far_as_possible(folder / "deck.yaml", Deck)


def test_a_faulty_entry_goes_and_the_others_keep_their_own_lines(tmp_path):
    faulty = "".join(f"  - {{id: c{n}, number: {'x' if n in (2, 9, 10) else n}}}\n" for n in range(12))
    reading = read(tmp_path, f"cards:\n{faulty}")
    assert reading.value is not None
    assert [card.number for card in reading.value.cards] == [0, 1, 3, 4, 5, 6, 7, 8, 11]
    assert [reading.lines.of("cards", place, "number") for place in range(9)] == [2, 3, 5, 6, 7, 8, 9, 10, 13]
    assert reading.dropped == {"c2", "c9", "c10"}
    assert [problem.line for problem in reading.problems] == [4, 11, 12]


def test_an_unknown_field_goes_and_its_entry_stays(tmp_path):
    reading = read(tmp_path, "titel: x\ncards:\n  - {id: a, number: 1, wy: b}\n")
    assert reading.value is not None
    assert [card.id for card in reading.value.cards] == ["a"]
    assert reading.dropped == frozenset()
    assert len(reading.problems) == 2


def test_what_is_faulty_beyond_any_entry_leaves_no_value_but_its_problem(tmp_path):
    reading = read(tmp_path, "cards: 3\n")
    assert reading.value is None
    assert [problem.line for problem in reading.problems] == [1]


@pytest.mark.parametrize(
    ("faulty", "line"),
    [("corners: [1]", 2), ("corners: [1, 2, 3]", 2), ("rows: {A: [a]}", 2), ("rows: {A: [a, 1]}", 2), ("rows: [a]", 2)],
)
def test_a_list_that_is_too_short_or_too_long_is_told_and_breaks_nothing(tmp_path, faulty, line):
    reading = read(tmp_path, f"cards: []\n{faulty}\n")
    assert {problem.line for problem in reading.problems} == {line}


def test_an_entry_of_nothing_is_left_out(tmp_path):
    reading = read(tmp_path, "cards:\n  - {id: a, number: 1}\n  -\n  - {id: b, number: 2}\n")
    assert reading.value is not None
    assert [card.id for card in reading.value.cards] == ["a", "b"]
    assert [problem.line for problem in reading.problems] == [3]


NAMES = st.sampled_from([*Deck.model_fields, "id", "x"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.sampled_from(["a", "id", ""]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from([*Deck.model_fields, "more"]), VALUES))
def test_whatever_stands_in_the_fields_it_is_read_or_told(tmp_path_factory, data):
    # JSON is YAML.
    reading = read(tmp_path_factory.getbasetemp(), json.dumps(data))
    assert reading.problems or reading.value is not None


def test_entries_under_a_name_that_nobody_knows_leave_no_value_but_its_problem(tmp_path):
    reading = read(tmp_path, "cards: []\nrowz:\n  one: [a, b]\n")
    assert reading.value is None
    assert [problem.line for problem in reading.problems] == [2]
