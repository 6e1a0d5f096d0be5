"""Where what a source says comes from, in words, and the way back to it."""

import pytest
from desk_lesson import desk_lesson

from exercises.kinds.desk.origins import chain, origin_name
from exercises.lesson.models.sources import Carried


@pytest.fixture
def lesson(tmp_path):
    return desk_lesson(tmp_path / "bridge")


def test_an_origin_goes_by_the_name_that_the_lesson_gives(lesson):
    assert origin_name("town-radio", lesson.claims["C1"], lesson) == "The town hall of Dovhe, 1 May 2025"


def test_a_source_may_have_another_origin_for_another_claim(lesson):
    carried = Carried(origin="shop-blog", claims=("C2",))
    lesson.sources["town-page"] = lesson.sources["town-page"].model_copy(update={"also_carries": (carried,)})
    assert origin_name("town-page", lesson.claims["C2"], lesson) == "A shopkeeper on the river road"
    assert origin_name("town-page", lesson.claims["C1"], lesson) == "The town hall of Dovhe, 1 May 2025"


def test_the_way_back_names_who_passed_it_on_and_what_the_origin_rests_on(lesson):
    lesson.sources["town-radio"] = lesson.sources["town-radio"].model_copy(update={"via": "town-page"})
    claim = lesson.claims["C1"]
    assert chain("town-radio", claim, lesson) == "Radio Dovhe ← Town of Dovhe ← The town hall of Dovhe, 1 May 2025"
    assert chain("archive-note", claim, lesson).endswith("← The archive of Dovhe, in 2025 ← The builder's bill of 1902")
