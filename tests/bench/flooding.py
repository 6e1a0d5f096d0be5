"""A guest who floods the room, a process of its own: sends one kind of thing as fast as it is taken.

What goes over the line is here, plain requests are in `requesting`. It hears nothing, and comes
back where the room has closed the line.
"""

from __future__ import annotations

import asyncio
import copy
import itertools
import json
import sys
import uuid
from contextlib import suppress
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

import tornado.websocket
from pupils import Pupil

from requesting import REQUESTS

PAGE = "/kupyansk/02_who_says_so"


async def drafts(pupil):
    """Save one answer after the other."""
    name = next(name for name, traits in pupil.faces.items() if traits["page"]["kind"] == "choose")
    options = [one["id"] for one in pupil.faces[name]["page"]["body"]["options"]]
    for seq in itertools.count(1):
        content = {"kind": "draft", "tab": pupil.tab, "seq": seq, "code": pupil.code, "base": pupil.bases[name]}
        content |= {"answer": {"chosen": [options[seq % len(options)]]}, "confidence": 1 + seq % 4}
        await pupil.line.write_message(json.dumps({"face": pupil.numbers[name], "content": content}))


async def pings(pupil):
    """Send signs of life, which are no messages."""
    for _ in itertools.count():
        await pupil.line.protocol._write_frame(True, 0x9, b"x" * 100)


async def fragments(pupil):
    """Send a message that never ends, in pieces that hold nothing."""
    await pupil.line.protocol._write_frame(False, 0x1, b"")
    for _ in itertools.count():
        await pupil.line.protocol._write_frame(False, 0x0, b"")


def nested(size):
    """Give a flood of messages of one size that make no sense."""
    text = "[" + ",".join(["[]"] * (size // 3)) + "]"

    async def flood(pupil):
        for _ in itertools.count():
            await pupil.line.write_message(text)

    return flood


async def long_drafts(pupil):
    """Save an answer just short enough to be read, which no exercise can take."""
    number = min(pupil.numbers.values())
    for seq in itertools.count(1):
        content = {"kind": "draft", "tab": pupil.tab, "seq": seq, "code": pupil.code, "answer": {"a": [[]] * 65_000}}
        await pupil.line.write_message(json.dumps({"face": number, "content": content}, separators=(",", ":")))


async def texts(pupil):
    """Send work files as messages, and so not as files."""
    content = {"kind": "import", "text": "[" + ",".join(["{}"] * 1_600_000) + "]"}
    text = json.dumps({"face": 0, "content": content})
    for _ in itertools.count():
        await pupil.line.write_message(text)


async def broken_files(pupil):
    """Open large files that are none."""
    data = ("[" + ",".join(["[]"] * 1_600_000) + "]").encode()
    for _ in itertools.count():
        await pupil.line.write_message(data, binary=True)


async def files(pupil):
    """Open work files, all of them sound, each with tries that are not here yet."""
    await pupil.line.write_message(json.dumps({"face": 0, "content": {"kind": "export"}}))
    while "text" not in (reply := (await pupil.hears()).get("reply", {})):
        pass
    own = json.loads(reply["text"])
    name = next(iter(pupil.numbers))
    one = {"lesson": "kupyansk", "exercise": name, "digest": "0" * 16, "answer": {}, "confidence": None}
    one |= {"what": "pass", "result": None, "made_at": own["exported_at"]}
    for _ in itertools.count():
        more = copy.deepcopy(own)
        more["attempts"] += [one | {"id": uuid.uuid4().hex} for _ in range(1200)]
        await pupil.line.write_message(json.dumps(more).encode(), binary=True)
        while "reply" not in await pupil.hears():
            pass


async def exports(pupil):
    """Have all the own work written as a file, again and again."""
    for _ in itertools.count():
        await pupil.line.write_message(json.dumps({"face": 0, "content": {"kind": "export"}}))


async def openings(pupil):
    """Open the line again and again."""
    for _ in itertools.count():
        pupil.cut()
        pupil.line = None
        await pupil._connected()


FLOODS = {
    "drafts": drafts,
    "pings": pings,
    "empty fragments": fragments,
    "nested, 290 kB": nested(290_000),
    "nested, 1 MB": nested(1_000_000),
    "nested, 5.7 MB": nested(5_700_000),
    "long drafts": long_drafts,
    "files as messages": texts,
    "broken files": broken_files,
    "work files": files,
    "exports": exports,
    "openings": openings,
}


async def flood(host: str, card: list[str], kind: str) -> None:
    """Send until the process is ended; where the room has closed the line, open it again."""
    pupil = await Pupil(host, card).comes_in()
    while kind in REQUESTS:
        await REQUESTS[kind](pupil)
    while True:
        await pupil.opens(PAGE)
        listening = None
        if kind not in ("work files", "openings"):
            listening = asyncio.create_task(_heard(pupil.line))
        with suppress(tornado.websocket.WebSocketClosedError, OSError, TypeError, AttributeError):
            await FLOODS[kind](pupil)
        if listening:
            listening.cancel()
        pupil.line = None


async def _heard(line):
    while await line.read_message() is not None:
        pass


if __name__ == "__main__":
    asyncio.run(flood(sys.argv[1], json.loads(sys.argv[2]), sys.argv[3] if len(sys.argv) > 3 else "drafts"))
