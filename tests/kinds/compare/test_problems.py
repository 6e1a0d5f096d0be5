"""What does not fit in an exercise *compare* is said with its cure."""

import pytest
from compare_lesson import HEDGE, ROOT, VERSIONS, compare_item, open_lesson

from exercises.kinds.compare import KIND


@pytest.fixture(scope="module")
def lesson(tmp_path_factory):
    return open_lesson(tmp_path_factory.mktemp("lessons") / "bridge")


def without(name):
    return {step: reason for step, reason in HEDGE["why"].items() if step != name}


def test_a_sound_exercise_has_no_problems(lesson):
    assert KIND.problems(compare_item(), lesson) == []


def test_every_version_needs_a_reason_of_its_own(lesson):
    for name in (*VERSIONS, "nowhere"):
        (found,) = KIND.problems(compare_item(HEDGE | {"why": without(name)}), lesson)
        assert f"“hedge” has no reason for “{name}”" in found


def test_all_versions_of_a_trace_stand_on_the_page_if_none_are_chosen(lesson):
    (found,) = KIND.problems(compare_item(HEDGE, versions=()), lesson)
    assert "no reason for “shop-blog”" in found


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"at": "hil-post"}, "Did you mean “hill-post”?"),
        ({"also_accept": ["hill-pos"], "also_why": "It comes near."}, "Did you mean “hill-post”?"),
        ({"also_accept": ["hill-post"], "also_why": "It comes near."}, "accepts its own answer"),
        ({"also_accept": ["dovhe-post"]}, "does not say why it accepts"),
        ({"also_why": "It comes near."}, "accepts nothing else"),
        ({"why": HEDGE["why"] | {"town-page": "Wrong."}}, "explains nothing"),
        ({"why": HEDGE["why"] | {"town-page": HEDGE["why"]["hill-post"]}}, "one reason twice"),
        ({"why": HEDGE["why"] | {"shop-blog": "It is not on the page."}}, "has a reason for “shop-blog”"),
        ({"basis_why": "Yes."}, "explains nothing"),
        ({"states": {"before": "may", "after": "may"}}, "are the same"),
        ({"at": "town-page"}, "nothing comes before it"),
        ({"not_clear": ["hill-post"]}, "is called not clear"),
        ({"given": True}, "nothing is left to do"),
    ],
)
def test_what_does_not_fit_in_a_question_is_said_with_a_cure(lesson, change, said):
    (found,) = KIND.problems(compare_item(HEDGE | change), lesson)
    assert said in found


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"trace": "bridge-wy"}, "Did you mean “bridge-way”?"),
        ({"versions": (*VERSIONS, "hill-pst")}, "Did you mean “hill-post”?"),
        ({"versions": (*VERSIONS, "hill-post")}, "“hill-post” stands twice"),
        ({"questions": (HEDGE, HEDGE | {"ask": "Where then?"})}, "“hedge” stands twice"),
        ({"questions": (HEDGE, HEDGE | {"id": "again"})}, "Two questions read"),
        ({"hints": ["No."]}, "helps nobody"),
    ],
)
def test_what_does_not_fit_in_the_exercise_is_said_with_a_cure(lesson, fields, said):
    (found,) = KIND.problems(compare_item(HEDGE, **fields), lesson)
    assert said in found


def test_too_few_versions_are_refused(lesson):
    found = KIND.problems(compare_item(HEDGE, versions=VERSIONS[1:3]), lesson)
    assert any("would show 2 versions" in sentence for sentence in found)


def test_not_clear_needs_a_change(lesson):
    (found,) = KIND.problems(compare_item(ROOT | {"not_clear": ["hill-post"]}), lesson)
    assert "without “states”" in found
