"""The room: one process that serves a class until it is ended."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import ssl
import sys
import threading
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

import tornado.ioloop
import tornado.web

from exercises.answers.batch import BatchStore
from exercises.room.asking import Asks
from exercises.room.assets import Assets
from exercises.room.desk import Act, Desk, WayIn
from exercises.room.door import ByLink, Here, Waiting
from exercises.room.front import front
from exercises.room.handlers import Entry, File, Leave, Notebook, Nothing
from exercises.room.handles import raised
from exercises.room.library import Library
from exercises.room.line import LARGEST, Line
from exercises.room.links import Links
from exercises.room.live import Live
from exercises.room.opened import Opened
from exercises.room.register import Register
from exercises.room.steering import Steering
from exercises.room.teacher import Figures, Gradebook, Kept, Teacher
from exercises.room.work_files import WorkFiles
from exercises.room.writer import Writer

EVERY = 3000  # milliseconds
SWITCH = 0.0005  # seconds
KEPT = 64  # files that are no connections: those of the class, and what draws charts


def application(
    folders: Iterable[Path], store: BatchStore, hosts: Collection[str], address: str = "", *, drafts: bool = False
) -> tornado.web.Application:
    """Make the room of a class.

    Parameters
    ----------
    folders : iterable of Path
        The lessons, all side by side.
    store : BatchStore
        The file of the class.
    hosts : collection of str
        Names and ports under which browsers may ask, such as ``192.168.1.20:8765``; nothing else is answered.
    address : str
        Where students find the way in, as the teacher shows it to the class.
    drafts : bool
        Whether notebooks are served, too, that rest on drafts.

    Raises
    ------
    LessonError
        If a lesson cannot be read.
    StoreTrouble
        If the disk does not do its part.
    """
    assets, register = Assets(), Register(store)
    library = Library(folders, assets, store, drafts=drafts)
    library.warm()
    writer = Writer(store, library.speaking)
    steering, asks, links = Steering(store), Asks(store), Links(store)
    files, live = WorkFiles(store, writer), Live(store, register, library)
    parts = library, assets, writer, files, live, steering, asks, links
    opened = Opened(frozenset(hosts), store, register, *parts, address)
    about = {"room": opened}
    routes = [
        (r"/", Entry, about),
        (r"/leave", Leave, about),
        (r"/here", Here, about),
        (r"/waiting", Waiting, about),
        (r"/in/([A-Za-z0-9_-]{8,40})", ByLink, about),
        (r"/teacher", Teacher, about),
        (r"/teacher/figures", Figures, about),
        (r"/teacher/file", Kept, about),
        (r"/teacher/table", Gradebook, about),
        (r"/teacher/desk", Desk, about),
        (r"/teacher/way-in\.svg", WayIn, about),
        (r"/teacher/desk/([a-z]+)", Act, about),
        (r"/files/([0-9a-f]{16})/([A-Za-z0-9_./-]+)", File, about),
        (r"/line/([A-Za-z0-9_-]+)/([A-Za-z0-9_-]+)", Line, about),
        (r"/([A-Za-z0-9_-]+)/([A-Za-z0-9_-]+)", Notebook, about),
        (r".*", Nothing, about),
    ]
    return tornado.web.Application(
        routes,
        room=opened,
        compress_response=True,
        cookie_secret=register.secret().hex(),
        websocket_max_message_size=LARGEST,
        websocket_ping_interval=20,
        log_function=lambda _handler: None,
    )


async def serve(
    room: tornado.web.Application,
    port: int,
    address: str,
    secure: ssl.SSLContext | None = None,
    look: Callable[[], None] | None = None,
) -> None:
    """Answer at an address until the task is ended; ``look`` is called every few seconds."""
    opened: Opened = room.settings["room"]
    opened.crowd.most = max(raised() - KEPT, KEPT)
    server = front(room, secure)
    server.listen(port, address)
    looking = tornado.ioloop.PeriodicCallback(look or (lambda: None), EVERY)
    looking.start()
    # The writer gives way at each statement: it must not wait long until it is its turn again.
    sys.setswitchinterval(SWITCH)
    # What was read before anybody came stays: whoever sends a thousand lists does not have all of it looked through.
    gc.collect()
    gc.freeze()
    # Beside all else: where charts were never drawn on this computer, it takes a minute.
    threading.Thread(target=opened.library.draw_figures, daemon=True).start()
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.Event().wait()
    looking.stop()
    server.stop()
