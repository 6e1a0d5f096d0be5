"""A Jupyter server extension that saves the course's notebooks without outputs, as they were built."""

from __future__ import annotations

from typing import Any

CELL_METADATA = ("jupyter", "tags")


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "exercises.server"}]


def _load_jupyter_server_extension(app: Any) -> None:
    """Ask the server to strip every notebook of the course before it is saved."""
    app.contents_manager.register_pre_save_hook(strip_before_save)


def strip_before_save(model: dict[str, Any], **_more: Any) -> None:
    """Bring a notebook of the course back to what ``whosays build`` wrote.

    Saved outputs would show "model not found" on the next day, because answers live in the store and not in the
    notebook. Notebooks that are not the course's are left alone.

    Parameters
    ----------
    model : dict
        What the server is about to save; changed in place.
    """
    content = model.get("content")
    if model.get("type") != "notebook" or not isinstance(content, dict):
        return
    metadata = content.get("metadata", {})
    if "whosays" not in metadata:
        return
    kernel = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
    content["metadata"] = {"kernelspec": kernel, "whosays": metadata["whosays"]}
    content["nbformat"], content["nbformat_minor"] = 4, 5
    for cell in content.get("cells", []):
        cell["metadata"] = {name: cell["metadata"][name] for name in CELL_METADATA if name in cell.get("metadata", {})}
        _keep_hidden(cell)
        if cell.get("cell_type") == "code":
            cell["outputs"], cell["execution_count"] = [], None


def _keep_hidden(cell: dict[str, Any]) -> None:
    """Of what Lab notes in a cell, only that our code is hidden was built; folded outputs were not."""
    hidden = cell["metadata"].get("jupyter")
    if hidden is None:
        return
    cell["metadata"]["jupyter"] = {"source_hidden": True}
    if "hide-input" not in cell["metadata"].get("tags", []):
        del cell["metadata"]["jupyter"]
