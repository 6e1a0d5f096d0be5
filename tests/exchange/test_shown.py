"""What is shown of a lesson goes over to the next student whole, and takes nothing of the last one along."""

import pytest
from talk import Line

from exercises.answers.store import StoreTrouble
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


@pytest.mark.parametrize("content", [{"kind": "new-code"}, {"kind": "use-code", "typed": "calm-otter-11"}])
def test_that_another_student_works_here_is_told_when_no_page_shows_the_last_one_any_more(visit, content):
    told = []
    bar = visit.show(visit.bar(), lambda page, state: None)
    visit.show(visit.exercise("first-item"), lambda page, state: told.append(page["code"]))
    bar.receive(content, lambda reply: told.append(reply["kind"]))
    assert told == [visit.student.code, "done"]


def test_that_it_is_saved_is_told_before_others_are_drawn_anew(visit):
    told = []
    line = Line(visit, visit.exercise("first-item"))
    visit.show(visit.exercise("first-item"), lambda page, state: told.append("drawn"))
    message = {"kind": "draft", "tab": "tab-12345", "seq": 1, "answer": TEXT, "code": line.page["code"], "base": None}
    line.shown.receive(message, lambda reply: told.append(reply["kind"]))
    assert told == ["saved", "drawn"]


def test_a_fault_while_pages_are_drawn_anew_leaves_nobody_without_a_reply(visit):
    def broken(page, state):
        raise RuntimeError("a page that cannot be drawn")

    heard = []
    bar = visit.show(visit.bar(), lambda page, state: None)
    visit.show(visit.exercise("first-item"), broken)
    with pytest.raises(RuntimeError):
        bar.receive({"kind": "new-code"}, heard.append)
    assert [reply["kind"] for reply in heard] == ["done"]


class Deaf(Line):
    """A page whose line is cut whenever something is drawn anew."""

    def _redraw(self, page, state):
        self.redraws += 1

    def asks(self, **more):
        """Ask whether something has changed, saying what it shows."""
        self.seq += 1
        shows = {"code": self.page["code"], "base": self.state["version"]} | more
        return self.send({"kind": "ping", "tab": f"tab-{id(self)}", "seq": self.seq} | shows)


def test_a_page_that_missed_an_answer_from_another_page_is_told_with_the_reply_to_its_next_question(visit):
    deaf, other = Deaf(visit, visit.exercise("first-item")), Line(visit, visit.exercise("first-item"))
    other("draft", TEXT)
    assert (deaf.redraws, deaf.state["version"]) == (1, None)
    told = deaf.asks()
    assert (told["kind"], told["state"]["answer"]) == ("pong", TEXT)
    assert told["state"]["version"] == other.state["version"]
    assert told["page"]["code"] == deaf.page["code"]


def test_a_page_that_missed_that_another_student_began_is_told_page_and_state_of_the_new_one(visit):
    deaf = Deaf(visit, visit.exercise("first-item"))
    deaf("draft", TEXT)
    visit.begin(visit.store.new_code())
    told = deaf.asks()
    assert told["page"]["code"] == told["state"]["code"] == visit.student.code
    assert told["state"]["answer"] is None


def test_a_page_that_shows_what_stands_or_does_not_say_what_it_shows_hears_nothing_more(visit):
    shown = Deaf(visit, visit.exercise("first-item"))
    assert set(shown.asks()) == {"kind", "tab", "seq"}
    assert set(shown.send({"kind": "ping", "tab": "tab-of-shown", "seq": 90})) == {"kind", "tab", "seq"}
    version = shown("draft", TEXT)["version"]
    assert set(shown.asks(base=version)) == {"kind", "tab", "seq"}


def test_where_the_disk_fails_a_page_that_missed_something_is_told_later(visit, monkeypatch):
    def fails(*_):
        raise StoreTrouble("The disk is gone.")

    deaf, other = Deaf(visit, visit.exercise("first-item")), Line(visit, visit.exercise("first-item"))
    other("draft", TEXT)
    with monkeypatch.context() as patched:
        patched.setattr(visit, "_whole", fails)
        assert set(deaf.asks()) == {"kind", "tab", "seq"}
    assert deaf.asks()["state"]["answer"] == TEXT
