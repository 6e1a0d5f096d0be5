"""What may be written into a lesson's files is read by something; a field without a reader is work for nothing."""

import ast
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from pydantic import BaseModel

import exercises
from exercises.kinds import KINDS
from exercises.kinds.base import Item
from exercises.lesson.models.base import Entry
from exercises.lesson.models.lesson import LessonFile

HOUSE = Path(exercises.__file__).parent
TEMPLATES = (*HOUSE.rglob("*.html"), *HOUSE.rglob("*.j2"))
# Fields that only the makers of a lesson need, with the test that reads them.
FOR_MAKERS = {"tone": "tests/content/test_forms.py counts in how many rows this sign goes with the support"}


def heirs(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for heir in model.__subclasses__():
        yield heir
        yield from heirs(heir)


def models() -> list[type[BaseModel]]:
    """Give the models of a lesson's files, and those of all that stands in an exercise."""
    parts = [model for model in heirs(Item.__mro__[1]) if model.__module__.endswith(".item")]
    return [model for model in (*heirs(Entry), Item, *parts) if model.__module__.startswith("exercises.")]


def checks_fields(function: ast.FunctionDef) -> bool:
    return any("validator" in ast.unparse(decorator) for decorator in function.decorator_list)


def names_read(file: Path) -> Iterator[str]:
    """Give every name that code asks an object for: with a dot, or as a string where fields are asked for by name."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    # Whether a field fits is no use of it.
    checks = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and checks_fields(node)]
    inside = {part for check in checks for part in ast.walk(check)}
    found = [node for node in ast.walk(tree) if node not in inside]
    dotted = {node.attr for node in found if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)}
    yield from dotted
    if "model_dump" in dotted or any(isinstance(node, ast.Name) and node.id == "getattr" for node in found):
        yield from (node.value for node in found if isinstance(node, ast.Constant) and isinstance(node.value, str))


def names_printed(file: Path) -> Iterator[str]:
    """Give every name that a template asks an object for."""
    tree = Environment(extensions=["jinja2.ext.do"], autoescape=True).parse(file.read_text(encoding="utf-8"))
    yield from (node.attr for node in tree.find_all(nodes.Getattr))


def readers() -> set[str]:
    # What only names the fields that must be hidden does not use them.
    code = (file for file in HOUSE.rglob("*.py") if file.name != "secrets.py")
    asked = chain.from_iterable(names_read(file) for file in code)
    return {*asked, *chain.from_iterable(names_printed(file) for file in TEMPLATES)}


READ = readers()


def test_all_models_are_looked_at():
    found = models()
    assert LessonFile in found
    assert {kind.item for kind in KINDS.values()} <= set(found)


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_of_a_lesson_is_read_by_something(model):
    unread = [name for name in model.model_fields if name not in READ and name not in FOR_MAKERS]
    assert unread == []


@pytest.mark.parametrize("name", FOR_MAKERS)
def test_what_is_there_for_the_makers_is_a_field_and_read_by_no_code(name):
    assert any(name in model.model_fields for model in models())
    assert name not in READ
