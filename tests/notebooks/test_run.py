"""All notebooks run from top to bottom without the network, and the first cell is quick."""

from __future__ import annotations

import json
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
import time
_begun = time.perf_counter()
"""



@pytest.fixture(autouse=True)
def folders_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setenv("WHOSAYS_DATA", str(tmp_path / "store"))
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))


def run(file, *, whole=True):
    """Run a notebook in a fresh kernel; give what its first cell printed, its seconds, and the code cells after it."""
    notebook = nbformat.read(file, as_version=4)
    first = next(index for index, cell in enumerate(notebook.cells) if cell.cell_type == "code")
    clock = "import json, time; print(json.dumps(time.perf_counter() - _begun))"
    notebook.cells.insert(first + 1, nbformat.v4.new_code_cell(clock))
    notebook.cells.insert(first, nbformat.v4.new_code_cell(NO_NETWORK))
    if not whole:
        del notebook.cells[first + 3 :]
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(file.parent)}}).execute()
    ready = "".join(output.get("text", "") for output in notebook.cells[first + 1].outputs)
    seconds = json.loads(notebook.cells[first + 2].outputs[0]["text"])
    return ready, seconds, [cell for cell in notebook.cells[first + 3 :] if cell.cell_type == "code"]


@pytest.mark.parametrize("file", sorted(NOTEBOOKS.rglob("*.ipynb")), ids=lambda file: file.stem)
def test_a_notebook_runs_offline_and_its_first_cell_is_ready_within_three_seconds(file):
    ready, seconds, shown = run(file)
    assert ready.startswith("Ready: ")
    # Where something else holds up the machine, a fresh kernel gets a second chance, and a third.
    assert seconds < 3 or any(run(file, whole=False)[1] < 3 for _ in range(2))
    assert shown
    assert all(output.output_type in ("display_data", "execute_result") for cell in shown for output in cell.outputs)
    assert all(cell.outputs for cell in shown)
