"""What a page brings to be read: it comes in pieces, is read in a process of its own, and nothing of it is stored."""

from __future__ import annotations

import base64
import binascii
import json
import threading
from collections import OrderedDict
from contextvars import copy_context
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from exercises.charts.elsewhere import DrawingTrouble, ask_elsewhere
from exercises.exchange.face import NOTHING, Changed, Send
from exercises.exchange.message import Message, Refusal, Reply
from exercises.page.limits import LARGEST_FILE
from exercises.words import language, words
from exercises.words.spoken import host

LARGEST_PIECE = 150_000
MOST_AT_ONCE = 12
"""Students of whom something is held here at once; who was here longest ago begins anew."""
MOST_READERS = 2
"""Processes that read at once, of all exercises together."""
_READERS = threading.BoundedSemaphore(MOST_READERS)


class Piece(BaseModel):
    """One piece of what is brought.

    Attributes
    ----------
    name : str
        Name of the file; empty for what was pasted.
    at : int
        Number of the piece, from 0.
    last : bool
        Whether it is the last one.
    data : str
        Its bytes in base64.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: str = Field(max_length=300)
    at: int = Field(ge=0, le=LARGEST_FILE)
    last: bool
    data: Annotated[str, Field(max_length=LARGEST_PIECE)]


@dataclass(slots=True)
class _Brought:
    """What came of one text so far, who waits for it, and what came of it."""

    what: str
    pieces: list[bytes] = field(default_factory=list)
    reading: bool = False
    waiting: tuple[Send, Reply] | None = None
    outcome: dict[str, Any] | None = None


class Reading:
    """Takes pieces, and replies with what was read.

    One student brings one text at a time: another one takes its place. A piece that comes again is answered again.

    Parameters
    ----------
    module : str
        Name of the module that reads; empty where nothing can be brought.
    """

    def __init__(self, module: str) -> None:
        self._module = module
        self._brought: OrderedDict[str, _Brought] = OrderedDict()
        self._lock = threading.Lock()

    def receive(self, message: Message, code: str, send: Send) -> Changed:
        """Take one piece, and reply: ``piece`` (go on); ``pong``, and later ``read`` with the text; or ``refused``."""
        address: Reply = {"tab": message.tab, "seq": message.seq}
        try:
            reply = self._taken(message, code, send, address)
        except Refusal as refusal:
            reply = {"kind": "refused", "words": str(refusal)}
        send(reply | address)
        return NOTHING

    def _taken(self, message: Message, code: str, send: Send, address: Reply) -> Reply:
        piece = self._piece(message)
        with self._lock:
            brought = self._of(code, message.what or "", piece)
            if piece.at == len(brought.pieces):
                brought.pieces.append(_bytes(piece))
            if sum(map(len, brought.pieces)) > LARGEST_FILE:
                del self._brought[code]
                raise Refusal(words("exchange")["read_large"].format(most=LARGEST_FILE // 1_000_000))
            if not piece.last:
                return {"kind": "piece"}
            if brought.outcome is not None:
                return brought.outcome
            # Whoever asked last is told: a line may have been cut since. A pong says that somebody is here.
            brought.waiting = send, address
            if not brought.reading:
                brought.reading = True
                thread = threading.Thread(
                    target=copy_context().run, args=(self._read, brought, piece.name), daemon=True
                )
                thread.start()
        return {"kind": "pong"}

    def _piece(self, message: Message) -> Piece:
        try:
            if not self._module or not message.what:
                raise Refusal(words("exchange")["shape"])
            return Piece.model_validate(message.answer)
        except ValidationError as error:
            raise Refusal(words("exchange")["shape"]) from error

    def _of(self, code: str, what: str, piece: Piece) -> _Brought:
        """Give what is held of this text; the first piece of another one begins it."""
        held = self._brought.get(code)
        if held is None or held.what != what:
            if piece.at:
                raise Refusal(words("exchange")["read_anew"])
            held = self._brought[code] = _Brought(what)
        self._brought.move_to_end(code)
        while len(self._brought) > MOST_AT_ONCE:
            self._brought.popitem(last=False)
        if piece.at > len(held.pieces):
            raise Refusal(words("exchange")["read_anew"])
        return held

    def _read(self, brought: _Brought, name: str) -> None:
        told = json.dumps({"name": name, "data": base64.b64encode(b"".join(brought.pieces)).decode()})
        try:
            with _READERS:
                found = ask_elsewhere(self._module, language(), host(), told=told)
            refused = found.get("refused")
            outcome = {"kind": "refused", "words": refused} if refused else {"kind": "read", "read": found}
        except DrawingTrouble:
            outcome = {"kind": "refused", "words": words("exchange")["read_trouble"]}
        with self._lock:
            # The bytes are not needed any more; the count stays, for a last piece that comes again.
            brought.pieces = [b""] * len(brought.pieces)
            brought.outcome = outcome
            waiting = brought.waiting
        if waiting:
            send, address = waiting
            send(outcome | address)


def _bytes(piece: Piece) -> bytes:
    try:
        return base64.b64decode(piece.data, validate=True)
    except (binascii.Error, ValueError):
        raise Refusal(words("exchange")["shape"]) from None
