"""One widget carries any face: page, state and words go to the browser, messages come in, replies go out."""

import asyncio
import threading

import pytest

from exercises import open_lesson, opened
from exercises.answers.store import Store
from exercises.jupyter.session import Session
from exercises.jupyter.widget import FaceWidget
from exercises.visit import Visit

TEXT = {"text": "The mayor said that the bridge may open.", "rated": {}, "why": ""}


@pytest.fixture
def session(kernel):
    return Session(Visit(kernel.lesson, kernel.items, kernel.store, "one"))


def send(widget, content):
    replies = []
    widget.send = replies.append
    widget._receive(widget, content, [])
    return replies


def test_exercise_bar_figure_and_report_are_all_carried_by_the_one_widget(session):
    shown = [session.show("bet"), session.open_seal("bet"), session.bar(), session.chart("peel"), session.report()]
    for widget in shown:
        assert isinstance(widget, FaceWidget)
        assert widget.page
        assert widget.words
        assert "export default" in widget._esm
        assert ".ws-root" in widget._css


def test_two_views_do_not_take_each_other_for_a_new_edition_of_their_style(session):
    bar, one, other = session.bar(), session.show("first-item"), session.show("second-item")
    assert bar._css != one._css
    assert bar._anywidget_id != one._anywidget_id
    assert one._anywidget_id == other._anywidget_id


def test_a_message_is_answered_and_the_new_state_reaches_the_browser(session):
    widget = session.show("first-item")
    message = {"kind": "draft", "tab": "tab-for-tests", "seq": 1, "answer": TEXT, "confidence": None}
    assert [reply["kind"] for reply in send(widget, message)] == ["saved"]
    assert widget.state["answer"] == TEXT


def test_a_new_code_draws_every_widget_for_the_next_student(session):
    widget, bar = session.show("first-item"), session.bar()
    send(widget, {"kind": "draft", "tab": "tab-for-tests", "seq": 1, "answer": TEXT, "confidence": None})
    send(bar, {"kind": "new-code"})
    assert widget.state["answer"] is None
    assert widget.page["code"] == bar.page["code"]


def test_a_first_cell_that_runs_again_leaves_one_code_on_the_page(monkeypatch, tmp_path):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path))
    monkeypatch.setattr("exercises.jupyter.session._OPEN", {})
    drawn_before = open_lesson("harbour", "01_first_read").show("first-recall-know")
    bar = open_lesson("harbour", "01_first_read").bar()
    send(bar, {"kind": "new-code"})
    assert drawn_before.page["code"] == bar.page["code"]
    assert drawn_before.state["answer"] is None


def removed(file):
    file.unlink()


def emptied(file):
    file.write_bytes(b"")


def replaced(file):
    other = Store(file.parent / "other")
    other.new_code()
    file.write_bytes(other.path.read_bytes())


@pytest.mark.parametrize(
    ("happens", "sentence"),
    [(removed, "was gone, so a new one"), (emptied, "was empty, so it was begun again"), (replaced, "was replaced by")],
)
@pytest.mark.parametrize("seen", [True, False], ids=["once a page has seen it", "before any page has seen it"])
def test_what_happened_to_the_file_is_said_truly_when_the_first_cell_runs_again(
    monkeypatch, tmp_path, happens, sentence, seen
):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path))
    monkeypatch.setattr("exercises.jupyter.session._OPEN", {})
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    first = open_lesson("harbour", "01_first_read")
    send(first.bar(), {"kind": "new-code"})
    code = first.visit.student.code
    happens(tmp_path / "answers.sqlite")
    if seen:
        first.visit.student.work()
    again = open_lesson("harbour", "01_first_read")
    assert again.visit.student.code == code
    assert [sentence in one["words"] for one in again.bar().state["notices"]] == [True]


def test_a_page_that_came_late_gets_page_and_state_once_more(session, monkeypatch):
    widget, sent = session.show("first-item"), []
    monkeypatch.setattr(widget, "send_state", sent.append)
    assert send(widget, {"kind": "late"}) == []
    assert sent == [("page", "state")]


def test_a_reply_from_another_thread_is_sent_in_the_loop_of_the_kernel(session):
    async def show():
        widget, sent, done = session.bar(), [], asyncio.Event()

        def note(reply):
            sent.append((reply, threading.get_ident()))
            done.set()

        widget.send = note
        threading.Thread(target=widget._reply, args=({"kind": "late"},)).start()
        await done.wait()
        return sent

    assert asyncio.run(show()) == [({"kind": "late"}, threading.get_ident())]


def test_any_cell_opens_the_lesson_by_itself_and_all_share_one(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "store"))
    monkeypatch.setattr("exercises.jupyter.session._OPEN", {})
    by_itself = opened("kupyansk", "start_here")
    assert "Ready" in capsys.readouterr().out
    assert opened("kupyansk", "start_here") is by_itself
    assert capsys.readouterr().out == ""
    anew = open_lesson("kupyansk", "start_here")
    assert anew is not by_itself
    assert opened("kupyansk", "start_here") is anew


def test_the_ready_line_names_no_code_because_that_may_change(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "store"))
    session = open_lesson("kupyansk", "start_here")
    assert session.visit.student.code not in capsys.readouterr().out
