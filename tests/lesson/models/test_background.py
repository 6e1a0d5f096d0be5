"""What the background gives to other parts of the course."""

import pytest
from pydantic import ValidationError

from exercises.lesson.models.background import BackgroundFile

PLACE = {"kind": "city", "line": "A town."}
PERSON = {"role": "general", "side": "neutral"}


def spellings(**parts):
    return BackgroundFile.model_validate(parts).spellings


def test_the_forms_of_a_place_stand_together_each_once():
    place = PLACE | {"spelled": {"ru": "Dovga", "uk": "Dovha"}, "in_article": "Dovga"}
    assert spellings(places=[place]) == (("Dovga", "Dovha"),)


def test_a_person_goes_by_the_surname_and_words_in_brackets_are_left_out():
    person = PERSON | {"name": "Olha Syniak", "also_spelled": "Olga Sinyak, Sinyak (old form)"}
    assert spellings(people=[person]) == (("Syniak", "Sinyak"),)


def test_a_name_with_one_form_needs_no_group():
    place = PLACE | {"spelled": {"ru": "Dovha", "uk": "Dovha"}}
    assert spellings(places=[place], people=[PERSON | {"name": "Olha Syniak"}]) == ()


def test_a_body_keeps_its_whole_name():
    body = PERSON | {"name": "General Staff of Dovhe", "also_spelled": "Dovga General Staff"}
    assert spellings(people=[body]) == (("General Staff of Dovhe", "Dovga General Staff"),)


def test_other_scripts_and_further_groups_are_part_of_it():
    place = PLACE | {"spelled": {"ru": "Dovga", "uk": "Dovha"}, "also_spelled": "Довга, Dovgha (old form)"}
    told = spellings(places=[place], more_spellings=[["ferry", "boat"]])
    assert told == (("Dovga", "Dovha", "Довга", "Dovgha"), ("ferry", "boat"))


@pytest.mark.parametrize("names", [{}, {"spelled": {}}, {"name": "Dovhe", "spelled": {"ru": "a", "uk": "b"}}])
def test_a_place_has_one_name_or_a_form_a_language(names):
    with pytest.raises(ValidationError, match="needs a name"):
        BackgroundFile.model_validate({"places": [PLACE | names]})


def test_a_place_with_one_name_keeps_its_other_spellings():
    assert spellings(places=[PLACE | {"name": "East Pier", "also_spelled": "Ostkai"}]) == (("East Pier", "Ostkai"),)


TOLD = {"date": "2025-05-02", "who": "the mayor", "source": "post", "count": "up to 60"}
CHART = {
    "id": "guests",
    "title": "How many came?",
    "caption": "Figures of one side.",
    "alt": "One chart.",
    "not_drawn": "no number",
    "units": {"guests": {"words": "{number} guests", "axis": "guests"}},
}


def charted(told=TOLD, **parts):
    return BackgroundFile.model_validate({"count_charts": [CHART | {"told": [told]} | parts]}).count_charts


@pytest.mark.parametrize(
    "numbers", [{}, {"high": 60, "unit": "guests"}, {"low": 0, "high": 0, "unit": "guests"}, {"low": 1, "unit": "g"}]
)
def test_a_figure_may_have_numbers_with_their_unit_or_none(numbers):
    assert charted(TOLD | numbers)


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        ({"low": 9, "high": 8, "unit": "guests"}, "more than"),
        ({"high": 8}, "belong together"),
        ({"unit": "guests"}, "belong together"),
        ({"low": -1, "high": 8, "unit": "guests"}, "low"),
    ],
)
def test_numbers_that_do_not_fit_are_refused(numbers, said):
    with pytest.raises(ValidationError, match=said):
        charted(TOLD | numbers)


@pytest.mark.parametrize("words", ["guests", "{number} of {number} guests", "{number.real} guests", "{} guests"])
def test_words_of_a_unit_have_one_place_for_the_number(words):
    with pytest.raises(ValidationError, match="no place for the number"):
        charted(units={"guests": {"words": words, "axis": "guests"}})
