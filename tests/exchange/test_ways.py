"""Behind a result another case is offered to who missed twice, and a way on to who was right at once and sure."""

import pytest
from keeping import grow_older
from small_lesson import change
from talk import Talk

from exercises.answers.store import Store
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson

MAYOR, REPORTER = {"chosen": ["mayor"]}, {"chosen": ["reporter"]}
WAYS = "    ways: {again: mark-the-mayor, on: mark-the-mayor}\n"


class Acts:
    """A student at the first exercise of the tiny lesson, act by act."""

    def __init__(self, folder, store, ways=WAYS):
        change(folder / "one.yaml", "    role: recall\n", f"    role: recall\n{ways}")
        lesson = load_lesson(folder)
        items = load_items(lesson)
        self.talk, self.seq = Talk(lesson, items["who-speaks"], store, items=items), 0

    def __call__(self, kind, answer=REPORTER, confidence=3):
        self.seq += 1
        message = {"kind": kind, "tab": "tab-of-ways", "seq": self.seq, "answer": answer, "confidence": confidence}
        return self.talk.receive(message)["state"]

    def after(self, *acts):
        """Do acts one after the other, such as ``wrong again right``; give the way that is offered then."""
        told = {"wrong": ("check", REPORTER), "right": ("check", MAYOR), "again": ("again", REPORTER)}
        for act in acts:
            state = self(*told.get(act, (act, REPORTER)))
        return state["way"]


@pytest.fixture
def acts(small_lesson, tmp_path):
    return Acts(small_lesson, Store(tmp_path / "store"))


def test_the_page_knows_the_title_of_the_exercise_to_which_a_way_leads(acts):
    there = {"id": "mark-the-mayor", "title": "Mark the mayor"}
    assert acts.talk.page()["ways"] == {"again": there, "on": there}


@pytest.mark.parametrize(
    ("done", "offered"),
    [
        ("right", "on"),
        ("wrong", ""),
        ("wrong again wrong", "again"),
        ("wrong show", "again"),
        ("wrong again wrong again", ""),
        ("wrong again wrong again right", ""),
        ("wrong again wrong again right again wrong", "again"),
        ("wrong again right", ""),
        ("right again right", "on"),
        ("pass", ""),
        ("pass again right", ""),
        ("right again wrong", ""),
        ("right again wrong again wrong", "again"),
    ],
)
def test_what_is_offered_depends_on_what_was_done(acts, done, offered):
    assert acts.after(*done.split()) == offered


@pytest.mark.parametrize(("sure", "offered"), [(1, ""), (2, ""), (3, "on"), (4, "on")])
def test_who_was_right_and_not_sure_is_not_sent_on(acts, sure, offered):
    assert acts("check", MAYOR, sure)["way"] == offered


def test_an_exercise_without_ways_offers_none(small_lesson, tmp_path):
    acts = Acts(small_lesson, Store(tmp_path / "store"), ways="")
    assert acts.talk.page()["ways"] == {}
    assert acts.after("right") == ""
    assert acts.after("again", "wrong", "again", "wrong") == ""


def test_behind_an_answer_to_an_earlier_edition_nothing_is_offered(acts):
    assert acts.after("right") == "on"
    grow_older(acts.talk.store)
    assert acts.talk.state()["way"] == ""
