"""Voila under the same load, as far as it goes without a browser: the page of notebook 2, and the state of its widgets.

A student is a client that loads the whole page, for which Voila starts a kernel and runs the notebook, and then asks
that kernel for its widgets, as the page does: usable is when their state has come. What a browser then does is not
counted, in favour of Voila.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
import tempfile
import time
import uuid
from pathlib import Path

import psutil
import tornado.httpclient
import tornado.websocket

from hosts import course, host

NOTEBOOK = "kupyansk/02_who_says_so.ipynb"
KERNEL = re.compile(r'"?kernelId"?:\s*"([0-9a-f-]{36})"')
MEGABYTE = 1024 * 1024
PATIENCE = 280  # seconds


def measure_voila(count: int) -> dict[str, object]:
    """Let so many students open the notebook at once."""
    with tempfile.TemporaryDirectory() as folder:
        place = course(Path(folder) / "course")
        with host("voila", place, Path(folder) / "store") as started:
            process = psutil.Process(started.pid)
            cpu, memory, load = _cpu(process), _memory(process), os.getloadavg()[0]
            usable = sorted(asyncio.run(_all(started.port, count)))
            used, more = _cpu(process) - cpu, _memory(process) - memory
    name = f"voila, {count} at once"
    return {
        f"{name}: usable p50, s": usable[len(usable) // 2],
        f"{name}: usable p95, s": usable[min(len(usable) * 95 // 100, len(usable) - 1)],
        f"{name}: CPU a student, s": used / count,
        f"{name}: memory a student, MB": more / count,
        f"{name}: load average before and after": f"{load:.1f} {os.getloadavg()[0]:.1f}",
    }


async def _all(port: int, count: int) -> list[float]:
    tornado.httpclient.AsyncHTTPClient.configure(None, max_clients=count, max_body_size=10**9)
    return await asyncio.gather(*(_student(port) for _ in range(count)))


async def _student(port: int) -> float:
    begun = time.perf_counter()
    address = f"http://127.0.0.1:{port}/voila/render/{NOTEBOOK}"
    client = tornado.httpclient.AsyncHTTPClient()
    page = await client.fetch(address, request_timeout=PATIENCE, connect_timeout=PATIENCE)
    (kernel,) = set(KERNEL.findall(page.body.decode()))
    cookies = "; ".join(one.split(";")[0] for one in page.headers.get_list("Set-Cookie"))
    line = tornado.httpclient.HTTPRequest(
        f"ws://127.0.0.1:{port}/api/kernels/{kernel}/channels?session_id={uuid.uuid4()}",
        headers={"Cookie": cookies},
        request_timeout=PATIENCE,
    )
    await _widgets(await tornado.websocket.websocket_connect(line))
    return time.perf_counter() - begun


async def _widgets(line: tornado.websocket.WebSocketClientConnection) -> None:
    """Ask for the state of all widgets, by the protocol of ipywidgets, and wait for it."""
    comm = uuid.uuid4().hex
    opened = {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}}
    await line.write_message(_message("comm_open", opened, {"version": "1.0.0"}))
    await line.write_message(_message("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}}))
    while (told := await line.read_message()) is not None:
        if b"update_states" in (told if isinstance(told, bytes) else told.encode()):
            return
    raise ConnectionError("the kernel left")


def _message(kind: str, content: dict, metadata: dict | None = None) -> str:
    header = {"msg_id": uuid.uuid4().hex, "msg_type": kind, "username": "", "session": "bench", "version": "5.3"}
    header["date"] = "2026-01-01T00:00:00Z"
    whole = {"header": header, "parent_header": {}, "metadata": metadata or {}, "content": content, "buffers": []}
    return json.dumps(whole | {"channel": "shell"})


def _family(process: psutil.Process) -> list[psutil.Process]:
    return [process, *process.children(recursive=True)]


def _cpu(process: psutil.Process) -> float:
    return sum(sum(one.cpu_times()[:2]) for one in _family(process))


def _memory(process: psutil.Process) -> float:
    """Give the memory of all processes, what they share counted once."""
    return sum(one.memory_full_info().pss for one in _family(process)) / MEGABYTE


if __name__ == "__main__":
    for name, value in measure_voila(int(sys.argv[1])).items():
        print(f"{name:<70} {value}")
