"""Reads what a person brought in a process of its own: its input is JSON with name and bytes, and so is its answer."""

from __future__ import annotations

import base64
import json
import os
import sys
from collections.abc import Iterable
from typing import Any

from exercises.texts.brought import read_brought, read_pasted
from exercises.texts.refused import TextRefused
from exercises.words import speaking


def read(told: dict[str, Any]) -> dict[str, Any]:
    """Read a text or file.

    Parameters
    ----------
    told : dict
        ``name`` of the file, empty for what was pasted, and ``data``: its bytes in base64, in UTF-8 if it was pasted.

    Returns
    -------
    dict
        ``title``, ``sentences`` (each on one line), ``notes`` and ``language``; or ``refused``, a sentence.
    """
    data = base64.b64decode(told["data"])
    try:
        brought = (
            read_brought(told["name"], data) if told["name"] else read_pasted(data.decode("utf-8", "surrogatepass"))
        )
    except TextRefused as refusal:
        return {"refused": str(refusal)}
    return {
        "title": brought.title,
        "sentences": list(brought.lines),
        "notes": list(brought.notes),
        "language": brought.language,
    }


def main(arguments: Iterable[str]) -> None:
    """Read from the input, and print what came of it as one line of JSON."""
    language, host = arguments
    if sys.platform != "win32":
        os.nice(10)  # whoever types comes first
    with speaking(language, host):
        told = read(json.loads(sys.stdin.buffer.read()))
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1:])
