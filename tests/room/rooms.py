"""A room that runs in a thread of its own, and guests without a browser."""

from __future__ import annotations

import asyncio
import http.client
import json
import threading
from contextlib import contextmanager
from contextvars import copy_context
from dataclasses import dataclass, field
from urllib.parse import urlencode

import tornado.httpclient
import tornado.testing
import tornado.websocket

from exercises.answers.store import Store
from exercises.room.front import front
from exercises.room.register import Register, class_store
from exercises.room.server import application


@dataclass
class Room:
    """An open room: its port, the file of its class, and who may come in."""

    port: int
    store: Store
    register: Register
    host: str = field(init=False)

    def __post_init__(self):
        self.host = f"127.0.0.1:{self.port}"

    def guest(self):
        """Let a new guest come to the door, with a card of their own."""
        return Guest(self, self.register.issue(1)[0])


@contextmanager
def opened(folders, folder, secure=None):
    """Serve some lessons, keeping the answers in a folder, until the end of the block; ``secure`` by https."""
    socket, port = tornado.testing.bind_unused_port()
    store = class_store(folder)
    made = application(folders, store, [f"127.0.0.1:{port}"])
    loop, ready = asyncio.new_event_loop(), threading.Event()

    async def begin():
        server = front(made, secure)
        server.add_sockets([socket])
        ready.set()

    def run():
        asyncio.set_event_loop(loop)
        loop.run_until_complete(begin())
        loop.run_forever()

    # As where a room is served: in the context of whoever opens it.
    thread = threading.Thread(target=copy_context().run, args=(run,), daemon=True)
    thread.start()
    ready.wait()
    try:
        yield Room(port, store, Register(store))
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        socket.close()


def damage(folder):
    """Write over all that a class consists of, with what was not copied into its file yet."""
    for file in folder.glob("answers.sqlite*"):
        file.write_bytes(b"no database any more " * 400)


class Guest:
    """Somebody with a device and no browser; keeps the cookie."""

    PATIENCE = 60  # seconds that an answer may take

    def __init__(self, room, card):
        self.room, self.card, self.cookie = room, card, ""

    def ask(self, method, path, body=None, **headers):
        """Ask for something; give status, headers and text. Names of headers are written with low lines."""
        sent = {"Host": self.room.host} | ({"Cookie": self.cookie} if self.cookie else {})
        sent |= {"Origin": f"http://{self.room.host}"} if method == "POST" else {}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        if body is not None:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        line = http.client.HTTPConnection("127.0.0.1", self.room.port, timeout=self.PATIENCE)
        try:
            line.request(method, path, body, {name: value for name, value in sent.items() if value is not None})
            reply = line.getresponse()
            return reply.status, reply.headers, reply.read().decode("utf-8", "replace")
        finally:
            line.close()

    def show_card(self, code=None, pin=None, **headers):
        """Type code and PIN at the door; those of the card by default. Give the status."""
        typed = {"code": code if code is not None else self.card.code, "pin": pin if pin is not None else self.card.pin}
        status, found, _ = self.ask("POST", "/", urlencode(typed), **headers)
        if cookie := found.get("Set-Cookie"):
            self.cookie = cookie.split(";")[0]
        return status

    def comes_in(self):
        """Come in by card."""
        assert self.show_card() == 303
        return self

    def goes_to(self, path):
        """Open a page as a browser does, which keeps the cookie that stands on its line."""
        status, found, _ = self.ask("GET", path)
        kept = [cookie.split(";")[0] for cookie in found.get_all("Set-Cookie", [])]
        self.cookie = "; ".join([self.cookie, *kept])
        return status

    def shows_the_key(self):
        """Become the teacher, in a browser in which no student is in."""
        status, found, _ = self.ask("POST", "/teacher", f"key={self.room.register.teacher_key()}")
        assert status == 303
        self.cookie = found["Set-Cookie"].split(";")[0]
        return self

    def press(self, button, **values):
        """Press a button of the teacher's desk; give the desk as it is then."""
        status, _, text = self.ask("POST", f"/teacher/desk/{button}", urlencode(values))
        assert status == 200, text
        return json.loads(text)

    def desk(self):
        """Look at the teacher's desk."""
        return json.loads(self.ask("GET", "/teacher/desk")[2])

    def talk(self, path, *messages, before=None):
        """Open the line of a page, send each message when the one before is answered; give all that came.

        Bytes are a work file that is opened.

        What stands ``before`` is sent as it is, and no answer to it is waited for.
        """
        return asyncio.run(self._talk(path, messages, before))

    async def connect(self, path):
        """Open the line of a page."""
        headers = {"Cookie": self.cookie, "Origin": f"http://{self.room.host}"}
        request = tornado.httpclient.HTTPRequest(f"ws://{self.room.host}/line{path}", headers=headers)
        return await tornado.websocket.websocket_connect(request)

    async def _talk(self, path, messages, before):
        line = await self.connect(path)
        heard = [json.loads(await line.read_message())]
        if before is not None:
            await line.write_message(before)
        for message in messages:
            if isinstance(message, bytes):
                await line.write_message(message, binary=True)
            else:
                await line.write_message(json.dumps(message))
            while "reply" not in (last := json.loads(await line.read_message())):
                heard.append(last)
            heard.append(last)
        line.close()
        return heard

    @contextmanager
    def flooding(self, path, messages):
        """Send messages without waiting for answers until the end of the block; gives how many are not answered yet."""
        loop, answered = asyncio.new_event_loop(), []

        async def flood():
            line = await self.connect(path)
            for message in messages:
                await line.write_message(json.dumps(message))
            ready.set()
            while (heard := await line.read_message()) is not None:
                answered.extend([1] if "reply" in json.loads(heard) else [])

        ready = threading.Event()
        thread = threading.Thread(target=lambda: _until_stopped(loop, flood()), daemon=True)
        thread.start()
        assert ready.wait(60)
        try:
            yield lambda: len(messages) - len(answered)
        finally:
            loop.call_soon_threadsafe(loop.stop)
            thread.join()


async def news(line):
    """Wait for what the room itself says on a line; None when it ends."""
    while (heard := await line.read_message()) is not None:
        if "room" in (told := json.loads(heard)):
            return told["room"]
    return None


def _until_stopped(loop, work):
    asyncio.set_event_loop(loop)
    task = loop.create_task(work)
    loop.run_forever()
    task.cancel()


def place_of(heard, name):
    """Give number and page of an exercise among the faces that a line brought."""
    faces = heard[0]["faces"]
    return next((one["face"], one["traits"]) for one in faces if one["traits"]["page"].get("id") == name)
