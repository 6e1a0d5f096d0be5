"""Delivery: each message is acknowledged, whatever comes of it; its receipt in the store sees that it is done once."""

from __future__ import annotations

from collections.abc import Callable

from exercises.answers.store import StoreTrouble
from exercises.exchange.message import Message, Refusal, Reply
from exercises.words import words
from exercises.words.fault import fault_words


def deliver(message: Message, do: Callable[[Message], Reply]) -> Reply:
    """Reply to a message.

    Parameters
    ----------
    message : Message
        What the page asks for.
    do : callable
        Does it and gives the reply; whatever it raises becomes one. Trouble is for the disk alone: the page sends
        again until that is back.
    """
    address: Reply = {"tab": message.tab, "seq": message.seq}
    if message.kind == "ping":
        return {"kind": "pong"} | address
    try:
        return do(message) | address
    except Refusal as refusal:
        return {"kind": "refused", "words": str(refusal)} | address
    except StoreTrouble as trouble:
        return {"kind": "trouble", "words": str(trouble)} | address
    except Exception as error:
        # A fault of ours would happen again, so it must not look like a disk that may come back.
        sentence = words("exchange")["broken"].format(error=fault_words(error))
        return {"kind": "refused", "words": sentence} | address
