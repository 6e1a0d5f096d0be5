"""After a fault the rest of the file is still read."""

from pathlib import Path

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
