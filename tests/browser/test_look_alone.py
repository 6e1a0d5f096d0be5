"""Every widget brings a copy of the shared look; the copy that comes last must not undo what a view sets."""

from __future__ import annotations

from pathlib import Path

import pytest
from every_lesson import items_of
from our_answers import full_answer

from alone import KINDS
from choose_hand import check, opened

pytestmark = pytest.mark.browser
KINDS_AND_BAR = ["choose", "compare", "desk", "mark", "rate", "sort", "tiles", "write", "bar"]
LESSON = Path(__file__).parents[2] / "lessons" / "kupyansk"
UNHEARD = """() => {
  const sentences = [...document.querySelectorAll(".ws-root p")];
  const rooms = () => sentences.map((one) => [one.className, getComputedStyle(one).margin].join(": "));
  const before = rooms();
  const shared = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  // Without any weight of its own, the rule for all of them gives way to every other one.
  for (const rule of shared) if (rule.selectorText === ".ws-root p") rule.selectorText = ":where(.ws-root p)";
  return rooms().filter((room, at) => room !== before[at]);
}"""
COLOURS = "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
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
    return {name: (ALL[name].page(item, lesson), full_answer(item, lesson)) for name, item in first.items()}


@pytest.mark.parametrize("kind", ["choose", "compare", "desk", "mark", "sort"])
def test_another_copy_of_the_shared_look_changes_nothing(open_alone, kinds, kind):
    body, answer = kinds[kind]
    one = open_alone(kind, body, state={"answer": answer})
    before = one.page.evaluate(LOOK)
    one.page.add_style_tag(content=(KINDS.parent / "page" / "kit.css").read_text(encoding="utf-8"))
    after = one.page.evaluate(LOOK)
    assert len(before) > 20
    assert [(old, new) for old, new in zip(before, after, strict=True) if old != new] == []


@pytest.mark.parametrize("kind", KINDS_AND_BAR)
def test_no_sentence_loses_the_room_above_and_below_it_that_its_own_rule_gives(open_alone, kinds, kind):
    body, answer = kinds.get(kind, ({}, None))
    one = open_alone(kind, body, state={"answer": answer} if answer else {}, exercises=[])
    if answer:
        one.button("Check").click()
    assert one.page.locator(".ws-root p").count() > 1
    assert one.page.evaluate(UNHEARD) == []


def test_what_the_bar_says_does_not_stick_to_its_buttons(open_alone):
    one = open_alone("bar", {}, exercises=[])
    one.page.evaluate("fake.tell('msg:custom', { kind: 'trouble', words: 'The disk is full.' })")
    above, said = one.button("Save my work").bounding_box(), one.page.locator(".ws-bar-notice").bounding_box()
    assert said["y"] - (above["y"] + above["height"]) >= 8


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_button_that_waits_for_the_kernel_looks_the_same_under_the_mouse(open_alone, theme):
    one = opened(open_alone, theme=theme, answers=False, hints=["Look at the verb."])
    check(one)
    buttons = one.page.locator(".ws-buttons button:visible").all()
    assert len(buttons) > 3
    for button in buttons:
        assert button.get_attribute("aria-disabled") == "true"
        one.page.mouse.move(0, 0)
        before = button.evaluate(COLOURS)
        button.hover(force=True)
        assert button.evaluate("one => one.matches(':hover')")
        assert button.evaluate(COLOURS) == before
