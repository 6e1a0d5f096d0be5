"""Serves each notebook of a lesson as a page, ``/NOTEBOOK``, and keeps the answers in FOLDER.

``python server.py PORT LESSON FOLDER``
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
BLOCKED = ("anywidget", "ipywidgets", "traitlets", "IPython", "jupyter_server", "matplotlib")
if __name__ == "__main__":
    for blocked in BLOCKED:
        sys.modules[blocked] = None
    sys.path[:0] = [str(HERE.parent), str(HERE.parents[1])]

import tornado.web
import tornado.websocket
from whole_notebook import faces_at, places_of

import exercises
from exercises.answers.store import Store
from exercises.kinds.items import load_items
from exercises.lesson.load import find_lessons, load_lesson
from exercises.room.conversation import Conversation, read
from exercises.visit import Visit

PACKAGE = Path(exercises.__file__).parent
TYPES = {".js": "text/javascript", ".css": "text/css"}


class Page(tornado.web.RequestHandler):
    """The page of any notebook: a place for each face."""

    def get(self, notebook: str) -> None:
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.write((HERE / "page.html").read_bytes())


class ViewFile(tornado.web.RequestHandler):
    """A module or style sheet of the package or of this host, just as it lies on the disk; nothing else."""

    def get(self, folder: str, path: str) -> None:
        root = {"exercises": PACKAGE, "host": HERE}[folder]
        file = (root / path).resolve()
        if file.suffix not in TYPES or not file.is_relative_to(root) or not file.is_file():
            raise tornado.web.HTTPError(404)
        self.set_header("Content-Type", f"{TYPES[file.suffix]}; charset=utf-8")
        self.write(file.read_bytes())


class Line(tornado.websocket.WebSocketHandler):
    """The line to one page: brings every face there, its messages here, and the replies back."""

    def initialize(self, lesson, items, store) -> None:
        self._lesson, self._items, self._store = lesson, items, store

    def open(self, notebook: str) -> None:
        loop = asyncio.get_running_loop()
        visit = Visit(self._lesson, self._items, self._store, notebook)
        faces = [face for _, face in faces_at(visit, places_of(self._lesson, notebook))]
        self._conversation = Conversation(
            visit, faces, address, lambda told: loop.call_soon_threadsafe(self._say, told)
        )
        told = self._conversation.told()
        for one, face in zip(told["faces"], faces, strict=True):
            styles = map(address, [*face.view.shared, face.view.style])
            one["styles"] = ["/exercises/page/kit.css", *styles]
        self._say(told)

    def on_message(self, text: str) -> None:
        if message := read(text):
            for told in self._conversation.hear(message).release():
                self._say(told)

    def _say(self, told) -> None:
        if self.ws_connection:
            self.write_message(json.dumps(told))


def address(file: Path) -> str:
    """Give the address of a file of the package."""
    return f"/exercises/{file.resolve().relative_to(PACKAGE).as_posix()}"


async def serve(port: int, lesson_name: str, folder: str) -> None:
    """Serve until the process is ended."""
    lesson = load_lesson(find_lessons(HERE) / lesson_name)
    about = {"lesson": lesson, "items": load_items(lesson), "store": Store(Path(folder))}
    name = "|".join(re.escape(entry.name) for entry in lesson.info.notebooks)
    routes = [(f"/({name})", Page), (f"/line/({name})", Line, about), (r"/(exercises|host)/(.+)", ViewFile)]
    tornado.web.Application(routes).listen(port, "127.0.0.1")
    await asyncio.Event().wait()


if __name__ == "__main__":
    port, lesson_name, folder = sys.argv[1:]
    asyncio.run(serve(int(port), lesson_name, folder))
