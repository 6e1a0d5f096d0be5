"""The kind *tiles*: what the page sees, how a line is scored, and what does not fit."""

import json
from itertools import combinations
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from exercises.kinds.tiles import KIND
from exercises.kinds.tiles.score import common

TILES = ("the mayor", "does", "not", "open", "the bridge", "gladly")
TILE_ENTRIES = [{"id": text.replace(" ", "-"), "text": text, "why": f"CANARY: why {text} is here."} for text in TILES]
ITEM = KIND.item.model_validate(
    {
        "id": "t", "kind": "tiles", "title": "Tiles", "instruction": "Build it.", "role": "alone", "rubric": "A",
        "language": "de", "origin": "Written for this course", "tiles": TILE_ENTRIES,
        "original": [{"word": "Die Bürgermeisterin", "meaning": "the mayor"}, {"word": "nicht", "meaning": "not"}],
        "orders": [["the-mayor", "does", "not", "open", "the-bridge"]],
        "loss": {"tile": "not", "beside": "The mayor opens the bridge.", "why": "CANARY: one small word is gone."},
    }
)  # fmt: skip
LESSON = SimpleNamespace(info=SimpleNamespace(language="fr"))
OURS = ITEM.orders[0]
lines = some.lists(some.sampled_from([tile.id for tile in ITEM.tiles]), unique=True, min_size=1)


def score(*line, item=ITEM):
    return KIND.score(item, KIND.answer(line=line), None)


def outcomes(result):
    return {remark.subject: remark.outcome for remark in result.remarks}


def test_our_line_earns_every_point_and_every_tile_has_its_reason():
    result = score(*OURS)
    assert (result.points, result.out_of, result.right) == (5, 5, True)
    assert len({remark.reason for remark in result.remarks}) == len(TILES)


def test_a_tile_out_of_order_costs_its_point():
    result = score("not", "the-mayor", "does", "open", "the-bridge")
    assert (result.points, result.right) == (4, False)
    assert outcomes(result)["Tile “not”"] == "part"


def test_a_missing_tile_and_a_spare_one_are_told_apart():
    result = score("the-mayor", "does", "gladly", "open", "the-bridge")
    assert (outcomes(result)["Tile “not”"], outcomes(result)["Spare tile “gladly”"]) == ("missed", "extra")
    assert result.points == 3


def test_another_accepted_order_is_as_good():
    other = ("the-mayor", "not", "does", "open", "the-bridge")
    item = ITEM.model_copy(update={"orders": (OURS, other)})
    result = score(*other, item=item)
    assert (result.points, result.out_of, result.right) == (5, 5, True)


def test_the_sentence_without_the_small_word_is_that_of_our_first_order():
    other = ("the-mayor", "not", "does", "open", "the-bridge")
    loss = score(*other, item=ITEM.model_copy(update={"orders": (OURS, other)})).extra["loss"]
    assert (loss["whole"], loss["at"]) == (["the mayor", "does", "not", "open", "the bridge"], 2)
    assert score(*OURS, item=ITEM.model_copy(update={"loss": None})).extra == {}


def test_the_summary_says_whether_the_line_is_whole_or_how_much_of_it_stands():
    assert score(*OURS).summary == "Your line says what the original says."
    assert score(*OURS[:3]).summary.startswith("3 of 5 tiles stand in an order")


def test_a_line_of_spare_tiles_earns_nothing_and_costs_nothing_more():
    assert score("gladly").points == 0


def test_what_is_left_without_the_small_word_comes_with_the_result_only():
    assert score(*OURS).extra["loss"]["beside"] == "The mayor opens the bridge."
    assert "CANARY" not in json.dumps(KIND.page(ITEM, LESSON))
    assert "opens the bridge" not in json.dumps(KIND.page(ITEM, LESSON))


def test_the_tiles_do_not_lie_in_the_order_of_the_answer():
    assert [tile["id"] for tile in KIND.page(ITEM, LESSON)["tiles"]] != [tile.id for tile in ITEM.tiles]


@pytest.mark.parametrize("line", [(), ("the-mayor", "the-mayor"), ("a-tile-from-elsewhere",)])
def test_lines_that_cannot_be_are_refused_in_a_sentence(line):
    with pytest.raises(ValueError, match=r"tile"):
        score(*line)


@given(lines)
def test_any_line_lies_between_nothing_and_everything(line):
    result = score(*line)
    assert 0 <= result.points <= result.out_of
    assert result.right == (tuple(line) == OURS)


@given(lines, lines)
def test_no_more_than_what_is_called_shared_stands_in_both_lines_in_order(one, other):
    def within(some_of_it):
        return [tile for tile in other if tile in some_of_it] == list(some_of_it)

    sizes = (size for size in range(len(one), -1, -1) if any(map(within, combinations(one, size))))
    assert len(common(one, other)) == next(sizes)


@given(lines, lines)
def test_what_two_lines_share_stands_in_both_in_order(one, other):
    kept = common(one, other)
    assert [tile for tile in one if tile in kept] == list(kept) == [tile for tile in other if tile in kept]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"orders": [["the-mayor", "nott"]]}, "Did you mean “not”?"),
        ({"orders": [["the-mayor", "the-mayor"]]}, "twice"),
        ({"orders": [["the-mayor"]]}, "fewer than two"),
        ({"orders": [["the-mayor", "does"]]}, "cannot be lost"),
    ],
)
def test_what_does_not_fit_is_said_with_its_cure(change, words):
    item = KIND.item.model_validate(ITEM.model_dump() | change)
    assert any(words in problem for problem in KIND.problems(item, None))


def test_a_sound_exercise_has_no_problems():
    assert KIND.problems(ITEM, None) == []


def test_the_page_knows_the_language_of_the_original_and_that_of_the_tiles():
    page = KIND.page(ITEM, LESSON)
    assert (page["language"], page["into"]) == ("de", "fr")
