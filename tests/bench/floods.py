"""What another student waits for a save while a guest floods the room, one kind of flood after the other.

By hand: ``python tests/bench/floods.py [KIND ...]``.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from classroom import Class
from pupils import Pupil

from flooding import FLOODS, PAGE
from requesting import REQUESTS

WARM, SECONDS, PAUSE = 3, 12, 0.05


async def saves(host, card, seconds=SECONDS):
    """Save one answer after the other, and give how long each took, in order of length."""
    pupil, waited, seq = await Pupil(host, card).comes_in(), [], 0
    await pupil.opens(PAGE)
    name = next(name for name, traits in pupil.faces.items() if traits["page"]["kind"] == "choose")
    options = [one["id"] for one in pupil.faces[name]["page"]["body"]["options"]]
    pupil.tab, end = f"tab-{time.time_ns()}", time.perf_counter() + seconds
    while time.perf_counter() < end:
        seq, begun = seq + 1, time.perf_counter()
        reply = await pupil.says(name, "draft", {"chosen": [options[seq % len(options)]]}, 2)
        assert reply["kind"] == "saved", reply
        waited.append(time.perf_counter() - begun)
        await asyncio.sleep(PAUSE)
    await pupil.leaves()
    return sorted(waited)


def told(waited):
    shares = [waited[min(len(waited) * share // 100, len(waited) - 1)] * 1000 for share in (50, 95)]
    return f"p50 {shares[0]:.0f} ms, p95 {shares[1]:.0f} ms, longest {waited[-1] * 1000:.0f} ms of {len(waited)}"


def main(kinds):
    for kind in kinds:
        with tempfile.TemporaryDirectory() as folder:
            room = Class(Path(folder))
            student, guest = room.issued(2)
            room.open()
            try:
                print(f"{kind:<20} before: {told(asyncio.run(saves(room.host, student, 6)))}", flush=True)
                command = [sys.executable, str(HERE / "flooding.py"), room.host, json.dumps(guest), kind]
                flood = subprocess.Popen(command, stderr=subprocess.DEVNULL)
                time.sleep(WARM)
                print(f"{'':<20} during: {told(asyncio.run(saves(room.host, student)))}", flush=True)
                went_on = flood.poll() is None
                flood.kill()
                flood.wait()
                begun = time.perf_counter()
                asyncio.run(_opened(room.host, guest))
                print(
                    f"{'':<20} to the end: {went_on}; the guest's page afterwards: {time.perf_counter() - begun:.1f} s"
                )
            finally:
                room.kill()


async def _opened(host, card):
    pupil = await Pupil(host, card).comes_in()
    await pupil.opens(PAGE)


if __name__ == "__main__":
    main(sys.argv[1:] or [*FLOODS, *REQUESTS])
