"""Scoring of marks, word by word; sentences here are just numbers of words."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.kinds.mark.marking import NOTHING, Target
from exercises.kinds.mark.spans import compare, dice, runs
from exercises.lesson.text import Span

LENGTH = 20
LINE = tuple(Span(5 * n, 5 * n + 4) for n in range(LENGTH))
LINES = [LINE]
ROOM = frozenset(LINE)
LABELS = ("source", "cue", "content")


def w(*numbers):
    return frozenset(LINE[n] for n in numbers)


def target(name, **readings):
    return Target(name, {label: tuple(found) for label, found in readings.items()}, ROOM)


ONE = target("one", source=[w(0, 1), w(0, 1, 2)], cue=[w(3)], content=[w(5, 6, 7, 8)])
TWO = target("two", source=[w(10)], cue=[w(11, 12)], content=[w(13, 14, 17)])
KEY = {1: {"source": w(0, 1), "cue": w(3), "content": w(5, 6, 7, 8)},
       2: {"source": w(10), "cue": w(11, 12), "content": w(13, 14, 17)}}  # fmt: skip


def outcomes(marking):
    return {(part.target, part.label): part.outcome for part in marking.parts}


def marked(groups, targets=(ONE, TWO), not_asked=None, **more):
    return compare(groups, targets, not_asked or {}, LINES, **more)


words = st.frozensets(st.sampled_from(LINE), min_size=1, max_size=8)
answers = st.dictionaries(
    st.integers(1, 4), st.dictionaries(st.sampled_from(LABELS), words, min_size=1), max_size=4
)  # fmt: skip


def test_an_empty_answer_earns_nothing_and_every_part_is_missed():
    marking = marked({})
    assert marking.points == 0
    assert set(outcomes(marking).values()) == {"missed"}


def test_the_keys_own_answer_earns_everything():
    marking = marked(KEY)
    assert marking.points == marking.out_of == 6
    assert set(outcomes(marking).values()) == {"right"}
    assert marking.extras == ()


def test_an_accepted_alternative_earns_as_much_as_our_own_reading():
    marking = marked({1: KEY[1] | {"source": w(0, 1, 2)}, 2: KEY[2]})
    assert marking.points == 6
    assert outcomes(marking)["one", "source"] == "accepted"


@given(answers, st.permutations([1, 2, 3, 4]))
def test_the_numbering_of_groups_never_matters(groups, numbers):
    renamed = {numbers[number - 1]: parts for number, parts in reversed(groups.items())}
    assert marked(renamed) == marked(groups)


@given(answers)
def test_points_lie_between_nothing_and_everything(groups):
    marking = marked(groups)
    assert 0 <= marking.points <= marking.out_of


@given(answers, st.integers(1, 5), st.sampled_from(LABELS), words)
def test_a_wrong_extra_mark_never_raises_the_score(groups, number, label, extra):
    wrong = extra - ONE.held(label) - TWO.held(label)
    group = groups.get(number, {})
    more = groups | {number: group | {label: group.get(label, NOTHING) | wrong}}
    assert marked(more).points <= marked(groups).points


@given(st.integers(1, 4), st.frozensets(st.sampled_from(LABELS), min_size=1))
def test_everything_marked_earns_nothing(groups, labels):
    marking = marked({number: dict.fromkeys(labels, ROOM) for number in range(1, groups + 1)})
    assert marking.points == 0


@given(st.integers(1, 19))
def test_a_sweep_over_one_long_part_earns_well_under_half(length):
    long = target("long", content=[frozenset(LINE[:length])])
    assert marked({1: {"content": ROOM}}, [long]).points == 0


def test_words_too_many_are_charged_by_the_square_of_the_share_of_the_sentence_that_they_sweep():
    # Our four words and four of the sixteen others: Dice 2 * 4 / (8 + 4) = 2/3, times 1 - (4/16)² = 15/16, is 5/8.
    marking = marked({1: {"content": w(*range(5, 13))}}, [target("one", content=[w(5, 6, 7, 8)])])
    assert marking.points == Fraction(5, 8)


def test_part_credit_is_the_dice_coefficient_for_a_mark_that_is_too_short():
    marking = marked({1: {"content": w(6, 7)}}, [target("one", content=[w(5, 6, 7, 8)])])
    assert marking.points == dice(w(6, 7), w(5, 6, 7, 8)) == Fraction(4, 6)


def test_a_partial_mark_names_the_words_missing_and_the_words_too_many():
    marking = marked({1: KEY[1] | {"content": w(4, 5, 6)}}, [ONE])
    part = next(part for part in marking.parts if part.label == "content")
    assert (part.outcome, part.missing, part.too_many) == ("part", w(7, 8), w(4))


def test_split_content_is_right_only_with_both_pieces():
    marking = marked({1: KEY[2] | {"content": w(13, 14)}}, [TWO])
    part = next(part for part in marking.parts if part.label == "content")
    assert (part.outcome, part.missing) == ("part", w(17))


def test_the_right_words_under_a_wrong_label_are_named_with_that_label():
    marking = marked({1: {"cue": w(3), "content": w(0, 1)}}, [ONE])
    part = next(part for part in marking.parts if part.label == "source")
    assert (part.outcome, part.label_used, part.credit) == ("wrong-label", "content", 0)
    assert marking.extras == ()


def test_a_wrong_label_costs_no_more_than_leaving_the_part_out():
    assert marked({1: {"cue": w(3), "content": w(0, 1)}}, [ONE]).points == marked({1: {"cue": w(3)}}, [ONE]).points


def test_words_under_two_labels_cost_a_twentieth_of_a_point_each():
    pair = target("one", source=[w(0, 1)], cue=[w(3)])
    assert marked({1: {"source": w(0, 1)}}, [pair]).points == 1
    assert marked({1: {"source": w(0, 1), "cue": w(0, 1)}}, [pair]).points == 1 - Fraction(2, 20)


def test_right_words_with_another_number_are_told_from_wrong_words():
    marking = marked({1: {"source": w(0, 1), "cue": w(3)}, 2: {"content": w(5, 6, 7, 8)}}, [ONE])
    assert "other-number" in outcomes(marking).values()
    assert marking.extras == ()


def test_contents_swapped_between_two_groups_are_not_right():
    swapped = {1: KEY[1] | {"content": KEY[2]["content"]}, 2: KEY[2] | {"content": KEY[1]["content"]}}
    marking = marked(swapped)
    assert marking.points == 4
    assert outcomes(marking)["one", "content"] == "other-number"


def test_numbers_count_where_marks_were_given_with_them():
    one, two = target("one", content=[w(5, 6)]), target("two", content=[w(13)])
    answer = {1: {"content": w(13)}, 2: {"content": w(5, 6)}}
    assert marked(answer, [one, two]).points == 2
    assert marked(answer, [one, two], numbers_count=True).points == 0


def test_a_mark_on_an_attribution_that_was_not_asked_for_costs_nothing():
    marking = marked({1: KEY[1], 2: {"source": w(10)}}, [ONE], {"source": w(10)})
    assert marking.points == 3
    assert [extra.kind for extra in marking.extras] == ["not-asked"]


@pytest.mark.parametrize(
    ("words", "cost"), [(1, Fraction(1, 20)), (2, Fraction(2, 20)), (9, Fraction(9, 20)), (10, Fraction(1, 2))]
)
def test_a_mark_on_nothing_is_an_extra_and_costs_a_twentieth_of_a_point_a_word(words, cost):
    marking = marked({1: KEY[1], 2: {"source": w(*range(9, 9 + words))}}, [ONE])
    assert [extra.kind for extra in marking.extras] == ["nothing"]
    assert marking.points == 3 - cost


def test_a_mark_on_nothing_never_costs_more_than_half_a_point():
    # Eleven words would cost 11/20. A second mark under another label costs for itself, also half a point at most.
    eleven = w(*range(9, 20))
    assert marked({1: KEY[1], 2: {"source": eleven}}, [ONE]).points == 3 - Fraction(1, 2)
    assert marked({1: KEY[1], 2: {"source": eleven}, 3: {"cue": eleven}}, [ONE]).points == 3 - 1


def test_a_mark_lies_in_a_place_only_with_more_than_half_of_its_words():
    # The source is 0 and 1. Of the mark on 1 and 2 just half lies there; of the mark on 0 to 2 two words of three do.
    pair = target("one", source=[w(0, 1)], cue=[w(3)])
    half, more = (marked({1: {"cue": w(3)}, 2: {"content": words}}, [pair]) for words in (w(1, 2), w(0, 1, 2)))
    assert (outcomes(half)["one", "source"], [extra.kind for extra in half.extras]) == ("missed", ["nothing"])
    assert (outcomes(more)["one", "source"], more.extras) == ("wrong-label", ())


def test_a_part_that_may_be_left_out_earns_its_point_only_with_the_rest_found():
    optional = target("one", cue=[w(3)], content=[w(5, 6), NOTHING])
    assert marked({1: {"cue": w(3)}}, [optional]).points == 2
    assert marked({}, [optional]).points == 0


def test_words_that_may_be_marked_although_we_mark_none_cost_nothing():
    nameless = target("one", cue=[w(3)], source=[NOTHING, w(0)])
    marking = marked({1: {"cue": w(3), "source": w(0)}}, [nameless])
    assert marking.points == marking.out_of == 1
    assert marking.extras == ()


def test_a_run_never_crosses_the_end_of_a_sentence():
    assert runs(w(8, 9, 10, 11), [LINE[:10], LINE[10:]]) == [w(8, 9), w(10, 11)]


@pytest.mark.parametrize("groups", [60])
def test_many_groups_are_compared_at_once(groups):
    targets = [target(str(n), cue=[w(n % LENGTH)]) for n in range(groups)]
    answer = {n + 1: {"cue": w(n % LENGTH)} for n in range(groups)}
    assert marked(answer, targets).points == groups
