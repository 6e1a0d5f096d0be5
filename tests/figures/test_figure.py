"""A figure shows nothing before its exercise is done, whatever the page says."""

from __future__ import annotations

import threading

import pytest
from keeping import work_in
from talk import Talk, ask

from exercises.answers.store import Store, StoreTrouble
from exercises.answers.student import Student
from exercises.charts.elsewhere import DrawingTrouble
from exercises.figures.figure import Figure
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson

CONTENT = {"rows": [["S1", "the mayor"]]}


@pytest.fixture
def exchange(small_lesson, tmp_path):
    lesson = load_lesson(small_lesson)
    item = next(item for item in load_items(lesson).values() if item.kind == "choose")
    return Talk(lesson, item, Store(tmp_path / "store"), "one")


def figure_of(exchange, draw=lambda: CONTENT, **more):
    return Figure("map", "chart", exchange.lesson.id, "one", exchange.item, draw, **more)


def act(exchange, *kinds):
    chosen = {"chosen": [exchange.item.options[0].id]}
    for seq, kind in enumerate(kinds, start=1):
        message = {"kind": kind, "tab": "tab-for-tests", "seq": seq, "answer": chosen, "confidence": 3}
        assert exchange.receive(message)["kind"] in ("saved", "result")


def look(exchange, figure, store=None):
    store = store or exchange.store
    return ask(figure, Student(store, store.code), {"kind": "look"})


@pytest.mark.parametrize("done", [["check"], ["pass"], ["check", "show"], ["check", "again"]])
def test_it_opens_when_the_exercise_was_checked_shown_or_passed_and_stays_open(exchange, done):
    figure = figure_of(exchange)
    assert look(exchange, figure) == [{"kind": "closed"}]
    act(exchange, *done)
    assert look(exchange, figure) == [{"kind": "drawing"}, {"kind": "open", "content": CONTENT}]


def test_a_draft_opens_nothing(exchange):
    act(exchange, "draft")
    assert look(exchange, figure_of(exchange)) == [{"kind": "closed"}]


def test_nothing_is_drawn_before(exchange):
    figure = figure_of(exchange, draw=lambda: pytest.fail("drawn too early"))
    look(exchange, figure)
    assert "rows" not in figure.page(work_in(exchange.store))


def test_what_was_done_on_an_earlier_day_opens_it_at_once(exchange, tmp_path):
    act(exchange, "check")
    figure, store = figure_of(exchange), Store(tmp_path / "store")
    assert figure.page(work_in(store))["open"]
    assert look(exchange, figure, store)[-1]["content"] == CONTENT


def test_it_is_closed_again_for_the_next_student(exchange):
    act(exchange, "check")
    figure = figure_of(exchange)
    assert figure.page(work_in(exchange.store))["open"]
    exchange.store.new_code()
    assert not figure.page(work_in(exchange.store))["open"]
    assert look(exchange, figure_of(exchange)) == [{"kind": "closed"}]


@pytest.mark.parametrize("content", [None, 7, "look", {}, {"kind": "open"}, {"kind": "look", "open": True}, [[]]])
def test_whatever_else_the_page_sends_is_left_alone(exchange, content):
    act(exchange, "check")
    assert ask(figure_of(exchange), exchange.student, content) == []


def test_it_is_drawn_once_however_often_it_is_looked_at(exchange):
    act(exchange, "check")
    drawn = []
    figure = figure_of(exchange, draw=lambda: drawn.append(1) or CONTENT)
    assert look(exchange, figure) == look(exchange, figure)
    assert drawn == [1]


def test_after_a_fault_it_is_drawn_anew(exchange):
    act(exchange, "check")
    faults = [DrawingTrouble("It took too long."), ZeroDivisionError("by zero"), None]

    def draw():
        if fault := faults.pop(0):
            raise fault
        return CONTENT

    figure = figure_of(exchange, draw=draw)
    assert look(exchange, figure)[-1] == {"kind": "trouble", "words": "It took too long."}
    assert "ZeroDivisionError: by zero" in look(exchange, figure)[-1]["words"]
    assert look(exchange, figure)[-1]["kind"] == "open"


def test_a_store_that_cannot_be_read_is_said_in_its_own_words(exchange, monkeypatch):
    def broken(*_, **__):
        raise StoreTrouble("The disk is gone.")

    figure = figure_of(exchange)
    student = exchange.student
    monkeypatch.setattr(exchange.store, "run", broken)
    assert ask(figure, student, {"kind": "look"}) == [{"kind": "trouble", "words": "The disk is gone."}]


def test_a_figure_that_gives_nothing_away_is_open_from_the_start(exchange):
    figure = Figure("map", "chart", "bridge", "one", None, lambda: CONTENT)
    assert look(exchange, figure)[-1]["kind"] == "open"


def test_no_answer_waits_for_a_slow_drawing(exchange):
    act(exchange, "check")
    may_end, replied, replies = threading.Event(), threading.Event(), []

    def draw():
        assert may_end.wait(60)
        return CONTENT

    def send(reply):
        replies.append(reply)
        if reply["kind"] == "open":
            replied.set()

    figure_of(exchange, draw=draw, slow=True).receive(exchange.student, {"kind": "look"}, send)
    # The drawing is still going on when the next message comes in.
    assert replies == [{"kind": "drawing"}]
    assert exchange.receive({"kind": "ping", "tab": "tab-for-tests", "seq": 9})["kind"] == "pong"
    may_end.set()
    assert replied.wait(60)
    assert replies[-1] == {"kind": "open", "content": CONTENT}
