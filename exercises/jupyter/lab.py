"""Opens JupyterLab on the first notebook of the course, also where it cannot keep its own files."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from exercises.jupyter.folders import NoFolders, open_folders

__all__ = ["NoFolders", "open_lab"]
SHARE = Path(__file__).resolve().parent.parent / "share"


def open_lab(home: Path, further: Sequence[str], say: Callable[[str], object]) -> None:
    """Open JupyterLab, and come back when it was ended.

    Parameters
    ----------
    home : Path
        Folder of the course.
    further : sequence of str
        Words for JupyterLab itself.
    say : callable
        Called with a sentence for whoever began it.

    Raises
    ------
    NoFolders
        If Jupyter has nowhere to keep its own files.
    """
    with open_folders() as sentence:
        if sentence:
            say(sentence)
        # Imported here because it is slow, and looks where its folders are.
        from jupyterlab.labapp import LabApp

        # Lab would ask each newcomer, over our exercises, whether it may fetch news, and looks for updates without
        # asking. Whoever chose that themselves still has it.
        paths = [str(SHARE), os.environ.get("JUPYTER_CONFIG_PATH", "")]
        os.environ["JUPYTER_CONFIG_PATH"] = os.pathsep.join(filter(None, paths))
        # In this process, so that Ctrl+C reaches JupyterLab alone.
        where = [f"--ServerApp.root_dir={home}", "--LabApp.default_url=/lab/tree/notebooks/start_here.ipynb"]
        LabApp.launch_instance(argv=[*where, *further])
