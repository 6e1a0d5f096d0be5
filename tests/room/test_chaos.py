"""The room is killed and lines are cut, again and again, while a class works: nothing is lost, nothing is double."""

import asyncio
import random

from classroom import Class
from pupils import Pupil

from exercises.answers.student import Student

PAGE = "/kupyansk/start_here"
EXERCISE = "start-choose"
PUPILS, STEPS, KILLS = 12, 6, 2


class Chaos:
    """A class at work. What goes wrong is drawn by a seed and happens after so many acknowledgements, not seconds.

    Parameters
    ----------
    room : Class
        The class, with its room open.
    seed : int
        Draws what goes wrong, and when.
    """

    def __init__(self, room, seed):
        self.room, self.chance, self.acknowledged = room, random.Random(seed), 0
        at = self.chance.sample(range(PUPILS, PUPILS * (STEPS - 2)), KILLS)
        self.kills, self.killed = sorted(at), 0
        self.said, self.answered = {}, asyncio.Event()

    async def lesson(self, card):
        """Save an answer at each step and check at the end; the line is cut now and then."""
        pupil = await Pupil(self.room.host, card).comes_in()
        await pupil.opens(PAGE)
        options = [one["id"] for one in pupil.faces[EXERCISE]["page"]["body"]["options"]]
        for step in range(STEPS):
            answer = {"chosen": [options[step % len(options)]]}
            await self._says(pupil, "draft", answer)
        await self._says(pupil, "check", answer)
        await pupil.leaves()

    async def _says(self, pupil, kind, answer):
        saying = asyncio.ensure_future(pupil.says(EXERCISE, kind, answer, 3))
        if self.chance.random() < 0.2:
            # Sent or not, done or not: nobody can say.
            await asyncio.sleep(0)
            pupil.cut()
        reply = await saying
        assert reply["kind"] in ("saved", "result"), reply
        self.said[pupil.code] = answer
        self.acknowledged += 1
        self.answered.set()

    async def kill_and_open(self):
        """Kill the room each time when so many answers were acknowledged, and open it again."""
        while self.killed < KILLS:
            await self.answered.wait()
            self.answered.clear()
            if self.acknowledged >= self.kills[self.killed]:
                await asyncio.to_thread(self.room.kill)
                await asyncio.to_thread(self.room.open)
                self.killed += 1


async def chaos(room, seed):
    one = Chaos(room, seed)
    await asyncio.gather(one.kill_and_open(), *map(one.lesson, room.issued(PUPILS)))
    return one


def test_no_acknowledged_answer_is_missing_and_none_is_double_whatever_is_killed_and_cut(tmp_path):
    room = Class(tmp_path)
    room.issued(1)
    room.open()
    try:
        done = asyncio.run(chaos(room, seed=12))
    finally:
        room.kill()
    assert (done.killed, done.acknowledged, len(done.said)) == (KILLS, PUPILS * (STEPS + 1), PUPILS)
    store = room.store()
    for code, answer in done.said.items():
        work = Student(store, code).work()
        (draft,), attempts = work.drafts, work.attempts
        assert (draft.answer, [one.answer for one in attempts], work.aside) == (answer, [answer], ())
