"""Delivery: each message is done once and in order, however often it is sent, and each is acknowledged."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

from exercises.answers.store import StoreTrouble
from exercises.answers.student import OtherStudent
from exercises.exchange.message import Message, Refusal, Reply
from exercises.words import words

MOST_TABS = 50


class Delivery:
    """Remembers the newest message of each tab, with its reply."""

    def __init__(self) -> None:
        self._last: OrderedDict[tuple[str, str], tuple[int, Reply]] = OrderedDict()
        # After a reconnect Jupyter may deliver messages in another thread.
        self._lock = threading.Lock()

    def deliver(self, code: str, message: Message, do: Callable[[Message], Reply]) -> Reply:
        """Reply to a message; have it done unless it was done before.

        Parameters
        ----------
        code : str
            The student's code.
        message : Message
            What the page asks for.
        do : callable
            Does it and gives the reply; whatever it raises becomes one.
        """
        address: Reply = {"tab": message.tab, "seq": message.seq}
        if message.kind == "ping":
            return {"kind": "pong", **address}
        with self._lock:
            last, reply = self._last.get((code, message.tab), (0, {}))
            if message.seq == last:
                return reply
            if message.seq < last:
                return {"kind": "refused", **address, "words": words("exchange")["old"]}
            done = _done(message, do) | address
            # Trouble is not remembered: the page sends again until the disk is back. A file changes nothing, so it may
            # be made again; remembered, it would only weigh.
            if done["kind"] != "trouble" and message.kind != "take":
                self._remember((code, message.tab), message.seq, done)
            return done

    def _remember(self, tab: tuple[str, str], seq: int, reply: Reply) -> None:
        self._last[tab] = (seq, reply)
        self._last.move_to_end(tab)
        while len(self._last) > MOST_TABS:
            self._last.popitem(last=False)


def _done(message: Message, do: Callable[[Message], Reply]) -> Reply:
    try:
        return do(message)
    except Refusal as refusal:
        return {"kind": "refused", "words": str(refusal)}
    except OtherStudent:
        # In another notebook somebody else has begun; nothing may be kept under the wrong code.
        return {"kind": "refused", "words": words("exchange")["student"]}
    except StoreTrouble as trouble:
        return {"kind": "trouble", "words": str(trouble)}
    except Exception as error:
        # A fault of ours would happen again, so it must not look like a disk that may come back.
        sentence = words("exchange")["broken"].format(error=f"{type(error).__name__}: {error}")
        return {"kind": "refused", "words": sentence}
