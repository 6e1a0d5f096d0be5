"""What does not fit is said in our words, never in those of a library."""

from typing import Annotated, Literal

import pytest
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from exercises.files.findings import fields_at
from exercises.files.problems import LessonError
from exercises.files.reading import read_yaml


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Card(Strict):
    id: str
    bin: Literal["said", "so"] = "said"
    above: int = Field(default=1, gt=0)
    least: int = Field(default=1, ge=1)
    below: float = Field(default=0.5, lt=1)
    most: int = Field(default=1, le=4)
    step: int = Field(default=0, multiple_of=2)
    notes: tuple[str, ...] = Field(default=(), max_length=2)
    word: Annotated[str, AfterValidator(str.strip), Field(max_length=4)] = ""


class Deck(Strict):
    title: str = ""
    cards: tuple[Card, ...] = Field(default=(), min_length=1)
    cover: Card | None = None


def test_the_fields_of_a_part_are_found_through_lists_and_choices():
    assert fields_at(Deck, ()) == ["cards", "cover", "title"]
    assert fields_at(Deck, ("cards", 3)) == fields_at(Deck, ("cover",)) == sorted(Card.model_fields)


@pytest.mark.parametrize(
    ("line", "what", "cure"),
    [
        ("above: 0", "“above” is 0", "Write a number above 0."),
        ("least: 0", "“least” is 0", "Write a number of 1 or more."),
        ("below: 1.0", "“below” is 1.0", "Write a number below 1.0."),
        ("most: 5", "“most” is 5", "Write a number of 4 or less."),
        ("notes: [a, b, c]", "“notes” has too many entries", "Keep to 2."),
        ("word: longer", "“word” is too long", "Keep to 4 characters."),
        ("step: 3", "“step” has a value that does not fit", "Compare it with the same field of another lesson."),
        ("bin: [a]", "“bin” has the wrong form", "Write one of: said, so."),
        ("bin:", "“bin” has the wrong form", "Write one of: said, so."),
        ("bin: sad", "“sad” is not a word for “bin”", "Did you mean “said”?"),
    ],
)
def test_a_value_that_does_not_fit_is_named_with_its_line_and_a_cure(tmp_path, line, what, cure):
    file = tmp_path / "deck.yaml"
    file.write_text(f"cards:\n  - id: one\n    {line}\n", encoding="utf-8")
    with pytest.raises(LessonError) as caught:
        read_yaml(file, Deck)
    assert [(one.line, one.what, one.cure) for one in caught.value.problems] == [(3, what, cure)]
