"""The canary for kinds and seals before any lesson uses them: every reason of the practice lesson says CANARY."""

from __future__ import annotations

import json

import pytest
from canary import given_away
from kinds_lesson import PLACES

from exercises.jupyter.bar import BarWidget
from exercises.jupyter.session import Session

ANSWERS = {
    "bet": {"chosen": ["opens"]},
    "first-item": {"text": "The mayor said that the bridge may open.", "rated": {}, "why": ""},
    "support": {"ratings": {"ferry": 2, "bakery": 3}, "sure": {"ferry": 1, "bakery": 4}, "order": ["bakery", "ferry"]},
    "said-lab": {"ratings": {"ferry": 2, "bus": 3}},
    "claim-lab": {"ratings": {"ferry": 2, "bus": 3}},
    "second-item": {"text": "The mayor said so.", "rated": {}, "why": ""},
}


@pytest.fixture
def session(kernel):
    return Session(kernel.lesson, kernel.items, kernel.store, "one")


def sent_by(widget) -> str:
    state = {name: value for name, value in widget.get_state().items() if name not in ("_esm", "_css")}
    return json.dumps(state, ensure_ascii=False, default=str)


def send(widget, kind: str, seq: int, answer: dict) -> dict:
    replies = []
    widget.send = replies.append
    message = {"kind": kind, "tab": "tab-for-tests", "seq": seq, "answer": answer, "confidence": 3}
    widget._receive(widget, message, [])
    return replies[-1]


@pytest.mark.parametrize("name", PLACES)
def test_no_reason_is_in_the_page_before_the_commit(session, name):
    widget = session.show(name)
    assert send(widget, "draft", 1, ANSWERS[name])["kind"] == "saved"
    assert "CANARY" not in sent_by(widget)
    assert given_away(session._items[name], session.lesson, widget.page, widget.state) == []
    assert "admit*" not in sent_by(widget)


@pytest.mark.parametrize("name", PLACES)
def test_the_reasons_are_there_after_the_commit(session, name):
    if name == "bet":
        send(session.show(name), "seal", 1, ANSWERS[name])
        reply = send(session.open_seal(name), "open", 1, ANSWERS[name])
    else:
        reply = send(session.show(name), "check", 1, ANSWERS[name])
    assert "CANARY" in json.dumps(reply)


def test_no_reason_of_a_sealed_answer_is_anywhere_before_it_is_opened(session):
    above, below = session.show("bet"), session.open_seal("bet")
    reply = send(above, "seal", 1, ANSWERS["bet"])
    bar = BarWidget(session.lesson, list(session._items.values()), session._items, session.store, "one", lambda: None)
    assert "CANARY" not in sent_by(above) + sent_by(below) + sent_by(bar) + json.dumps(reply)
    assert next(one for one in bar.page["exercises"] if one["id"] == "bet")["phase"] == "sealed"
