"""The decisions behind one exercise on the page: what to keep, what to score, what to answer; no browser needed."""

from __future__ import annotations

import json
import threading
import uuid
from collections import OrderedDict
from dataclasses import asdict
from typing import Any

from pydantic import ValidationError

from exercises.answers.store import Draft, Phase, Store, StoreTrouble
from exercises.exchange import seal
from exercises.exchange.message import LARGEST_MESSAGE, Message, Refusal, Reply, read_message, refused
from exercises.exchange.record import WITH_RESULT, Record
from exercises.exchange.two_parts import first_part, goes_on
from exercises.kinds import KINDS
from exercises.kinds.base import Answer, Earlier, Item, Result
from exercises.kinds.offers import offers, take
from exercises.lesson.load import Lesson
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
    earlier : Item, optional
        The earlier exercise whose answer this one takes up.
    opening : bool
        Whether this is the place where a sealed answer is opened, and not the exercise itself.
    """

    def __init__(
        self,
        lesson: Lesson,
        item: Item,
        store: Store,
        notebook: str,
        *,
        earlier: Item | None = None,
        opening: bool = False,
    ) -> None:
        self.lesson = lesson
        self.item = item
        self.store = store
        self.notebook = notebook
        self.kind = KINDS[item.kind]
        self.opening = opening
        self._earlier_item = earlier
        self._code = store.code
        self._last: OrderedDict[str, tuple[int, Reply]] = OrderedDict()
        # After a reconnect Jupyter may deliver messages in another thread.
        self._lock = threading.Lock()

    @property
    def _record(self) -> Record:
        return Record(self.lesson, self.item, self.store)

    def _earlier(self) -> Earlier | None:
        return Record(self.lesson, self._earlier_item, self.store).earlier() if self._earlier_item else None

    def page(self) -> dict[str, Any]:
        """Give all that the page may know before the commit; never the key."""
        self._code = self.store.code
        shown = ("id", "kind", "title", "instruction", "label", "role", "confidence", "seal")
        common: dict[str, Any] = {name: getattr(self.item, name) for name in shown}
        return common | {
            "hints": list(self.item.hints),
            "lesson": self.lesson.id,
            "notebook": self.notebook,
            "code": self._code,
            "digest": self.lesson.digest,
            "opening": self.opening,
            "body": self.kind.page(self.item, self.lesson),
        }

    def state(self) -> dict[str, Any]:
        """Give what is stored of this exercise: answer, confidence, phase, and the result once there is one."""
        draft, attempts = self._record.draft(), self._record.attempts()
        state: dict[str, Any] = {
            "answer": None,
            "confidence": None,
            "phase": "open",
            "result": None,
            "key": None,
            "attempts": len(attempts),
            "saved_at": None,
            "sealed_at": next((a.made_at for a in reversed(attempts) if a.what == "seal"), None),
            "older": False,
            "take": [],
            "earlier": self._earlier_page(),
        }
        if draft is None:
            return state
        state |= {"answer": draft.answer, "confidence": draft.confidence, "saved_at": draft.saved_at}
        state |= {"phase": draft.phase, "older": self._record.is_older(draft)}
        if draft.phase in WITH_RESULT:
            state["result"] = self._record.result(draft, attempts, self._scored)
        if draft.phase == "shown" and not state["older"]:
            state["key"] = self.kind.reveal(self.item, self.lesson)
        checked = self._record.checked(self._code, draft, attempts)
        return state | {"take": offers(checked) if checked else []}

    def _earlier_page(self) -> dict[str, Any] | None:
        """Give what the page may show of the earlier answer; None if there is none."""
        page = self.kind.recall and self.kind.recall.page
        earlier = self._earlier() if page else None
        return page(self.item, earlier) if page and earlier else None

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
        draft = self._record.draft()
        on = goes_on(self.kind, message.answer, draft)
        seal.respect(self.item, message, draft, older=self._record.is_older(draft), opening=self.opening, goes_on=on)
        if message.kind == "draft":
            self._keep(message, draft, "half" if on else "open")
            return {"kind": "saved"}
        if message.kind == "again":
            self._keep(message, draft, "open")
            return {"kind": "saved", "state": self.state()}
        if message.kind == "check":
            self._demand_confidence(message)
            self._commit(message, message.answer, message.confidence, draft)
        elif message.kind == "seal":
            self._seal(message)
        elif message.kind == "open":
            self._open(message, draft)
        elif message.kind == "pass":
            self._record.add(self._attempt(message), "pass", message.answer or {}, message.confidence)
            self._keep(message, draft, "passed")
        else:
            self._show(message, draft)
        return {"kind": "result", "state": self.state()}

    def _take(self, message: Message) -> Reply:
        """Make a file of the checked answer; nothing is stored."""
        self._refuse_other_student()
        draft = self._record.draft()
        if self._record.is_older(draft):
            raise Refusal(words("exchange")["take_older"])
        checked = self._record.checked(self._code, draft, self._record.attempts())
        if checked is None:
            raise Refusal(words("exchange")["take_first"])
        try:
            reply = {"kind": "file", **asdict(take(checked, message.what or ""))}
        except KeyError:
            raise Refusal(words("exchange")["take_unknown"]) from None
        if len(json.dumps(reply)) > LARGEST_FILE:
            raise Refusal(words("exchange")["take_large"])
        return reply

    def _commit(self, message: Message, given: dict[str, Any] | None, sure: int | None, draft: Draft | None) -> None:
        """Score an answer and keep it; where there are two parts, the first time only the first of them."""
        answer = self._read(given)
        phase: Phase = "checked"
        first = first_part(self.kind, answer)
        if self.kind.first_part and (answer == first or not goes_on(self.kind, given, draft)):
            answer, given, phase = first, first.model_dump(mode="json"), "half"
        result = self._score(answer)
        self._record.add(self._attempt(message), "check", given or {}, sure, result.model_dump(mode="json"))
        self._record.keep(given or {}, sure, phase)

    def _seal(self, message: Message) -> None:
        """Lock the answer. It is scored only to see that it can be opened later; nobody learns the result."""
        self._demand_confidence(message)
        answer = self._read(message.answer)
        self._score(first_part(self.kind, answer))
        self._record.add(self._attempt(message), "seal", message.answer or {}, message.confidence)
        self._record.keep(message.answer or {}, message.confidence, "sealed")

    def _open(self, message: Message, draft: Draft | None) -> None:
        if draft is not None and draft.phase == "sealed":
            self._commit(message, draft.answer, draft.confidence, draft)

    def _show(self, message: Message, draft: Draft | None) -> None:
        if not self._record.attempts():
            raise Refusal(words("exchange")["show"])
        if self.item.seal and draft is not None:
            self._record.keep(draft.answer, draft.confidence, "shown")
        else:
            self._keep(message, draft, "shown")

    def _demand_confidence(self, message: Message) -> None:
        if self.item.confidence and message.confidence is None:
            raise Refusal(words("exchange")["confidence"])

    def _read(self, given: dict[str, Any] | None) -> Answer:
        try:
            return self.kind.answer.model_validate(given)
        except ValidationError as error:
            too_long = any(fault["type"] == "string_too_long" for fault in error.errors())
            raise Refusal(words("exchange")["size" if too_long else "shape"]) from error

    def _score(self, answer: Answer) -> Result:
        try:
            return self._scored(answer)
        except ValueError as error:
            raise Refusal(str(error)) from error

    def _scored(self, answer: Answer) -> Result:
        result = self.kind.score(self.item, answer, self.lesson)
        recall = self.kind.recall
        if recall and recall.result and self._earlier_item:
            return recall.result(self.item, answer, self._earlier(), result)
        return result

    def _keep(self, message: Message, draft: Draft | None, phase: Phase) -> None:
        """Store the answer as it stands; without one in the message, the stored answer stays."""
        if message.answer is not None:
            self._read(message.answer)
            self._record.keep(message.answer, message.confidence, phase)
        elif draft is not None:
            self._record.keep(draft.answer, draft.confidence, phase)
        elif message.kind == "pass":
            self._record.keep({}, None, phase)
        else:
            raise Refusal(words("exchange")["shape"])

    def _attempt(self, message: Message) -> str:
        # The same message sent again, after a disk that failed half way, is the same attempt.
        name = f"{self._code}/{self.item.id}/{message.kind}/{message.tab}/{message.seq}"
        return str(uuid.uuid5(uuid.NAMESPACE_OID, name))
