"""The face of one exercise: its page, its state, and what it replies to the messages of the page."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from exercises.answers.receipts import Seen, Sender
from exercises.answers.student import Student
from exercises.answers.work import Aside, Work
from exercises.exchange.delivery import deliver
from exercises.exchange.earlier import shown_of
from exercises.exchange.face import NOTHING, Changed, Send
from exercises.exchange.message import Message, Refusal, Reply, read_message, refused
from exercises.exchange.reading import Reading
from exercises.exchange.record import WITH_RESULT, Record, record_of
from exercises.exchange.rules import Kept, follow
from exercises.exchange.two_parts import goes_on
from exercises.exchange.versions import may_keep
from exercises.exchange.ways import titles_of, way_of
from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.kinds.doses import in_doses
from exercises.kinds.offers import offers, take
from exercises.kinds.order import page_for
from exercises.lesson.load import Lesson
from exercises.page.limits import LARGEST_FILE
from exercises.words import words

RESULTS = ("check", "seal", "open", "show", "pass")


class Exercise:
    """One exercise on the page, or the place where its seal is opened.

    Parameters
    ----------
    lesson : Lesson
        The lesson that it belongs to.
    item : Item
        The exercise.
    notebook : str
        Name of the notebook that shows it.
    earlier : Item, optional
        The earlier exercise whose answer this one takes up.
    items : mapping of str to Item
        The exercises to which its ways may lead.
    opening : bool
        Whether this is the place where a sealed answer is opened, and not the exercise itself.
    """

    def __init__(
        self,
        lesson: Lesson,
        item: Item,
        notebook: str,
        *,
        earlier: Item | None = None,
        items: Mapping[str, Item] = MappingProxyType({}),
        opening: bool = False,
    ) -> None:
        self.lesson, self.item, self.notebook, self.opening = lesson, item, notebook, opening
        kind = KINDS[item.kind]
        self.view = kind.view
        self.reads = frozenset([item.id, *([earlier.id] if earlier else [])])
        self.follows = self.reads
        self._kind, self._earlier, self._ways = kind, earlier, titles_of(item, items)
        self._reading = Reading(kind.brought_by)

    def words(self) -> dict[str, Any]:
        """Give the words of the frame, of the results and of the kind."""
        shared = ("kit", "outcomes", "results", "seal", "takeaway", "download")
        return {name: words(name) for name in shared} | {self._kind.name: self._kind.shown()}

    def page(self, work: Work) -> dict[str, Any]:
        """Give all that the page may know before the commit; never the key."""
        shown = ("id", "kind", "title", "instruction", "label", "role", "confidence", "seal")
        common: dict[str, Any] = {name: getattr(self.item, name) for name in shown}
        return common | {
            "hints": list(self.item.hints),
            "ways": self._ways,
            "lesson": self.lesson.id,
            "notebook": self.notebook,
            "code": work.code,
            "opening": self.opening,
            "body": page_for(work.code, self.item, self.lesson, self._kind),
        }

    def state(self, work: Work) -> dict[str, Any]:
        """Give what is stored of this exercise: answer, confidence, phase, and the result once there is one."""
        record = record_of(self.lesson, self.item, work, self._earlier)
        return self._state(record, work.temporary, work.file)

    def receive(self, student: Student, content: object, send: Send) -> Changed:
        """Do what one message asks, once; whatever goes wrong reaches the page in words."""
        try:
            message = read_message(content)
        except Refusal as refusal:
            if reply := refused(content, str(refusal)):
                send(reply)
            return NOTHING
        if message.kind == "ping":
            send(deliver(message, lambda _: {}))
            return Changed(elsewhere=True)
        if message.kind == "read":
            return self._reading.receive(message, student.code, send)
        changed = NOTHING

        def do(message: Message) -> Reply:
            nonlocal changed
            if message.kind == "take":
                return self._taken(message, student)
            if message.kind == "tell":
                return self._told(message, student)
            kept, state = self._follow(message, student)
            changed = Changed(state=state, exercises=frozenset([self.item.id]))
            return self._reply(message, kept, state)

        send(deliver(message, do))
        return changed

    def _follow(self, message: Message, student: Student) -> tuple[Kept, dict[str, Any]]:
        """Keep what comes of a message, and give the state after it; what cannot be shown is not kept either."""
        state: dict[str, Any] = {}

        def decide(work: Work, seen: Seen) -> Kept:
            nonlocal state
            kept = follow(message, record_of(self.lesson, self.item, work, self._earlier), seen, opening=self.opening)
            state = self._state(kept.record, student.store.temporary, student.store.file)
            return kept

        sender = Sender(self.lesson.id, self.item.id, message.tab, message.seq)
        return student.act(sender, self.reads, decide), state

    def _reply(self, message: Message, kept: Kept, state: dict[str, Any]) -> Reply:
        if not kept.done:
            stands, own = kept.record.draft, message.answer
            going_on = goes_on(self._kind, own, stands)
            return {
                "kind": "conflict",
                "state": state,
                "theirs": _standing(kept.record),
                "mine": kept.record.told(own, message.confidence) if own is not None else [],
                "may_keep": own is not None and may_keep(kept.record, goes_on=going_on),
            }
        reply: Reply = {"kind": "result" if message.kind in RESULTS else "saved"}
        # Of a message that comes again it is the version that it made then: what stands since, the page has not seen.
        reply["version"] = kept.version or state["version"]
        return reply if message.kind == "draft" else reply | {"state": state}

    def _taken(self, message: Message, student: Student) -> Reply:
        """Make a file of the checked answer; nothing is stored."""
        record = record_of(self.lesson, self.item, student.work(self.lesson.id, self.reads), self._earlier)
        if record.older:
            raise Refusal(words("exchange")["take_older"])
        checked = record.checked()
        if checked is None:
            raise Refusal(words("exchange")["take_first"])
        try:
            reply = {"kind": "file", **asdict(take(checked, message.what or ""))}
        except KeyError:
            raise Refusal(words("exchange")["take_unknown"]) from None
        if len(json.dumps(reply)) > LARGEST_FILE:
            raise Refusal(words("exchange")["take_large"])
        return reply

    def _told(self, message: Message, student: Student) -> Reply:
        """Tell an answer that the page holds in words, beside the one that stands; nothing is stored."""
        record = record_of(self.lesson, self.item, student.work(self.lesson.id, self.reads), self._earlier)
        mine = record.told(message.answer or {}, message.confidence)
        return {"kind": "told", "theirs": _standing(record), "mine": mine}

    def _state(self, record: Record, temporary: str, file: int) -> dict[str, Any]:
        draft, attempts = record.draft, record.attempts
        checked, (aside, more) = record.checked(), shown_of(record)
        return {
            "answer": draft.answer if draft else None,
            "confidence": draft.confidence if draft else None,
            "phase": record.phase,
            "result": in_doses(record.result()) if record.phase in WITH_RESULT else None,
            "key": self._kind.reveal(self.item, self.lesson) if record.phase == "shown" and not record.older else None,
            "attempts": len(attempts),
            "saved_at": draft.saved_at if draft else None,
            "sealed_at": record.sealed_at(),
            "older": record.older,
            "take": offers(checked) if checked else [],
            "way": way_of(record),
            "earlier": self._earlier_page(record),
            "code": record.code,
            "temporary": bool(temporary),
            "file": file,
            "version": draft.version if draft else None,
            "aside": [self._aside(one, record) for one in aside],
            "more_aside": more,
        }

    def _aside(self, one: Aside, record: Record) -> dict[str, Any]:
        """Give what the page shows of an answer that was put aside, and needs to bring it back."""
        told = {"lines": record.told(one.answer, one.confidence), "at": one.saved_at, "why": one.why}
        return {"id": one.id, "answer": one.answer, "confidence": one.confidence} | told

    def _earlier_page(self, record: Record) -> dict[str, Any] | None:
        """Give what the page may show of the earlier answer; None if there is none."""
        page = self._kind.recall and self._kind.recall.page
        return page(self.item, record.earlier) if page and record.earlier else None


def _standing(record: Record) -> list[str]:
    """Tell the answer that stands; nothing if there is none."""
    return record.told(record.draft.answer, record.draft.confidence) if record.draft else []
