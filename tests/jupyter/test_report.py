"""The report's place in the notebook: what it says it holds, and the file it hands over."""

import pytest
from kinds_lesson import Kernel

from exercises.jupyter import report as module
from exercises.jupyter.session import Session
from exercises.words import words


@pytest.fixture
def session(tmp_path):
    kernel = Kernel(tmp_path)
    return Session(kernel.lesson, kernel.items, kernel.store, "one")


def ask(widget, content):
    replies = []
    widget.send = replies.append
    widget._receive(widget, content, [])
    return replies[0]


def check(session, name="support"):
    answer = {"ratings": {"ferry": 4, "bakery": 1}, "sure": {"ferry": 3, "bakery": 3}}
    message = {"kind": "check", "tab": "tab-of-pupil", "seq": 1, "answer": answer, "confidence": None}
    assert session.show(name)._exchange.receive(message)["kind"] == "result"


def test_saving_hands_over_the_report_as_of_now_and_counts_again(session):
    place = session.report()
    assert "Exercises checked: 0" in place.page["lines"]
    check(session)
    file = ask(place, {"kind": "save"})
    assert (file["kind"], file["name"]) == ("file", f"whosays-{session.store.code}-report.html")
    assert "How well supported?" in file["text"]
    assert "Exercises checked: 1" in place.page["lines"]


def test_counting_again_shows_what_was_done_since(session):
    place = session.report()
    check(session)
    assert ask(place, {"kind": "count"}) == {"kind": "counted"}
    assert "Exercises checked: 1" in place.page["lines"]


def test_nothing_of_the_answers_is_in_the_notebook_before_the_file_is_asked_for(session):
    check(session)
    assert "CANARY" not in str(session.report().page)


def test_when_somebody_else_has_begun_nothing_is_handed_over_until_the_cells_run_again(session):
    place = session.report()
    check(session)
    session.store.new_code()
    assert ask(place, {"kind": "save"})["words"] == words("exchange")["student"]
    session._refresh()
    assert "Exercises checked: 0" in place.page["lines"]
    assert ask(place, {"kind": "save"})["kind"] == "file"


@pytest.mark.parametrize("content", [None, [], "save", {"kind": "export"}, {"kind": "save", "to": "/etc"}])
def test_a_message_that_is_not_understood_changes_nothing_and_says_so(session, content):
    assert ask(session.report(), content) == {"kind": "trouble", "words": words("report")["shape"]}


def test_a_report_that_is_too_large_is_refused_in_words(session, monkeypatch):
    monkeypatch.setattr(module, "LARGEST_FILE", 10)
    assert ask(session.report(), {"kind": "save"})["words"] == words("report")["large"]
