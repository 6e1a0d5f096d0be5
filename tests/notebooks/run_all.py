"""Runs notebooks from top to bottom without a kernel or a network, and prints what each of their cells showed.

``python run_all.py STORE NOTEBOOK...`` keeps the answers of each notebook in a folder of its own in STORE.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from pathlib import Path

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output


def refuse(*asked, **_more):
    """Stand in for whatever leads out of this computer."""
    raise OSError(f"a notebook asked for the network: {asked}")


def run(file: Path, store: Path) -> list[dict]:
    """Run all code cells; nothing is left of the notebook before, neither names nor answers."""
    shell = InteractiveShell.instance()
    shell.reset(new_session=True)
    os.chdir(file.parent)
    os.environ["WHOSAYS_DATA"] = str(store)
    told = []
    for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            with capture_output() as caught:
                done = shell.run_cell("".join(cell["source"]))
            fault = done.error_before_exec or done.error_in_exec
            shown, _ = shell.display_formatter.format(done.result)
            said = {"printed": caught.stdout, "complained": caught.stderr, "shown": sorted(shown)}
            told.append(said | {"fault": repr(fault) if fault else ""})
    return told


if __name__ == "__main__":
    socket.socket.connect = socket.getaddrinfo = refuse
    store, *files = (Path(one).absolute() for one in sys.argv[1:])
    print(json.dumps({str(file): run(file, store / str(number)) for number, file in enumerate(files)}))
