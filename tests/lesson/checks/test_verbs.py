"""A concordance and a “not” that do not fit the article are named with their cure."""

from __future__ import annotations

import pytest
from invented import LANGUAGE, runes, write_locale
from small_lesson import change

from exercises.files.problems import LessonError
from exercises.lesson.load import load_lesson
from exercises.words.spoken import MORE

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


@pytest.fixture
def other_language(small_lesson, tmp_path, monkeypatch):
    """Give the lesson in a language of its own, and the file with the words of that language."""
    write_locale(tmp_path / "locale")
    monkeypatch.setenv(MORE, str(tmp_path / "locale"))
    change(small_lesson / "lesson.yaml", "language: en", f"language: {LANGUAGE}")
    return small_lesson, tmp_path / "locale" / f"{LANGUAGE}.yaml"


def test_another_language_says_not_with_words_of_its_own(other_language):
    lesson, _ = other_language
    own = SOUND.replace("did not say", f"did {runes('not')} say")
    assert problems(lesson, f"{BUTTON}\nnegations: [{own}]\n") == []
    (found,) = problems(lesson, f"{BUTTON}\nnegations: [{SOUND}]\n")
    assert f"“did not say” has no “{runes('not')}”" in found


def test_a_language_that_has_no_word_for_not_demands_none(other_language):
    lesson, locale = other_language
    change(locale, f"words: {runes('not')}\n", "words: ''\n")
    assert problems(lesson, f"{BUTTON}\nnegations: [{SOUND}]\n") == []


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
