"""How soon exercises of the kinds rate, write and compare are there, and a student's step in them is painted."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median

from alone import Alone, chromium
from exercises.kinds import KINDS
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson

LESSON = Path(__file__).parents[2] / "lessons" / "kupyansk"
# The largest of each kind with the part that a student works on: a form of twelve passages, a check of 120 words, the
# longest way of a sentence.
LARGEST = {
    "rate": ("form-a", ".ws-exercise input[type=radio]"),
    "write": ("check-write", ".ws-exercise textarea"),
    "compare": ("behind-faded-not", ".ws-exercise input[type=radio]"),
}
# From the step to the end of the frame in which it is painted.
STEP = """async ([parts, index]) => {
  const all = document.querySelectorAll(parts);
  const part = all[index % all.length];
  const begun = performance.now();
  if (part.type === "radio") part.click();
  else {
    part.value += "word ";
    part.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
  }
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begun;
}"""


def measure_answering() -> dict[str, float]:
    """Measure each kind in one browser, medians over three pages after a warm-up."""
    lesson = load_lesson(LESSON)
    items, figures = load_items(lesson), {}
    with chromium() as browser:
        for kind, (name, parts) in LARGEST.items():
            body = json.loads(json.dumps(KINDS[kind].page(items[name], lesson)))
            opened, painted = [], []
            for turn in range(4):
                one = Alone(browser, kind, body)
                steps = [one.page.evaluate(STEP, [parts, 7 * step]) for step in range(10)]
                if turn:
                    opened.append(one.page.evaluate("window.opened"))
                    painted += steps
                one.context.close()
            figures[f"{kind}: the largest exercise is there, ms"] = median(opened)
            figures[f"{kind}: a step is painted, ms (at most 50)"] = median(painted)
    return figures
