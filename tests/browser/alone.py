"""Opens one view on a page of its own, with a fake model that records messages and can reply."""

from __future__ import annotations

import json
import re
import shutil
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from exercises.kinds import KINDS as ALL
from exercises.words import words
from windows import ADDRESS, Window, give_back, lend

KINDS = Path(__file__).resolve().parents[2] / "exercises" / "kinds"
CHROMIUM_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # A process for each page that is opened costs more than most tests do.
    "--disable-site-isolation-trials",
    "--disable-features=IsolateOrigins,site-per-process,BackForwardCache,ProactivelySwapBrowsingInstance",
]
# The colours that JupyterLab's dark theme sets; without them the views use their own fall-backs, which are light.
DARK = {
    "layout-color0": "#111",
    "layout-color1": "#212121",
    "content-font-color1": "#fff",
    "brand-color1": "#2196f3",
    "success-color1": "#4caf50",
    "error-color1": "#f44336",
    "warn-color1": "#ff9800",
}
COLOURS = ["color-contrast", "link-in-text-block"]  # axe's rules about them
DOCUMENT = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>One exercise</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>{theme}body{{margin:0;padding:12px;background:var(--jp-layout-color1,#fff);color:var(--jp-content-font-color1,#000)}}
</style><style>{style}</style></head><body><main><h1>Notebook</h1><h2>Alone</h2><div id="here"></div></main>
<script type="module">{model}
const view = (await import("./view.js")).default;
const asked = performance.now();
const leave = view.render({{ model: fake, el: document.getElementById("here"), signal: new AbortController().signal }});
window.opened = performance.now() - asked;
window.leave = leave;
</script></body></html>"""
MODEL = """
const fake = window.fake = { traits: TRAITS, sent: [], answers: ANSWERS, heard: {}, statuses: [],
  get: (name) => structuredClone(fake.traits[name]),
  set(name, value) { fake.traits[name] = value; fake.tell("change:" + name); },
  save_changes() {}, on(name, listener) { (fake.heard[name] ||= []).push(listener); },
  off(name, listener) { fake.heard[name] = (fake.heard[name] || []).filter((other) => other !== listener); },
  tell(name, content) { for (const listener of fake.heard[name] || []) listener(content); },
  send(message) {
    fake.sent.push(structuredClone(message));
    const saved = fake.answers === "drafts" && message.kind === "draft"; // so that a commit need not wait for one
    const told = fake.answers && message.kind === "tell";
    if (fake.answers === true || saved || told) queueMicrotask(() => fake.reply(message));
  },
  reply(message, more = {}) {
    const { kind, tab, seq } = message, result = ["check", "show", "pass"].includes(kind);
    if (kind === "ping") { fake.tell("msg:custom", { kind: "pong", tab, seq }); return; }
    if (kind === "tell") {
      fake.tell("msg:custom", { kind: "told", tab, seq, theirs: [], mine: [JSON.stringify(message.answer)] });
      return;
    }
    if (kind === "take") { fake.tell("msg:custom", { tab, seq, ...window.files[message.what] }); return; }
    const phase = { check: "checked", show: "shown", pass: "passed" }[kind] || "open";
    const state = { ...fake.traits.state, phase, saved_at: "2026-01-01T10:00:00+00:00" };
    if (message.answer) Object.assign(state, { answer: message.answer, confidence: message.confidence });
    if (result) state.attempts += kind !== "show";
    Object.assign(state, phase === "checked" || phase === "shown" ? { result: window.result } : { result: null });
    state.key = phase === "shown" ? window.key : null;
    state.take = phase === "checked" || phase === "shown" ? window.take : [];
    const answer = { kind: result ? "result" : "saved", tab, seq, ...more };
    fake.tell("msg:custom", kind === "draft" ? answer : { ...answer, state });
    fake.set("state", state);
  } };
document.addEventListener("whosays:status", (event) => fake.statuses.push(event.detail));
window.result = RESULT; window.key = KEY; window.take = OFFERED; window.files = FILES;
"""
RESULT = {
    "points": 1.5,
    "out_of": 2.0,
    "summary": "One of two is right.",
    "right": False,
    "remarks": [
        {"subject": "First thing", "outcome": "right", "reason": "The words name the speaker.", "fact": ""},
        {"subject": "Second thing", "outcome": "missed", "reason": "It stands at the end.", "fact": "Said: yes."},
    ],
}


def find_chromium() -> str | None:
    """Give the path of an installed Chromium, or None for Playwright's own."""
    # The first is Chromium without all that draws windows: it does the same with a sixth less work.
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if (path := shutil.which(name))), None)


@contextmanager
def chromium():
    """Run a Chromium without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


def join(kind: str) -> tuple[str, str]:
    """Join a view's module and style as the widget does; import it late, because it loads the whole kernel side."""
    from exercises.page.joined import join_module, join_style

    folder = KINDS.parent / "bar" if kind == "bar" else KINDS / kind
    return join_module(folder / "view.js"), join_style(folder / "view.css")


def axe_finds(page, **options) -> list[str]:
    """Say what axe finds on a page, one line an element."""
    found = Axe().run(page, options={"resultTypes": ["violations"], "preload": False} | options).response["violations"]
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]


