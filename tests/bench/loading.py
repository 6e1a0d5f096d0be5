"""A room under load: students without a browser come in, open notebook 2, save ten drafts and check three exercises."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
from classroom import COMMAND, Class

from exercises.answers.student import Student

HERE = Path(__file__).parent
MEGABYTE = 1024 * 1024
CROWDS = 2  # processes that play the students
CALM = 0.02  # seconds of CPU in a second


def measure_loading() -> dict[str, object]:
    """Measure thirty at once, and three hundred within 50 s, also with 20 ms more for each commit."""
    figures: dict[str, object] = {}
    for count, spread, slower, often in ((30, 0, 0, -1), (30, 0, 0, 0), (300, 50, 0, 0), (300, 50, 0.02, 0)):
        figures |= loaded(count, spread, slower, often)
    return figures


def measure_flood(count: int = 30, spread: float = 10) -> dict[str, object]:
    """Let one guest flood the room while the others work; what these wait for is told."""
    with tempfile.TemporaryDirectory() as folder:
        room = Class(Path(folder))
        *cards, guest = room.issued(count + 1)
        room.open()
        told = [sys.executable, str(HERE / "flooding.py"), room.host, json.dumps(guest)]
        flood = subprocess.Popen(told, stderr=subprocess.DEVNULL)
        try:
            found = _figures(room, cards, spread, 0, 0)
        finally:
            came_to_the_end = flood.poll() is None
            flood.kill()
            room.kill()
    return {f"one guest floods, {name}": value for name, value in found.items()} | {
        "one guest floods until the end": came_to_the_end
    }


def loaded(count: int, spread: float, slower: float, often: float = 0) -> dict[str, object]:
    """Let so many students come within ``spread`` seconds; ``slower`` seconds are added to each commit.

    With -1 for ``often`` they only open the page, as those of Voila do.
    """
    with tempfile.TemporaryDirectory() as folder:
        command = (sys.executable, str(HERE / "slow_disk.py"), str(slower)) if slower else COMMAND
        room = Class(Path(folder), command)
        cards = room.issued(count)
        room.open()
        try:
            return _figures(room, cards, spread, slower, often)
        finally:
            room.kill()


def _figures(room, cards, spread, slower, often) -> dict[str, object]:
    process, name = psutil.Process(room.process.pid), f"room, {len(cards)} within {spread} s"
    _settled(process)
    name += ", only opening" if often < 0 else ""
    name += f", {slower * 1000:.0f} ms a commit" if slower else ""
    memory, cpu, load = _memory(process), _cpu(process), os.getloadavg()[0]
    crowds = play(room, cards, spread, often)
    used, more = _cpu(process) - cpu, _memory(process) - memory
    waited = {what: sorted(time for one in crowds for time in one["waited"][what]) for what in crowds[0]["waited"]}
    came = [(what, share) for what in waited if waited[what] for share in (50, 95)]
    told = {f"{name}: {what} p{share}, s": _share(waited[what], share) for what, share in came}
    return told | {
        f"{name}: CPU a student, s": used / len(cards),
        f"{name}: memory a student, MB": more / len(cards),
        f"{name}: memory in all, MB": _memory(process),
        f"{name}: clients' own CPU a student, s": sum(one["cpu"] for one in crowds) / len(cards),
        f"{name}: errors": sum(len(one["errors"]) for one in crowds),
        f"{name}: answers that are missing or double": len(faults(room, crowds)),
        f"{name}: load average before and after": f"{load:.1f} {os.getloadavg()[0]:.1f}",
    }


def play(room, cards, spread, often=0.0, meanwhile=None) -> list[dict]:
    """Let crowds play a lesson, each in a process of its own, and give what they tell."""
    started = []
    for number in range(CROWDS):
        file = room.folder / f"cards-{number}.json"
        file.write_text(json.dumps(cards[number::CROWDS]), "utf-8")
        told = [sys.executable, str(HERE / "crowd.py"), room.host, str(file), str(spread), str(often)]
        started.append(subprocess.Popen(told, stdout=subprocess.PIPE, text=True))
    if meanwhile:
        meanwhile()
    return [json.loads(one.communicate()[0]) for one in started]


def measure_chaos(count: int = 300, spread: float = 50, kills: int = 10, seed: int = 12) -> dict[str, object]:
    """Kill the room at random while a class works and lines are cut, and open it again; count what is lost."""
    chance = random.Random(seed)

    def kill() -> None:
        for pause in [chance.uniform(0, 2 * spread / kills) for _ in range(kills)]:
            time.sleep(pause)
            room.kill()
            room.open()

    with tempfile.TemporaryDirectory() as folder:
        room = Class(Path(folder))
        cards = room.issued(count)
        room.open()
        try:
            crowds = play(room, cards, spread, 0.1, kill)
        finally:
            room.kill()
        name, errors = f"chaos, {count} students, {kills} kills", [one for crowd in crowds for one in crowd["errors"]]
        return {
            f"{name}: acknowledged": sum(len(crowd["waited"][what]) for crowd in crowds for what in ("save", "check")),
            f"{name}: students who came to the end": sum(len(crowd["said"]) for crowd in crowds),
            f"{name}: errors": f"{len(errors)} {errors[:3]}",
            f"{name}: answers that are missing or double": f"{len(found := faults(room, crowds))} {found[:3]}",
        }


def faults(room, crowds) -> list[str]:
    """Look for each answer that was acknowledged: it stands, and was checked once."""
    store, found = room.store(), []
    for crowd in crowds:
        for code, said in crowd["said"].items():
            work = Student(store, code).work()
            for name, answer in said.items():
                draft, attempts = work.draft("kupyansk", name), work.attempts_at("kupyansk", name)
                if draft is None or draft.answer != answer or len(attempts) != 1 or work.aside_at("kupyansk", name):
                    found.append(f"{code} {name}: {draft} {attempts}")
    return found


def _settled(process: psutil.Process) -> None:
    """Wait until the room does nothing any more: right after it has opened it still draws its figures."""
    before = -1.0
    while _cpu(process) - before > CALM:
        before = _cpu(process)
        time.sleep(1)


def _share(waited: list[float], share: int) -> float:
    """Give the time below which so many of a hundred lie."""
    return waited[min(len(waited) * share // 100, len(waited) - 1)]


def _cpu(process: psutil.Process) -> float:
    return sum(process.cpu_times()[:2])


def _memory(process: psutil.Process) -> float:
    return process.memory_info().rss / MEGABYTE


if __name__ == "__main__":
    asked = [float(one) for one in sys.argv[1:]]
    for name, value in (loaded(int(asked[0]), *asked[1:]) if asked else measure_chaos()).items():
        print(f"{name:<70} {value}")
