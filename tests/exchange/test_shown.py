"""What is shown of a lesson goes over to the next student whole, and takes nothing of the last one along."""

import pytest
from talk import Line

from exercises.exchange.face import NOTHING
from exercises.visit import Visit

TEXT = {"text": "The mayor said that the bridge may open.", "rated": {}, "why": ""}


class Slow:
    """A face whose reply comes when it is ready, as a chart that is still being drawn."""

    follows = reads = frozenset()

    def page(self, work):
        return {"code": work.code}

    def state(self, work):
        return {}

    def words(self):
        return {}

    def receive(self, student, content, send):
        self.ready = lambda: send({"kind": "open", "content": "rows"})
        return NOTHING


@pytest.fixture
def visit(kernel):
    return Visit(kernel.lesson, kernel.items, kernel.store, "one")


def test_what_was_asked_for_by_one_student_and_comes_late_is_not_brought_to_the_next(visit):
    face, heard = Slow(), []
    shown = visit.show(face, lambda page, state: None)
    for _ in range(2):
        shown.receive({"kind": "look"}, heard.append)
        face.ready()
    assert len(heard) == 2
    shown.receive({"kind": "look"}, heard.append)
    visit.begin(visit.store.new_code())
    face.ready()
    assert len(heard) == 2


def test_before_another_begins_over_another_file_the_pages_are_asked_for_what_only_they_have(visit, tmp_path):
    line = Line(visit, visit.exercise("first-item"))
    line("draft", TEXT)
    before = visit.student.code
    drawn = []
    visit.show(visit.exercise("first-item"), lambda page, state: drawn.append((state or page)["code"]))
    (tmp_path / "store" / "answers.sqlite").unlink()
    visit.store.new_code()
    visit.begin(visit.store.code)
    assert drawn[0] == before
    assert drawn[-1] == visit.student.code != before
