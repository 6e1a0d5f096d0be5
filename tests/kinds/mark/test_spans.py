"""Scoring of marks, word by word; sentences here are just numbers of words."""

from fractions import Fraction
from itertools import combinations

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


def test_the_order_in_which_labels_were_given_never_matters_even_where_two_ties_are_equally_good():
    pair = target("one", source=[w(0, 1)], cue=[w(3)])
    first, second = {"source": w(0), "cue": w(3)}, {"source": w(1), "cue": w(3)}
    turned = [dict(reversed(group.items())) for group in (first, second)]
    expected = marked({1: first, 2: second}, [pair])
    assert marked({1: turned[0], 2: second}, [pair]) == expected
    assert marked({1: first, 2: turned[1]}, [pair]) == expected


def test_the_order_in_which_words_were_marked_never_matters_even_where_two_ties_are_equally_good():
    # Equal sets may give their words in different orders; two words between them are as good as the outer two.
    whole = target("one", content=[ROOM])
    for first, last in combinations(range(LENGTH), 2):
        if last - first < 3:
            continue
        there, back = frozenset([LINE[first], LINE[last]]), frozenset([LINE[last], LINE[first]])
        if list(there) != list(back):
            two = {"content": w(first + 1, first + 2)}
            assert marked({1: {"content": there}, 2: two}, [whole]) == marked({1: {"content": back}, 2: two}, [whole])


def test_the_order_in_which_two_labels_were_given_to_one_place_never_matters():
    found = {"cue": w(3), "content": w(5, 6, 7, 8)}
    both = {"content": w(0, 1), "cue": w(0, 1)}
    assert marked({1: found, 2: both}, [ONE]) == marked({1: found, 2: dict(reversed(both.items()))}, [ONE])


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


def test_content_that_is_the_whole_sentence_earns_everything_and_half_of_it_the_dice_coefficient():
    # No other word is left to sweep. Half of twenty words: Dice 2 * 10 / (10 + 20) = 2/3.
    whole = target("one", content=[ROOM])
    assert marked({1: {"content": ROOM}}, [whole]).points == 1
    assert marked({1: {"content": w(*range(10))}}, [whole]).points == Fraction(2, 3)


def test_two_empty_sets_of_words_have_nothing_in_common():
    assert dice(NOTHING, NOTHING) == 0


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


def test_a_partial_mark_is_held_against_the_reading_that_it_comes_closest_to():
    # Three of the four words of the alternative, Dice 6/7; our own two words and one too many would be 4/5 at most.
    close = target("one", content=[w(5, 6), w(5, 6, 7, 8)])
    (part,) = marked({1: {"content": w(5, 6, 7)}}, [close]).parts
    assert (part.outcome, part.credit, part.reading) == ("part", Fraction(6, 7), w(5, 6, 7, 8))
    assert (part.missing, part.too_many) == (w(8), NOTHING)


def test_words_of_the_same_label_far_from_the_part_are_an_extra_and_not_words_too_many():
    marking = marked({1: {"content": w(5, 6, 15)}}, [target("one", content=[w(5, 6, 7, 8)])])
    assert marking.parts[0].too_many == NOTHING
    assert [(extra.kind, extra.words) for extra in marking.extras] == [("nothing", w(15))]


def test_split_content_is_right_only_with_both_pieces():
    marking = marked({1: KEY[2] | {"content": w(13, 14)}}, [TWO])
    part = next(part for part in marking.parts if part.label == "content")
    assert (part.outcome, part.missing) == ("part", w(17))


def test_the_right_words_under_a_wrong_label_are_named_with_that_label():
    marking = marked({1: {"cue": w(3), "content": w(0, 1)}}, [ONE])
    part = next(part for part in marking.parts if part.label == "source")
    assert (part.outcome, part.label_used, part.credit) == ("wrong-label", "content", 0)
    assert marking.extras == ()


def test_a_wrong_label_named_at_its_part_leaves_the_other_marks_of_that_label_among_the_extras():
    marking = marked({1: {"cue": w(3), "content": w(0, 1)}, 2: {"content": w(15)}}, [ONE])
    assert outcomes(marking)["one", "source"] == "wrong-label"
    assert [(extra.label, extra.words, extra.kind) for extra in marking.extras] == [("content", w(15), "nothing")]


def test_a_part_that_is_found_stays_found_where_its_words_are_marked_once_more():
    marking = marked({1: KEY[1], 2: {"content": w(0, 1)}, 3: {"cue": w(3)}}, [ONE])
    assert set(outcomes(marking).values()) == {"right"}
    assert marking.points == 3  # the key answers for these words elsewhere
    assert [(extra.label, extra.kind, extra.meant) for extra in marking.extras] == [
        ("content", "elsewhere", "source"),
        ("cue", "elsewhere", "cue"),
    ]


