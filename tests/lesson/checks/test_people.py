"""Numbers of people who were killed, or whom a lesson counts, are found however they are written."""

import pytest

from exercises.lesson.checks.people import counts_people

COUNTED = ("firefighters", "crews", "Dovhers")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The page says that 60 firefighters were inside.", "60 firefighters"),
        ("He put 40 tired young firefighters on the roof.", "40 tired young firefighters"),
        ("The note tells of 5,000 trapped Dovhers.", "5,000 trapped Dovhers"),
        ("Between 100 to 200 Dovhers are left.", "100 to 200 Dovhers"),
        ("It names several hundred firefighters.", "hundred firefighters"),
        ("Two weeks later 18 crews are inside.", "Two weeks later 18 crews"),
        ("He put their number at dawn, and counted up to 70.", "counted up to 70"),
        ("The count of the killed is 31.", "killed is 31"),
        ("By then 12 people had been killed.", "12 people had been killed"),
        ("The page says that sixty firefighters were inside.", "sixty firefighters"),
        ("It speaks of twenty-two crews.", "two crews"),
        ("That day 1,500 died.", "1,500 died"),
        ("It gives 1,500 deaths.", "1,500 deaths"),
        ("The page tells of crews of about 1,200.", "crews of about 1,200"),
        ("They found 120 bodies there.", "120 bodies"),
        ("The fire came at night, killing 40.", "killing 40"),
        ("It speaks of scores of crews.", "scores of crews"),
        ("It speaks of tens of firefighters.", "tens of firefighters"),
    ],
)
def test_a_number_of_people_is_found(text, found):
    assert counts_people(text, COUNTED) == found


@pytest.mark.parametrize(
    "text",
    [
        "On 20 November firefighters came.",
        "In November 2025 firefighters came, and in 2026, with crews beside them.",
        "The 6th crew came, with more firefighters than before.",
        "It tells of the crews of 20 November.",
        "Three months later, firefighters were still there.",
        "The share rose to over 77% of the houses. Crews worked 40 km away.",
        "Nobody was killed. On 20 November the road was closed.",
        "He put about 40 km between them, and spoke of about 3 November.",
    ],
)
def test_a_day_a_year_a_share_and_a_distance_are_no_number_of_people(text):
    assert counts_people(text, COUNTED) == ""


def test_what_the_lesson_names_as_no_people_may_be_dead_in_a_number_and_hides_no_people_beside_it():
    assert counts_people("Of 100 flowers 52 flowers were dead.", (), ("flowers",)) == ""
    both = "100 flowers were dead, and 12 people were killed."
    assert counts_people(both, (), ("flowers",)) == "12 people were killed"


def test_the_number_of_a_sentence_counts_nobody():
    assert counts_people("Whatever the fish died of, S8 does not say it.") == ""


def test_of_people_whom_the_lesson_does_not_name_only_the_killed_count():
    assert counts_people("12 firefighters came, and he spoke of about 40.") == ""
    assert counts_people("12 dead firefighters were found.") == "12 dead"
