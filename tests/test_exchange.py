"""How one exercise answers the page, without a browser."""

from __future__ import annotations

import pytest

from exercises.exchange import LARGEST_MESSAGE, Exchange
from exercises.items import load_items
from exercises.lesson import load_lesson
from exercises.store import Store, StoreTrouble

TAB = "tab-for-tests"


@pytest.fixture
def exchange(small_lesson, tmp_path):
    lesson = load_lesson(small_lesson)
    item = next(item for item in load_items(lesson).values() if item.kind == "choose")
    return Exchange(lesson, item, Store(tmp_path / "store"), "a-notebook")


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
    def fail(_draft):
        raise StoreTrouble("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr(exchange.store, "keep_draft", fail)
        assert send(exchange, "draft", 1, answer=chosen(exchange))["words"] == "The disk is full."
    assert send(exchange, "draft", 1, answer=chosen(exchange))["kind"] == "saved"
