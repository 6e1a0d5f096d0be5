"""A view and all that it imports become one module that any notebook can load."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import exercises
from exercises.page.joined import join_module

PACKAGE = Path(exercises.__file__).parent
VIEWS = sorted(file for file in PACKAGE.rglob("*.js") if "export default" in file.read_text("utf-8"))


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.parent.name}-{view.stem}")
def test_a_joined_module_imports_nothing_and_exports_only_its_view(view):
    module = join_module(view)
    assert not re.search(r"^import ", module, flags=re.M)
    assert re.findall(r"^export .*", module, flags=re.M) == [re.search(r"^export .*", view.read_text(), re.M).group()]


def test_what_two_modules_import_stands_only_once():
    assert join_module(PACKAGE / "kinds" / "mark" / "view.js").count("function make(") == 1


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.parent.name}-{view.stem}")
def test_no_two_files_of_a_joined_module_use_one_name(view):
    names = re.findall(r"^(?:export )?(?:async )?(?:const|let|function|class) (\w+)", join_module(view), flags=re.M)
    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.parent.name}-{view.stem}")
def test_no_view_turns_text_into_html_or_asks_the_network(view):
    module = join_module(view)
    for danger in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "fetch(",
        "XMLHttpRequest",
        "eval(",
    ):
        assert danger not in module
