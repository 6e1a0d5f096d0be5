"""On a screen of their own each student has an order of options and cards; paper, slides and the guide share one."""

import json
import subprocess
import sys
from collections import Counter
from itertools import pairwise

import pytest
from every_lesson import items_of, named
from keeping import attempts_in
from our_answers import full_answer
from talk import Line

from exercises.answers.code import make_code
from exercises.answers.store import Store
from exercises.kinds import KINDS
from exercises.kinds.order import page_for
from exercises.paper.places import page_of
from exercises.visit import Visit

LESSON = named("kupyansk")
ITEMS = items_of(LESSON)
FREE = {
    "first-meaning": "options",
    "first-people": "cards",
    "first-tiles": "tiles",
    "close-cost": "statements",
    "form-a": "statements",
}
KEPT = {
    "first-recall-ask": "options",
    "verb-hunt": "options",
    "sure-machine-flags": "cards",
    "check-rate-sample": "statements",
}
IN_A_PROCESS = """
import json, sys
from pathlib import Path
from exercises.kinds import KINDS
from exercises.kinds.items import load_items
from exercises.kinds.order import page_for
from exercises.lesson.load import load_lesson
lesson = load_lesson(Path(sys.argv[1]))
items = load_items(lesson)
print(json.dumps({name: page_for(sys.argv[2], items[name], lesson, KINDS[items[name].kind]) for name in sys.argv[3:]}))
"""

each_free = pytest.mark.parametrize(("name", "shown"), FREE.items())


def screen(name, code):
    return page_for(code, ITEMS[name], LESSON, KINDS[ITEMS[name].kind])


def order(name, shown, code):
    return [one["id"] for one in screen(name, code)[shown]]


def on_paper(name, shown):
    return [one["id"] for one in page_of(ITEMS[name], LESSON)[shown]]


def codes(count):
    return [make_code() for _ in range(count)]


@each_free
def test_each_student_has_an_order_of_their_own_of_the_same_things(name, shown):
    orders = {tuple(order(name, shown, code)) for code in codes(12)}
    assert len(orders) > 4
    assert all(sorted(one) == sorted(on_paper(name, shown)) for one in orders)


@each_free
def test_the_rest_of_the_page_is_the_same_for_all(name, shown):
    one, other = (screen(name, code) for code in codes(2))
    assert one | {shown: None} == other | {shown: None}


def test_the_order_is_the_same_in_every_process():
    [code] = codes(1)
    call = [sys.executable, "-c", IN_A_PROCESS, str(LESSON.folder), code, *FREE]
    done = subprocess.run(call, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == json.loads(json.dumps({name: screen(name, code) for name in FREE}))


@each_free
def test_a_screen_that_is_nobodys_own_shows_the_order_of_the_paper(name, shown):
    assert order(name, shown, "") == on_paper(name, shown)


@pytest.mark.parametrize(("name", "shown"), KEPT.items())
def test_an_order_that_means_something_stays_on_every_screen(name, shown):
    assert [order(name, shown, code) for code in codes(5)] == [on_paper(name, shown)] * 5


def test_our_option_stands_at_each_place_about_equally_often():
    [ours] = KINDS["choose"].reveal(ITEMS["first-meaning"], LESSON)["chosen"]
    places = Counter(order("first-meaning", "options", f"code-{number}").index(ours) for number in range(400))
    # A place has 100 of 400 on average; 60 and 140 lie more than four standard deviations off.
    assert set(places) == {0, 1, 2, 3}
    assert all(60 < times < 140 for times in places.values())


def test_exercises_of_one_student_are_not_all_mixed_alike():
    three = [item for item in ITEMS.values() if item.kind == "choose" and len(item.options) == 3 and not item.in_order]
    moves = {tuple(map(on_paper(item.id, "options").index, order(item.id, "options", "code"))) for item in three}
    assert len(moves) == 6


def test_what_a_visit_draws_stays_after_a_reload_and_changes_with_the_student(tmp_path):
    store = Store(tmp_path)

    def drawn():
        visit = Visit(LESSON, ITEMS, store, "01_first_read")
        return [Line(visit, visit.exercise(name)).page["body"][shown] for name, shown in FREE.items()]

    first = drawn()
    assert drawn() == first
    store.new_code()
    assert drawn() != first


def test_who_begins_on_an_open_page_gets_an_order_of_their_own(tmp_path):
    store = Store(tmp_path)
    visit = Visit(LESSON, ITEMS, store, "01_first_read")
    line = Line(visit, visit.exercise("first-people"))
    orders = [line.page["body"]["cards"]]
    for _ in range(3):
        visit.begin(store.new_code())
        orders.append(line.page["body"]["cards"])
    assert all(one != other for one, other in pairwise(orders))


@pytest.mark.parametrize("name", FREE)
def test_answer_result_and_edition_do_not_know_the_order(name, tmp_path):
    store, stored, results = Store(tmp_path), [], []
    for _ in range(3):
        store.new_code()
        visit = Visit(LESSON, ITEMS, store, "01_first_read")
        line = Line(visit, visit.exercise(name))
        line("check", full_answer(ITEMS[name], LESSON), 3)
        [attempt] = attempts_in(store, LESSON.id, name)
        stored.append((attempt.answer, attempt.digest))
        results.append(line.state["result"])
    assert stored == [stored[0]] * 3
    assert results == [results[0]] * 3


def test_the_letters_of_the_guide_are_those_of_the_worksheet():
    for item in ITEMS.values():
        if item.kind == "choose":
            [part] = KINDS["choose"].paper.key(item, LESSON)
            texts = [option["text"] for option in page_of(item, LESSON)["options"]]
            assert [line.subject for line in part.lines] == [
                f"{letter}  {text}" for letter, text in zip("ABCDEFGHIJKL", texts, strict=False)
            ]
