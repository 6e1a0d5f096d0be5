"""A certificate for the room, with which browsers encrypt what they send."""

from __future__ import annotations

import ssl
from pathlib import Path

from exercises.room.classes import ClassRefused


def secured(file: Path) -> ssl.SSLContext:
    """Read a certificate with its key; `ClassRefused` if the file cannot be read, or does not hold both.

    Parameters
    ----------
    file : Path
        Both in PEM, as certificate authorities give them out.
    """
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    try:
        file.read_bytes()
        # A key behind a password is refused: a question would stop the room at every start.
        context.load_cert_chain(file, password=lambda: b"")
    except ssl.SSLError:
        raise ClassRefused("no_certificate") from None
    except OSError:
        raise ClassRefused("unread_certificate") from None
    return context
