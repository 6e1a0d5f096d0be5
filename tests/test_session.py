"""What one exercise stores is drawn wherever else it is shown, without running a cell again."""

import pytest
from kinds_lesson import Kernel

from exercises.items import UnknownExercise
from exercises.session import Session

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
