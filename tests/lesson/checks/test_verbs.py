"""A concordance and a “not” that do not fit the article are named with their cure."""

from __future__ import annotations

import pytest

from exercises.files.problems import LessonError
from exercises.lesson.load import load_lesson

SOUND = "{sentence: S1, words: said, negated: did not say, stands: [the old bridge], why: The bridge is there.}"


BUTTON = "not_button: {ask: Is it so?, ask_answered: Look again., nothing_stands: Nothing is left.}"


def problems(folder, background):
    (folder / "background.yaml").write_text(background, "utf-8")
    try:
        load_lesson(folder)
    except LessonError as error:
        return [f"{problem.what}. {problem.cure}" for problem in error.problems]
    return []


def test_a_sound_background_has_no_problem(small_lesson):
    assert problems(small_lesson, f"concordance: [[said, says], [claimed]]\n{BUTTON}\nnegations: [{SOUND}]\n") == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("S1", "S9"), "There is no sentence 9"),
        (("words: said", "words: wrote"), "does not occur in sentence 1"),
        (("did not say", "denied"), "“denied” has no “not”"),
        (("the old bridge", "the new bridge"), "does not occur in sentence 1"),
        (("the old bridge", "said on Monday"), "holds the verb that gets the “not”"),
    ],
)
def test_a_negation_that_does_not_fit_its_sentence_is_named(small_lesson, change, told):
    (found,) = problems(small_lesson, f"{BUTTON}\nnegations: [{SOUND.replace(*change)}]\n")
    assert told in found


def test_negations_without_a_question_are_named(small_lesson):
    (found,) = problems(small_lesson, f"negations: [{SOUND}]\n")
    assert found.startswith("Nothing says what to ask of the sentences with “not”")


def test_a_sentence_has_one_not(small_lesson):
    (found,) = problems(small_lesson, f"{BUTTON}\nnegations: [{SOUND}, {SOUND}]\n")
    assert found.startswith("S1 stands twice")


@pytest.mark.parametrize(
    ("words", "told"),
    [("[[said], [told, Said]]", "“Said” stands twice"), ("[[according to]]", "“according to” is more than one word")],
)
def test_a_word_that_cannot_be_looked_up_is_named(small_lesson, words, told):
    (found,) = problems(small_lesson, f"concordance: {words}\n")
    assert told in found
