"""A sealed answer: locked with its confidence and its time, opened once in a later place, never changed in between."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from desk_lesson import ARCHIVE, TOWN_PAGE, desk_item, desk_lesson, work
from every_lesson import items_of, named
from hypothesis import given, settings
from hypothesis import strategies as st
from keeping import add, attempts_in, draft_in, grow_older, here, keep, work_in
from our_answers import full_answer
from talk import Talk

from exercises.answers.calibration import sureness
from exercises.answers.exports import export_work, import_work
from exercises.answers.store import Store, StoreTrouble
from exercises.exchange.seal import refusal
from exercises.figures.figure import Figure

OPENS, STAYS = {"chosen": ["opens"]}, {"chosen": ["stays"]}


class Two:
    """The two places of a sealed exercise: where it is answered, and where it is opened."""

    def __init__(self, kernel, name="bet"):
        self.kernel, self.name, self.seq = kernel, name, 0
        self.above, self.below = kernel.exchange(name), kernel.exchange(name, opening=True)

    def send(self, place, kind, answer=None, confidence=None):
        self.seq += 1
        message = {"kind": kind, "tab": f"tab-{place}-one", "seq": self.seq, "answer": answer, "confidence": confidence}
        return getattr(self, place).receive(message)

    def seal(self, answer=OPENS, confidence=3):
        return self.send("above", "seal", answer, confidence)

    def open(self):
        return self.send("below", "open")

    @property
    def state(self):
        return self.above.state()

    def known(self):
        """Give all that the pages may know now."""
        return json.dumps([exchange.page() | exchange.state() for exchange in (self.above, self.below)])


@pytest.fixture
def two(kernel):
    return Two(kernel)


def test_sealing_locks_answer_and_confidence_with_the_time_and_tells_no_result(two):
    before = datetime.now(UTC).replace(microsecond=0)
    state = two.seal()["state"]
    assert (state["phase"], state["answer"], state["confidence"]) == ("sealed", OPENS, 3)
    assert before <= datetime.fromisoformat(state["sealed_at"]) <= datetime.now(UTC)
    assert (state["result"], state["key"]) == (None, None)
    assert "CANARY" not in two.known()


def test_opening_shows_the_sealed_answer_its_confidence_its_time_and_the_result(two):
    sealed_at = two.seal()["state"]["sealed_at"]
    state = two.open()["state"]
    assert (state["phase"], state["answer"], state["confidence"]) == ("checked", OPENS, 3)
    assert state["sealed_at"] == sealed_at
    assert state["result"]["right"]
    assert "CANARY" in state["result"]["remarks"][0]["reason"]
    assert two.state["result"] == state["result"]


@pytest.mark.parametrize("kind", ["draft", "check", "seal", "again", "pass", "show", "open"])
def test_where_it_was_sealed_nothing_changes_or_opens_it(two, kind):
    two.seal()
    before = two.state
    reply = two.send("above", kind, STAYS, 1)
    assert reply["kind"] == "refused"
    assert "sealed" in reply["words"]
    assert two.state == before


@pytest.mark.parametrize("kind", ["draft", "check", "seal", "again", "pass", "show"])
def test_the_place_where_it_is_opened_does_nothing_else_with_it(two, kind):
    two.seal()
    before = two.state
    reply = two.send("below", kind, STAYS, 1)
    assert reply["kind"] == "refused"
    assert "sealed" in reply["words"]
    assert two.state == before


@pytest.mark.parametrize("opening", [True, False])
def test_whoever_is_still_at_work_is_told_nowhere_what_our_answer_is(opening):
    assert refusal("show", "open", older=False, opening=opening, goes_on=False) == "later"


@pytest.mark.parametrize("kind", ["draft", "check", "seal", "again", "pass"])
def test_after_opening_it_cannot_be_changed_or_sealed_anew_and_the_way_back_is_said(two, kind):
    two.seal()
    two.open()
    before = two.state
    for place in ("above", "below"):
        assert "Not you?" in two.send(place, kind, STAYS, 1)["words"]
    assert two.state == before


def test_a_new_code_is_the_way_to_begin_afresh_and_keeps_the_old_work(two):
    two.seal()
    old = two.kernel.store.code
    two.kernel.store.new_code()
    again = Two(two.kernel)
    assert again.state["phase"] == "open"
    assert again.seal(STAYS)["state"]["phase"] == "sealed"
    two.kernel.store.use_code(old)
    assert Two(two.kernel).state["answer"] == OPENS


def test_show_me_comes_only_after_opening_and_leaves_the_sealed_answer(two):
    two.seal()
    two.open()
    state = two.send("above", "show", STAYS, 1)["state"]
    assert (state["phase"], state["answer"], state["confidence"]) == ("shown", OPENS, 3)
    assert state["key"] == {"chosen": ["opens"]}


def test_opening_twice_is_counted_once(two):
    two.seal()
    first = two.open()["state"]
    assert two.open()["state"] == first
    assert [attempt.what for attempt in attempts_in(two.kernel.store, two.kernel.lesson.id)] == ["seal", "check"]


@pytest.mark.parametrize("steps", [[], [("above", "draft", OPENS, 2)], [("above", "pass", None, None)]])
def test_nothing_opens_before_something_is_sealed(two, steps):
    for step in steps:
        two.send(*step)
    assert "Nothing is sealed" in two.open()["words"]
    assert "CANARY" not in two.known()


@pytest.mark.parametrize(
    ("answer", "confidence", "said"),
    [(OPENS, None, "how sure"), ({"chosen": []}, 2, "Choose first"), ({"chosen": 3}, 2, "could not be read")],
)
def test_what_could_not_be_checked_cannot_be_sealed(two, answer, confidence, said):
    assert said in two.seal(answer, confidence)["words"]
    assert two.state["phase"] == "open"


def test_a_sealed_exercise_has_no_check_and_another_one_no_seal(two, kernel):
    assert "Seal my answer" in two.send("above", "check", OPENS, 2)["words"]
    other = Two(kernel, "said-lab")
    for kind in ("seal", "open"):
        assert other.send("above", kind, {"ratings": {"ferry": 1, "bus": 1}})["kind"] == "refused"


def test_passing_stays_possible_and_shows_our_answer_only_where_others_open_theirs(two):
    assert two.send("above", "pass")["state"]["phase"] == "passed"
    assert "later" in two.send("above", "show")["words"]
    assert "CANARY" not in two.known()
    assert two.send("above", "again")["state"]["phase"] == "open"
    two.send("above", "pass")
    assert two.send("below", "show")["state"]["key"] == {"chosen": ["opens"]}
    assert two.send("above", "again")["kind"] == "refused"


def test_a_failing_disk_while_sealing_or_opening_can_be_repeated(two, monkeypatch):
    def fail(*_):
        raise StoreTrouble("The disk is full.")

    for act, phase in ((two.seal, "sealed"), (two.open, "checked")):
        with monkeypatch.context() as broken:
            broken.setattr("exercises.answers.student.put_draft", fail)
            assert act()["kind"] == "trouble"
        two.seq -= 1
        assert act()["state"]["phase"] == phase
    assert len(attempts_in(two.kernel.store, two.kernel.lesson.id)) == 2


def test_a_seal_on_an_older_edition_is_not_scored_anew_but_may_be_set_again(two):
    two.seal()
    draft = draft_in(two.kernel.store, two.kernel.lesson.id, "bet")
    keep(two.kernel.store, replace(draft, digest="another edition"))
    assert "another version" in two.open()["words"]
    assert "another version" in two.send("above", "draft", STAYS, 1)["words"]
    assert two.send("above", "again", OPENS, 3)["state"]["phase"] == "open"
    assert two.seal(STAYS)["state"]["phase"] == "sealed"


def test_a_work_file_saved_before_sealing_does_not_unseal(two):
    two.send("above", "draft", STAYS, 1)
    early = export_work(here(two.kernel.store))
    two.seal()
    import_work(two.kernel.store, early)
    assert (two.state["phase"], two.state["answer"]) == ("sealed", OPENS)
    late = export_work(here(two.kernel.store))
    assert "CANARY" not in late


def test_the_seal_of_an_answer_that_was_added_does_not_change_when_this_one_was_sealed(two):
    two.seal()
    store, lesson = two.kernel.store, two.kernel.lesson.id
    sealed_at = two.state["sealed_at"]
    (own,) = attempts_in(store, lesson)
    for number, other in enumerate(({"answer": STAYS}, {"confidence": 4}, {})):
        add(store, replace(own, id=f"{number:032}", made_at="2020-01-01T10:00:00+00:00", **other))
    assert two.state["sealed_at"] == sealed_at
    assert two.open()["state"]["sealed_at"] == sealed_at


def test_the_same_answer_sealed_again_in_another_edition_was_sealed_then(two):
    two.seal()
    store, lesson = two.kernel.store, two.kernel.lesson.id
    (own,) = attempts_in(store, lesson)
    grow_older(store)
    two.send("above", "again")
    two.seal()
    assert two.state["sealed_at"] == attempts_in(store, lesson)[-1].made_at
    assert attempts_in(store, lesson)[0].made_at == own.made_at


def test_how_sure_one_was_of_a_sealed_answer_is_counted_neither_before_it_is_opened_nor_after(two):
    lesson, items, store = two.kernel.lesson, two.kernel.items, two.kernel.store
    two.seal()
    assert sureness(attempts_in(store, lesson.id), items, lesson) == []
    two.open()
    assert sureness(attempts_in(store, lesson.id), items, lesson) == []


@pytest.mark.parametrize("answer", [OPENS, STAYS])
def test_a_sealed_answer_earns_no_points_whatever_it_says_and_its_reasons_are_read(two, answer):
    two.seal(answer)
    result = two.open()["state"]["result"]
    assert (result["points"], result["out_of"]) == (0, 0)
    assert "not counted" in result["summary"]
    assert any("CANARY" in remark["reason"] for remark in result["remarks"])


def test_a_chart_that_waits_for_a_sealed_exercise_waits_until_it_is_opened(two):
    figure = Figure("chart", "chart", two.kernel.lesson.id, "one", two.kernel.items["bet"], dict)
    two.seal()
    assert not figure.is_open(work_in(two.kernel.store))
    two.open()
    assert figure.is_open(work_in(two.kernel.store))


def test_a_text_is_opened_with_its_samples_and_then_rated(kernel):
    items = kernel.items
    kernel.items = {**items, "first-item": items["first-item"].model_copy(update={"seal": True})}
    two = Two(kernel, "first-item")
    text = {"text": "The mayor said that it may open.", "rated": {}, "why": ""}
    sealed_at = two.seal(text, None)["state"]["sealed_at"]
    assert sealed_at
    assert "CANARY" not in two.known()
    assert two.open()["state"]["phase"] == "half"
    rated = text | {"rated": {"A": 2}, "why": "It has a source."}
    assert two.send("below", "draft", rated)["kind"] == "saved"
    assert two.send("above", "draft", rated | {"text": "Another text, said the mayor."})["kind"] == "refused"
    assert two.send("above", "again")["kind"] == "refused"
    state = two.send("below", "check", rated)["state"]
    assert (state["phase"], state["sealed_at"]) == ("checked", sealed_at)


MESSAGES = st.tuples(
    st.sampled_from(["above", "below"]),
    st.sampled_from(["draft", "check", "seal", "open", "show", "pass", "again", "take"]),
    st.sampled_from([OPENS, STAYS, None, {"chosen": []}]),
    st.sampled_from([None, 1, 4]),
)


@settings(max_examples=20, deadline=None)
@given(st.lists(MESSAGES, max_size=16))
def test_whatever_is_sent_a_sealed_answer_stays_and_our_answer_stays_hidden_until_it_is_opened(
    practice, tmp_path_factory, messages
):
    two = Two(practice.with_empty_store(tmp_path_factory.mktemp("kernel")))
    sealed, opened = None, False
    for place, kind, answer, confidence in messages:
        reply = two.send(place, kind, answer, confidence)
        if reply["kind"] == "result" and kind == "seal":
            assert sealed is None
            sealed = (answer, confidence)
        if reply["kind"] == "result" and place == "below" and kind in ("open", "show"):
            opened = True
        state = two.state
        assert opened or "CANARY" not in two.known()
        assert opened or state["key"] is None
        if sealed:
            assert (state["answer"], state["confidence"]) == sealed
            assert state["phase"] in (("checked", "shown") if opened else ("sealed",))


@given(
    st.sampled_from(["draft", "check", "seal", "open", "show", "pass", "again"]),
    st.sampled_from(["sealed", "half", "checked", "shown"]),
    st.booleans(),
)
def test_an_older_edition_allows_nothing_but_to_begin_anew(asked, phase, opening):
    refused_by = refusal(asked, phase, older=True, opening=opening, goes_on=False)
    assert (refused_by == "") == (asked == "again")


# Every kind

LESSON = named("kupyansk")
ONE_OF_EACH = {
    item.kind: item
    for item in items_of(LESSON).values()
    if item.kind != "desk" and all(one.scored for one in getattr(item, "statements", ()))
}


def sealed_and_opened(lesson, item, answer, folder):
    item, store = item.model_copy(update={"seal": True}), Store(folder)
    above, below = (Talk(lesson, item, store, "one", opening=opening) for opening in (False, True))
    message = {"tab": "tab-for-tests", "answer": answer, "confidence": 2 if item.confidence else None}
    state = above.receive({"kind": "seal", "seq": 1} | message)["state"]
    assert (state["phase"], state["result"], state["key"]) == ("sealed", None, None)
    return below.receive({"kind": "open", "seq": 2} | message)["state"]


@pytest.mark.parametrize("kind", ONE_OF_EACH)
def test_an_exercise_of_any_kind_can_be_sealed_and_opened(kind, tmp_path):
    item = ONE_OF_EACH[kind]
    state = sealed_and_opened(LESSON, item, full_answer(item, LESSON), tmp_path)
    # No machine calls a text right; what it found in the text is shown all the same.
    assert state["result"]["right"] is (kind != "write")
    assert state["result"]["remarks"]


def test_a_desk_can_be_sealed_too_and_its_board_comes_with_the_opening(tmp_path):
    lesson = desk_lesson(tmp_path / "bridge")
    state = sealed_and_opened(lesson, desk_item(), {"claims": {"C1": work(TOWN_PAGE, ARCHIVE)}}, tmp_path / "store")
    assert state["result"]["right"]
    assert state["result"]["extra"]["board"]