class Alone:
    """One exercise on its own page.

    Attributes
    ----------
    page : playwright.sync_api.Page
        The page, with a clock that tests move by hand when ``clock`` was asked for.
    """

    def __init__(self, browser, kind, body, *, state=None, result=RESULT, key=None, theme="light", width=820,
                 answers=True, clock=False, touch=False, take=(), files=None, **fields) -> None:  # fmt: skip
        self.prepare(browser, width, clock=clock, touch=touch)
        page = page_of(kind, body, fields)
        traits = {"page": page, "state": {"code": page["code"]} | state_of(state), "words": words_of(kind)}
        self.serve(*join(kind), traits, theme, answers=answers, result=result, key=key, take=take, files=files)

    def prepare(self, browser, width: int, *, clock: bool = False, touch: bool = False) -> None:
        """Open an empty page that notes every fault of a script."""
        self._browser, self._own = browser, clock or touch  # a clock stays in its window
        self.window = Window(browser, touch=touch) if self._own else lend(browser)
        self.context, self.page = self.window.context, self.window.page
        self.page.set_viewport_size({"width": width, "height": 900})
        if clock:
            self.page.clock.install()

    def serve(
        self, module, style, traits, theme, *, answers=True, result=RESULT, key=None, take=(), files=None
    ) -> None:
        """Serve a view with the fake model that holds these traits, and open it."""
        self._dark = theme == "dark"
        model = MODEL.replace("TRAITS", json.dumps(traits)).replace("ANSWERS", json.dumps(answers))
        model = model.replace("RESULT", json.dumps(result)).replace("KEY", json.dumps(key))
        model = model.replace("OFFERED", json.dumps(take)).replace("FILES", json.dumps(files or {}))
        model = model.replace("</", "<\\/")
        colours = ":root{" + "".join(f"--jp-{name}:{value};" for name, value in DARK.items()) + "}"
        html = DOCUMENT.format(theme=colours if theme == "dark" else "", style=style, model=model)
        self.context.route(ADDRESS, lambda route: route.fulfill(body=html, content_type="text/html"))
        script = {"body": module, "content_type": "text/javascript"}
        self.context.route(ADDRESS + "view.js", lambda route: route.fulfill(**script))
        self.open()

    def open(self) -> None:
        """Open the page, or open it again as after a reload."""
        self.page.goto(ADDRESS)
        self.page.wait_for_function("window.opened !== undefined")

    def button(self, name: str):
        """Find a button by its name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def sent(self, kind: str | None = None) -> list[dict[str, Any]]:
        """Give the messages that the page sent, of one kind or all that bring something."""
        messages = self.page.evaluate("fake.sent")
        return [one for one in messages if (one["kind"] == kind if kind else one["kind"] not in ("ping", "tell"))]

    def answer(self) -> dict[str, Any]:
        """Wait until the page has sent what it holds, and give the last answer."""
        self.page.wait_for_function("document.querySelector('.ws-status').dataset.state === 'saved'")
        return self.sent()[-1]["answer"]

    def reply(self, kind: str, **more: Any) -> None:
        """Reply to the newest message that is no ping."""
        last = self.sent()[-1]
        self.page.evaluate(
            "(one) => fake.tell('msg:custom', one)", {"kind": kind, "tab": last["tab"], "seq": last["seq"], **more}
        )

    def status(self) -> str:
        """Give the words of the status line."""
        return self.page.locator(".ws-status").inner_text()

    def spoken(self) -> str:
        """Give what the live region says."""
        return self.page.locator(".ws-live").text_content().strip("\u00a0")

    def focused(self) -> str:
        """Give the text of the element that has the focus."""
        return self.page.evaluate("document.activeElement.textContent.trim()")

    def be_sure(self, words_said: str = "Quite sure") -> None:
        """Choose how sure one is."""
        self.page.get_by_label(words_said, exact=True).check()

    def set_clock(self, hours: int) -> None:
        """Set the clock of the day, back or forward, as a computer does that has found the time."""
        self.page.evaluate("(by) => { const real = Date.now; Date.now = () => real() + by * 3_600_000; }", hours)

    def violations(self) -> list[str]:
        """Say what axe finds, one line an element; in the dark only of colours, as all else is as in the light."""
        return axe_finds(self.page, **({"runOnly": COLOURS} if self._dark else {}))

    def too_small(self) -> list[str]:
        """Name the buttons and inputs that are smaller than 24 by 24 pixels."""
        script = """() => [...document.querySelectorAll('button, select, input, [role=option]')]
            .filter((one) => one.offsetParent && one.checkVisibility())
            .filter((one) => { const target = one.closest('label') || one, box = target.getBoundingClientRect();
                               return !one.matches('[role=option]') && (box.width < 24 || box.height < 24); })
            .map((one) => one.outerHTML)"""
        return self.page.evaluate(script)

    def close(self) -> None:
        """Leave the page; a fault in the view's script fails the test."""
        faults = self.window.faults
        if self._own:
            self.context.close()
        else:
            give_back(self._browser, self.window)
        assert faults == []


