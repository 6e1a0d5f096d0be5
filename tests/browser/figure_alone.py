"""Opens one figure on a page of its own; the test plays the kernel."""

from __future__ import annotations

from typing import Any

from alone import KINDS, Alone

FIGURES = KINDS.parent / "figures"
EXERCISE = "who-peel-owner"
LAID_OUT = """() => Promise.all([...document.images].map((one) => one.decode().catch(() => {})))
    .then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))"""


class FigureAlone(Alone):
    """One figure that waits for the exercise "Who owns the words?" on its own page."""

    def __init__(self, browser, name: str, *, section: str = "chart", opened=False, theme="light", width=820,
                 clock=False, warning="") -> None:  # fmt: skip
        from exercises.figures.figure import Figure  # Late, because it loads the whole kernel side.
        from exercises.words import words

        view = Figure(name, section, "kupyansk", "02_who_says_so", None, dict).view
        self.prepare(browser, width, clock=clock)
        about = {"name": name, "lesson": "kupyansk", "notebook": "02_who_says_so", "code": "amber-heron-42"}
        self.about = about | {"exercise": EXERCISE, "title": "Who owns the words?"}
        spoken = words("figures")
        traits = {
            "page": self.about | {"open": opened, "warning": warning},
            "words": {"language": words("kit")["language"]} | spoken["gate"] | spoken[section],
        }
        self.serve(view.joined_module(), view.joined_style(), traits, theme, answers=False)

    def tell(self, kind: str, **more: Any) -> None:
        """Reply as the kernel does."""
        self.page.evaluate("(reply) => fake.tell('msg:custom', reply)", {"kind": kind, **more})

    def open_with(self, content: dict[str, Any]) -> None:
        """Let the kernel open the figure, and wait until what it shows is laid out."""
        self.tell("drawing")
        self.tell("open", content=content)
        self.page.evaluate(LAID_OUT)

    def exercise_says(self, phase: str, exercise: str = EXERCISE) -> None:
        """Send the status that an exercise sends on the page."""
        detail = {"exercise": exercise, "notebook": "02_who_says_so", "phase": phase, "state": "saved", "words": ""}
        script = "(detail) => document.dispatchEvent(new CustomEvent('whosays:status', { detail }))"
        self.page.evaluate(script, detail)

    def looks(self) -> int:
        """Count how often the page asked the kernel."""
        return len(self.sent("look"))

    def notice(self) -> str:
        """Give what stands where the figure will be; empty once it is there."""
        place = self.page.locator(".ws-figure-notice")
        return place.inner_text() if place.is_visible() else ""
