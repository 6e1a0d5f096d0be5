"""The kind *compare*: how steps are scored, what the page sees, and what is drawn after the commit."""

import json
import re

import pytest
from compare_lesson import HEDGE, ROOT, VERSIONS, WHOLE, compare_item, open_lesson
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from exercises.kinds.compare import KIND
from exercises.kinds.compare.item import CompareAnswer

OURS = {"hedge": "hill-post", "root": "river-post", "owner": "nowhere"}
HOW = {"hedge": "shown", "root": "inferred", "owner": "shown"}
steps = st.dictionaries(st.sampled_from(sorted(OURS)), st.sampled_from([*VERSIONS, "nowhere"]), min_size=1)
bases = st.dictionaries(st.sampled_from(sorted(OURS)), st.sampled_from(["shown", "inferred"]))


@pytest.fixture(scope="module")
def lesson(tmp_path_factory):
    return open_lesson(tmp_path_factory.mktemp("lessons") / "bridge")


@pytest.fixture(scope="module")
def score(lesson):
    def scored(chosen, basis=None, item=None):
        answer = CompareAnswer(steps=chosen, basis=basis or {})
        return KIND.score(item or compare_item(), answer, lesson)

    return scored


def test_all_right_earns_everything(score):
    result = score(OURS, HOW)
    assert (result.points, result.out_of, result.right) == (4.5, 4.5, True)
    assert result.summary == "3 of 3 versions found. Shown or inferred: 3 of 3."
    assert {remark.outcome for remark in result.remarks} == {"right"}


def test_an_empty_answer_is_refused_in_a_sentence(score):
    with pytest.raises(ValueError, match="Answer a question first"):
        score({})


def test_all_nowhere_earns_only_what_came_through_whole(score):
    result = score(dict.fromkeys(OURS, "nowhere"), HOW)
    assert [remark.outcome for remark in result.remarks[::2]] == ["wrong", "wrong", "right"]
    assert result.points == 1 + 3 * 0.5


@pytest.mark.parametrize(
    ("chosen", "points", "outcome"),
    [
        ("hill-post", 1, "right"),
        ("river-post", 0.5, "part"),
        ("dovhe-post", 0.5, "part"),
        ("town-page", 0, "wrong"),
        ("nowhere", 0, "wrong"),
    ],
)
def test_the_version_beside_a_change_earns_half(score, chosen, points, outcome):
    result = score({"hedge": chosen}, item=compare_item(HEDGE))
    assert (result.points, result.remarks[0].outcome) == (points, outcome)


def test_a_version_that_is_sought_has_no_neighbours(score):
    assert score({"root": "town-page"}, item=compare_item(ROOT)).points == 0


def test_where_nothing_changed_no_version_is_near(score):
    for name in VERSIONS:
        assert score({"owner": name}, item=compare_item(WHOLE)).points == 0


def test_a_version_that_careful_readers_defend_earns_the_point_and_has_neighbours_too(score):
    item = compare_item(HEDGE | {"also_accept": ["river-post"], "also_why": "CANARY “may” is weak there."})
    result = score({"hedge": "river-post"}, item=item)
    assert (result.points, result.remarks[0].outcome) == (1, "accepted")
    assert "CANARY “may” is weak there." in result.remarks[0].reason
    assert score({"hedge": "town-page"}, item=item).points == 0.5


def test_shown_or_inferred_is_scored_apart_from_the_step(score):
    wrong_step = score({"hedge": "town-page"}, {"hedge": "shown"}, compare_item(HEDGE))
    assert (wrong_step.points, [one.outcome for one in wrong_step.remarks]) == (0.5, ["wrong", "right"])
    wrong_basis = score({"hedge": "hill-post"}, {"hedge": "inferred"}, compare_item(HEDGE))
    assert (wrong_basis.points, wrong_basis.right) == (1, False)


@pytest.mark.parametrize(("known", "points", "right"), [(["a"], 4.5, True), ([], 4, False)])
def test_three_quarters_of_the_points_count_as_right_and_half_a_point_less_does_not(score, known, points, right):
    four = compare_item(*(HEDGE | {"id": name} for name in "abcd"))
    result = score(dict.fromkeys("abcd", "hill-post"), dict.fromkeys(known, "shown"), four)
    assert (result.points, result.out_of, result.right) == (points, 6, right)


def test_each_remark_has_the_number_that_its_question_has_on_the_page(score):
    item = compare_item(HEDGE | {"given": True}, ROOT, WHOLE)
    result = score({"root": "river-post"}, item=item)
    numbers = [re.search(r"\d+", remark.subject)[0] for remark in result.remarks]
    assert numbers == ["2", "2", "3", "3"]


def test_the_summary_counts_the_versions_beside_a_change(score):
    item = compare_item(HEDGE, HEDGE | {"id": "other"}, WHOLE)
    steps = {"hedge": "river-post", "other": "dovhe-post", "owner": "nowhere"}
    said = score(steps, {"owner": "shown"}, item).summary
    assert re.findall(r"\d+", said) == ["1", "3", "2", "1", "3"]


def test_where_readers_split_on_the_basis_both_count(score):
    result = score({"hedge": "hill-post"}, {"hedge": "inferred"}, compare_item(HEDGE | {"either": True}))
    assert (result.points, result.remarks[1].outcome) == (1.5, "accepted")


