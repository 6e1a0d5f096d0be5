"""However many earlier versions an opened file brought, a page gets a few of them, and none is out of reach."""

import json

import pytest
from talk import Line

from exercises.answers.rows import put_aside
from exercises.answers.work import Aside
from exercises.exchange.earlier import LONGEST, MOST
from exercises.visit import Visit


@pytest.fixture
def line(kernel):
    visit = Visit(kernel.lesson, kernel.items, kernel.store, "one")
    return Line(visit, visit.exercise("first-item"))


def put(kernel, line, texts):
    place = (kernel.lesson.id, "first-item", "e.1")

    def do(connection):
        for number, text in enumerate(texts):
            answer = {"text": text, "rated": {}, "why": ""}
            one = Aside(f"{number:08x}", *place, answer, None, "2026-01-01T10:00:00+00:00", "file")
            put_aside(connection, line.page["code"], one)

    kernel.store.run(do, write=True)
    line("draft", {"text": "What stands.", "rated": {}, "why": ""})


def shown(line):
    return [one["answer"]["text"] for one in line.state["aside"]]


def test_of_many_versions_a_page_shows_the_newest_and_says_how_many_there_are(kernel, line):
    put(kernel, line, [f"version {number}" for number in range(MOST + 30)])
    assert shown(line) == [f"version {number}" for number in range(MOST + 29, 29, -1)]
    assert line.state["more_aside"] == 30


def test_who_throws_one_away_sees_an_older_one(kernel, line):
    put(kernel, line, [f"version {number}" for number in range(MOST + 1)])
    line.seq += 1
    newest = line.state["aside"][0]["id"]
    message = {"kind": "let_go", "tab": f"tab-{id(line)}", "seq": line.seq, "what": newest}
    line.send(message | {"code": line.page["code"], "base": line.state["version"]})
    assert (shown(line)[-1], line.state["more_aside"]) == ("version 0", 0)


def test_a_few_very_long_ones_do_not_go_to_the_page_with_every_letter(kernel, line):
    put(kernel, line, [f"{number} " + "word " * 20_000 for number in range(20)])
    assert 1 <= len(shown(line)) < 3
    assert len(shown(line)) + line.state["more_aside"] == 20
    assert len(json.dumps(line.state)) < 3 * LONGEST


def test_one_that_is_longer_than_all_may_be_is_shown_all_the_same(kernel, line):
    put(kernel, line, ["word " * LONGEST])
    assert (len(shown(line)), line.state["more_aside"]) == (1, 0)
