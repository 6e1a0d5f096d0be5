"""Who searches for a name of the lesson in one spelling finds the sources that use another."""

from pathlib import Path

import pytest

from exercises.lesson import load_lesson

LESSON = Path(__file__).parent.parent.parent / "lessons" / "kupyansk"

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


@pytest.fixture(scope="module")
def groups():
    return load_lesson(LESSON).background.spellings


@pytest.mark.parametrize("pair", PAIRS, ids="/".join)
def test_both_spellings_stand_in_one_group(groups, pair):
    assert any(set(pair) <= set(group) for group in groups)


def test_no_form_leads_to_two_groups(groups):
    forms = [form for group in groups for form in group]
    assert sorted(form for form in set(forms) if forms.count(form) > 1) == []
