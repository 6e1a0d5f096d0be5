"""YAML files are read strictly, and everything wrong with one is said in one go."""

from pathlib import Path
from typing import Annotated, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field

from exercises.files.problems import LessonError
from exercises.files.reading import read_as_far_as_possible, read_yaml


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Card(Strict):
    id: str
    bin: Literal["said", "so"] = "said"
    number: int = 1
    right: bool = False
    notes: tuple[str, ...] = ()


class Deck(Strict):
    title: str
    cards: Annotated[tuple[Card, ...], Field(max_length=50)] = ()
    cover: Card | None = None


def read(folder: Path, text: str):
    (folder / "deck.yaml").write_text(text, encoding="utf-8")
    return read_yaml(folder / "deck.yaml", Deck)


def problems(folder: Path, text: str) -> list[tuple[int | None, str]]:
    with pytest.raises(LessonError) as caught:
        read(folder, text)
    return [(problem.line, f"{problem.what} {problem.cure}") for problem in caught.value.problems]


def only(folder: Path, text: str) -> tuple[int | None, str]:
    (problem,) = problems(folder, text)
    return problem


def test_a_sound_file_becomes_its_model_and_knows_its_lines(tmp_path):
    deck, lines = read(
        tmp_path, "title: A\ncards:\n  - id: one\n    notes:\n      - first\n      - second\n  - {id: two}\n"
    )
    assert [card.id for card in deck.cards] == ["one", "two"]
    assert deck.cards[0].notes == ("first", "second")
    assert lines.of("cards", 0, "notes", 1) == 6
    assert lines.of("cards", 1) == 7


def test_the_line_of_something_that_is_not_there_is_that_of_what_is_around_it(tmp_path):
    _, lines = read(tmp_path, "title: A\ncards:\n  - id: one\n")
    assert lines.of("cards", 0, "notes", 4) == 3


def test_quoted_numbers_and_dates_stay_words(tmp_path):
    deck, _ = read(tmp_path, "title: 2025-11-21\ncards: [{id: '12', number: 3}]\n")
    assert (deck.title, deck.cards[0].id, deck.cards[0].number) == ("2025-11-21", "12", 3)


def test_yes_and_no_are_words_and_true_and_false_are_not(tmp_path):
    assert read(tmp_path, "title: yes\n")[0].title == "yes"
    line, words = only(tmp_path, "title: true\n")
    assert (line, "quotation marks" in words) == (1, True)


def test_an_unknown_field_gets_the_nearest_name_of_its_own_part(tmp_path):
    line, words = only(tmp_path, "title: A\ncards:\n  - id: one\n    notez: []\n")
    assert line == 4
    assert "“notez”" in words
    assert "Did you mean “notes”?" in words


def test_a_missing_field_is_named_with_the_line_of_its_part(tmp_path):
    line, words = only(tmp_path, "title: A\ncards:\n  - bin: so\n")
    assert (line, "“id” is missing" in words) == (3, True)


def test_a_word_outside_a_choice_gets_the_nearest_of_the_choice(tmp_path):
    line, words = only(tmp_path, "title: A\ncards:\n  - id: a\n    bin: sayd\n")
    assert (line, "Did you mean “said”?" in words) == (4, True)


@pytest.mark.parametrize(
    ("field", "cure"),
    [
        ("number: 'three'", "whole number"),
        ("number: 1.5", "whole number"),
        ("right: 'no'", "true or false"),
        ("notes: one", "a list"),
    ],
)
def test_a_value_of_the_wrong_form_is_refused_with_the_right_form(tmp_path, field, cure):
    line, words = only(tmp_path, f"title: A\ncards:\n  - id: one\n    {field}\n")
    assert (line, cure in words) == (4, True)


def test_a_field_that_stands_twice_is_refused_with_both_lines(tmp_path):
    line, words = only(tmp_path, "title: A\ncards: []\ntitle: B\n")
    assert (line, "line 1" in words) == (3, True)


def test_anchors_aliases_and_tags_are_refused_each_on_its_line(tmp_path):
    text = "title: &t A\ncards:\n  - id: *t\n  - id: !!python/name:os.system b\n  - &k id: c\n"
    assert [line for line, _ in problems(tmp_path, text)] == [1, 3, 4, 5]


def test_a_thousandfold_repetition_by_aliases_is_refused_at_once(tmp_path):
    steps = zip("abcdefgh", "bcdefghi", strict=True)
    text = "title: A\na: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in steps)
    assert len(problems(tmp_path, text)) > 8


def test_all_problems_of_a_file_come_in_one_go(tmp_path):
    text = "titel: A\ncards:\n  - id: 3\n  - id: a\n    bin: x\n  - id: a\n    id: b\n"
    assert [line for line, _ in problems(tmp_path, text)] == [1, 1, 3, 5, 7]


def test_what_is_no_yaml_is_refused_with_its_line(tmp_path):
    line, words = only(tmp_path, "title: A\ncards: [one\ncover: {\n")
    assert line is not None
    assert "no YAML" in words


@pytest.mark.parametrize("text", ["", "# only a remark\n", "[]\n", "just words\n", "--- \ntitle: A\n---\ntitle: B\n"])
def test_a_file_that_is_not_one_set_of_fields_is_refused(tmp_path, text):
    assert problems(tmp_path, text)


def test_a_name_that_is_no_word_is_refused_and_the_rest_still_checked(tmp_path):
    assert [line for line, _ in problems(tmp_path, "title: A\n? [a, b]\n: c\ncards: 3\n")] == [2, 4]


def test_lists_too_deep_in_one_another_are_refused(tmp_path):
    assert "deep" in only(tmp_path, "title: " + "[" * 3000 + "]" * 3000)[1]


def test_a_file_that_is_missing_too_large_or_not_utf8_is_refused(tmp_path):
    path = tmp_path / "deck.yaml"
    for raw, words in [(None, "missing"), (b"title: " + b"a" * 2_000_001, "2 MB"), (b"\ntitle: caf\xe9\n", "UTF-8")]:
        if raw is not None:
            path.write_bytes(raw)
        with pytest.raises(LessonError, match=words):
            read_yaml(path, Deck)


def test_the_line_of_a_character_that_is_not_utf8_is_given(tmp_path):
    (tmp_path / "deck.yaml").write_bytes(b"# one\ntitle: caf\xe9\n")
    with pytest.raises(LessonError) as caught:
        read_yaml(tmp_path / "deck.yaml", Deck)
    assert caught.value.problems[0].line == 2


@given(st.text(max_size=60))
def test_whatever_a_file_holds_it_is_read_or_refused_in_words(tmp_path_factory, text):
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(text, encoding="utf-8", errors="replace")
    reading = read_as_far_as_possible(path, Deck)
    assert reading.problems or reading.value is not None
    assert all(problem.what for problem in reading.problems)
