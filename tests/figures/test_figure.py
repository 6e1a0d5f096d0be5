"""A figure shows nothing before its exercise is done, whatever the page says."""

from __future__ import annotations

import pytest

from exercises.answers.store import Store, StoreTrouble
from exercises.charts.elsewhere import DrawingTrouble
from exercises.exchange.exchange import Exchange
from exercises.figures.figure import Figure
from exercises.jupyter.figure import ChartWidget
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson

CONTENT = {"rows": [["S1", "the mayor"]]}


@pytest.fixture
def exchange(small_lesson, tmp_path):
    lesson = load_lesson(small_lesson)
    item = next(item for item in load_items(lesson).values() if item.kind == "choose")
    return Exchange(lesson, item, Store(tmp_path / "store"), "one")


def figure_of(exchange, draw=lambda: CONTENT, store=None):
    return Figure("map", exchange.lesson.id, "one", exchange.item, store or exchange.store, draw)


def act(exchange, *kinds):
    chosen = {"chosen": [exchange.item.options[0].id]}
    for seq, kind in enumerate(kinds, start=1):
        message = {"kind": kind, "tab": "tab-for-tests", "seq": seq, "answer": chosen, "confidence": 3}
        assert exchange.receive(message)["kind"] in ("saved", "result")


def look(figure):
    return list(figure.answer({"kind": "look"}))


@pytest.mark.parametrize("done", [["check"], ["pass"], ["check", "show"], ["check", "again"]])
def test_it_opens_when_the_exercise_was_checked_shown_or_passed_and_stays_open(exchange, done):
    figure = figure_of(exchange)
    assert look(figure) == [{"kind": "closed"}]
    act(exchange, *done)
    assert look(figure) == [{"kind": "drawing"}, {"kind": "open", "content": CONTENT}]


def test_a_draft_opens_nothing(exchange):
    act(exchange, "draft")
    assert look(figure_of(exchange)) == [{"kind": "closed"}]


def test_nothing_is_drawn_before(exchange):
    figure = figure_of(exchange, draw=lambda: pytest.fail("drawn too early"))
    look(figure)
    assert "rows" not in figure.page()


def test_what_was_done_on_an_earlier_day_opens_it_at_once(exchange, tmp_path):
    act(exchange, "check")
    today = figure_of(exchange, store=Store(tmp_path / "store"))
    assert today.page()["open"]
    assert look(today)[-1]["content"] == CONTENT


def test_it_is_closed_again_for_the_next_student(exchange):
    act(exchange, "check")
    widget = ChartWidget(figure_of(exchange))
    assert widget.page["open"]
    exchange.store.new_code()
    widget.refresh()
    assert not widget.page["open"]
    assert look(figure_of(exchange)) == [{"kind": "closed"}]


@pytest.mark.parametrize("content", [None, 7, "look", {}, {"kind": "open"}, {"kind": "look", "open": True}, [[]]])
def test_whatever_else_the_page_sends_is_left_alone(exchange, content):
    act(exchange, "check")
    assert list(figure_of(exchange).answer(content)) == []


def test_it_is_drawn_once_however_often_it_is_looked_at(exchange):
    act(exchange, "check")
    drawn = []
    figure = figure_of(exchange, draw=lambda: drawn.append(1) or CONTENT)
    assert look(figure) == look(figure)
    assert drawn == [1]


def test_after_a_fault_it_is_drawn_anew(exchange):
    act(exchange, "check")
    faults = [DrawingTrouble("It took too long."), ZeroDivisionError("by zero"), None]

    def draw():
        if fault := faults.pop(0):
            raise fault
        return CONTENT

    figure = figure_of(exchange, draw=draw)
    assert look(figure)[-1] == {"kind": "trouble", "words": "It took too long."}
    assert "ZeroDivisionError: by zero" in look(figure)[-1]["words"]
    assert look(figure)[-1]["kind"] == "open"


def test_a_store_that_cannot_be_read_is_said_in_its_own_words(exchange, monkeypatch):
    def broken(*_):
        raise StoreTrouble("The disk is gone.")

    figure = figure_of(exchange)
    monkeypatch.setattr(exchange.store, "draft", broken)
    assert look(figure) == [{"kind": "trouble", "words": "The disk is gone."}]


def test_a_figure_that_gives_nothing_away_is_open_from_the_start(exchange):
    figure = Figure("map", "bridge", "one", None, exchange.store, lambda: CONTENT)
    assert look(figure)[-1]["kind"] == "open"
