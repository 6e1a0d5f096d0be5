"""An opened work file may say what never happens in an exercise; what the page gets can be shown, and goes on."""

from dataclasses import asdict, replace

import pytest
from keeping import attempts_in, draft_in, keep, work_in

from exercises.answers.tables import ATTEMPTS
from exercises.bar.bar import Bar
from exercises.report.telling import tell

CHOICE = {"chosen": ["opens"]}
SUPPORT = {"ratings": {"ferry": 4, "bakery": 1}, "sure": {"ferry": 4, "bakery": 2}}


def send(talk, kind, answer=None, seq=1):
    return talk.receive({"kind": kind, "tab": "tab-of-odd-work", "seq": seq, "answer": answer, "confidence": 3})


def in_phase(kernel, name, kind, answer, phase):
    """Let an exercise stand in a phase, as an opened file may say it."""
    talk = kernel.exchange(name)
    send(talk, kind, answer)
    keep(kernel.store, replace(draft_in(kernel.store, kernel.lesson.id, name), phase=phase, version="c" * 16))
    return talk


@pytest.mark.parametrize(
    ("name", "kind", "answer", "phase"),
    [("support", "check", SUPPORT, "half"), ("bet", "draft", CHOICE, "half"), ("support", "draft", SUPPORT, "sealed")],
)
def test_a_phase_that_an_exercise_cannot_have_is_shown_as_open_and_goes_on(kernel, name, kind, answer, phase):
    talk = in_phase(kernel, name, kind, answer, phase)
    state = talk.state()
    assert (state["phase"], state["result"], state["answer"]) == ("open", None, answer)
    commit = "seal" if kernel.items[name].seal else "check"
    assert send(talk, commit, answer, seq=2)["kind"] == "result"


def test_bar_and_report_tell_such_an_exercise_as_open_too(kernel):
    in_phase(kernel, "support", "draft", SUPPORT, "half")
    work, item = work_in(kernel.store), kernel.items["support"]
    bar = Bar(kernel.lesson, kernel.items.of("one"), kernel.items, "one")
    assert {one["id"]: one["phase"] for one in bar.page(work)["exercises"]}["support"] == "open"
    draft = work.draft(kernel.lesson.id, "support")
    assert tell(item, draft, (), kernel.lesson).state == "begun"


@pytest.mark.parametrize(("name", "phase"), [("first-item", "half"), ("bet", "sealed")])
def test_a_phase_that_an_exercise_can_have_stays(kernel, name, phase):
    answer = CHOICE if name == "bet" else {"text": "The mayor of Dovhe said the bridge may stay closed."}
    talk = in_phase(kernel, name, "draft", answer, phase)
    assert talk.state()["phase"] == phase


@pytest.mark.parametrize("result", [{"summary": "x"}, {"points": 1}, {"points": "1", "remarks": 5}])
def test_a_stored_result_that_no_check_gives_is_not_shown(kernel, result):
    talk = kernel.exchange("support")
    whole = send(talk, "check", SUPPORT)["state"]["result"]
    kernel.store.run(lambda connection: connection.execute(ATTEMPTS.update().values(result=result)), write=True)
    assert talk.state()["phase"] == "checked"
    assert talk.state()["result"] is None
    (attempt,) = attempts_in(kernel.store, kernel.lesson.id)
    assert asdict(attempt)["result"] == result
    assert send(talk, "again", SUPPORT, seq=2)["kind"] == "saved"
    assert send(talk, "check", SUPPORT, seq=3)["state"]["result"] == whole


@pytest.mark.parametrize("answer", [{"chosen": 10**400}, {"chosen": -(10**400)}])
def test_a_message_with_a_giant_number_is_refused(kernel, answer):
    assert send(kernel.exchange("bet"), "draft", answer)["kind"] == "refused"


@pytest.mark.parametrize("depth", [58, 200, 900, 5000])
def test_a_message_that_is_nested_too_deeply_is_refused(kernel, depth):
    answer = {}
    for _ in range(depth - 1):
        answer = {"a": answer}
    assert send(kernel.exchange("bet"), "draft", answer)["kind"] == "refused"
