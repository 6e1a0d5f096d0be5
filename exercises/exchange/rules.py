"""What may follow what: from a message and what is stored, what is to be kept; nothing is read or written here."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from exercises.answers.receipts import Seen
from exercises.answers.work import Aside, Attempt, Draft, Phase, What, moment
from exercises.exchange import seal
from exercises.exchange.message import Message, Refusal
from exercises.exchange.record import Record
from exercises.exchange.two_parts import first_part, goes_on, taken_along
from exercises.exchange.versions import BESIDE, aside_of, is_late, left_over
from exercises.kinds.base import Answer, Result
from exercises.words import words

MOST_TRIES = 100  # at one exercise: each page that opens reads all of them


@dataclass(frozen=True, slots=True)
class Kept:
    """What a message leaves behind.

    Attributes
    ----------
    record : Record
        The exercise as it stands afterwards.
    draft : Draft or None
        The answer to keep in place of the one before it; None leaves that one.
    attempt : Attempt or None
        The attempt to append.
    aside : Aside or None
        The answer to put aside.
    let_go : str or None
        Name of an answer that was put aside, to throw away.
    done : bool
        Whether the message was done, or did nothing because the answer it rests on does not stand any more.
    version : str or None
        The version that the message made when it was done, if that was earlier.
    """

    record: Record
    draft: Draft | None = None
    attempt: Attempt | None = None
    aside: Aside | None = None
    let_go: str | None = None
    done: bool = True
    version: str | None = None


def follow(message: Message, record: Record, seen: Seen, *, opening: bool) -> Kept:
    """Say what comes of a message.

    Parameters
    ----------
    message : Message
        What the page asks for; any kind that changes something.
    record : Record
        What is stored.
    seen : Seen
        What came from this page before: nothing is done twice, and nothing after what was sent later.
    opening : bool
        Whether the page is the place where a sealed answer is opened.

    Raises
    ------
    Refusal
        If it cannot be done; with a sentence for the student.
    """
    if message.seq in seen.done:
        return Kept(record, version=seen.done[message.seq])
    # What is put aside or thrown away changes no answer: so nothing becomes old by it, and it is never too old itself.
    if message.kind not in BESIDE and any(message.seq < later for later, made in seen.done.items() if made is not None):
        raise Refusal(words("exchange")["old"])
    return _Step(message, record, opening=opening).taken(seen)


class _Step:
    """One message on its way through the rules."""

    def __init__(self, message: Message, record: Record, *, opening: bool) -> None:
        self._message, self._record, self._opening = message, record, opening
        self._goes_on = goes_on(record.kind, message.answer, record.draft)

    def taken(self, seen: Seen) -> Kept:
        message, record = self._message, self._record
        # What is put aside need not be read: it may be of an earlier edition, and lie nowhere else any more.
        if message.answer is not None and message.kind != "aside":
            self._read(message.answer)
        if is_late(message, record, seen, goes_on=self._goes_on):
            loser = left_over(message, record)
            return Kept(record.with_change(None, None, loser), aside=loser, done=False)
        seal.respect(message, record, opening=self._opening, goes_on=self._goes_on)
        steps = {
            "draft": self._drafted,
            "check": self._checked,
            "seal": self._sealed,
            "open": self._opened,
            "show": self._shown,
            "pass": self._passed,
            "again": self._begun_again,
            "mine": self._mine,
            "aside": self._put_aside,
            "let_go": self._let_go,
        }
        return steps[message.kind]()

    def _drafted(self) -> Kept:
        return self._kept(self._standing("half" if self._goes_on else "open"))

    def _begun_again(self) -> Kept:
        """Open the answer again; a blank one comes along where the page cannot show the one that stands."""
        return self._replaced("open")

    def _checked(self) -> Kept:
        self._demand_confidence()
        return self._committed(self._message.answer, self._message.confidence)

    def _passed(self) -> Kept:
        passed = self._standing("passed")
        return self._kept(passed, self._attempt("pass", passed.answer, passed.confidence))

    def _let_go(self) -> Kept:
        return Kept(self._record.without(self._message.what or ""), let_go=self._message.what)

    def _kept(self, draft: Draft | None, attempt: Attempt | None = None, aside: Aside | None = None) -> Kept:
        earlier = self._outgrown(draft)
        if earlier and aside and earlier.answer != aside.answer:
            # Only one can be put aside at once. A page that is loaded anew has the student begin anew first.
            raise Refusal(words("exchange")["shape"])
        return Kept(self._record.with_change(draft, attempt, aside or earlier), draft, attempt, aside or earlier)

    def _outgrown(self, draft: Draft | None) -> Aside | None:
        """Give the answer that another one is to replace, if no page can have shown all of it any more."""
        record, before = self._record, self._record.draft
        if draft is None or before is None or before.answer == draft.answer or not record.outgrown:
            return None
        return aside_of(record, before.answer, before.confidence, "replaced", before.version)

    def _mine(self) -> Kept:
        """Let the answer of the page stand."""
        return self._replaced("half" if self._goes_on else "open")

    def _replaced(self, phase: Phase) -> Kept:
        """Put the answer of the page in the place of the one that stands; if that is another one, it is put aside."""
        before, given = self._record.draft, self._standing(phase)
        if before is None or before.answer == given.answer:
            return self._kept(given)
        loser = aside_of(self._record, before.answer, before.confidence, "replaced", before.version)
        return self._kept(given, aside=loser)

    def _put_aside(self) -> Kept:
        """Put aside what the browser had kept and the student does not want now."""
        answer, sure = self._message.answer, self._message.confidence
        if answer is None:
            raise Refusal(words("exchange")["shape"])
        return self._kept(None, aside=aside_of(self._record, answer, sure, "browser"))

    def _committed(self, given: dict[str, Any] | None, sure: int | None) -> Kept:
        """Score an answer; where there are two parts, the first time only the first of them."""
        kind, answer = self._record.kind, self._read(given)
        first, given = first_part(kind, answer), given or {}
        begins = kind.first_part and (answer == first or not goes_on(kind, given, self._record.draft))
        result = self._score(first if begins else answer).model_dump(mode="json")
        attempt = self._attempt("check", first.model_dump(mode="json") if begins else given, sure, result)
        stands, rest = taken_along(self._record, answer, given, sure) if begins else (given, None)
        return self._kept(self._draft(stands, sure, "half" if begins else "checked"), attempt, rest)

    def _sealed(self) -> Kept:
        """Lock the answer. It is scored only to see that it can be opened later; nobody learns the result."""
        self._demand_confidence()
        message = self._message
        self._score(first_part(self._record.kind, self._read(message.answer)))
        answer, sure = message.answer or {}, message.confidence
        return self._kept(self._draft(answer, sure, "sealed"), self._attempt("seal", answer, sure))

    def _opened(self) -> Kept:
        draft = self._record.draft
        if draft is None or draft.phase != "sealed":
            return self._kept(None)
        return self._committed(draft.answer, draft.confidence)

    def _shown(self) -> Kept:
        draft = self._record.draft
        if not self._record.attempts:
            raise Refusal(words("exchange")["show"])
        sealed = self._record.item.seal and draft is not None
        shown = self._draft(draft.answer, draft.confidence, "shown") if sealed and draft else self._standing("shown")
        return self._kept(shown, self._attempt("show", shown.answer, shown.confidence))

    def _standing(self, phase: Phase) -> Draft:
        """Give the answer as it stands; without one in the message, the stored answer stays."""
        message, draft = self._message, self._record.draft
        if message.answer is not None:
            self._read(message.answer)
            return self._draft(message.answer, message.confidence, phase)
        if draft is not None:
            return self._draft(draft.answer, draft.confidence, phase)
        if message.kind == "pass":
            return self._draft({}, None, phase)
        raise Refusal(words("exchange")["shape"])

    def _demand_confidence(self) -> None:
        if self._record.item.confidence and self._message.confidence is None:
            raise Refusal(words("kit")["say_how_sure"])

    def _read(self, given: dict[str, Any] | None) -> Answer:
        try:
            return self._record.kind.answer.model_validate(given)
        except ValidationError as error:
            too_long = any(fault["type"] == "string_too_long" for fault in error.errors())
            raise Refusal(words("exchange")["size" if too_long else "shape"]) from error

    def _score(self, answer: Answer) -> Result:
        try:
            return self._record.score(answer)
        except ValueError as error:
            raise Refusal(str(error)) from error

    def _draft(self, answer: dict[str, Any], confidence: int | None, phase: Phase) -> Draft:
        record = self._record
        return Draft(record.lesson.id, record.item.id, record.edition, answer, confidence, phase, moment())

    def _attempt(
        self, what: What, answer: dict[str, Any], confidence: int | None, result: dict[str, Any] | None = None
    ) -> Attempt:
        message, record = self._message, self._record
        if len(record.attempts) >= MOST_TRIES:
            raise Refusal(words("exchange")["tries"].format(most=MOST_TRIES))
        # The same message sent again, after a disk that failed half way, is the same attempt.
        name = f"{record.code}/{record.item.id}/{message.kind}/{message.tab}/{message.seq}"
        return Attempt(
            str(uuid.uuid5(uuid.NAMESPACE_OID, name)),
            record.lesson.id,
            record.item.id,
            record.edition,
            what,
            answer,
            confidence,
            result,
            moment(),
        )
