"""The two forms keep to their design: no sign on the surface tells which claims are well supported."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations, product

import pytest
from every_lesson import items_of, named

LESSON = named("kupyansk")
ITEMS = items_of(LESSON)
FORMS = {"A": ITEMS["form-a"], "B": ITEMS["form-b"]}
BOTH = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
EACH = [pytest.param(one, id=one.id) for form in FORMS.values() for one in form.statements]
SIGNS = ("source", "certainty", "tone", "length")
NAME = re.compile(r"(?<=[\w,:] )[A-Z][a-z]+ [A-Z][a-z]+")  # two words with capitals, not where a sentence begins
HEDGES = (
    "about almost apparently approximately likely may might perhaps possibly probably reportedly roughly seem seems"
)
LOADED = (
    "awful beloved disgrace disgusting dreadful glorious greedy heroic hopeless miserable outrageous reckless scandal "
    "shameful shameless shocking splendid swindle terrible wonderful"
)
# Words on the surface that are no part of the design; they must not tell the support either.
LOOKS = {
    "a digit": re.compile(r"\d"),
    "a quotation": re.compile("“"),
    "the reporter shows up": re.compile(r"\b(us|we)\b"),
    "a colon": re.compile(":"),
    "a day of the week": re.compile(r"day\b"),
}


def best_rule(form, *signs: str) -> int:
    """Count how many statements the best rule gets right that looks at these signs alone, whatever rule that is."""
    cells: dict[tuple[str, ...], Counter[str]] = {}
    for one in form.statements:
        seen = tuple(getattr(one.features, sign) for sign in signs)
        cells.setdefault(seen, Counter())[one.features.support] += 1
    return sum(max(supports.values()) for supports in cells.values())


def has(words: str, text: str) -> bool:
    # “May” with a capital is a month; no hedge begins a sentence here.
    found = {word if word == "May" else word.lower() for word in re.findall(r"[\w-]+", text)}
    return not found.isdisjoint(words.split())


@BOTH
def test_half_of_a_form_is_well_supported(form):
    assert Counter(one.features.support for one in form.statements) == {"well": 6, "poorly": 6}


@BOTH
@pytest.mark.parametrize("sign", SIGNS)
def test_a_single_sign_tells_the_support_six_times_in_twelve(form, sign):
    assert best_rule(form, sign) == 6
    assert set(Counter(getattr(one.features, sign) for one in form.statements).values()) == {6}


@BOTH
@pytest.mark.parametrize("pair", combinations(SIGNS, 2), ids="-".join)
def test_two_signs_together_tell_it_eight_times_at_most(form, pair):
    assert best_rule(form, *pair) <= 8


@BOTH
def test_counting_how_many_signs_look_good_tells_it_eight_times_at_most(form):
    values = [sorted({getattr(one.features, sign) for one in form.statements}) for sign in SIGNS]
    for good, least in product(product(*values), range(1, 5)):
        right = 0
        for one in form.statements:
            looks_good = sum(getattr(one.features, sign) == value for sign, value in zip(SIGNS, good, strict=True))
            right += (looks_good >= least) == (one.features.support == "well")
        assert right <= 8


@BOTH
@pytest.mark.parametrize("look", LOOKS)
def test_other_looks_of_a_passage_tell_it_eight_times_at_most(form, look):
    hits = sum(bool(LOOKS[look].search(one.context)) == (one.features.support == "well") for one in form.statements)
    assert 4 <= hits <= 8


def test_both_forms_have_the_same_design_and_no_statement_in_common():
    rows = [sorted(one.features.model_dump_json() for one in form.statements) for form in FORMS.values()]
    assert rows[0] == rows[1]
    names = [{one.id for one in form.statements} for form in FORMS.values()]
    assert not names[0] & names[1]


@BOTH
def test_both_kinds_stand_mixed_with_no_three_in_a_row(form):
    supports = "".join(one.features.support[0] for one in form.statements)
    assert "www" not in supports
    assert "ppp" not in supports
    assert form.shuffle


@pytest.mark.parametrize("one", EACH)
def test_a_name_stands_in_a_passage_if_and_only_if_the_design_says_so(one):
    assert bool(NAME.search(one.context)) == (one.features.source == "named")


@pytest.mark.parametrize("one", EACH)
def test_a_hedge_stands_in_a_passage_if_and_only_if_the_design_says_so(one):
    assert has(HEDGES, one.context) == (one.features.certainty == "hedged")


@pytest.mark.parametrize("one", EACH)
def test_a_loaded_word_stands_in_a_passage_if_and_only_if_the_design_says_so(one):
    assert has(LOADED, one.context) == (one.features.tone == "loaded")


@pytest.mark.parametrize("one", EACH)
def test_a_claim_by_itself_carries_no_sign(one):
    assert not NAME.search(one.text)
    assert not has(HEDGES, one.text)
    assert not has(LOADED, one.text)
    assert len(one.text.split()) <= 20


@BOTH
def test_long_passages_are_half_as_long_again_as_short_ones_and_more(form):
    lengths: dict[str, list[int]] = {"short": [], "long": []}
    for one in form.statements:
        lengths[one.features.length].append(len(one.context.split()))
    assert min(lengths["short"]) >= 30
    assert max(lengths["short"]) * 1.4 < min(lengths["long"])
    assert max(lengths["long"]) <= 70


@BOTH
def test_well_supported_passages_are_no_longer_than_the_others(form):
    means = [
        sum(len(one.context.split()) for one in form.statements if one.features.support == kind) / 6
        for kind in ("well", "poorly")
    ]
    assert abs(means[0] - means[1]) < 4


@pytest.mark.parametrize("one", EACH)
def test_neighbours_on_the_scale_are_accepted_and_every_step_has_a_reason_of_its_own(one):
    assert one.accept == ((3, 4) if one.features.support == "well" else (1, 2))
    assert set(one.why) == {"1", "2", "3", "4"}


def test_no_reason_stands_twice():
    reasons = [reason for form in FORMS.values() for one in form.statements
               for reason in (*one.why.values(), one.cannot_tell.why)]  # fmt: skip
    assert len(reasons) == len(set(reasons)) == 2 * 12 * 5
