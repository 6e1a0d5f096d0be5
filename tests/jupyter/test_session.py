"""What one exercise stores is drawn wherever else it is shown, without running a cell again."""

import pytest
from form_lesson import build_form_lesson
from kinds_lesson import Kernel
from small_lesson import change

from exercises.answers.exports import export_work, import_work
from exercises.answers.store import Store
from exercises.jupyter.session import Session
from exercises.kinds.items import UnknownExercise, load_items
from exercises.lesson.load import load_lesson

TEXT = {"text": "The mayor said that the bridge may open.", "rated": {}, "why": ""}


class Line:
    """Stands for the line between page and kernel: hands messages in, and notes what goes out."""

    def __init__(self, widget):
        self.widget, self.seq, self.replies = widget, 0, []
        widget.send = lambda reply: self.replies.append(reply)

    def __call__(self, kind, answer=None, confidence=None):
        self.seq += 1
        message = {"kind": kind, "tab": f"tab-{id(self)}", "seq": self.seq, "answer": answer, "confidence": confidence}
        self.widget._receive(self.widget, message, [])
        return self.replies[-1]


@pytest.fixture
def session(tmp_path):
    kernel = Kernel(tmp_path)
    return Session(kernel.lesson, kernel.items, kernel.store, "one")


def test_what_is_sealed_above_can_be_opened_below_and_shows_above_too(session):
    above, below = session.show("bet"), session.open_seal("bet")
    assert (above.page["opening"], below.page["opening"]) == (False, True)
    Line(above)("seal", {"chosen": ["opens"]}, 4)
    assert below.state["phase"] == "sealed"
    Line(below)("open")
    assert above.state["phase"] == "checked"
    assert above.state["result"] == below.state["result"]


def test_running_the_cells_again_opens_nothing(session):
    Line(session.show("bet"))("seal", {"chosen": ["opens"]}, 4)
    assert session.open_seal("bet").state["phase"] == "sealed"
    assert session.show("bet").state["result"] is None


def test_only_a_sealed_exercise_can_be_opened(session):
    with pytest.raises(ValueError, match="“first-item” is not sealed"):
        session.open_seal("first-item")
    with pytest.raises(UnknownExercise, match="Did you mean “bet”"):
        session.open_seal("bett")


def test_a_text_appears_beside_the_later_one_while_it_is_written(session):
    first, second = session.show("first-item"), session.show("second-item")
    assert second.state["earlier"] is None
    Line(first)("draft", TEXT)
    assert second.state["earlier"]["text"] == TEXT["text"]


def test_an_exercise_that_has_nothing_to_do_with_it_is_left_alone(session):
    first, other = session.show("first-item"), session.show("support")
    drawn = []
    other.observe(lambda change: drawn.append(change), "state")
    Line(first)("draft", TEXT)
    assert drawn == []


def test_another_student_finds_every_place_empty(session):
    above, below = session.show("bet"), session.open_seal("bet")
    Line(above)("seal", {"chosen": ["opens"]}, 4)
    session.store.new_code()
    session._refresh()
    assert {widget.state["phase"] for widget in (above, below)} == {"open"}


# The two forms of a lesson

FORM_A = {"ratings": {"ferry-a": 4, "bakery-a": 3}, "sure": {"ferry-a": 4, "bakery-a": 2}, "order": []}


@pytest.fixture
def folder(tmp_path):
    return build_form_lesson(tmp_path / "lessons" / "bridge")


def opened(folder, store):
    lesson = load_lesson(folder)
    return Session(lesson, load_items(lesson), store, "one")


def test_the_word_in_the_lesson_is_read_when_the_notebook_runs(folder, tmp_path):
    store = Store(tmp_path / "store")
    session = opened(folder, store)
    assert [session.form(place).page["id"] for place in ("first", "last")] == ["form-a", "form-b"]
    change(folder / "lesson.yaml", "first_form: A", "first_form: B")
    session = opened(folder, store)
    assert [session.form(place).page["id"] for place in ("first", "last")] == ["form-b", "form-a"]


def test_a_form_counts_as_an_exercise_of_the_notebook_that_shows_it(folder, tmp_path):
    session = opened(folder, Store(tmp_path / "store"))
    assert [one["id"] for one in session.bar().page["exercises"]] == ["who-speaks", "mark-the-mayor"]
    Line(session.form("first"))("check", FORM_A)
    listed = {one["id"]: one["phase"] for one in session.bar(form="first").page["exercises"]}
    assert listed == {"who-speaks": "open", "mark-the-mayor": "open", "form-a": "checked"}


def test_a_form_goes_along_in_the_work_file_and_is_there_after_the_word_was_changed(folder, tmp_path):
    here, there = Store(tmp_path / "here"), Store(tmp_path / "there")
    Line(opened(folder, here).form("first"))("check", FORM_A)
    import_work(there, export_work(here))
    change(folder / "lesson.yaml", "first_form: A", "first_form: B")
    state = opened(folder, there).form("last").state
    assert (state["phase"], state["older"]) == ("checked", False)
    assert state["result"]["summary"].startswith("Well supported: you accepted 1 of 1")


def test_nothing_of_the_design_and_no_reason_is_in_the_page_of_a_form(folder, tmp_path):
    widget = opened(folder, Store(tmp_path / "store")).form("first")
    sent = str(widget.page) + str(widget.state)
    assert not [word for word in ("CANARY", "features", "poorly", "unhedged") if word in sent]
