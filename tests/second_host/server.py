"""Serves a notebook, or the places of one that are named, as a page, and keeps its answers in FOLDER.

``python server.py PORT LESSON NOTEBOOK FOLDER PLACES``; PLACES is a JSON list of places with what each is called with.
"""

from __future__ import annotations

import asyncio
import json
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
from whole_notebook import faces_at

import exercises
from exercises.answers.store import Store
from exercises.kinds.items import load_items
from exercises.lesson.load import find_lessons, load_lesson
from exercises.visit import Visit

PACKAGE = Path(exercises.__file__).parent
TYPES = {".js": "text/javascript", ".css": "text/css"}


class Page(tornado.web.RequestHandler):
    """The page itself: a place for each face."""

    def get(self) -> None:
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

    def initialize(self, lesson, items, store, notebook, places) -> None:
        self._visit, self._places = Visit(lesson, items, store, notebook), places

    def open(self) -> None:
        self._loop = asyncio.get_running_loop()
        faces = [face for _, face in faces_at(self._visit, self._places)]
        self._shown = [self._visit.show(face, self._redraw(number)) for number, face in enumerate(faces)]
        self._say({"faces": [self._told(number, shown) for number, shown in enumerate(self._shown)]})

    def on_message(self, text: str) -> None:
        message = json.loads(text)
        number = message["face"]
        self._shown[number].receive(message["content"], lambda reply: self._later({"face": number, "reply": reply}))

    def _told(self, number, shown):
        view = shown.face.view
        styles = [*view.shared, view.style]
        return {
            "face": number,
            "module": address(view.module),
            "styles": ["/exercises/page/kit.css", *map(address, styles)],
            "traits": {"page": shown.drawn.page, "state": shown.drawn.state, "words": shown.drawn.words},
        }

    def _redraw(self, number):
        def redraw(page, state) -> None:
            traits = {name: value for name, value in (("page", page), ("state", state)) if value is not None}
            self._later({"face": number, "traits": traits})

        return redraw

    def _later(self, content) -> None:
        """Say something from whatever thread."""
        self._loop.call_soon_threadsafe(self._say, content)

    def _say(self, content) -> None:
        if self.ws_connection:
            self.write_message(json.dumps(content))


def address(file: Path) -> str:
    """Give the address of a file of the package."""
    return f"/exercises/{file.resolve().relative_to(PACKAGE).as_posix()}"


async def serve(port: int, lesson_name: str, notebook: str, folder: str, places: list[list[str]]) -> None:
    """Serve until the process is ended."""
    lesson = load_lesson(find_lessons(HERE) / lesson_name)
    items, store = load_items(lesson), Store(Path(folder))
    about = {"lesson": lesson, "items": items, "store": store, "notebook": notebook, "places": places}
    routes = [(r"/", Page), (r"/line", Line, about), (r"/(exercises|host)/(.+)", ViewFile)]
    tornado.web.Application(routes).listen(port, "127.0.0.1")
    await asyncio.Event().wait()


if __name__ == "__main__":
    port, *names, places = sys.argv[1:]
    asyncio.run(serve(int(port), *names, json.loads(places)))
