"""Every widget brings a copy of the shared look; the copy that comes last must not undo what a view sets."""

from __future__ import annotations

from pathlib import Path

import pytest
from every_lesson import items_of

from alone import KINDS

pytestmark = pytest.mark.browser
LESSON = Path(__file__).parents[2] / "lessons" / "kupyansk"
LOOK = """() => {
  const names = ["padding", "border", "borderRadius", "display", "fontSize", "color", "backgroundColor"];
  return [...document.querySelectorAll(".ws-root, .ws-root *")].map((one) => {
    const style = getComputedStyle(one);
    return [one.className, ...names.map((name) => style[name])].join("; ");
  });
}"""


@pytest.fixture(scope="module")
def kinds():
    from exercises.kinds import KINDS as ALL
    from exercises.lesson.load import load_lesson

    lesson = load_lesson(LESSON)
    first = {}
    for item in items_of(lesson).values():
        if item.role == "alone" or item.kind not in first:
            first[item.kind] = item
    return {name: (ALL[name].page(item, lesson), ALL[name].reveal(item, lesson)) for name, item in first.items()}


@pytest.mark.parametrize("kind", ["choose", "compare", "desk", "mark", "sort"])
def test_another_copy_of_the_shared_look_changes_nothing(open_alone, kinds, kind):
    body, answer = kinds[kind]
    one = open_alone(kind, body, state={"answer": answer})
    before = one.page.evaluate(LOOK)
    one.page.add_style_tag(content=(KINDS.parent / "page" / "kit.css").read_text(encoding="utf-8"))
    after = one.page.evaluate(LOOK)
    assert len(before) > 20
    assert [(old, new) for old, new in zip(before, after, strict=True) if old != new] == []
