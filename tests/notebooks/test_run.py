"""All notebooks run from top to bottom without the network."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
# Only this computer may be reached: the kernel's own sockets are on it.
NO_NETWORK = """
import socket
_connect = socket.socket.connect
def connect(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in ("127.0.0.1", "::1", "localhost"):
        raise OSError("a notebook asked for the network: %r" % (address,))
    return _connect(self, address)
socket.socket.connect = connect
def no_names(*asked, **more):
    raise OSError("a notebook asked for a name: %r" % (asked,))
socket.getaddrinfo = no_names
"""
# A notebook finds nothing of the one before it: no names, no answers.
AS_NEW = """%reset -f
import os
os.chdir({folder!r})
os.environ["WHOSAYS_DATA"] = {store!r}
"""


@pytest.fixture(scope="module")
def kernel(tmp_path_factory):
    """Run one kernel for all notebooks, cut off from the network."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IPYTHONDIR", str(tmp_path_factory.mktemp("ipython")))
        manager, client = start_new_kernel(startup_timeout=120)
    client.execute_interactive(NO_NETWORK, timeout=120)
    yield manager
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def run(file, kernel, store):
    """Run a notebook; give what its first cell printed, and the code cells after it."""
    notebook = nbformat.read(file, as_version=4)
    first = next(index for index, cell in enumerate(notebook.cells) if cell.cell_type == "code")
    as_new = nbformat.v4.new_code_cell(AS_NEW.format(folder=str(file.parent), store=str(store)))
    notebook.cells.insert(first, as_new)
    NotebookClient(notebook, km=kernel, timeout=120).execute()
    ready = "".join(output.get("text", "") for output in notebook.cells[first + 1].outputs)
    return ready, [cell for cell in notebook.cells[first + 2 :] if cell.cell_type == "code"]


def test_the_kernel_that_runs_them_reaches_nothing_outside(kernel):
    client = kernel.client()
    client.start_channels()
    client.wait_for_ready(timeout=120)
    reply = client.execute_interactive("socket.socket().connect(('198.51.100.1', 80))", timeout=120, output_hook=str)
    client.stop_channels()
    assert "asked for the network" in reply["content"]["evalue"]


@pytest.mark.parametrize("file", sorted(NOTEBOOKS.rglob("*.ipynb")), ids=lambda file: file.stem)
def test_a_notebook_runs_offline_from_top_to_bottom_and_every_cell_shows_something(file, kernel, tmp_path):
    ready, shown = run(file, kernel, tmp_path / "store")
    assert ready.startswith("Ready: ")
    assert shown
    assert all(output.output_type in ("display_data", "execute_result") for cell in shown for output in cell.outputs)
    assert all(cell.outputs for cell in shown)
