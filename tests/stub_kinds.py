"""Two kinds of exercise with nothing inside, for tests of what all kinds share."""

from pathlib import Path
from typing import Any

from exercises.kinds.base import Answer, Item
from exercises.kinds.kind import Kind
from exercises.kinds.printed import Paper


class ChooseStub(Item):
    """Takes the fields of a choice."""

    prompt: str
    options: tuple[dict[str, Any], ...]


class MarkStub(Item):
    """Takes the fields of a marking exercise."""

    text: str
    sentences: tuple[int, ...]
    layer: str
    targets: tuple[str, ...]
    labels: tuple[str, ...]


def _problems_of_mark(item: MarkStub, lesson: Any) -> list[str]:
    key = lesson.key[item.text]
    return [f"There is no mark “{name}”. Name one of the key." for name in item.targets if key.entry(name) is None]


def _kind(name: str, item: type[Item], problems: Any) -> Kind:
    def unused(*_: Any) -> Any:
        raise AssertionError("a stub is neither shown nor scored")

    return Kind(
        name=name,
        folder=Path(__file__).parent,
        item=item,
        answer=Answer,
        page=unused,
        score=unused,
        reveal=unused,
        problems=problems,
        tell=unused,
        secrets=unused,
        hidden=(),
        paper=Paper(unused),
    )


STUB_KINDS = {
    "choose": _kind("choose", ChooseStub, lambda *_: []),
    "mark": _kind("mark", MarkStub, _problems_of_mark),
}
