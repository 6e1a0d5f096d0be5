"""The bar in the kernel: it counts confidence for the student at work, and only for them."""

import pytest

from exercises.answers.calibration import ENOUGH
from exercises.answers.store import Store
from exercises.exchange.exchange import Exchange
from exercises.jupyter.bar import BarWidget
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson


class Listening(BarWidget):
    """Keeps what it would send to the page."""

    def send(self, content, buffers=None):
        self.heard = content


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "store")


@pytest.fixture
def lesson(small_lesson):
    file = small_lesson / "one.yaml"
    text = file.read_text(encoding="utf-8")
    first, second = text[text.index("  - id: who-speaks") : text.index("  - id: mark-the-mayor")], ""
    for number in range(1, ENOUGH):
        second += first.replace("who-speaks", f"who-speaks-{number}")
    file.write_text(text + second, encoding="utf-8")
    return load_lesson(small_lesson)


@pytest.fixture
def bar(lesson, store):
    items = load_items(lesson)
    return Listening(lesson, list(items.values()), items, store, "one", on_change=lambda: None)


def check(lesson, store, exercise, sure, option="mayor"):
    exchange = Exchange(lesson, load_items(lesson)[exercise], store, "one")
    message = {"kind": "check", "tab": f"tab-of-{exercise}", "seq": 1, "confidence": sure}
    assert exchange.receive({**message, "answer": {"chosen": [option]}})["kind"] == "result"


def asked(bar):
    bar._receive(bar, {"kind": "sureness"}, [])
    return bar.heard


def choices(lesson):
    return [name for name in load_items(lesson) if name != "mark-the-mayor"]


def test_a_few_answers_are_said_to_be_too_few(lesson, store, bar):
    for exercise in choices(lesson)[: ENOUGH - 1]:
        check(lesson, store, exercise, 4)
    reply = asked(bar)
    assert reply["lines"] == []
    assert "Counted so far: 7" in reply["few"]


def test_enough_answers_are_shown_in_counts_the_surest_first(lesson, store, bar):
    *most, last = choices(lesson)
    for number, exercise in enumerate(most):
        check(lesson, store, exercise, 4, "reporter" if number < 3 else "mayor")
    check(lesson, store, last, 1)
    assert asked(bar) == {
        "kind": "sureness",
        "lines": ["Very sure 7 times, right 4", "Guessing once, right 1"],
        "few": "",
    }


def test_counts_of_another_student_are_not_shown_under_the_old_code(lesson, store, bar):
    store.new_code()
    assert asked(bar)["kind"] == "trouble"
    assert "lines" not in bar.heard
