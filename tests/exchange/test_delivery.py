"""Each message is acknowledged, whatever comes of it, and done once and in order, however often it is sent."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keeping import attempts_in
from talk import Talk

from exercises.answers.receipts import MOST
from exercises.answers.store import StoreTrouble
from exercises.exchange.delivery import deliver
from exercises.exchange.message import Message, Refusal


@pytest.fixture
def bet(kernel):
    return kernel.exchange("said-lab")


RATED = {"ratings": {"ferry": 2, "bus": 3}, "sure": {}, "order": []}


def send(talk, kind, seq, answer=RATED, tab="tab-number-1"):
    return talk.receive({"kind": kind, "tab": tab, "seq": seq, "answer": answer})


def whole(kernel, talk, name="said-lab"):
    """Give the exchange of a kernel that was started anew, over the same store."""
    return Talk(kernel.lesson, talk.item, kernel.store, "one")


def test_a_message_sent_again_gets_its_reply_again_and_is_not_done_again(kernel, bet):
    first = send(bet, "check", 1)
    assert (first["kind"], first["tab"], first["seq"]) == ("result", "tab-number-1", 1)
    assert send(bet, "check", 1) == first
    assert len(attempts_in(kernel.store, kernel.lesson.id)) == 1


def test_a_check_sent_again_to_a_new_kernel_is_the_same_check(kernel, bet):
    first = send(bet, "check", 1)
    assert send(whole(kernel, bet), "check", 1) == first
    assert len(attempts_in(kernel.store, kernel.lesson.id)) == 1


def test_a_message_that_comes_too_late_is_refused_and_not_done(bet):
    later = RATED | {"ratings": {"ferry": 5}}
    send(bet, "draft", 2, later)
    late = send(bet, "draft", 1)
    assert (late["kind"], late["tab"], late["seq"]) == ("refused", "tab-number-1", 1)
    assert "older" in late["words"]
    assert bet.state()["answer"] == later


def test_what_was_put_aside_makes_no_message_before_it_old(bet):
    assert send(bet, "aside", 2, RATED | {"ratings": {"ferry": 5}})["kind"] == "saved"
    assert send(bet, "check", 1)["kind"] == "result"
    assert bet.state()["phase"] == "checked"


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 6), min_size=1, max_size=12))
def test_whatever_the_order_what_was_sent_last_is_what_stands(practice, tmp_path_factory, numbers):
    talk = practice.with_empty_store(tmp_path_factory.mktemp("kernel")).exchange("said-lab")
    for number in numbers:
        send(talk, "draft", number, RATED | {"ratings": {"ferry": min(number, 5), "bus": 1 + number // 6}})
    last = max(numbers)
    assert talk.state()["answer"]["ratings"] == {"ferry": min(last, 5), "bus": 1 + last // 6}


def test_numbers_count_by_page_and_by_student(kernel, bet):
    send(bet, "draft", 5)
    assert send(bet, "draft", 1, tab="tab-number-2")["kind"] == "saved"
    kernel.store.new_code()
    bet.page()
    assert send(bet, "draft", 1)["kind"] == "saved"


def test_of_each_exercise_so_many_messages_are_remembered(bet):
    counts = []
    for number in range(1, 4 * MOST):
        send(bet, "draft", number)
        count = "SELECT count(*) FROM receipts"
        counts.append(
            bet.store.run(lambda connection, count=count: connection.exec_driver_sql(count).scalar(), write=False)
        )
    assert (counts[-1] >= MOST, max(counts)) == (True, 2 * MOST)
    assert send(bet, "draft", 3)["kind"] == "refused"


def test_after_trouble_with_the_disk_the_same_message_is_done_when_it_comes_again(kernel, bet, monkeypatch):
    def fail(*_):
        raise StoreTrouble("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr("exercises.answers.student.put_receipt", fail)
        trouble = send(bet, "check", 1)
    assert (trouble["kind"], trouble["words"], trouble["seq"]) == ("trouble", "The disk is full.", 1)
    assert (bet.state()["phase"], attempts_in(kernel.store, kernel.lesson.id)) == ("open", [])
    assert send(bet, "check", 1)["kind"] == "result"


def test_a_ping_is_answered_and_asks_for_a_look_elsewhere(bet):
    assert bet.receive({"kind": "ping", "tab": "tab-number-1", "seq": 1}) == {
        "kind": "pong",
        "tab": "tab-number-1",
        "seq": 1,
    }
    assert bet.changed.elsewhere


@pytest.mark.parametrize(
    ("fault", "kind"),
    [(Refusal("Choose first."), "refused"), (StoreTrouble("Full."), "trouble"), (ZeroDivisionError("x"), "refused")],
)
def test_whatever_goes_wrong_is_an_answer(fault, kind):
    def do(_):
        raise fault

    reply = deliver(Message(kind="draft", tab="tab-number-1", seq=7), do)
    assert (reply["kind"], reply["seq"], bool(reply["words"])) == (kind, 7, True)