def test_a_wrong_label_costs_no_more_than_leaving_the_part_out():
    assert marked({1: {"cue": w(3), "content": w(0, 1)}}, [ONE]).points == marked({1: {"cue": w(3)}}, [ONE]).points


def test_words_under_two_labels_cost_a_twentieth_of_a_point_each():
    pair = target("one", source=[w(0, 1)], cue=[w(3)])
    assert marked({1: {"source": w(0, 1)}}, [pair]).points == 1
    assert marked({1: {"source": w(0, 1), "cue": w(0, 1)}}, [pair]).points == 1 - Fraction(2, 20)


def test_right_words_with_another_number_are_told_from_wrong_words():
    marking = marked({1: {"source": w(0, 1), "cue": w(3)}, 2: {"content": w(5, 6, 7, 8)}}, [ONE])
    assert "other-group" in outcomes(marking).values()
    assert marking.extras == ()


def test_another_number_is_named_before_another_label_and_the_label_stays_among_the_extras():
    # The second group has the source twice: under its own label, and as content.
    twice = {"source": w(0, 1), "content": w(0, 1)}
    marking = marked({1: {"cue": w(3), "content": w(5, 6, 7, 8)}, 2: twice}, [ONE])
    assert outcomes(marking)["one", "source"] == "other-group"
    assert [(extra.label, extra.kind, extra.meant) for extra in marking.extras] == [("content", "elsewhere", "source")]


def test_one_group_answers_for_one_target_only():
    # All of the first attribution but its content, and in its place the content of the second.
    marking = marked({1: KEY[1] | {"content": KEY[2]["content"]}})
    assert marking.points == 2
    assert outcomes(marking)["two", "content"] == "other-group"


def test_contents_swapped_between_two_groups_are_not_right():
    swapped = {1: KEY[1] | {"content": KEY[2]["content"]}, 2: KEY[2] | {"content": KEY[1]["content"]}}
    marking = marked(swapped)
    assert marking.points == 4
    assert outcomes(marking)["one", "content"] == "other-group"


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


def test_extras_stand_in_the_order_of_the_text_by_their_first_words():
    marking = marked({1: KEY[1], 2: {"content": w(16), "cue": w(11), "source": w(10, 11, 12)}}, [ONE])
    assert [extra.words for extra in marking.extras] == [w(10, 11, 12), w(11), w(16)]


def test_the_group_is_tied_that_leaves_most_when_costs_are_counted_in():
    # Eight words for our four earn 5/8 and cost nothing once tied; untied they would cost 4/20. Two of the four earn
    # 2/3, but then 4/20 is charged.
    answer = {1: {"content": w(*range(5, 13))}, 2: {"content": w(5, 6)}}
    assert marked(answer, [target("one", content=[w(5, 6, 7, 8)])]).points == Fraction(5, 8)


def test_a_group_is_not_tied_for_marks_that_cost_the_same_wherever_it_is_tied():
    # The second group has the cue with a word too many, and five words on nothing: 6/20 untied.
    answer = {1: {"cue": w(3)}, 2: {"cue": w(3, 4), "source": w(*range(15, 20))}}
    assert marked(answer, [target("one", cue=[w(3)])]).points == 1 - Fraction(6, 20)


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


def test_a_part_that_may_be_left_out_ties_its_group_when_it_is_all_that_was_found():
    optional = target("one", cue=[w(3)], content=[w(5, 6), NOTHING])
    assert marked({1: {"content": w(5, 6)}}, [optional]).points == 1


def test_a_part_that_may_be_left_out_earns_nothing_for_being_left_out_where_it_is_marked():
    # The first group has the cue and leaves the content out: 2. The second has the cue and half the content: 1 + 2/3.
    optional = target("one", cue=[w(3)], content=[w(5, 6), NOTHING])
    assert marked({1: {"cue": w(3)}, 2: {"cue": w(3), "content": w(5)}}, [optional]).points == 2


def test_an_alternative_that_shares_no_word_with_our_reading_is_found_alone():
    marking = marked({1: {"source": w(10, 11)}}, [target("one", source=[w(0), w(10, 11)])])
    assert (marking.points, outcomes(marking)["one", "source"]) == (1, "accepted")


def test_words_that_may_be_marked_although_we_mark_none_earn_nothing():
    # Only the second group has the whole cue; one word of it lies on nothing. The first has half of the cue, 2/3.
    nameless = target("one", cue=[w(3, 4)], source=[NOTHING, w(0)])
    answer = {1: {"cue": w(3), "source": w(0)}, 2: {"cue": w(3, 4), "source": w(19)}}
    assert marked(answer, [nameless]).points == 1 - Fraction(1, 20)


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
