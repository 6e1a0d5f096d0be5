"""A kernel that can be told to fail: one open lesson over a shared store, asked and answering in lines of JSON.

``python kernel.py FOLDER STORE`` keeps its lesson in FOLDER and the answers in STORE. The process that was started only
waits: each kernel is a child of it, so that a new one is there at once after a kernel was killed.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import sys
import uuid
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1])]

from kinds_lesson import build_kinds_lesson
from sqlalchemy import Engine, delete, event
from sqlalchemy.exc import OperationalError

from exercises.answers.codes import codes_in
from exercises.answers.exports import export_work, import_work
from exercises.answers.file import FILE_NAME
from exercises.answers.store import Store
from exercises.answers.student import Student
from exercises.answers.tables import ASIDE, ATTEMPTS, DRAFTS, RECEIPTS, TRAIL
from exercises.exchange.exercise import Exercise
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson
from exercises.visit import Visit

EXERCISE = "first-item"
_ANSWERS = (DRAFTS, ATTEMPTS, ASIDE, RECEIPTS, TRAIL)


class Disk:
    """Works, but for one statement of the next act, which fails or is the last thing that the process does."""

    def __init__(self):
        self._left, self._kills = -1, False
        event.listen(Engine, "before_cursor_execute", self._statement)
        event.listen(Engine, "commit", self._statement)

    def will_fail(self, at, *, kills):
        self._left, self._kills = at, kills

    def works(self):
        self._left = -1

    def _statement(self, *_):
        self._left -= 1
        if self._left != -1:
            return
        if self._kills:
            os.kill(os.getpid(), signal.SIGKILL)
        fault = sqlite3.OperationalError("disk I/O error")
        fault.sqlite_errorcode = sqlite3.SQLITE_IOERR
        raise OperationalError("a statement", None, fault)


class Kernel:
    """One open lesson, and what it has to say to its pages."""

    def __init__(self, lesson, folder, elsewhere):
        self._lesson, self._items, self._disk = lesson, load_items(lesson), Disk()
        self._folder, self._store, self._elsewhere = folder, Store(folder), elsewhere

    def empty(self):
        """Forget all answers."""
        _empty(self._store)
        return {}

    def begin(self):
        """Open the lesson; the memory of what was open before is gone."""
        self._visit = Visit(self._lesson, self._items, self._store, "one")
        self._shown, self._said = [], []
        self._bar = self._visit.show(self._visit.bar(), lambda *_: None)
        return {"code": self._visit.student.code}

    def show(self, *, words):
        """Draw the exercise once more, as for a page that is loaded; the words are long, and asked for once."""
        number = len(self._shown)
        shown = self._visit.show(self._visit.exercise(EXERCISE), lambda page, state: self._say(number, page, state))
        self._shown.append(shown)
        drawn = {"number": number, "page": shown.drawn.page, "state": shown.drawn.state}
        return drawn | ({"words": shown.drawn.words} if words else {})

    def _say(self, number, page, state):
        self._said.append({"to": number, "page": page, "state": state})

    def message(self, number, content, times=1, fails=None, kills=None):
        """Take one message of a page as often as it is told, and give all that is said of it."""
        self._said, shown = [], self._shown[number]
        for _ in range(times):
            if fails is not None or kills is not None:
                self._disk.will_fail(fails if kills is None else kills, kills=kills is not None)
            shown.receive(content, lambda reply: self._said.append({"to": number, "reply": reply}))
            self._disk.works()
            fails = kills = None
        name = f"{content.get('code')}/{EXERCISE}/{content['kind']}/{content['tab']}/{content['seq']}"
        return {"said": self._said, "attempt": str(uuid.uuid5(uuid.NAMESPACE_OID, name))}

    def bar(self, content, fails=None):
        """Do what a button of the bar asks."""
        self._said, replies = [], []
        if fails is not None:
            self._disk.will_fail(fails, kills=False)
        self._bar.receive(content, replies.append)
        self._disk.works()
        return {"said": self._said, "reply": replies[-1], "code": self._visit.student.code}

    def travel(self, text, kind, answer, hours):
        """Take a work file to another computer whose clock is wrong, go on there, and come back with its file."""
        _empty(self._elsewhere)
        code, _ = import_work(self._elsewhere, text)
        student = Student(self._elsewhere, code)
        base = (draft := student.work().draft(self._lesson.id, EXERCISE)) and draft.version
        face, replies = Exercise(self._lesson, self._items[EXERCISE], "one"), []
        message = {"kind": kind, "tab": f"elsewhere-{uuid.uuid4().hex[:8]}", "seq": 1, "code": code, "base": base}
        face.receive(student, message | {"answer": answer}, replies.append)
        return {"text": _with_clock_off(export_work(student), hours), "kind": replies[-1]["kind"]}

    def all(self):
        """Give all that is stored of each student."""
        works = {code: Student(self._store, code).work() for code in self._store.run(codes_in, write=False)}
        return {
            code: {name: [asdict(one) for one in getattr(work, name)] for name in ("drafts", "attempts", "aside")}
            for code, work in works.items()
        }

    def damage(self, at, length):
        """Write over a part of the file, as a failing disk does."""
        with (self._folder / FILE_NAME).open("r+b") as opened:
            opened.seek(at)
            opened.write(b"\x00" * length)
        return {}


def _empty(store):
    """Take all answers away; that is quicker than another file."""
    store.run(lambda connection: [connection.execute(delete(table)) for table in _ANSWERS], write=True)


def _with_clock_off(text, hours):
    file = json.loads(text)
    for one in (*file["drafts"], *file["attempts"], *file["aside"]):
        name = "made_at" if "made_at" in one else "saved_at"
        one[name] = (datetime.fromisoformat(one[name]) + timedelta(hours=hours)).isoformat(timespec="milliseconds")
    return json.dumps(file)


def serve(kernel):
    """Answer line by line, until there is no more."""
    print(json.dumps({"ready": True}), flush=True)
    while line := sys.stdin.readline():
        asked = json.loads(line)
        try:
            told = getattr(kernel, asked.pop("do"))(**asked)
        except Exception as error:
            told = {"broken": f"{type(error).__name__}: {error}"}
        print(json.dumps(told), flush=True)


def main(folder, store):
    lesson = load_lesson(build_kinds_lesson(Path(folder) / "bridge"))
    kernel = Kernel(lesson, Path(store), Store(Path(folder) / "elsewhere"))
    while (child := os.fork()) != 0:
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            return
    serve(kernel)


if __name__ == "__main__":
    main(*sys.argv[1:])
