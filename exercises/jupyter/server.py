"""The extension of the Jupyter server that saves our notebooks as they were built, without outputs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jupyter_server.utils import ApiPath, to_os_path

# What ``whosays build`` writes; every other key was added by a program while the notebook was open.
NOTEBOOK_KEYS = frozenset({"kernelspec", "title", "whosays"})
CELL_KEYS = frozenset({"jupyter", "tags", "whosays"})
FIRM_KEYS = frozenset(
    {"deletable", "editable"}
)  # kept where they say no; that a cell may be changed goes without saying
JUPYTER_KEYS = frozenset({"source_hidden"})
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}

Notebook = dict[str, Any]


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "exercises.jupyter.server"}]


def _load_jupyter_server_extension(server: Any) -> None:
    server.contents_manager.register_pre_save_hook(keep_as_built)


def keep_as_built(model: dict[str, Any], path: str, contents_manager: Any, **_more: object) -> None:
    """Clean a notebook of ours just before it is saved; other files stay as they are.

    Parameters
    ----------
    model : dict
        What is about to be saved, as the contents manager holds it; its content is replaced.
    path : str
        Where to, below the server's root folder.
    contents_manager : ContentsManager
        The manager that saves it.
    """
    content = model.get("content")
    if model.get("type") != "notebook" or not isinstance(content, dict):
        return
    if "whosays" in content.get("metadata", {}):
        earlier = _cells_on_disk(path, getattr(contents_manager, "root_dir", None))
        model["content"] = clean_notebook(content, earlier)


def clean_notebook(notebook: Notebook, earlier: dict[str, dict[str, Any]] | None = None) -> Notebook:
    """Give the notebook without outputs and without what programs note in it.

    Parameters
    ----------
    notebook : dict
        A notebook of format 4.5.
    earlier : dict of str to dict, optional
        Metadata of the cells by id as the file has them. They count more than what is about to be saved: opening a
        hidden cell with a click takes the word "hidden" out of it, for example.

    Returns
    -------
    dict
        A new notebook; texts, order and ids of its cells are kept, and blank cells left out, because running the
        last cell with Shift+Enter adds one.
    """
    known = earlier or {}
    metadata = {key: value for key, value in notebook["metadata"].items() if key in NOTEBOOK_KEYS}
    cells = [cell for cell in notebook["cells"] if "".join(cell["source"]).strip()]
    return {
        "cells": [_clean_cell(cell, known.get(cell.get("id", ""))) for cell in cells],
        "metadata": metadata | {"kernelspec": dict(KERNEL)},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _clean_cell(cell: dict[str, Any], earlier: dict[str, Any] | None) -> dict[str, Any]:
    clean = {key: cell[key] for key in ("cell_type", "id", "source", "attachments") if cell.get(key)}
    clean["metadata"] = _clean_metadata(cell.get("metadata", {}) if earlier is None else earlier)
    if cell["cell_type"] == "code":
        clean |= {"execution_count": None, "outputs": []}
    return clean


def _clean_metadata(metadata: dict[str, Any]) -> dict[str, Any]:
    clean = {key: value for key, value in metadata.items() if key in CELL_KEYS}
    clean |= {key: False for key in sorted(FIRM_KEYS) if metadata.get(key) is False}
    ours = {key: value for key, value in clean.pop("jupyter", {}).items() if key in JUPYTER_KEYS}
    return clean | ({"jupyter": ours} if ours else {})


def _cells_on_disk(path: str, root: str | None) -> dict[str, dict[str, Any]]:
    """Read the metadata of the cells from the file that is about to be replaced; a new or broken one has none."""
    if not root:
        return {}
    try:
        notebook = json.loads(Path(to_os_path(ApiPath(path), root)).read_text(encoding="utf-8"))
        return {cell["id"]: cell["metadata"] for cell in notebook["cells"] if "id" in cell}
    except (OSError, ValueError, TypeError, KeyError):
        # Nothing to hold on to: then the notebook that is being saved speaks for itself.
        return {}
