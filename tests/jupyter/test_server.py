import asyncio
import copy
import json
import logging
from pathlib import Path

import nbformat
import pytest
from jupyter_server.extension.manager import ExtensionPackage
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager, LargeFileManager
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from exercises.jupyter import server

HOME = Path(__file__).parents[2]
HIDDEN = {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]}


def built():
    """Make a notebook as it stands in the repository."""
    cells = [
        new_markdown_cell("# Who says so?\n\nRead “this” — slowly. 🦢", id="kupyansk-02-001"),
        new_code_cell("# Open the lesson\nlesson.bar()", id="kupyansk-02-002", metadata=HIDDEN),
        new_code_cell('# An exercise\nlesson.show("one")', id="kupyansk-02-003", metadata=HIDDEN),
    ]
    metadata = {
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "title": "Who says so?",
        "whosays": {"lesson": "kupyansk", "notebook": "02_who_says_so"},
    }
    notebook = new_notebook(cells=cells, metadata=metadata)
    notebook["nbformat_minor"] = 5
    return notebook


def text_of(notebook):
    return nbformat.writes(notebook) + "\n"


def worked_through():
    """Give the notebook as a page holds it after Run All and some clicking."""
    notebook = copy.deepcopy(built())
    notebook.metadata["language_info"] = {"name": "python", "version": "3.11.7"}
    notebook.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {"abc": {}}}}
    notebook.metadata["toc-autonumbering"] = False
    notebook.metadata["kernelspec"] = {"display_name": "course", "language": "python", "name": "course-env"}
    for number, cell in enumerate(notebook.cells, start=1):
        cell.metadata.update({"trusted": True, "editable": True, "slideshow": {"slide_type": ""}, "scrolled": True})
        if cell.cell_type == "code":
            cell.execution_count = number
            cell.outputs = [new_output("display_data", {"application/vnd.jupyter.widget-view+json": {}})]
            cell.metadata["execution"] = {"iopub.execute_input": "2025-11-24T09:00:00Z"}
            cell.metadata["collapsed"] = False
            cell.metadata["jupyter"] = {"source_hidden": True, "outputs_hidden": False}
        else:
            cell["attachments"] = {}
            cell.metadata["jp-MarkdownHeadingCollapsed"] = True
    # A click on the hidden cell opened it, and Shift+Enter on the last cell made a new one.
    del notebook.cells[1].metadata["jupyter"]
    notebook.cells.append(new_code_cell("", id="fresh"))
    return notebook


@pytest.fixture(params=[LargeFileManager, AsyncLargeFileManager], ids=["plain", "asynchronous"])
def manager(request, tmp_path):
    manager = request.param(root_dir=str(tmp_path))
    server._load_jupyter_server_extension(type("Server", (), {"contents_manager": manager})())
    return manager


def save(manager, notebook, path="who.ipynb"):
    model = {"type": "notebook", "format": "json", "content": json.loads(json.dumps(notebook))}
    saved = manager.save(model, path)
    if asyncio.iscoroutine(saved):
        asyncio.run(saved)
    return Path(manager.root_dir, path).read_text(encoding="utf-8")


def test_a_notebook_that_was_run_and_saved_equals_the_built_one_to_the_byte(manager, tmp_path):
    (tmp_path / "who.ipynb").write_text(text_of(built()), encoding="utf-8")
    assert save(manager, worked_through()) == text_of(built())


def test_so_does_one_in_a_folder_saved_twice(manager, tmp_path):
    (tmp_path / "kupyansk").mkdir()
    (tmp_path / "kupyansk" / "who.ipynb").write_text(text_of(built()), encoding="utf-8")
    save(manager, worked_through(), "kupyansk/who.ipynb")
    assert save(manager, worked_through(), "kupyansk/who.ipynb") == text_of(built())


def test_an_untouched_notebook_is_saved_as_it_stands(manager, tmp_path):
    assert save(manager, built()) == text_of(built())


def test_a_file_that_was_saved_with_outputs_elsewhere_is_cleaned_by_the_next_save(manager, tmp_path):
    notebook = worked_through()
    notebook.cells[1].metadata["jupyter"] = {"source_hidden": True}
    (tmp_path / "who.ipynb").write_text(text_of(notebook), encoding="utf-8")
    assert save(manager, notebook) == text_of(built())


def test_what_a_student_writes_into_the_notebook_is_kept(manager, tmp_path):
    (tmp_path / "who.ipynb").write_text(text_of(built()), encoding="utf-8")
    notebook = worked_through()
    notebook.cells.insert(1, new_markdown_cell("My own note", id="note", metadata={"editable": True}))
    notebook.cells[0].source += "\n\nAnd a line more."
    saved = json.loads(save(manager, notebook))
    assert [cell["id"] for cell in saved["cells"]] == ["kupyansk-02-001", "note", "kupyansk-02-002", "kupyansk-02-003"]
    assert saved["cells"][0]["source"][-1] == "And a line more."
    assert saved["cells"][1] == {"cell_type": "markdown", "id": "note", "metadata": {}, "source": ["My own note"]}


def test_pictures_that_a_student_pastes_into_a_note_are_kept(manager):
    notebook = built()
    notebook.cells[0]["attachments"] = {"a.png": {"image/png": "aGk="}}
    assert json.loads(save(manager, notebook))["cells"][0]["attachments"] == {"a.png": {"image/png": "aGk="}}


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"cells": [1]}', '{"cells": [{"id": "a"}]}'])
def test_a_broken_file_on_the_disk_does_not_stop_the_save(manager, tmp_path, broken):
    (tmp_path / "who.ipynb").write_text(broken)
    notebook = worked_through()
    notebook.cells[1].metadata["jupyter"] = {"source_hidden": True}
    assert save(manager, notebook) == text_of(built())


def test_a_notebook_that_is_not_ours_keeps_its_outputs(manager):
    notebook = worked_through()
    del notebook.metadata["whosays"]
    saved = json.loads(save(manager, notebook))
    assert saved["cells"][1]["outputs"]
    assert "language_info" in saved["metadata"]
    assert len(saved["cells"]) == 4


def test_other_files_are_saved_as_they_are(manager, tmp_path):
    saved = manager.save({"type": "file", "format": "text", "content": "whosays"}, "a.txt")
    if asyncio.iscoroutine(saved):
        asyncio.run(saved)
    assert (tmp_path / "a.txt").read_text() == "whosays"


def test_no_save_makes_the_hook_stumble(manager, tmp_path, caplog):
    with caplog.at_level(logging.ERROR):
        save(manager, worked_through())
    assert caplog.records == []


def test_a_notebook_that_lies_on_no_disk_is_cleaned_too():
    model = {"type": "notebook", "content": json.loads(json.dumps(worked_through()))}
    assert any(cell.get("outputs") for cell in model["content"]["cells"])
    server.keep_as_built(model=model, path="who.ipynb", contents_manager=object())
    assert all(not cell.get("outputs") for cell in model["content"]["cells"])


def test_cleaning_changes_nothing_in_a_built_notebook():
    notebook = json.loads(json.dumps(built()))
    assert server.clean_notebook(notebook) == notebook


def test_jupyter_finds_the_extension_by_the_name_in_its_settings():
    settings = json.loads((HOME / "exercises/share/jupyter_server_config.d/whosays.json").read_text())
    ((name, switched_on),) = settings["ServerApp"]["jpserver_extensions"].items()
    package = ExtensionPackage(name=name, enabled=switched_on)
    assert switched_on is True
    assert package.validate()
    (point,) = package.extension_points.values()
    assert point.validate()
    assert point.module is server
