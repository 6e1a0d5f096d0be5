"""No choice of the course can be made without reading it."""

import pytest
from every_lesson import LESSONS, each_lesson, items_of
from guessing import ABSOLUTES, above_chance, all_ways, by_chance, choices_of, earned, listed_ways, words_of

MOST = 0.05  # of all choices
MOST_OF_ONE = 0.075  # of one lesson: half as many choices, and among hundreds of pairs some come out well by chance


def all_choices(lesson):
    return [item for entry in lesson.info.notebooks for item in choices_of(items_of(lesson).of(entry.name))]


def too_good(ways, choices, most=MOST):
    better = {name: above_chance(way, choices) for name, way in ways.items()}
    return {name: f"{share:+.1%}" for name, share in better.items() if share > most}


@each_lesson
def test_by_length_place_or_question_nobody_guesses_five_points_better_than_chance(lesson):
    assert too_good(listed_ways(), all_choices(lesson)) == {}


def test_over_the_course_no_way_of_guessing_and_no_two_together_are_five_points_better_than_chance():
    assert too_good(all_ways(), [item for lesson in LESSONS for item in all_choices(lesson)]) == {}


@each_lesson
def test_whoever_takes_one_lesson_alone_is_hardly_better_than_chance_in_any_way(lesson):
    assert too_good(all_ways(), all_choices(lesson), MOST_OF_ONE) == {}


@each_lesson
def test_the_words_that_a_card_shares_with_a_bin_are_worth_one_card_of_a_sort_at_most(lesson):
    better = {item.id: by_shared_words(item) for item in items_of(lesson).values() if item.kind == "sort"}
    assert {name: gained for name, gained in better.items() if gained > 1.1} == {}


def by_shared_words(item):
    """Give how many cards lie better than by chance if each goes where most of its words stand in the title."""
    gained = 0.0
    for card in item.cards:
        fine = {place.id for place in item.bins} & {card.bin, *card.also_accept}
        shared = {place.id: len(words_of(card.text) & words_of(place.title)) for place in item.bins}
        best = [name for name, count in shared.items() if count == max(shared.values())]
        gained += sum(name in fine for name in best) / len(best) - len(fine) / len(item.bins)
    return gained


@each_lesson
def test_sweeping_words_stand_in_right_and_in_wrong_options(lesson):
    def sweeping(options):
        return [option.id for option in options if ABSOLUTES & set(option.text.lower().replace(",", " ").split())]

    options = [option for item in all_choices(lesson) for option in item.options]
    assert sweeping(option for option in options if option.right)
    assert sweeping(option for option in options if not option.right)


# The player itself


class Choice:
    """An invented choice with three options, of which the second is right."""

    role, prompt, quote, hints = "alone", "Who tells it of the bridge?", "", ["Look for somebody in a boat."]

    def __init__(self, *texts):
        self.options = [Option(text, right=place == 1) for place, text in enumerate(texts)]


class Option:
    """An option with nothing but its words."""

    accepted = False

    def __init__(self, text, *, right):
        self.text, self.right = text, right


@pytest.mark.parametrize(
    ("texts", "ways"),
    [
        (("The mayor", "The mayor of the old town", "A nurse"), {"longest"}),
        (("The mayor", "He", "A nurse"), {"shortest"}),
        (("Firefighters everywhere", "It is so to us", "A nurse"), {"most words", "shortest words"}),
        (("A cat on a mat", "Firefighters", "Mr A B C"), {"fewest words"}),
        (("A cat on a mat", "Firefighters came", "He"), {"neither most nor fewest words", "the second most words"}),
        (("Nothing at all", "A nurse", "Everyone, always"), {"no absolute words", "no sweeping words", "shortest"}),
        (("Nobody", "A nurse", "Only he"), {"no sweeping words"}),
        (("The town", "It is the bridge", "The road"), {"most words of the question", "longest"}),
        (("A nurse", "Somebody else", "He"), {"most words of the hints", "second"}),
        (("A nurse from here", "Half of us", "He"), {"a number", "neither longest nor shortest"}),
        (("A nurse from here", "He said it", "The old road"), {"a word of saying"}),
    ],
)
def test_a_way_of_guessing_wins_where_its_sign_shows_the_right_option(texts, ways):
    item = Choice(*texts)
    won = {name for name in all_ways() if "then" not in name and earned(all_ways()[name], item) == 1}
    assert ways <= won
    assert "first" not in won


def test_options_that_are_level_share_what_is_earned():
    item = Choice("A cat", "A dog", "A whale")
    assert earned(all_ways()["shortest"], item) == pytest.approx(1 / 2)
    assert by_chance(item) == pytest.approx(1 / 3)


def test_of_two_ways_the_second_decides_among_what_the_first_leaves():
    item = Choice("Nothing was said by them", "The nurse", "Him")
    assert earned(all_ways()["no absolute words, then longest"], item) == 1
