"""A guest who floods the room, a process of its own: sends drafts as fast as the line takes them, and hears nothing."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from pupils import Pupil

PAGE = "/kupyansk/02_who_says_so"


async def flood(host: str, card: list[str]) -> None:
    """Send until the process is ended; where the room has closed the line, open it again."""
    pupil = await Pupil(host, card).comes_in()
    await pupil.opens(PAGE)
    name = next(name for name, traits in pupil.faces.items() if traits["page"]["kind"] == "choose")
    options = [one["id"] for one in pupil.faces[name]["page"]["body"]["options"]]
    seq = 0
    while True:
        seq += 1
        content = {"kind": "draft", "tab": pupil.tab, "seq": seq, "code": pupil.code, "base": pupil.bases[name]}
        content |= {"answer": {"chosen": [options[seq % len(options)]]}, "confidence": 1 + seq % 4}
        try:
            await pupil.line.write_message(json.dumps({"face": pupil.numbers[name], "content": content}))
        except Exception:
            pupil.line = None
            await pupil.opens(PAGE)


if __name__ == "__main__":
    asyncio.run(flood(sys.argv[1], json.loads(sys.argv[2])))
