"""What a class chose is told in a sentence, the most contested first, with the reason of what tempted most."""

from __future__ import annotations

from exercises.kinds.tallied import Choice, Part
from exercises.room.figures.splits import Split, most_contested, splits
from exercises.words import words

BINS = (
    Choice("own", "the reporter's own", "right", "Nobody else says it."),
    Choice("kyiv", "Kyiv's", "wrong", "Kyiv is named, and does not speak."),
    Choice("none", "nobody's", "wrong", "Somebody wrote it."),
)


def class_of(**counts):
    """Give the answers of a class to the part “card”."""
    return [{"card": (name,)} for name, count in counts.items() for _ in range(count)]


def test_a_split_is_told_by_its_sentence_with_both_groups():
    (split,) = splits([Part("card", "The city is lost", BINS, 14)], class_of(own=12, kyiv=15))
    assert split.sentence == "The class splits on S14: 15 take it as “Kyiv's”, 12 as “the reporter's own”."
    assert [(one.text, one.why) for one in split.wrong] == [("Kyiv's", "Kyiv is named, and does not speak.")]


def test_the_most_contested_part_comes_first():
    parts = [Part(name, name, BINS) for name in ("agreed", "split", "leaning")]
    votes = {"agreed": ["own"] * 10, "split": ["own"] * 5 + ["kyiv"] * 5, "leaning": ["own"] * 8 + ["kyiv"] * 2}
    given = [{name: (one[place],) for name, one in votes.items()} for place in range(10)]
    assert [one.where for one in splits(parts, given)] == ["“split”", "“leaning”", "“agreed”"]


def test_of_fewer_than_five_answers_nothing_is_said():
    assert splits([Part("card", "The city", BINS)], class_of(own=2, kyiv=2)) == ()


def test_a_class_of_one_mind_is_said_to_be_so():
    (split,) = splits([Part("card", "The city", BINS)], class_of(own=9))
    assert ("one mind" in split.sentence, split.contested, split.wrong) == (True, False, ())


def test_a_class_of_which_almost_all_chose_one_thing_does_not_split():
    (split,) = splits([Part("card", "The city is lost", BINS, 14)], class_of(own=11, kyiv=1))
    assert (split.sentence, split.contested) == ("On S14 most agree: 11 of 12 answer “the reporter's own”.", False)


def test_a_class_splits_from_a_fifth_on_and_all_groups_of_that_size_are_named():
    part = Part("card", "The city is lost", BINS, 14)
    (four,) = splits([part], class_of(own=16, kyiv=4))
    (three,) = splits([part], class_of(own=17, kyiv=3))
    assert (four.contested, "splits" in four.sentence) == (True, True)
    assert (three.contested, "splits" in three.sentence) == (False, False)
    (tie,) = splits([part], class_of(own=8, kyiv=4, none=4))
    assert "8 take it as “the reporter's own”, 4 as “Kyiv's”, 4 as “nobody's”." in tie.sentence


def test_where_no_group_is_large_none_is_called_most():
    part = Part("card", "The city is lost", tuple(Choice(name, name, "open", "") for name in "abcdefgh"), 14)
    (split,) = splits([part], class_of(a=5, b=3, c=3, d=3, e=3))
    assert split.sentence == "On S14 the largest group is 5 of 17: “a”."


def test_of_wrong_choices_taken_as_often_each_is_told_with_its_reason():
    (split,) = splits([Part("card", "The city is lost", BINS, 14)], class_of(own=6, kyiv=3, none=3))
    assert [one.text for one in split.wrong] == ["Kyiv's", "nobody's"]


def test_quotation_marks_and_stops_of_a_choice_do_not_meet_those_of_our_sentence():
    text = "He wrote: “The hall was shut.”"
    shut = (Choice("shut", text, "right", "It says so."), *BINS)
    (split,) = splits([Part("card", "Was it shut?", shut)], class_of(shut=9, kyiv=1))
    assert split.sentence.endswith("9 of 10 answer “He wrote: ‘The hall was shut’”.")


def test_a_choice_that_is_a_sentence_brings_no_second_stop():
    shut = (Choice("shut", "The hall was shut on Saturdays.", "right", "It says so."), *BINS)
    (split,) = splits([Part("card", "The hall", shut)], class_of(kyiv=6, shut=5))
    assert split.sentence.endswith("“The hall was shut on Saturdays”.")


def test_of_what_could_be_taken_or_left_it_is_said_who_chose_it_and_who_left_it_out():
    choices = (
        Choice("yes", words("tallied")["chosen"], "wrong", ""),
        Choice("no", words("tallied")["not_chosen"], "right", ""),
    )
    part = Part("s2", "S2: raises questions ...", choices, taken=True)
    (split,) = splits([part], [{"s2": ("yes",)}] * 5 + [{"s2": ("no",)}] * 4)
    assert split.sentence == "The class splits on “S2: raises questions ...”: 5 chose it, 4 left it out."
    (split,) = splits([part], [{"s2": ("yes",)}] * 9 + [{"s2": ("no",)}])
    assert split.sentence == "On “S2: raises questions ...” most agree: 9 of 10 chose it."


def test_the_largest_splits_come_first_and_one_exercise_has_no_more_than_two_of_them():
    def found(contest):
        return Split("here", (), 10, contest, "", (), "part")

    every = [("Many", found(share / 100)) for share in (48, 47, 46, 45)] + [("One", found(0.3)), ("Clear", found(0.1))]
    assert [(title, one.contest) for title, one in most_contested(every)] == [
        ("Many", 0.48),
        ("Many", 0.47),
        ("One", 0.3),
    ]
    assert len(most_contested((str(number), found(0.4)) for number in range(9))) == 6
