"""The decisions behind one exercise on the page: what to keep, what to score, what to answer; no browser needed."""

from __future__ import annotations

import json
import threading
import uuid
from collections import OrderedDict
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any, Literal

from pydantic import ValidationError

from exercises.formats import offers, take
from exercises.formats.checked import Checked
from exercises.kinds import KINDS
from exercises.kinds.base import Answer, Item
from exercises.lesson import Lesson
from exercises.message import LARGEST_MESSAGE, Message, Refusal, Reply, read_message, refused
from exercises.store import Attempt, Draft, Store, StoreTrouble
from exercises.words import words

LARGEST_FILE = 5_000_000  # characters; a far larger message would end the session without a word
MOST_TABS = 50

__all__ = ["LARGEST_MESSAGE", "Exchange"]


class Exchange:
    """Talks with the pages that show one exercise.

    Parameters
    ----------
    lesson : Lesson
        The lesson that the exercise belongs to.
    item : Item
        The exercise.
    store : Store
        Where answers are kept.
    notebook : str
        Name of the notebook that shows it.
    """

    def __init__(self, lesson: Lesson, item: Item, store: Store, notebook: str) -> None:
        self.lesson = lesson
        self.item = item
        self.store = store
        self.notebook = notebook
        self.kind = KINDS[item.kind]
        self._code = store.code
        self._last: OrderedDict[str, tuple[int, Reply]] = OrderedDict()
        # After a reconnect Jupyter may deliver messages in another thread.
        self._lock = threading.Lock()

    def page(self) -> dict[str, Any]:
        """Give all that the page may know before the commit; never the key."""
        self._code = self.store.code
        shown = ("id", "kind", "title", "instruction", "label", "role", "confidence")
        common: dict[str, Any] = {name: getattr(self.item, name) for name in shown}
        return common | {
            "hints": list(self.item.hints),
            "lesson": self.lesson.id,
            "notebook": self.notebook,
            "code": self._code,
            "digest": self.lesson.digest,
            "body": self.kind.page(self.item, self.lesson),
        }

    def state(self) -> dict[str, Any]:
        """Give what is stored of this exercise: answer, confidence, phase, and the result once there is one."""
        draft = self.store.draft(self.lesson.id, self.item.id)
        attempts = self.store.attempts(self.lesson.id, self.item.id)
        state: dict[str, Any] = {
            "answer": None,
            "confidence": None,
            "phase": "open",
            "result": None,
            "key": None,
            "attempts": len(attempts),
            "saved_at": None,
            "older": False,
            "take": [],
        }
        if draft is None:
            return state
        state |= {"answer": draft.answer, "confidence": draft.confidence, "saved_at": draft.saved_at}
        state |= {"phase": draft.phase, "older": draft.digest != self.lesson.digest}
        if draft.phase in ("checked", "shown"):
            state["result"] = self._result(draft, attempts)
        if draft.phase == "shown" and not state["older"]:
            state["key"] = self.kind.reveal(self.item, self.lesson)
        checked = self._checked(draft, attempts)
        return state | {"take": offers(checked) if checked else []}

    def _result(self, draft: Draft, attempts: list[Attempt]) -> dict[str, Any] | None:
        """Give the result of the answer as it stands; before *Show me* it may have been changed since its Check."""
        last = next((attempt for attempt in reversed(attempts) if attempt.result), None)
        if last is None or last.answer == draft.answer or draft.digest != self.lesson.digest:
            return last.result if last else None
        try:
            answer = self.kind.answer.model_validate(draft.answer)
            return self.kind.score(self.item, answer, self.lesson).model_dump(mode="json")
        except ValueError:  # Something is missing in it: our own answer is shown alone.
            return None

    def receive(self, content: object) -> Reply | None:
        """Take one message of the page and say what to reply.

        Parameters
        ----------
        content : object
            Whatever came; nothing about it is trusted.

        Returns
        -------
        dict or None
            The reply, or None when the message does not even name its tab.
        """
        try:
            message = read_message(content)
        except Refusal as refusal:
            return refused(content, str(refusal))
        with self._lock:
            return self._answer(message)

    def _answer(self, message: Message) -> Reply:
        """Do what the message asks, once, however often it is sent."""
        address = {"tab": message.tab, "seq": message.seq}
        if message.kind == "ping":
            return {"kind": "pong", **address}
        last, reply = self._last.get(message.tab, (0, {}))
        if message.seq == last:
            return reply
        if message.seq < last:
            return {"kind": "refused", **address, "words": words("exchange")["old"]}
        try:
            done = self._take(message) if message.kind == "take" else self._do(message)
        except Refusal as refusal:
            done = {"kind": "refused", "words": str(refusal)}
        except StoreTrouble as trouble:
            # Not remembered: the page sends it again until the disk is back.
            return {"kind": "trouble", **address, "words": str(trouble)}
        if message.kind != "take":  # A file changes nothing, so it may be made again; remembered, it would only weigh.
            self._remember(message, done | address)
        return done | address

    def _remember(self, message: Message, reply: Reply) -> None:
        self._last[message.tab] = (message.seq, reply)
        self._last.move_to_end(message.tab)
        while len(self._last) > MOST_TABS:
            self._last.popitem(last=False)

    def _refuse_other_student(self) -> None:
        if self.store.code != self._code:
            # In another notebook somebody else has begun; nothing may be kept under the wrong code.
            raise Refusal(words("exchange")["student"])

    def _do(self, message: Message) -> Reply:
        self._refuse_other_student()
        if message.kind == "draft":
            self._keep(message, "open")
            return {"kind": "saved"}
        if message.kind == "again":
            self._keep(message, "open")
            return {"kind": "saved", "state": self.state()}
        if message.kind == "check":
            self._check(message)
        elif message.kind == "pass":
            self._attempt(message, None)
            self._keep(message, "passed")
        else:
            self._show(message)
        return {"kind": "result", "state": self.state()}

    def _take(self, message: Message) -> Reply:
        """Make a file of the checked answer; nothing is stored."""
        self._refuse_other_student()
        draft = self.store.draft(self.lesson.id, self.item.id)
        if draft is not None and draft.digest != self.lesson.digest:
            raise Refusal(words("exchange")["take_older"])
        checked = self._checked(draft, self.store.attempts(self.lesson.id, self.item.id))
        if checked is None:
            raise Refusal(words("exchange")["take_first"])
        try:
            reply = {"kind": "file", **asdict(take(checked, message.what or ""))}
        except KeyError:
            raise Refusal(words("exchange")["take_unknown"]) from None
        if len(json.dumps(reply)) > LARGEST_FILE:
            raise Refusal(words("exchange")["take_large"])
        return reply

    def _checked(self, draft: Draft | None, attempts: list[Attempt]) -> Checked | None:
        """Give the answer that was checked last; None if it is open or passed, or belongs to another edition."""
        last = attempts[-1] if attempts else None
        if draft is None or last is None or last.what != "check" or draft.phase not in ("checked", "shown"):
            return None
        if last.answer != draft.answer:
            return None
        if {draft.digest, last.digest} != {self.lesson.digest}:
            return None
        try:
            answer = self.kind.answer.model_validate(last.answer)
            self.kind.score(self.item, answer, self.lesson)
        except ValueError:  # An opened work file may hold an answer that no Check ever let through.
            return None
        return Checked(self.item, answer, self.lesson, self._code, last.made_at, draft.phase == "shown")

    def _check(self, message: Message) -> None:
        if self.item.confidence and message.confidence is None:
            raise Refusal(words("exchange")["confidence"])
        answer = self._read_answer(message)
        try:
            result = self.kind.score(self.item, answer, self.lesson)
        except ValueError as error:
            raise Refusal(str(error)) from error
        self._attempt(message, result.model_dump(mode="json"))
        self._keep(message, "checked")

    def _show(self, message: Message) -> None:
        if not self.store.attempts(self.lesson.id, self.item.id):
            raise Refusal(words("exchange")["show"])
        self._keep(message, "shown")

    def _read_answer(self, message: Message) -> Answer:
        try:
            return self.kind.answer.model_validate(message.answer)
        except ValidationError as error:
            raise Refusal(words("exchange")["shape"]) from error

    def _keep(self, message: Message, phase: Literal["open", "checked", "shown", "passed"]) -> None:
        """Store the answer as it stands; without one in the message, the stored answer stays."""
        earlier = self.store.draft(self.lesson.id, self.item.id)
        if message.answer is not None:
            self._read_answer(message)
            answer, confidence = message.answer, message.confidence
        elif earlier is not None:
            answer, confidence = earlier.answer, earlier.confidence
        elif message.kind == "pass":
            answer, confidence = None, None
        else:
            raise Refusal(words("exchange")["shape"])
        self.store.keep_draft(
            Draft(
                lesson=self.lesson.id,
                exercise=self.item.id,
                digest=self.lesson.digest,
                answer=answer or {},
                confidence=confidence,
                phase=phase,
                saved_at=_now(),
            )
        )

    def _attempt(self, message: Message, result: dict[str, Any] | None) -> None:
        self.store.add_attempt(
            Attempt(
                # The same message sent again, after a disk that failed half way, is the same attempt.
                id=str(uuid.uuid5(uuid.NAMESPACE_OID, f"{self._code}/{message.tab}/{message.seq}")),
                lesson=self.lesson.id,
                exercise=self.item.id,
                digest=self.lesson.digest,
                what="check" if message.kind == "check" else "pass",
                answer=message.answer or {},
                confidence=message.confidence,
                result=result,
                made_at=_now(),
            )
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
