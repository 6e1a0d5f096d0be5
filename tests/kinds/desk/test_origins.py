"""Where what a source says comes from, in words, and the way back to it."""

import pytest
from desk_lesson import FULL, OLD_GUIDE, TOWN_PAGE, check, desk_lesson, entry, work

from exercises.kinds.desk.origins import chain, origin_name
from exercises.kinds.desk.reading import our_log
from exercises.lesson.models.sources import Carried, Origin


def on_origins(result):
    return next(one for one in result.remarks if "independent origins" in one.subject)


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


def test_a_source_may_be_nearer_to_one_claim_than_to_another(lesson):
    heard = Carried(origin="town-hall-2025-05-01", claims=("C1",), near="saw-it")
    page = lesson.sources["town-page"].model_copy(update={"also_carries": (heard,)})
    lesson.sources["town-page"] = page
    assert page.near_for("C2") == page.near != "saw-it"
    assert our_log(["town-page"], lesson.claims["C1"], lesson)[0].near == "saw-it"
    results = [check(lesson, C1=work(entry("town-page", "contradicts", near))) for near in ("saw-it", page.near)]
    told = [next(one.reason for one in result.remarks if "How near" in one.reason) for result in results]
    assert ["as you logged" in reason.split("How near")[1] for reason in told] == [True, False]


def second_reading(lesson, **fields):
    second = Carried(claims=("C1",), **fields)
    lesson.sources["town-radio"] = lesson.sources["town-radio"].model_copy(update={"also_accept": (second,)})


@pytest.mark.parametrize("near", ["was-told", "saw-it", "measured-it"])
def test_a_second_nearness_of_a_source_counts_beside_ours_and_no_third(lesson, near):
    second_reading(lesson, origin="town-hall-2025-05-01", near="saw-it")
    log = OLD_GUIDE, entry("town-radio", "contradicts", near)
    told = next(one for one in check(lesson, C1=work(*log)).remarks if "Radio Dovhe" in one.subject)
    assert told.outcome == ("part" if near == "measured-it" else "right")
    assert ("Both fit this source" in told.reason) == (near == "saw-it")


@pytest.mark.parametrize(("shown", "outcome"), [("contradicts", "right"), ("neither", "right"), ("supports", "part")])
def test_neither_counts_beside_our_reading_and_the_opposite_does_not(lesson, shown, outcome):
    radio = lesson.sources["town-radio"]
    lesson.sources["town-radio"] = radio.model_copy(update={"contradicts": ("C1",)})
    log = OLD_GUIDE, entry("town-radio", shown, "was-told")
    told = next(one for one in check(lesson, C1=work(*log)).remarks if "Radio Dovhe" in one.subject)
    assert told.outcome == outcome
    assert ("it carries no answer" in told.reason) == (shown == "neither")
    assert our_log(["town-radio"], lesson.claims["C1"], lesson)[0].shows == "contradicts"


@pytest.mark.parametrize("shown", ["supports", "contradicts"])
def test_to_take_a_side_out_of_a_page_that_has_none_does_not_count(lesson, shown):
    radio = lesson.sources["town-radio"]
    lesson.sources["town-radio"] = radio.model_copy(update={"contradicts": ()})
    log = OLD_GUIDE, entry("town-radio", shown, "was-told")
    told = next(one for one in check(lesson, C1=work(*log)).remarks if "Radio Dovhe" in one.subject)
    assert told.outcome == "part"


def test_a_log_of_neither_alone_has_all_its_marks_and_carries_no_verdict(lesson):
    careful = tuple(one | {"shows": "neither"} for one in FULL)
    result = check(lesson, C1=work(*careful))
    assert "wrong" not in {one.outcome for one in result.remarks if one.folded}
    (late,) = (one for one in result.remarks if "as of 10 June 2025" in one.subject)
    assert "your log" in late.reason
    assert result.points < check(lesson, C1=work(*FULL)).points - 1


@pytest.mark.parametrize("same_as", ["town-page", "old-guide", None])
def test_a_page_that_tells_both_sides_may_stand_with_either(lesson, same_as):
    log = TOWN_PAGE, OLD_GUIDE, entry("town-radio", "neither", "was-told", same_as)
    right = on_origins(check(lesson, C1=work(*log))).outcome == "right"
    second_reading(lesson, origin="guide-1990")
    told = on_origins(check(lesson, C1=work(*log)))
    assert (right, told.outcome) == (same_as == "town-page", "right")
    assert "Radio" not in told.reason


def test_two_pages_of_one_origin_count_once_beside_one_that_may_stand_with_either(lesson):
    second_reading(lesson, origin="guide-1990")
    apart = entry("old-guide", "supports", "repeats", "town-page"), entry("town-radio", "neither", "was-told")
    assert on_origins(check(lesson, C1=work(TOWN_PAGE, *apart))).outcome == "wrong"


def test_whoever_counts_one_person_on_two_days_as_one_voice_is_right_as_well(lesson):
    guide, archive = (lesson.origins[lesson.sources[name].origin] for name in ("old-guide", "archive-note"))
    one_person = Origin(id="builder", name="The builder")
    lesson.origins.update({one.id: one.model_copy(update={"rests_on": "builder"}) for one in (guide, archive)})
    lesson.origins["builder"] = one_person
    together = entry("archive-note", "supports", "measured-it", "old-guide")
    told = [
        on_origins(check(lesson, C1=work(OLD_GUIDE, archived))) for archived in (together, together | {"same_as": None})
    ]
    assert [one.outcome for one in told] == ["right", "right"]
    assert "if you count one voice, that is right too" in told[0].reason
    assert "Independent origins in your log: 2." in told[0].reason


def test_the_way_back_names_who_passed_it_on_and_what_the_origin_rests_on(lesson):
    lesson.sources["town-radio"] = lesson.sources["town-radio"].model_copy(update={"via": "town-page"})
    claim = lesson.claims["C1"]
    assert chain("town-radio", claim, lesson) == "Radio Dovhe ← Town of Dovhe ← The town hall of Dovhe, 1 May 2025"
    assert chain("archive-note", claim, lesson).endswith("← The archive of Dovhe, in 2025 ← The builder's bill of 1902")
