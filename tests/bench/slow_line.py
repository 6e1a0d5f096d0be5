"""How soon the first exercise of a room can be used at 2 Mbit/s, 150 ms, on a processor slowed four times."""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median

from classroom import Class

from alone import chromium

PAGE = "/kupyansk/02_who_says_so"
LINE = {"offline": False, "latency": 150, "downloadThroughput": 2_000_000 / 8, "uploadThroughput": 2_000_000 / 8}
SLOWER = 4
# The first exercise can be used when something in it can be chosen, and that is painted.
USABLE = """async () => {
  const usable = () => document.querySelector(".ws-exercise :is(input, button, [role=option]):not([disabled])");
  while (!usable()) await new Promise(requestAnimationFrame);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now();
}"""
ROUNDS = 3


def measure_slow_line() -> dict[str, float]:
    """Measure a first and a second visit, each with a browser that was never there; medians of three."""
    first, second, weight = [], [], []
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        room = Class(Path(folder))
        cards = room.cards(ROUNDS)
        room.open()
        try:
            for card in cards:
                one, other, bytes_ = _visits(browser, room, card)
                first.append(one)
                second.append(other)
                weight.append(bytes_)
        finally:
            room.kill()
    return {
        "slow line: first visit, first exercise usable, s (below 3.5)": median(first) / 1000,
        "slow line: second visit, first exercise usable, s (below 1.5)": median(second) / 1000,
        "slow line: first visit weighs, kB (below 120)": median(weight) / 1000,
    }


def _visits(browser, room, card) -> tuple[float, float, float]:
    context = browser.new_context()
    page = context.new_page()
    page.goto(room.address)
    page.get_by_label("Code").fill(card[0])
    page.get_by_label("PIN").fill(card[1])
    page.get_by_role("button", name="Come in").click()
    page.locator("main a").first.wait_for()
    tools, came = context.new_cdp_session(page), []
    tools.on("Network.loadingFinished", lambda told: came.append(told["encodedDataLength"]))
    tools.on("Network.webSocketFrameReceived", lambda told: came.append(_length(told["response"])))
    tools.send("Network.enable")
    tools.send("Network.clearBrowserCache")
    tools.send("Network.emulateNetworkConditions", LINE)
    tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(room.address + PAGE, wait_until="commit")
    first = page.evaluate(USABLE)
    page.locator("body[data-ready=true]").wait_for()
    page.wait_for_load_state("networkidle")
    weight = sum(came)
    page.goto(room.address + PAGE, wait_until="commit")
    second = page.evaluate(USABLE)
    context.close()
    return first, second, weight


def _length(frame) -> float:
    """Give the bytes of a frame: what is no text is told as base64."""
    return len(frame["payloadData"]) * (3 / 4 if frame["opcode"] == 2 else 1)


if __name__ == "__main__":
    for name, value in measure_slow_line().items():
        print(f"{name:<65} {value:.2f}")
