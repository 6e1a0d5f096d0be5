"""How soon the results at the desk are painted after a key press in the search, and after a step of the slider."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median

from alone import Alone, chromium
from exercises.kinds.desk import KIND
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson

LESSON = Path(__file__).parents[2] / "lessons" / "kupyansk"
GENERATED = 5_000
# From the key press to the end of the frame in which the results are painted.
TYPE = """async (letters) => {
  const field = document.querySelector(".ws-desk-panel:not([hidden]) .ws-desk-query");
  const times = [];
  for (const letter of letters) {
    const begun = performance.now();
    field.value += letter;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - begun);
  }
  return times;
}"""
SLIDE = """async (steps) => {
  const slider = document.querySelector(".ws-desk-panel:not([hidden]) .ws-desk-slider");
  const times = [];
  for (let step = 0; step < steps; step++) {
    const begun = performance.now();
    slider.value = Number(slider.value) + 3;
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - begun);
  }
  return times;
}"""


def desk(generated: int) -> dict:
    """Give the page of the great desk, with so many more sources: the real ones again under other names."""
    lesson = load_lesson(LESSON)
    body = KIND.page(load_items(lesson)["hold-open"], lesson)
    real = list(body["sources"].values())
    more = {f"more-{number}": real[number % len(real)] | {"number": str(1000 + number)} for number in range(generated)}
    return body | {"sources": body["sources"] | more}


def measure_finding() -> dict[str, float]:
    """Measure with all sources of the lesson and with the generated ones, medians over three pages after a warm-up."""
    figures: dict[str, float] = {}
    with chromium() as browser:
        for name, generated in (("all sources", 0), (f"{GENERATED} more sources", GENERATED)):
            body = json.loads(json.dumps(desk(generated)))
            typed, slid = [], []
            for turn in range(4):
                one = Alone(browser, "desk", body, confidence=False)
                one.page.locator(".ws-desk-pick").first.click()
                keys, steps = one.page.evaluate(TYPE, list("kupiansk control")), one.page.evaluate(SLIDE, 15)
                if turn:
                    typed += keys
                    slid += steps
                one.context.close()
            figures[f"desk, {name}: results painted after a key, ms (at most 50)"] = median(typed)
            figures[f"desk, {name}: results painted after a slider step, ms (at most 50)"] = median(slid)
    return figures
