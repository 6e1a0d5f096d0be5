"""Whether a message still speaks of the answer that stands; one that does not changes nothing and is not lost.

A page that was open while the answer changed elsewhere does not know that answer. So each message names the version
that it changes, and changes it only if that one still stands (optimistic concurrency; Kung and Robinson, 1981).
"""

from __future__ import annotations

from typing import Any

from exercises.answers.receipts import Seen
from exercises.answers.wellformed import is_blank
from exercises.answers.work import Aside, Draft, Why, moment, new_version
from exercises.exchange.message import Message
from exercises.exchange.record import WITH_RESULT, Record

BESIDE = ("aside", "let_go")
"""What changes no answer that stands, whenever it comes."""
NEVER_LATE = ("open", *BESIDE)
"""What harms no answer, whatever has changed meanwhile: a seal can only be opened."""


def is_late(message: Message, record: Record, seen: Seen, *, goes_on: bool) -> bool:
    """Say whether a message rests on an answer that does not stand any more.

    Parameters
    ----------
    message : Message
        What the page asks for.
    record : Record
        What is stored.
    seen : Seen
        What came from this page before.
    goes_on : bool
        Whether it only carries on with the second part of the answer that stands.
    """
    draft = record.draft
    if draft is None or message.kind in NEVER_LATE:
        return False
    if message.base == draft.version or draft.version in seen.done.values():
        # A draft never undoes a commit, whoever sends it: that is for *Try again*. A seal speaks for itself.
        return message.kind == "draft" and draft.phase != "open" and not goes_on and not record.item.seal
    return not (_is_same(message, draft) and (draft.phase == "open" or goes_on) and message.kind != "mine")


def left_over(message: Message, record: Record) -> Aside | None:
    """Give what a late message brings to be put aside; None if it brings nothing that is not here already."""
    draft = record.draft
    if message.answer is None or (draft is not None and _is_same(message, draft)):
        return None
    return aside_of(record, message.answer, message.confidence, "window")


def aside_of(
    record: Record, answer: dict[str, Any], confidence: int | None, why: Why, name: str | None = None
) -> Aside | None:
    """Give an answer as one that is put aside, under the version that it had; None if one like it lies there."""
    if is_blank(answer) or any((one.answer, one.confidence) == (answer, confidence) for one in record.aside):
        return None
    place = (record.lesson.id, record.item.id, record.edition)
    return Aside(name or new_version(answer, confidence), *place, answer, confidence, moment(), why)


def may_keep(record: Record, *, goes_on: bool) -> bool:
    """Say whether another answer may take the place of the one that stands: of what was sealed only the second part."""
    if not record.item.seal or record.phase in ("open", "passed"):
        return True
    return goes_on and record.phase in WITH_RESULT


def _is_same(message: Message, draft: Draft) -> bool:
    return (message.answer, message.confidence) == (draft.answer, draft.confidence)
