"""An answer in two parts: the text is committed before the samples are shown, and nothing of either part is lost."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keeping import attempts_in, draft_in, keep

from exercises.answers.store import StoreTrouble
from exercises.answers.work import Draft
from exercises.exchange.two_parts import goes_on
from exercises.kinds import KINDS
from exercises.kinds.write.item import LONGEST_TEXT, LONGEST_WHY

TAB = "tab-for-tests"
TEXT = {"text": "The mayor said that the bridge may open.", "rated": {}, "why": ""}
RATED = TEXT | {"rated": {"A": 2}, "why": "I name her and keep the doubt."}
HOSTILE = [
    "</script><img src=x onerror=alert(1)> one two three",
    "\u202eone two three four five\u202c",
    "😀 one 👩‍👩‍👧 two three four five",
    "one two three four 'five'; DROP TABLE drafts; -- {braces} %s \\u0000 \u0000",
    " leading and trailing blanks are kept \n\n",
]


class Hand:
    """Sends messages about the exercise in the order in which they are made."""

    def __init__(self, exchange):
        self.exchange, self.seq = exchange, 0

    def __call__(self, kind, answer=None, tab=TAB):
        self.seq += 1
        return self.exchange.receive({"kind": kind, "tab": tab, "seq": self.seq, "answer": answer})

    @property
    def phase(self):
        return self.exchange.state()["phase"]


@pytest.fixture
def send(kernel):
    return Hand(kernel.exchange("first-item"))


def carries_on(given, stored, phase, kind="write"):
    """Say whether an answer carries on with the second part of the one that is stored."""
    draft = Draft("bridge", "first-item", "digest", stored, None, phase, "2026-11-23T12:00:00+00:00")
    return goes_on(KINDS[kind], given, draft)


@pytest.mark.parametrize("phase", ["open", "passed", "sealed"])
@pytest.mark.parametrize("given", [TEXT, RATED])
def test_nothing_carries_on_before_the_text_is_committed(phase, given):
    assert not carries_on(given, TEXT, phase)
    assert not goes_on(KINDS["write"], given, None)


@pytest.mark.parametrize("phase", ["half", "checked", "shown"])
def test_a_rating_of_the_committed_text_carries_on_and_one_of_another_text_does_not(phase):
    other = RATED | {"text": "Another text of as many words as it takes."}
    assert carries_on(RATED, TEXT, phase)
    assert not carries_on(other, TEXT, phase)


def test_the_bare_text_carries_on_only_while_it_waits_for_its_rating():
    assert carries_on(TEXT, RATED, "half")
    assert not any(carries_on(TEXT, RATED, phase) for phase in ("checked", "shown"))


@pytest.mark.parametrize(("given", "stored"), [({"text": 5}, TEXT), (RATED, {"text": 5}), (None, TEXT)])
def test_what_cannot_be_read_carries_nothing_on(given, stored):
    assert carries_on(given, stored, "half") is False


def test_of_what_is_checked_at_once_nothing_carries_on():
    assert carries_on({"chosen": ["opens"]}, {"chosen": ["opens"]}, "half", kind="choose") is False


def results(kernel):
    return [attempt.result for attempt in attempts_in(kernel.store, kernel.lesson.id, "first-item")]


def test_the_first_check_commits_the_text_and_opens_the_samples(send):
    state = send("check", TEXT)["state"]
    assert (state["phase"], state["answer"]) == ("half", TEXT)
    assert len(state["result"]["extra"]["samples"]) == 4


def test_before_the_first_check_no_sample_and_no_reason_is_known(send):
    send("draft", TEXT)
    assert "CANARY" not in json.dumps([send.exchange.page(), send.exchange.state()])


def test_a_rating_is_kept_as_a_draft_and_committed_by_the_second_check(send):
    send("check", TEXT)
    assert send("draft", RATED)["kind"] == "saved"
    state = send.exchange.state()
    assert (state["phase"], state["answer"]) == ("half", RATED)
    assert "may" in json.dumps(state["result"])
    state = send("check", RATED)["state"]
    assert (state["phase"], state["result"]["out_of"]) == ("checked", 0)
    assert state["result"]["remarks"][-1]["subject"].startswith("Your rating, row A")


def test_both_commits_stay_as_attempts(send, kernel):
    send("check", TEXT)
    send("check", RATED)
    first, second = attempts_in(kernel.store, kernel.lesson.id, "first-item")
    assert (first.answer, second.answer) == (TEXT, RATED)


def test_a_rating_that_was_there_before_the_samples_does_not_count(send):
    state = send("check", RATED)["state"]
    assert (state["phase"], state["answer"]) == ("half", TEXT)


@pytest.mark.parametrize("lacking", [{"rated": {}}, {"why": " "}])
def test_half_a_rating_is_refused_and_kept_as_a_draft(send, lacking):
    send("check", TEXT)
    send("draft", RATED | lacking)
    assert send("check", RATED | lacking)["kind"] == "refused"
    assert (send.phase, send.exchange.state()["answer"]) == ("half", RATED | lacking)
    assert len(send.exchange.state()["result"]["extra"]["samples"]) == 4


def test_pressing_check_once_more_without_a_rating_changes_nothing(send):
    send("check", TEXT)
    assert send("check", TEXT)["state"]["phase"] == "half"


def test_another_text_checked_begins_anew_and_so_does_try_again_but_no_draft(send):
    send("check", TEXT)
    other = RATED | {"text": "The mayor may open the bridge, she said."}
    assert send("check", other)["state"]["phase"] == "half"
    assert send.exchange.state()["answer"]["rated"] == {}
    assert send("draft", other | {"text": "Another text again."})["kind"] == "conflict"
    assert send.phase == "half"
    assert send("again")["state"]["phase"] == "open"


def test_passing_on_the_rating_keeps_the_text(send):
    send("check", TEXT)
    assert send("pass", TEXT)["state"]["phase"] == "passed"
    state = send("show", TEXT)["state"]
    assert (state["answer"], len(state["key"]["samples"])) == (TEXT, 4)


def test_a_failing_disk_between_the_two_commits_loses_nothing(send, monkeypatch, kernel):
    send("check", TEXT)

    def fail(*_):
        raise StoreTrouble("The disk is full.")

    with monkeypatch.context() as broken:
        broken.setattr("exercises.answers.student.put_draft", fail)
        assert send("check", RATED)["kind"] == "trouble"
    assert (send.phase, send.exchange.state()["answer"]) == ("half", TEXT)
    send.seq -= 1  # The page sends the same message again.
    assert send("check", RATED)["state"]["phase"] == "checked"
    assert len(results(kernel)) == 2


@pytest.mark.parametrize("text", [*HOSTILE, "word " * 600, "я" * LONGEST_TEXT, "😀" * LONGEST_TEXT])
def test_whatever_a_student_writes_is_stored_to_the_letter(kernel, text):
    send = Hand(kernel.exchange("first-item"))
    assert send("draft", TEXT | {"text": text})["kind"] == "saved"
    assert kernel.exchange("first-item").state()["answer"]["text"] == text


def test_a_text_too_long_to_be_kept_is_refused_with_a_sentence_that_says_so(send):
    assert "too long" in send("draft", TEXT | {"text": "x" * (LONGEST_TEXT + 1)})["words"]
    longest = RATED | {"text": "😀" * LONGEST_TEXT, "why": "😀" * LONGEST_WHY}
    assert send("draft", longest)["kind"] == "saved"


def test_a_text_too_long_is_said_to_be_so_even_if_something_else_cannot_be_read(send):
    both = TEXT | {"text": "x" * (LONGEST_TEXT + 1), "rated": "high"}
    assert "too long" in send("draft", both)["words"]
    assert "could not be read" in send("draft", TEXT | {"rated": "high"})["words"]


def test_600_words_are_kept_as_a_draft_and_refused_by_check_with_their_number(send):
    long = TEXT | {"text": "word " * 600}
    send("draft", long)
    assert "600. That is 560 too many" in send("check", long)["words"]
    assert (send.phase, send.exchange.state()["answer"]) == ("open", long)


@settings(max_examples=25, deadline=None)
@given(steps=st.lists(st.sampled_from(["draft", "check", "again", "pass", "show"]), max_size=12), data=st.data())
def test_whatever_is_sent_the_last_answer_that_was_taken_is_the_one_that_is_stored(
    practice, tmp_path_factory, steps, data
):
    send = Hand(practice.with_empty_store(tmp_path_factory.mktemp("kernel")).exchange("first-item"))
    kept = None
    for step in steps:
        answer = data.draw(st.sampled_from([TEXT, RATED, RATED | {"text": "The mayor may speak to us."}]))
        if send(step, answer)["kind"] in ("saved", "result"):
            kept = answer
        state = send.exchange.state()
        assert state["answer"] is None or state["answer"]["text"] == (kept or {}).get("text")
        if state["phase"] == "checked":
            assert state["answer"]["rated"]
            assert state["answer"]["why"]
        if state["phase"] in ("open", "passed"):
            assert state["result"] is None
            assert state["key"] is None


# What is taken up in a later exercise


def test_the_text_stands_beside_the_later_one_as_soon_as_it_is_stored(kernel, send):
    later = kernel.exchange("second-item")
    assert later.state()["earlier"] is None
    send("draft", TEXT)
    assert later.state()["earlier"] == {"title": "Tell it in one sentence", "text": TEXT["text"]}
    send("check", TEXT)
    assert later.state()["earlier"]["text"] == TEXT["text"]


def test_an_earlier_answer_that_nobody_can_read_is_left_out(kernel, send):
    send("draft", TEXT)
    draft = draft_in(kernel.store, kernel.lesson.id, "first-item")
    keep(kernel.store, replace(draft, answer={"marks": []}))
    assert kernel.exchange("second-item").state()["earlier"] is None


def test_a_rating_is_set_beside_the_earlier_one_once_that_was_checked(kernel):
    said, claimed = Hand(kernel.exchange("said-lab")), Hand(kernel.exchange("claim-lab"))
    before = {"ratings": {"ferry": 4, "bus": 3}, "sure": {}, "order": []}
    now = {"ratings": {"ferry": 2, "bus": 5}, "sure": {}, "order": []}
    said("draft", before)
    assert "no earlier rating" in claimed("check", now)["state"]["result"]["summary"]
    said("check", before)
    result = claimed("check", now)["state"]["result"]
    assert "1 higher, 1 lower" in result["summary"]
    assert result["extra"]["earlier"] == {"ferry": 4, "bus": 3}


def test_a_rating_that_was_never_committed_lies_aside_when_the_text_is_checked_anew(send):
    send("check", TEXT)
    send("draft", RATED)
    send("again")
    assert send("check", RATED)["state"]["answer"] == TEXT
    assert [one["answer"] for one in send.exchange.state()["aside"]] == [RATED]
    send("check", RATED)
    send("again")
    send("check", RATED | {"text": "The mayor said on Monday that it may open."})
    assert len(send.exchange.state()["aside"]) == 1


def test_a_half_answer_from_before_editions_is_judged_by_the_part_that_was_committed(kernel, send):
    begun = RATED | {"why": ""}
    keep(kernel.store, Draft("bridge", "first-item", "0" * 16, begun, None, "half", "2026-11-23T12:00:00+00:00"))
    assert send.exchange.state()["older"] is False
    keep(kernel.store, Draft("bridge", "first-item", "0" * 16, begun, None, "checked", "2026-11-23T12:00:00+00:00"))
    assert send.exchange.state()["older"] is True
