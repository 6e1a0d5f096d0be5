"""How much memory a kernel takes that holds notebook 7b, above a bare one."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import nbformat
import psutil
from jupyter_client.manager import start_new_kernel

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "kupyansk" / "07b_does_it_hold.ipynb"
MEGABYTE = 1024 * 1024
# What happens when a student passes on every exercise and every chart opens.
OPEN_FIGURES = """
heard = []
for number, shown in enumerate(lesson.visit._shown):
    shown.receive({"kind": "pass", "tab": f"bench-{number:04}", "seq": 1}, heard.append)
figures = [shown.face for shown in lesson.visit._shown if hasattr(shown.face, "content")]
assert figures and all(figure.content() for figure in figures)
"""


@contextmanager
def kernel():
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"WHOSAYS_DATA": folder}
        manager, client = start_new_kernel(cwd=str(NOTEBOOK.parent), env=environment)
        try:
            yield manager, client
        finally:
            client.stop_channels()
            manager.shutdown_kernel(now=True)


def resident(manager) -> float:
    """Give the resident memory of a kernel in megabytes."""
    return psutil.Process(manager.provisioner.pid).memory_info().rss / MEGABYTE


def run(client, source: str) -> None:
    reply = client.execute_interactive(source, timeout=120, output_hook=lambda _: None)
    if reply["content"]["status"] != "ok":
        raise RuntimeError(reply["content"])


def bare() -> float:
    with kernel() as (manager, client):
        client.execute_interactive("1 + 1", timeout=60, output_hook=lambda _: None)
        return resident(manager)


def holding() -> tuple[float, float]:
    """Give the memory with notebook 7b run and all its charts open, and the seconds that its first cell took."""
    cells = [cell.source for cell in nbformat.read(NOTEBOOK, as_version=4).cells if cell.cell_type == "code"]
    with kernel() as (manager, client):
        first = 0.0
        for number, source in enumerate(cells):
            timed = f"import time; begun = time.perf_counter()\n{source}" if not number else source
            run(client, timed)
            if not number:
                asked = {"taken": "time.perf_counter() - begun"}
                told = client.execute("", user_expressions=asked, reply=True, timeout=60)
                first = float(told["content"]["user_expressions"]["taken"]["data"]["text/plain"])
        run(client, OPEN_FIGURES)
        return resident(manager), first


def measure_memory() -> dict[str, float]:
    """Measure three times after a warm-up, bare and holding in turn."""
    bare()
    holding()
    rounds = [(bare(), *holding()) for _ in range(3)]
    plain, full = median(one[0] for one in rounds), median(one[1] for one in rounds)
    return {
        "memory: bare kernel, MB": plain,
        "memory: kernel with notebook 7b, MB": full,
        "memory: notebook 7b above bare, MB (at most 90)": full - plain,
        "first cell of 7b, seconds (at most 3)": median(one[2] for one in rounds),
    }
