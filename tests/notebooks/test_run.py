"""All notebooks run from top to bottom without the network."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
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


@pytest.fixture(autouse=True)
def folders_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "store"))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))


def run(file):
    """Run a notebook in a fresh kernel; give what its first cell printed, and the code cells after it."""
    notebook = nbformat.read(file, as_version=4)
    first = next(index for index, cell in enumerate(notebook.cells) if cell.cell_type == "code")
    notebook.cells.insert(first, nbformat.v4.new_code_cell(NO_NETWORK))
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(file.parent)}}).execute()
    ready = "".join(output.get("text", "") for output in notebook.cells[first + 1].outputs)
    return ready, [cell for cell in notebook.cells[first + 2 :] if cell.cell_type == "code"]


@pytest.mark.parametrize("file", sorted(NOTEBOOKS.rglob("*.ipynb")), ids=lambda file: file.stem)
def test_a_notebook_runs_offline_from_top_to_bottom_and_every_cell_shows_something(file):
    ready, shown = run(file)
    assert ready.startswith("Ready: ")
    assert shown
    assert all(output.output_type in ("display_data", "execute_result") for cell in shown for output in cell.outputs)
    assert all(cell.outputs for cell in shown)
