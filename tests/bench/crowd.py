"""A crowd of students, a process of its own: each comes in, opens notebook 2, saves ten drafts, checks three times."""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from pupils import Pupil

PAGE = "/kupyansk/02_who_says_so"
THINK = 0.3  # seconds between two answers: students are slower
PING = 5  # seconds after which each exercise of a page asks whether the room is there
CHECKED, DRAFTS = 3, 10


class Crowd:
    """What a crowd waits for, in seconds, by what it waits for."""

    def __init__(self, *, steps: bool = True) -> None:
        self.steps = steps  # whether they answer, or only open the page
        self.waited: dict[str, list[float]] = {"entry": [], "usable": [], "save": [], "check": []}
        self.errors: list[str] = []
        self.said: dict[str, dict[str, object]] = {}

    async def timed(self, what, waiting):
        begun = time.perf_counter()
        done = await waiting
        self.waited[what].append(time.perf_counter() - begun)
        return done

    async def lesson(self, host, card, delay, cuts):
        """Do what one student does in a lesson; ``cuts`` are the steps before which the line is cut."""
        await asyncio.sleep(delay)
        pupil = Pupil(host, card)
        await self.timed("entry", pupil.comes_in())
        await self.timed("usable", pupil.opens(PAGE))
        if not self.steps:
            await pupil.leaves()
            return
        beat = asyncio.create_task(pings(pupil))
        try:
            await self._answers(pupil, cuts)
        finally:
            beat.cancel()
        await pupil.leaves()

    async def _answers(self, pupil, cuts):
        names = [name for name, traits in pupil.faces.items() if traits["page"]["kind"] == "choose"][:CHECKED]
        steps = [(names[number % CHECKED], "draft") for number in range(DRAFTS)] + [(name, "check") for name in names]
        for number, (name, kind) in enumerate(steps):
            if number in cuts:
                pupil.cut()
            options = pupil.faces[name]["page"]["body"]["options"]
            answer = {"chosen": [options[number % len(options)]["id"]]}
            what = "save" if kind == "draft" else "check"
            reply = await self.timed(what, pupil.says(name, kind, answer, 2))
            if reply["kind"] not in ("saved", "result"):
                self.errors.append(f"{pupil.code} {name} {kind}: {reply}")
            self.said.setdefault(pupil.code, {})[name] = answer
            await asyncio.sleep(THINK)


async def pings(pupil):
    while True:
        await asyncio.sleep(PING)
        pupil.pings()


async def all_of_them(host, cards, spread, often):
    """Play all students; ``often`` is the share of messages before which the line is cut, -1: they only look."""
    crowd, chance = Crowd(steps=often >= 0), random.Random(len(cards))
    lessons = []
    for number, card in enumerate(cards):
        cuts = {step for step in range(DRAFTS + CHECKED) if chance.random() < often}
        lessons.append(crowd.lesson(host, card, number * spread / len(cards), cuts))
    done = await asyncio.gather(*lessons, return_exceptions=True)
    crowd.errors += [repr(one) for one in done if isinstance(one, Exception)]
    return crowd


def main() -> None:
    host, file, spread, often = sys.argv[1:]
    cards = json.loads(Path(file).read_text("utf-8"))
    crowd = asyncio.run(all_of_them(host, cards, float(spread), float(often)))
    told = {"waited": crowd.waited, "errors": crowd.errors, "said": crowd.said, "cpu": time.process_time()}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
