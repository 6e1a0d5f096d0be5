"""What a class chose is told in a sentence, the most contested first, with the reason of what tempted most."""

from __future__ import annotations

from exercises.kinds.tallied import Choice, Part
from exercises.room.figures.splits import splits

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
    assert (split.wrong.text, split.wrong.why) == ("Kyiv's", "Kyiv is named, and does not speak.")


def test_the_most_contested_part_comes_first():
    parts = [Part(name, name, BINS) for name in ("agreed", "split", "leaning")]
    votes = {"agreed": ["own"] * 10, "split": ["own"] * 5 + ["kyiv"] * 5, "leaning": ["own"] * 8 + ["kyiv"] * 2}
    given = [{name: (one[place],) for name, one in votes.items()} for place in range(10)]
    assert [one.where for one in splits(parts, given)] == ["“split”", "“leaning”", "“agreed”"]


def test_of_fewer_than_five_answers_nothing_is_said():
    assert splits([Part("card", "The city", BINS)], class_of(own=2, kyiv=2)) == ()


def test_a_class_of_one_mind_is_said_to_be_so():
    (split,) = splits([Part("card", "The city", BINS)], class_of(own=9))
    assert ("one mind" in split.sentence, split.contested, split.wrong) == (True, False, None)


def test_a_choice_that_is_a_sentence_brings_no_second_stop():
    shut = (Choice("shut", "The hall was shut on Saturdays.", "right", "It says so."), *BINS)
    (split,) = splits([Part("card", "The hall", shut)], class_of(kyiv=6, shut=5))
    assert split.sentence.endswith("“The hall was shut on Saturdays”.")
