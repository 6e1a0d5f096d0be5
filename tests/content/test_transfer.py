"""The lesson to take instead is another text: who remembers the first lesson still has to read the second."""

import re
from math import sqrt

from every_lesson import LESSONS, items_of, named
from guessing import by_chance, choices_of, earned, words_of

from exercises.kinds import KINDS
from exercises.paper.places import page_of

REAL = next(lesson for lesson in LESSONS if lesson.info.instead)
OTHER = named(REAL.info.instead)
SHARED = sorted({entry.name for entry in OTHER.info.notebooks} & {entry.name for entry in REAL.info.notebooks})
PAIRS = [pair for name in SHARED for pair in zip(items_of(REAL).of(name), items_of(OTHER).of(name), strict=True)]
SPREAD = 2  # standard deviations: 19 of 20 orders made by chance alone stay within them


def cue_words(lesson):
    """Give the words of all cues of saying, hedges and boosters that the key of the article marks."""
    marks = lesson.key["article"]
    cues = [piece for entry in (*marks.attributions, *marks.certainty) for piece in entry.entry.cue]
    return words_of(" ".join(cues))


def test_the_cues_and_hedges_of_the_two_articles_share_no_more_than_a_third_of_their_words():
    ours, theirs = cue_words(OTHER), cue_words(REAL)
    shared = ours & theirs
    assert len(shared) <= len(ours) / 3, sorted(shared)
    assert len(shared) <= len(theirs) / 3, sorted(shared)


def places(item, lesson):
    """Give our key by places on paper, of the option or of each card's bin, and how many places there are."""
    page, ours = page_of(item, lesson), KINDS[item.kind].reveal(item, lesson)
    if item.kind == "choose":
        options = [option["id"] for option in page["options"]]
        return [options.index(chosen) for chosen in ours["chosen"]], len(options)
    bins = [one["id"] for one in page["bins"]]
    return [bins.index(ours["placed"][card["id"]]) for card in page["cards"]], len(bins)


def within_chance(found, chances):
    """Say whether a number of hits lies as near to what chance gives as chance does; chances are single shares."""
    expected, spread = sum(chances), sqrt(sum(share * (1 - share) for share in chances))
    return abs(found - expected) <= SPREAD * spread, f"{found:.1f} where chance gives {expected:.1f} ± {spread:.1f}"


def test_the_places_of_right_answers_are_those_of_the_first_lesson_as_often_as_chance_has_it_and_no_more_seldom():
    # Each choice and each card of a sorting counts once. Too few hits tell as much as too many.
    found, chances = 0, []
    for real, other in PAIRS:
        if real.kind in ("choose", "sort"):
            (theirs, _), (ours, number) = places(real, REAL), places(other, OTHER)
            hits = [one == two for one, two in zip(theirs, ours, strict=True)]
            found, chances = found + sum(hits), chances + [1 / number] * len(hits)
    fine, told = within_chance(found, chances)
    assert fine, told


def alike(item):
    """Make a way of guessing: the option that shares most words with the right option of the first lesson."""
    right = words_of(" ".join(option.text for option in item.options if option.right))

    def keep(options, _):
        shares = [len(right & words_of(option.text)) / len(right | words_of(option.text)) for option in options]
        return [option for option, share in zip(options, shares, strict=True) if share == max(shares)]

    return keep


def test_who_remembers_the_right_answers_of_the_first_lesson_word_by_word_guesses_no_better_than_chance():
    pairs = [(real, other) for real, other in PAIRS if choices_of([real])]
    found = sum(earned(alike(real), other) for real, other in pairs)
    fine, told = within_chance(found, [by_chance(other) for _, other in pairs])
    assert fine, told


def test_more_than_half_of_the_words_of_the_other_article_are_given_to_somebody_who_can_be_found():
    text = OTHER.texts["article"]
    owned = [one for one in OTHER.key["article"].attributions if one.entry.source_kind != "none"]
    words = set().union(*(text.words_in(part) for one in owned for part in one.parts.values() if part))
    assert len(words) > len(re.findall(r"[\w’-]+", text.text)) / 2


def test_the_two_articles_are_not_built_sentence_by_sentence_alike():
    assert len(OTHER.article.sentences) != len(REAL.article.sentences)
