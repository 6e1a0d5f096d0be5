"""How one exercise answers the page, without a browser."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from desk_files import checked_desk
from keeping import add, attempts_in, draft_in, keep, work_in
from talk import Talk

from exercises.answers.store import Store, StoreTrouble
from exercises.exchange import rules
from exercises.exchange.message import LARGEST_MESSAGE
from exercises.kinds.doses import in_doses
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson

TAB = "tab-for-tests"


@pytest.fixture
def exchange(small_lesson, tmp_path):
    lesson = load_lesson(small_lesson)
    item = next(item for item in load_items(lesson).values() if item.kind == "choose")
    return Talk(lesson, item, Store(tmp_path / "store"), "a-notebook")


def send(exchange, kind, seq, **more):
    return exchange.receive({"kind": kind, "tab": TAB, "seq": seq, **more})


def chosen(exchange):
    return {"chosen": [exchange.item.options[0].id]}


def test_a_draft_is_acknowledged_only_after_it_is_stored(exchange):
    reply = send(exchange, "draft", 1, answer=chosen(exchange))
    assert (reply["kind"], reply["seq"]) == ("saved", 1)
    assert exchange.state()["answer"] == chosen(exchange)


def test_the_same_message_sent_twice_is_scored_once(exchange):
    first = send(exchange, "check", 1, answer=chosen(exchange), confidence=3)
    assert send(exchange, "check", 1, answer=chosen(exchange), confidence=3) == first
    assert exchange.state()["attempts"] == 1


def test_an_older_message_that_arrives_late_changes_nothing(exchange):
    send(exchange, "draft", 2, answer=chosen(exchange))
    assert send(exchange, "draft", 1, answer={"chosen": []})["kind"] == "refused"
    assert exchange.state()["answer"] == chosen(exchange)


def test_a_check_without_confidence_is_refused_and_not_counted(exchange):
    assert send(exchange, "check", 1, answer=chosen(exchange))["kind"] == "refused"
    assert exchange.state()["attempts"] == 0


def test_tries_without_end_are_not_kept_and_the_answer_is(exchange, monkeypatch):
    monkeypatch.setattr(rules, "MOST_TRIES", 3)
    for seq in range(1, 7, 2):
        send(exchange, "check", seq, answer=chosen(exchange), confidence=3)
        send(exchange, "again", seq + 1)
    send(exchange, "draft", 7, answer={"chosen": [exchange.item.options[1].id]})
    reply = send(exchange, "check", 8, answer=chosen(exchange), confidence=3)
    assert (reply["kind"], "You have tried this exercise 3 times" in reply["words"]) == ("refused", True)
    state = exchange.state()
    assert (state["attempts"], state["answer"]) == (3, {"chosen": [exchange.item.options[1].id]})


def test_show_me_comes_only_after_an_attempt(exchange):
    assert send(exchange, "show", 1)["kind"] == "refused"
    send(exchange, "check", 2, answer=chosen(exchange), confidence=2)
    assert exchange.state()["key"] is None
    assert send(exchange, "show", 3)["state"]["key"]


def test_try_again_takes_the_result_away_and_keeps_the_answer(exchange):
    send(exchange, "check", 1, answer=chosen(exchange), confidence=2)
    state = send(exchange, "again", 2)["state"]
    assert (state["phase"], state["result"], state["answer"]) == ("open", None, chosen(exchange))


def test_pass_needs_no_answer_and_opens_show_me(exchange):
    assert send(exchange, "pass", 1)["state"]["phase"] == "passed"
    assert send(exchange, "show", 2)["kind"] == "result"


def test_show_me_before_any_attempt_is_refused_even_if_an_answer_comes_with_it(exchange):
    reply = send(exchange, "show", 1, answer=chosen(exchange), confidence=2)
    assert (reply["kind"], reply["words"]) == ("refused", "Try it once first, or choose Skip.")
    assert (exchange.state()["phase"], exchange.state()["key"]) == ("open", None)


def test_passing_is_an_attempt_with_the_answer_that_came_with_it_or_an_empty_one(exchange):
    send(exchange, "pass", 1)
    send(exchange, "again", 2)
    send(exchange, "pass", 3, answer=chosen(exchange), confidence=1)
    bare, full = attempts_in(exchange.store, exchange.lesson.id)
    assert (bare.what, bare.answer, bare.confidence, bare.result) == ("pass", {}, None, None)
    assert (full.what, full.answer, full.confidence, full.result) == ("pass", chosen(exchange), 1, None)


@pytest.mark.parametrize("kind", ["draft", "again"])
def test_where_nothing_is_stored_a_message_without_an_answer_is_refused(exchange, kind):
    reply = send(exchange, kind, 1)
    assert reply["kind"] == "refused"
    assert "could not be read" in reply["words"]
    assert work_in(exchange.store).drafts == ()


@pytest.mark.parametrize(
    "content",
    [
        None,
        "draft",
        {"kind": "draft"},
        {"kind": "erase", "tab": TAB, "seq": 1},
        {"kind": "draft", "tab": TAB, "seq": -1, "answer": {"chosen": []}},
        {"kind": "draft", "tab": TAB, "seq": True, "answer": {"chosen": []}},
        {"kind": "draft", "tab": TAB, "seq": 1, "answer": {"chosen": [], "more": 1}},
        {"kind": "draft", "tab": TAB, "seq": 1, "answer": {"chosen": "all"}},
        {"kind": "draft", "tab": TAB, "seq": 1, "answer": {"chosen": ["x" * LARGEST_MESSAGE]}},
        {"kind": "check", "tab": TAB, "seq": 1, "answer": {"chosen": ["unknown"]}, "confidence": 9},
    ],
)
def test_a_message_of_the_wrong_shape_size_or_sequence_changes_nothing(exchange, content):
    reply = exchange.receive(content)
    assert reply is None or reply["kind"] == "refused"
    assert exchange.state()["answer"] is None
    assert exchange.state()["attempts"] == 0


def test_a_failing_disk_is_said_and_the_message_may_be_sent_again(exchange, monkeypatch):
    def fail(*_):
        raise StoreTrouble("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr("exercises.answers.student.put_draft", fail)
        assert send(exchange, "draft", 1, answer=chosen(exchange))["words"] == "The disk is full."
    assert send(exchange, "draft", 1, answer=chosen(exchange))["kind"] == "saved"


@pytest.fixture
def marking(small_lesson, tmp_path):
    lesson = load_lesson(small_lesson)
    return Talk(lesson, load_items(lesson)["mark-the-mayor"], Store(tmp_path / "store"), "a-notebook")


MARKS = {"marks": [{"group": 1, "label": "source", "start": 0, "end": 18}]}


def offered(exchange):
    return [file["what"] for part in exchange.state()["take"] for file in part["files"]]


def test_a_checked_answer_can_be_taken_along_as_a_file_of_the_students_code(marking):
    assert offered(marking) == []
    send(marking, "check", 1, answer=MARKS, confidence=2)
    assert offered(marking) == ["annotations"]
    reply = send(marking, "take", 2, what="annotations")
    assert (reply["kind"], reply["seq"]) == ("file", 2)
    assert reply["name"] == f"whosays-{marking.store.code}-mark-the-mayor-annotations.jsonld"
    assert json.loads(reply["text"])["total"] == 1


def test_an_answer_that_a_page_holds_is_told_in_words_beside_the_one_that_stands_and_nothing_is_kept(marking):
    asked = send(marking, "tell", 1, answer=MARKS)
    assert (asked["kind"], asked["theirs"], bool(asked["mine"])) == ("told", [], True)
    send(marking, "draft", 2, answer=MARKS)
    before = work_in(marking.store)
    again = send(marking, "tell", 3, answer={"marks": [], "unknown": "words"})
    assert again["theirs"] == asked["mine"]
    assert again["mine"] == ["unknown: words"]
    assert work_in(marking.store) == before


def test_taking_a_file_changes_nothing_and_may_be_asked_for_again(marking):
    send(marking, "check", 1, answer=MARKS, confidence=2)
    before = work_in(marking.store)
    assert send(marking, "take", 2, what="annotations") == send(marking, "take", 2, what="annotations")
    assert work_in(marking.store) == before


@pytest.mark.parametrize("phase", ["untouched", "draft", "again", "pass", "pass then show"])
def test_an_open_or_passed_exercise_gives_no_file_but_a_sentence(marking, phase):
    steps = {
        "untouched": [],
        "draft": [("draft", {"answer": MARKS})],
        "again": [("check", {"answer": MARKS, "confidence": 2}), ("again", {})],
        "pass": [("check", {"answer": MARKS, "confidence": 2}), ("again", {}), ("pass", {"answer": MARKS})],
        "pass then show": [("pass", {"answer": MARKS}), ("show", {})],
    }
    for seq, (kind, more) in enumerate(steps[phase], start=1):
        send(marking, kind, seq, **more)
    assert offered(marking) == []
    reply = send(marking, "take", 9, what="annotations")
    assert reply["kind"] == "refused"
    assert "Check your answer first" in reply["words"]


@pytest.mark.parametrize("what", [None, "", "card/C1", "annotations/", "../annotations"])
def test_a_file_that_is_not_offered_is_refused_in_words(marking, what):
    send(marking, "check", 1, answer=MARKS, confidence=2)
    reply = send(marking, "take", 2, what=what)
    assert (reply["kind"], "no such file" in reply["words"]) == ("refused", True)


def test_an_answer_to_an_older_edition_is_not_taken_along_as_if_it_were_to_this_one(marking):
    send(marking, "check", 1, answer=MARKS, confidence=2)
    marking.face.item = marking.item.model_copy(update={"instruction": "Mark who says it, and how."})
    assert offered(marking) == []
    assert "earlier edition" in send(marking, "take", 2, what="annotations")["words"]


def test_an_answer_of_a_work_file_that_no_check_ever_let_through_gives_no_file(marking):
    send(marking, "check", 1, answer=MARKS, confidence=2)
    outside = {"marks": [{"group": 1, "label": "source", "start": 5000, "end": 5001}]}
    last = attempts_in(marking.store, marking.lesson.id)[-1]
    add(marking.store, replace(last, id="0" * 32, answer=outside))
    stored = draft_in(marking.store, marking.lesson.id, marking.item.id)
    keep(marking.store, replace(stored, answer=outside))
    assert offered(marking) == []
    assert send(marking, "take", 2, what="annotations")["kind"] == "refused"


def test_a_check_that_came_with_opened_work_takes_no_file_away(marking):
    send(marking, "check", 1, answer=MARKS, confidence=2)
    last = attempts_in(marking.store, marking.lesson.id)[-1]
    add(marking.store, replace(last, id="0" * 32, answer={"marks": []}, made_at="2031-01-01T00:00:00+00:00"))
    assert offered(marking) == ["annotations"]
    assert marking.state()["result"] == in_doses(last.result)


def test_a_file_too_large_for_the_way_to_the_page_is_refused(marking, monkeypatch):
    send(marking, "check", 1, answer=MARKS, confidence=2)
    monkeypatch.setattr("exercises.exchange.exercise.LARGEST_FILE", 500)
    assert "5 MB" in send(marking, "take", 2, what="annotations")["words"]


def test_a_checked_desk_gives_card_list_and_review_of_its_claim_and_ours_after_show_me(tmp_path):
    work = checked_desk(tmp_path / "bridge")
    desk = Talk(work.lesson, work.item, Store(tmp_path / "store"), "a-notebook")
    send(desk, "check", 1, answer=work.answer.model_dump(mode="json"))
    assert offered(desk) == ["card/C1", "evidence/C1", "claim-review/C1"]
    assert "The course’s answer" not in send(desk, "take", 2, what="evidence/C1")["text"]
    send(desk, "show", 3)
    reply = send(desk, "take", 4, what="card/C1")
    assert reply["card"]["answers"][2]["ours"].startswith("The course’s answer: Holds (as of 10 June 2025).")


def test_show_me_gives_the_reasons_of_the_answer_that_stands_there_now(exchange):
    right, wrong = (
        {"chosen": [option.id]} for option in sorted(exchange.item.options, key=lambda option: not option.right)[:2]
    )
    send(exchange, "check", 1, answer=right, confidence=2)
    send(exchange, "again", 2)
    send(exchange, "draft", 3, answer=wrong, confidence=2)
    state = send(exchange, "show", 4, answer=wrong, confidence=2)["state"]
    assert (state["answer"], state["result"]["right"]) == (wrong, False)
    assert [one.what for one in attempts_in(exchange.store, exchange.lesson.id)] == ["check", "show"]


def test_show_me_takes_the_answer_that_came_with_it_before_the_one_that_is_stored(exchange):
    stored, newer = ({"chosen": [option.id]} for option in exchange.item.options[:2])
    send(exchange, "check", 1, answer=stored, confidence=2)
    state = send(exchange, "show", 2, answer=newer, confidence=4)["state"]
    assert (state["phase"], state["answer"], state["confidence"]) == ("shown", newer, 4)
    assert attempts_in(exchange.store, exchange.lesson.id)[-1].answer == newer


def test_show_me_is_an_attempt_with_the_answer_that_stood_then(exchange):
    wrong = {"chosen": [next(option.id for option in exchange.item.options if not option.right)]}
    send(exchange, "check", 1, answer=wrong, confidence=3)
    send(exchange, "show", 2)
    shown = attempts_in(exchange.store, exchange.lesson.id)[-1]
    assert (shown.what, shown.answer, shown.confidence, shown.result) == ("show", wrong, 3, None)
    send(exchange, "show", 2)
    assert len(attempts_in(exchange.store, exchange.lesson.id)) == 2


def test_a_fault_of_ours_is_said_once_and_keeps_nothing_half(exchange, monkeypatch):
    answer = {"chosen": [exchange.item.options[0].id]}
    with monkeypatch.context() as broken:
        broken.setattr("exercises.exchange.exercise.Exercise._state", lambda *_, **__: 1 / 0)
        reply = send(exchange, "check", 1, answer=answer, confidence=2, base=None)
    assert (reply["kind"], "ZeroDivisionError" in reply["words"]) == ("refused", True)
    assert (work_in(exchange.store).drafts, work_in(exchange.store).attempts) == ((), ())
    assert send(exchange, "draft", 2, answer=answer, confidence=2)["kind"] == "saved"
    assert send(exchange, "draft", 2, answer=answer)["kind"] == "saved"
