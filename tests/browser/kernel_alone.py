"""Opens a view on a page of its own with the real exchange behind it, so that what is said is truly stored."""

from __future__ import annotations

from typing import Any

from alone import Alone, join, words_of

ASK = """() => { fake.send = async (message) => {
  fake.sent.push(structuredClone(message));
  const heard = await window.askKernel(message);
  if (!heard) return;
  fake.tell("msg:custom", heard.reply);
  if (heard.state) fake.set("state", heard.state);
}; }"""


class KernelAlone(Alone):
    """One exercise on its own page, answered by its exchange.

    Attributes
    ----------
    cut : bool
        Whether the line is cut: then nothing that the page sends arrives.
    deaf : bool
        Whether replies are lost on their way back.
    """

    def __init__(self, browser, exchange, *, theme="light", width=820, clock=False, touch=False) -> None:
        self.exchange, self.theme = exchange, theme
        self.cut = self.deaf = False
        self.prepare(browser, width, clock=clock, touch=touch)
        self.window.ask = self._ask
        self.reload()

    def reload(self) -> None:
        """Open the page with what is stored now, as after running all cells again."""
        kind = self.exchange.item.kind
        traits = {"page": self.exchange.page(), "state": self.exchange.state(), "words": words_of(kind)}
        self.serve(*join(kind), traits, self.theme, answers=False)
        self.page.evaluate(ASK)

    def _ask(self, message: dict[str, Any]) -> dict[str, Any] | None:
        if self.cut:
            return None
        reply = self.exchange.receive(message)
        if self.deaf or reply is None:
            return None
        return {
            "reply": reply,
            "state": self.exchange.state() if reply["kind"] in ("saved", "result", "conflict") else None,
        }

    def elsewhere(self, exchange, kind: str, seq: int, **content: Any) -> dict[str, Any]:
        """Do something in another view of the same kernel and let this page know, as the session does."""
        reply = exchange.receive({"kind": kind, "tab": "another-tab", "seq": seq, **content})
        self.page.evaluate("(state) => fake.set('state', state)", self.exchange.state())
        return reply

    def saved(self) -> dict[str, Any]:
        """Wait until all is stored, and give what is stored."""
        self.page.wait_for_function("document.querySelector('.ws-status').dataset.state === 'saved'")
        return self.exchange.state()

    def secrets(self) -> str:
        """Give all that the page holds, seen or not."""
        return self.page.evaluate("JSON.stringify(fake.traits) + document.documentElement.outerHTML")