def test_a_wrong_step_gets_the_reason_of_the_chosen_and_of_our_version(score):
    reason = score({"hedge": "town-page"}, item=compare_item(HEDGE)).remarks[0].reason
    assert "1. The town hall" in reason
    assert "3. Hill Post" in reason
    assert HEDGE["why"]["town-page"] in reason
    assert HEDGE["why"]["hill-post"] in reason


def test_a_question_that_was_left_out_is_missed_and_told(score):
    result = score({"hedge": "hill-post"})
    assert [remark.outcome for remark in result.remarks] == ["right", "missed", "missed", "missed", "missed", "missed"]


def test_a_given_question_is_not_scored_and_cannot_be_answered(score):
    item = compare_item(HEDGE | {"given": True}, WHOLE)
    result = score({"owner": "nowhere"}, {"owner": "shown"}, item)
    assert (result.points, result.out_of) == (1.5, 1.5)
    with pytest.raises(ValueError, match="no open question “hedge”"):
        score({"hedge": "hill-post"}, item=item)


@pytest.mark.parametrize(
    ("chosen", "said"),
    [({"x": "hill-post"}, "no open question “x”"), ({"hedge": "shop-blog"}, "no version “shop-blog”")],
)
def test_steps_that_the_exercise_cannot_have_are_refused_in_a_sentence(score, chosen, said):
    with pytest.raises(ValueError, match=said):
        score(chosen)


@pytest.mark.parametrize("wrong", [{"steps": []}, {"basis": {"a": "maybe"}}, {"steps": {"": "a"}}, {"pair": [1, 2]}])
def test_an_answer_of_the_wrong_shape_cannot_be_read(wrong):
    with pytest.raises(ValidationError):
        CompareAnswer.model_validate(wrong)


@given(chosen=steps, basis=bases)
def test_points_stay_within_bounds_and_two_remarks_come_for_each_question(score, chosen, basis):
    result = score(chosen, basis)
    assert 0 <= result.points <= result.out_of == 4.5
    assert len(result.remarks) == 6
    assert all(remark.reason for remark in result.remarks)


@given(chosen=steps, basis=bases)
def test_the_basis_never_changes_what_a_step_earns(score, chosen, basis):
    without, with_basis = score(chosen), score(chosen, basis)
    right = sum(HOW[name] == word for name, word in basis.items())
    assert with_basis.points == without.points + right / 2


@given(chosen=steps, name=st.sampled_from(sorted(OURS)))
def test_putting_one_step_right_never_costs_anything(score, chosen, name):
    assert score(chosen | {name: OURS[name]}).points >= score(chosen).points


def test_our_steps_in_the_shape_of_the_students_are_all_right(lesson):
    answer = CompareAnswer.model_validate(KIND.reveal(compare_item(), lesson))
    assert KIND.score(compare_item(), answer, lesson).points == 4.5


def test_nothing_secret_stands_in_the_page(lesson):
    page = KIND.page(compare_item(), lesson)
    assert "CANARY" not in json.dumps(page)
    assert set(page) == {"versions", "questions"}
    assert all(set(one) == {"id", "ask", "nowhere", "given"} for one in page["questions"])


def test_a_given_question_shows_its_answer_and_no_other_does(lesson):
    page = KIND.page(compare_item(HEDGE | {"given": True}, WHOLE), lesson)
    reasons = [HEDGE["why"]["hill-post"], HEDGE["basis_why"]]
    assert page["questions"][0]["given"] == {"at": "hill-post", "basis": "shown", "reasons": reasons}
    assert page["questions"][1]["given"] is None


def test_the_page_has_the_chosen_versions_with_their_words_and_glosses(lesson):
    first, second, *_, last = KIND.page(compare_item(), lesson)["versions"]
    assert (first["order"], first["quote"]) == ("", None)
    assert second["order"] == "only the day is shown"
    assert second["terms"] == [
        {"words": "Steg", "language": "de", "plain": "footbridge"},
        {"words": "may", "language": "en", "plain": ""},
    ]
    assert second["quote"]["literal"] == "The footbridge stays shut."
    assert last["quote"]["original"].startswith("The mayor of Dovhe said")


def test_the_path_tells_what_each_version_kept_and_lost(score):
    path = score(OURS | {"hedge": "river-post"}, HOW).extra["path"]
    hedge = [node["states"][0]["state"] for node in path["nodes"]]
    assert hedge == ["before", "before", "after", "after"]
    assert [node["states"][1] for node in path["nodes"]] == [None] * 4
    assert {node["states"][2]["state"] for node in path["nodes"]} == {"before"}
    assert [node["ours"][0] for node in path["nodes"]] == [False, False, True, False]
    assert [node["yours"][0] for node in path["nodes"]] == [False, True, False, False]


def test_a_version_that_our_notes_leave_open_is_called_not_clear(score):
    path = score({"hedge": "hill-post"}, item=compare_item(HEDGE | {"not_clear": ["river-post"]})).extra["path"]
    assert [node["states"][0]["state"] for node in path["nodes"]] == ["before", "unclear", "after", "after"]


def test_the_path_holds_every_reason_and_keeps_shown_and_inferred_apart(score):
    path = score(OURS).extra["path"]
    assert [len(question["reasons"]) for question in path["questions"]] == [5, 5, 5]
    assert path["questions"][1]["ours"] == "2. River Post"
    assert path["questions"][1]["reasons"][-1]["step"] == "From none of these"
    assert path["shown"] == ["CANARY shown “may” stands in two versions only."]
    assert path["inferred"] == ["CANARY inferred that Hill Post read River Post."]
    assert path["intent"] == "CANARY intent unknown"
