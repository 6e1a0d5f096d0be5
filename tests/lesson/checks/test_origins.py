"""Where information comes from: names of origins, second statements, and ways that cannot be."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_lesson import change

from exercises.files.problems import LessonError
from exercises.lesson.checks.origins import path_of
from exercises.lesson.load import load_lesson
from exercises.lesson.models.lesson import Origin


def problems_of(folder):
    with pytest.raises(LessonError) as error:
        load_lesson(folder)
    return [(problem.line, problem.what, problem.cure) for problem in error.value.problems]


def test_an_origin_has_a_name_and_may_rest_on_another(small_lesson):
    origins = load_lesson(small_lesson).origins
    archive = origins[load_lesson(small_lesson).sources["archive-note"].origin]
    assert archive.name == "The archive of Dovhe, in 2025"
    assert archive.rests_on == "builders-bill-1902"
    assert origins[archive.rests_on].name == "The builder's bill of 1902"


def test_a_source_that_passes_on_two_statements_has_an_origin_for_each(small_lesson):
    carries = "    also_carries: [{origin: town-hall-2025-05-01, claims: [C1]}]\n"
    change(small_lesson / "sources.yaml", "    says: The builder's", f"{carries}    says: The builder's")
    source = load_lesson(small_lesson).sources["archive-note"]
    assert [source.origin_for(claim) for claim in ("C1", "C2")] == ["town-hall-2025-05-01", "archive-2025"]


def test_a_second_statement_did_not_come_the_way_of_the_first(small_lesson):
    file = small_lesson / "sources.yaml"
    change(file, "origin: shop-blog", "origin: town-hall-2025-05-01\n    via: town-page")
    carries = "    also_carries: [{origin: archive-2025, claims: [C1]}]\n    context: [C1, C2]\n"
    change(file, "    says: Few", f"{carries}    says: Few")
    source = load_lesson(small_lesson).sources["shop-blog"]
    assert [source.via_for(claim) for claim in ("C1", "C2")] == [None, "town-page"]


def test_origins_that_rest_on_each_other_in_a_circle_are_told_at_both(small_lesson):
    file = small_lesson / "sources.yaml"
    line = change(file, 'of 1902"}', 'of 1902", from: archive-2025}')
    told = problems_of(small_lesson)
    assert [number for number, _, _ in told] == [line - 1, line]
    assert all("rests on itself" in what and "from:" in cure for _, what, cure in told)


def test_sources_that_came_through_each_other_are_told(small_lesson):
    file = small_lesson / "sources.yaml"
    change(file, "origin: shop-blog", "origin: town-hall-2025-05-01\n    via: town-page")
    change(
        file,
        "    origin: town-hall-2025-05-01\n    says",
        "    origin: town-hall-2025-05-01\n    via: shop-blog\n    says",
    )
    told = problems_of(small_lesson)
    assert len(told) == 2
    assert all("came through itself" in what for _, what, _ in told)


def test_a_source_may_come_through_one_whose_origin_its_own_rests_on(small_lesson):
    file = small_lesson / "sources.yaml"
    change(file, "    origin: archive-2025\n", "    origin: archive-2025\n    via: shop-blog\n")
    change(file, "origin: shop-blog", "origin: builders-bill-1902")
    assert load_lesson(small_lesson).sources["archive-note"].via == "shop-blog"


def test_an_origin_that_cannot_be_read_is_still_known(small_lesson):
    line = change(small_lesson / "sources.yaml", 'name: "A shopkeeper on the river road"', "name: {}")
    (problem,) = problems_of(small_lesson)
    assert problem[0] == line


@pytest.mark.parametrize("field", ["also_carries", "also_accept"])
def test_a_source_has_a_second_statement_or_reading_only_for_claims_it_was_read_for(small_lesson, field):
    carries = f"    {field}: [{{origin: shop-blog, claims: [C1, C2]}}]\n"
    change(small_lesson / "sources.yaml", "    says: The builder's", f"{carries}    says: The builder's")
    ((_, what, cure),) = problems_of(small_lesson)
    assert "“C2”" in what
    assert "“supports:”" in cure


@given(st.dictionaries(st.sampled_from("abcdefg"), st.none() | st.sampled_from("abcdefgh"), min_size=1))
def test_the_path_of_an_origin_ends_whatever_rests_on_whatever(rests):
    origins = {name: Origin.model_validate({"id": name, "name": name, "from": other}) for name, other in rests.items()}
    for name in rests:
        path = path_of(name, origins)
        assert path[0] == name
        assert len(set(path)) == len(path)
        assert all(rests[step] == after for step, after in pairwise(path))
