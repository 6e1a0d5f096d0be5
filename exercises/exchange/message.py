"""What a page may send about one exercise, and how it is read: nothing about a message is trusted."""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from exercises.answers.reading import LATEST
from exercises.answers.wellformed import DEEPEST, has_odd_number, is_deep, mended
from exercises.words import words

LARGEST_MESSAGE = 200_000  # characters of JSON; the longest honest answer (a full desk) stays far below

Reply = dict[str, Any]


class Message(BaseModel):
    """One numbered message of the page.

    Attributes
    ----------
    kind : str
        What the page asks for.
    tab : str
        Random name of the open page; sequence numbers count per tab.
    seq : int
        Number of the message in its tab, from 1 upwards.
    answer : dict or None
        The whole answer as the page holds it.
    confidence : int or None
        How sure the student is, 1 (guessing) to 4 (very sure).
    what : str or None
        Which file to make, by the name that the state offers; which answer that was put aside to throw away; or which
        text it is of which the answer holds a piece.
    code : str or None
        The student's code, as the page showed it when this was done.
    base : str or None
        Version of the answer that the page showed then; None if there was none.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    kind: Literal[
        "draft",
        "check",
        "seal",
        "open",
        "show",
        "pass",
        "again",
        "mine",
        "aside",
        "let_go",
        "take",
        "tell",
        "read",
        "ping",
    ]
    tab: str = Field(min_length=8, max_length=40)
    seq: int = Field(ge=1, le=LATEST)
    answer: dict[str, Any] | None = None
    confidence: int | None = Field(default=None, ge=1, le=4)
    what: str | None = Field(default=None, max_length=80)
    code: str | None = Field(default=None, max_length=60)
    base: str | None = Field(default=None, max_length=40)


class Refusal(Exception):  # noqa: N818 - a refusal is an answer to the student, not a fault
    """The message asks for something that cannot be done; its text is one sentence for the student."""


def read_message(content: object) -> Message:
    """Read a message, or raise a refusal that says why it cannot be read."""
    try:
        size = len(json.dumps(content))
    except (TypeError, ValueError, RecursionError) as error:
        raise Refusal(words("exchange")["shape"]) from error
    if size > LARGEST_MESSAGE:
        raise Refusal(words("exchange")["size"])
    # The message is one level around the answer; deeper ones could not be kept.
    if is_deep(content, DEEPEST + 1) or has_odd_number(content):
        raise Refusal(words("exchange")["shape"])
    try:
        return Message.model_validate(mended(content))
    except ValidationError as error:
        raise Refusal(words("exchange")["shape"]) from error


def refused(content: object, sentence: str) -> Reply | None:
    """Reply to a message that makes no sense, if it at least says where it comes from."""
    if not isinstance(content, dict):
        return None
    tab, seq = content.get("tab"), content.get("seq")
    if not isinstance(tab, str) or not isinstance(seq, int) or len(tab) > 40:
        return None
    return {"kind": "refused", "tab": tab, "seq": seq, "words": sentence}


def of_a_stranger(content: object) -> Reply:
    """Reply to a message under a code for which its page was never drawn."""
    sentence = words("exchange")["stranger"]
    return refused(content, sentence) or {"kind": "trouble", "words": sentence}
