"""How long a mark takes to be painted in a long text, and how opening grows with length."""

from __future__ import annotations

from statistics import median

from alone import Alone, chromium

LABELS = [{"id": "source", "name": "Source", "key": "1"}, {"id": "cue", "name": "Cue", "key": "2"}]
# From the click on a label to the end of the frame in which the mark is painted.
CLICK = """async () => {
  const begun = performance.now();
  document.querySelector(".ws-mark-label").click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - begun;
}"""


def text(length: int) -> list[dict]:
    """Make sentences of 20 words, as the page of a mark exercise holds them."""
    sentences, start = [], 0
    for number in range(1, length // 20 + 1):
        spans, at = [], start
        for _ in range(20):
            spans.append([at, at + 5])
            at += 6
        sentences.append({"number": number, "start": start, "text": " ".join(["words"] * 20), "words": spans})
        start = at
    return sentences


def body(length: int) -> dict:
    return {"text_id": "long", "labels": LABELS, "sentences": text(length), "given": [], "free": True, "asked": 1}


def measure_painting() -> dict[str, float]:
    """Measure in one browser, medians of three pages after a warm-up."""
    with chromium() as browser:
        opened, painted = {}, []
        for length in (2_500, 10_000):
            times = []
            for turn in range(4):
                one = Alone(browser, "mark", body(length))
                times.append(one.page.evaluate("window.opened"))
                if length == 10_000 and turn:
                    for index in (40, 4_000, 9_000):
                        one.page.get_by_role("option").nth(index).click()
                        painted.append(one.page.evaluate(CLICK))
                one.context.close()
            opened[length] = median(times[1:])
    return {
        "mark painted at 10,000 words, ms (at most 50)": median(painted),
        "opening at 2,500 words, ms": opened[2_500],
        "opening at 10,000 words, ms": opened[10_000],
        "opening, 4 times the words takes times as long (at most 4)": opened[10_000] / opened[2_500],
    }
