"""The *not* button: both wordings are there; what stands and why only once the sentences were judged."""

from __future__ import annotations

import pytest
from every_lesson import items_of, named

from exercises.figures.negation import not_button, not_button_answered

LESSON = named("kupyansk")
BEFORE = not_button(LESSON)["sentences"]
AFTER = {one["number"]: one for one in not_button_answered(LESSON)["sentences"]}


def read(sentence, *, negated):
    return "".join((negated and piece["negated"]) or piece["text"] for piece in sentence["pieces"])


@pytest.mark.parametrize("sentence", [*BEFORE, *AFTER.values()])
def test_without_the_not_it_is_the_sentence_and_with_it_one_not_longer(sentence):
    plain = LESSON.article.sentence(sentence["number"]).text
    assert read(sentence, negated=False) == plain
    assert read(sentence, negated=True).split().count("not") == plain.split().count("not") + 1


def test_before_the_sentences_are_judged_nothing_says_what_is_standing():
    assert not any(piece["stands"] for one in BEFORE for piece in one["pieces"])
    assert [one["why"] for one in BEFORE] == [""] * len(BEFORE)


def test_what_is_asked_and_said_stands_in_the_lesson():
    button, before, after = LESSON.background.not_button, not_button(LESSON), not_button_answered(LESSON)
    assert (before["ask"], after["ask"], after["nothing"]) == (button.ask, button.ask_answered, button.nothing_stands)


def test_the_capture_the_loss_and_the_fall_stand_and_the_report_of_s6_does_not():
    standing = {number: [piece["text"] for piece in one["pieces"] if piece["stands"]] for number, one in AFTER.items()}
    assert standing == {
        6: [],
        8: ["The capture of Kupyansk"],
        12: ["the loss of Kupyansk"],
        14: ["the admission of Kupyansk’s fall"],
        15: ["following the capture of Kupyansk"],
    }


def test_the_figure_and_the_exercise_give_the_same_answer():
    cards = {card.id: card.bin for card in items_of(LESSON)["verb-not-sort"].cards if card.id.startswith("s")}
    figure = {f"s{one['number']}": any(piece["stands"] for piece in one["pieces"]) for one in AFTER.values()}
    assert {name: place == "stands" for name, place in cards.items()} == figure
