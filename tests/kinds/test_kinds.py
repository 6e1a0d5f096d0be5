"""What every kind of exercise brings along: its files, its words, its secrets, and names for what it offers."""

import pytest

from exercises.kinds import KINDS
from exercises.words import words

FORMS = ("view.js", "view.css", "paper.html", "slide.html")
each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@each_kind
def test_a_kind_stands_in_the_list_under_its_own_name(kind):
    assert KINDS[kind.name] is kind


@each_kind
def test_a_kind_has_a_view_and_both_forms_on_paper_in_its_folder(kind):
    assert [form for form in FORMS if not (kind.folder / form).is_file()] == []
    assert (kind.folder / "cards.html").is_file() == bool(kind.paper.deck)


@each_kind
def test_a_kind_has_words_for_its_page(kind):
    assert kind.said()


@each_kind
def test_every_file_that_a_kind_offers_has_a_name_on_its_button(kind):
    names = words("takeaway")["formats"]
    assert set(kind.offers.formats if kind.offers else ()) <= set(names)
