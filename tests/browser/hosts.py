"""Real hosts for browser tests: JupyterLab, Notebook 7 and Voila on this machine, and a proxy that can cut the line."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from kinds_lesson import build_kinds_lesson
from ports import free_port, wait_for

ROOT = Path(__file__).parents[2]
# Lab looks on every opening of its page whether its own code should be built anew, which takes seconds of Node.
NO_BUILD = {"page_config_data": {"buildAvailable": False, "buildCheck": False}}


@dataclass
class Host:
    """One running host: its port, the folder that it serves, where answers are kept, and its process."""

    port: int
    folder: Path
    store: Path
    pid: int


def course(folder: Path) -> Path:
    """Copy what a student has, the notebooks and the lessons, and add the practice lesson of the tests."""
    from exercises.notebook.build import build_lesson  # Late, because it loads the whole kernel side.

    for name in ("notebooks", "lessons"):
        shutil.copytree(ROOT / name, folder / name)
    build_lesson(build_kinds_lesson(folder / "lessons" / "bridge"), folder / "notebooks")
    return folder


def refresh(started: Host) -> Host:
    """Make a host as new: no kernel is running, and nothing is kept."""
    with suppress(urllib.error.HTTPError):
        address = f"http://127.0.0.1:{started.port}/api/kernels"
        for kernel in json.load(urllib.request.urlopen(address, timeout=30)):
            gone = urllib.request.Request(f"{address}/{kernel['id']}", method="DELETE")
            urllib.request.urlopen(gone, timeout=60).close()
    shutil.rmtree(started.store, ignore_errors=True)
    return started


@contextmanager
def host(kind: str, folder: Path, store: Path) -> Iterator[Host]:
    """Start ``lab``, which serves Notebook 7 as well, or ``voila`` on a free port and stop it afterwards."""
    port = free_port()
    common = ["--no-browser", f"--port={port}", "--ServerApp.ip=127.0.0.1"]
    if kind == "voila":
        command = [
            "voila",
            "--template=whosays",
            f"--port={port}",
            "--no-browser",
            "--Voila.ip=127.0.0.1",
            str(folder / "notebooks"),
        ]
    else:
        command = [
            "jupyter",
            kind,
            *common,
            "--IdentityProvider.token=",
            "--allow-root",
            f"--ServerApp.root_dir={folder}",
        ]
        command += [f"--{app}.expose_app_in_browser=True" for app in ("LabApp", "JupyterNotebookApp")]
        command += ["--ServerApp.disable_check_xsrf=True", f"--ServerApp.tornado_settings={NO_BUILD}"]
    environment = os.environ | {
        "WHOSAYS_DATA": str(store),
        "JUPYTER_PATH": str(ROOT / "exercises" / "share"),  # Voila's template as it is here, not as it was installed
        "JUPYTER_PREFER_ENV_PATH": "1",
        "IPYTHONDIR": str(store.parent / "ipython"),
        "JUPYTERLAB_SETTINGS_DIR": str(store.parent / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(store.parent / "workspaces"),
    }
    with (store.parent / f"{kind}.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", *command], cwd=folder, env=environment, stdout=log, stderr=log
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/" + ("" if kind == "voila" else "api/status"))
            yield Host(port, folder, store, process.pid)
        finally:
            process.terminate()
            process.wait(20)


class Proxy:
    """Passes bytes to a port until it is told to cut the line."""

    def __init__(self, target: int) -> None:
        self.target, self.port = target, free_port()
        self._open = True
        self._refused = threading.Semaphore(0)
        self._writers: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        started = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(started,), daemon=True)
        self._thread.start()
        started.wait(10)

    def _run(self, started: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        self._server = self._loop.run_until_complete(asyncio.start_server(self._meet, "127.0.0.1", self.port))
        started.set()
        self._loop.run_forever()

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if not self._open:
            self._refused.release()
            writer.close()
            return
        there_reader, there_writer = await asyncio.open_connection("127.0.0.1", self.target)
        self._writers |= {writer, there_writer}
        await asyncio.gather(self._pass(reader, there_writer), self._pass(there_reader, writer))
        self._writers -= {writer, there_writer}

    async def _pass(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65536):
                writer.write(data)
                await writer.drain()
        with suppress(OSError):
            writer.close()

    def cut(self) -> None:
        self._open = False
        self._loop.call_soon_threadsafe(lambda: [writer.transport.abort() for writer in self._writers])

    def mend(self) -> None:
        self._open = True

    def refuses(self, times: int) -> None:
        """Wait until the page has tried in vain to come through so many times."""
        for _ in range(times):
            assert self._refused.acquire(timeout=120)

    def stop(self) -> None:
        self.cut()
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    async def _end(self) -> None:
        self._server.close()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
