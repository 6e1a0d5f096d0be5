"""The front of the room: takes in connections, and lets none of them hold the door."""

from __future__ import annotations

import asyncio
import errno
import socket
import ssl
from typing import Any

import tornado.httpserver
import tornado.iostream
import tornado.web

from exercises.room.crowd import Crowd
from exercises.room.pace import Buckets, arrivals, has_room

PATIENCE = 30  # seconds that a connection may ask for nothing, or take to say what it wants
MOST_SAID = 16_384  # bytes of a form or of all headers: what is longer is not even taken in


class Front(tornado.httpserver.HTTPServer):
    """The server of a room, which counts its connections."""

    crowd: Crowd
    arrivals: Buckets

    def _handle_connection(self, connection: socket.socket, address: tuple[Any, ...]) -> None:
        """Close what is more than a class ever opens from one address, before anything is made of it."""
        if has_room(self.arrivals[str(address[0])]):
            super()._handle_connection(connection, address)
        else:
            connection.close()

    def handle_stream(self, stream: tornado.iostream.IOStream, address: tuple[Any, ...]) -> None:
        """Take in one connection."""
        self.crowd.comes(stream, str(address[0]))
        super().handle_stream(stream, address)


def front(room: tornado.web.Application, secure: ssl.SSLContext | None = None) -> Front:
    """Make the server of a room; in the loop in which it answers.

    Parameters
    ----------
    room : tornado.web.Application
        The room.
    secure : ssl.SSLContext, optional
        Its certificate.
    """
    sizes = {"max_body_size": MOST_SAID, "max_header_size": MOST_SAID}
    made = Front(room, ssl_options=secure, idle_connection_timeout=PATIENCE, body_timeout=PATIENCE, **sizes)
    made.crowd, made.arrivals = room.settings["room"].crowd, arrivals()
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: _caught(made.crowd, loop, context))
    return made


def _caught(crowd: Crowd, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Make room where the system opens no more; all else is said as ever."""
    error = context.get("exception")
    if isinstance(error, OSError) and error.errno in (errno.EMFILE, errno.ENFILE):
        crowd.make_room()
    else:
        loop.default_exception_handler(context)
