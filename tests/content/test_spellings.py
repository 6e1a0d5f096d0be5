"""Who searches for a name of the lesson in one spelling finds the sources that use another."""

import pytest
from every_lesson import each_lesson, named

PAIRS = [
    ("Kupyansk", "Kupiansk"),
    ("Kupyansk-Uzlovoy", "Kupiansk-Vuzlovyi"),
    ("Volchansk", "Vovchansk"),
    ("Kurilovka", "Kurylivka"),
    ("Kucherovka", "Kucherivka"),
    ("Petropavlovka", "Petropavlivka"),
    ("Glushkovka", "Hlushkivka"),
    ("Kovsharovka", "Kivsharivka"),
    ("Oskol", "Oskil"),
    ("Kharkov", "Kharkiv"),
    ("Krasnoarmeysk", "Pokrovsk"),
    ("Izyum", "Izium"),
    ("Chuguyev", "Chuhuiv"),
    ("Seversk", "Siversk"),
    ("Donbass", "Donbas"),
    ("Kiev", "Kyiv"),
    ("Zelensky", "Zelenskyy"),
    ("Syrsky", "Syrskyi"),
    ("Tregubov", "Trehubov"),
    ("AFU", "VSU"),
    ("AFU", "ZSU"),
    ("liberated", "captured"),
    ("captured", "occupied"),
    ("Kupiansk", "Купянск"),
    ("Zelensky", "Зеленський"),
]


@pytest.mark.parametrize("pair", PAIRS, ids="/".join)
def test_both_spellings_stand_in_one_group(pair):
    assert any(set(pair) <= set(group) for group in named("kupyansk").background.spellings)


@each_lesson
def test_no_form_leads_to_two_groups(lesson):
    forms = [form for group in lesson.background.spellings for form in group]
    assert sorted(form for form in set(forms) if forms.count(form) > 1) == []