def page_of(kind: str, body: dict[str, Any], fields: dict[str, Any]) -> dict[str, Any]:
    """Give the page trait of an exercise called "Who says it?"."""
    return {
        "id": "one",
        "kind": kind,
        "lesson": "kupyansk",
        "notebook": "02_who_says_so",
        "code": "amber-heron-42",
        "digest": "0123456789abcdef",
        "title": "Who says it?",
        "instruction": "Find who says it.",
        "label": "",
        "role": "alone",
        "hints": [],
        "confidence": True,
        "body": body,
        **fields,
    }


def state_of(state: dict[str, Any] | None) -> dict[str, Any]:
    """Give the state trait of an exercise that nobody has touched, with what the test changes."""
    fresh = {"answer": None, "confidence": None, "phase": "open", "result": None, "key": None}
    return fresh | {"attempts": 0, "saved_at": None, "older": False, "take": []} | (state or {})


def words_of(kind: str) -> dict[str, Any]:
    """Give the words trait as the widget does."""
    shared = ("kit", "outcomes", "results", "seal", "takeaway", "download")
    own = ALL[kind].shown() if kind in ALL else words(kind) | {"aloud": words("aloud")["open"]}
    return {name: words(name) for name in shared} | {kind: own}


def plain(text: str) -> str:
    """Bring white space to single blanks, as a reader sees it."""
    return re.sub(r"\s+", " ", text).strip()
