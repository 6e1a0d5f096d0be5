"""What a page asks is answered once, in words, whatever happens."""

from __future__ import annotations

import pytest

from exercises.answers.exports import ExportRefused
from exercises.answers.store import StoreTrouble
from exercises.exchange.face import NOTHING, Changed, answered
from exercises.exchange.message import Refusal

BROKEN = "It broke ({error})."


def ask(do):
    replies = []
    return answered(do, BROKEN, replies.append), replies


def failing(error):
    def do():
        raise error

    return do


def test_what_was_done_is_sent_and_its_change_is_given():
    changed = Changed(code="amber-heron-42")
    assert ask(lambda: ({"kind": "done"}, changed)) == (changed, [{"kind": "done"}])


@pytest.mark.parametrize("error", [Refusal, ExportRefused, StoreTrouble])
def test_a_refusal_is_said_as_it_is_and_changes_nothing(error):
    assert ask(failing(error("Too long."))) == (NOTHING, [{"kind": "trouble", "words": "Too long."}])


def test_a_fault_of_our_own_is_said_without_its_detail():
    assert ask(failing(ZeroDivisionError("a secret"))) == (
        NOTHING,
        [{"kind": "trouble", "words": "It broke (ZeroDivisionError)."}],
    )
