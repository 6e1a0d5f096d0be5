"""Opens the place of the report on a page of its own; the test plays the kernel."""

from __future__ import annotations

from alone import Alone

PAGE = {
    "code": "amber-heron-42",
    "notebook": "finish",
    "lines": ["Exercises checked: 7", "The finished check: written"],
}
FILE = {
    "kind": "file",
    "name": "whosays-amber-heron-42-report.html",
    "type": "text/html",
    "text": "<!doctype html>שלום",
}


class ReportAlone(Alone):
    """The place of the report on its own page."""

    def __init__(self, browser, *, theme="light", width=820) -> None:
        from exercises.page.view import View
        from exercises.report.place import HERE, SHOWN  # Late, because it loads the whole kernel side.
        from exercises.words import words

        self.prepare(browser, width, clock=False)
        traits = {"page": PAGE, "words": {name: words("report")[name] for name in SHOWN}}
        traits["words"]["download"] = words("download")
        view = View(HERE / "view.js", HERE / "view.css")
        self.serve(view.joined_module(), view.joined_style(), traits, theme, answers=False)

    def tell(self, reply) -> None:
        """Reply as the kernel does."""
        self.page.evaluate("(reply) => fake.tell('msg:custom', reply)", reply)
