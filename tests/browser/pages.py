"""What a student does in a page of a real host, as small steps that tests are made of."""

from __future__ import annotations

from pathlib import Path

from every_lesson import items_of, named
from playwright.sync_api import Locator, Page, expect
from whole_notebook import faces_at, places_of

from exercises.answers.store import Store
from exercises.visit import Visit

ABOVE = """name => {
  const notebook = window.jupyterapp.shell.currentWidget.content;
  const shown = (cell) => cell.model.sharedModel.getSource().includes(`.show("${name}")`);
  notebook.mode = "command";
  notebook.activeCellIndex = notebook.widgets.findIndex(shown) - 1;
  notebook.activate();
}"""
NAME_OF_FOCUS = """() => {
  const one = document.activeElement;
  const group = one.closest("fieldset")?.querySelector("legend")?.textContent;
  const label = one.getAttribute("aria-label") || one.labels?.[0]?.textContent || one.textContent;
  return one.closest(".ws-exercise") ? (one.type === "radio" ? group : label) || "" : null;
}"""
RULES_NOT_THERE = """styles => {
  const rules = (sheet) => [...sheet.cssRules].map((rule) => rule.cssText);
  const there = new Set([...document.styleSheets].filter((sheet) => !sheet.href).flatMap(rules));
  const wanted = styles.flatMap((style) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    return rules(sheet);
  });
  return wanted.filter((rule) => !there.has(rule));
}"""
RUN_ALL = "notebook:run-all-cells"
SAVE = "docmanager:save"


def exercise(page: Page, name: str) -> Locator:
    """Find an exercise by its id."""
    return page.locator(f'.ws-exercise:has([id^="ws-{name}-"])').first


def unstyled(page: Page, store: Path) -> list[str]:
    """Give the rules of style that the exercises and the bar of the first notebook bring and the page does not hold."""
    lesson = named("kupyansk")
    visit = Visit(lesson, items_of(lesson), Store(store), "start_here")
    faces = [face for _, face in faces_at(visit, places_of(lesson, "start_here"))]
    missing: list[str] = page.evaluate(RULES_NOT_THERE, [face.view.joined_style() for face in faces])
    return missing


def open_notebook(page: Page, kind: str, port: int, path: str) -> None:
    """Open a notebook in a host; in Lab in a fresh workspace."""
    where = {"lab": f"lab/workspaces/test/tree/{path}?reset", "notebook": f"notebooks/{path}"}[kind]
    # The host says in a dialog that its line is cut, whenever it notices; a student closes that and goes on.
    dialog = page.locator(".jp-Dialog").filter(has_text="Connection Error").first
    page.add_locator_handler(dialog, close_for_good, no_wait_after=True)
    page.goto(f"http://127.0.0.1:{port}/{where}")
    page.wait_for_function(
        "window.jupyterapp && window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel", timeout=60_000
    )
    page.wait_for_function(
        "window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'", timeout=60_000
    )


def close_for_good(dialog: Locator) -> None:
    """Close a dialog of the host, which then does not come again in this session."""
    # In one go, because the host takes the dialog away itself as soon as the line is there again. A second click on the
    # box would take the wish back. Its one button accepts in some releases of JupyterLab and rejects in others.
    dialog.page.evaluate(
        """() => {
          for (const box of document.querySelectorAll(".jp-Dialog-checkbox input")) if (!box.checked) box.click();
          for (const button of document.querySelectorAll(".jp-Dialog-footer button")) button.click();
        }"""
    )


def begin_anew(page: Page) -> None:
    """Begin as a new student in an open notebook, and wait until all exercises are empty."""
    code = page.locator(".ws-bar-code").inner_text()
    page.get_by_role("button", name="Not you?").click()
    page.get_by_role("button", name="Start with a new code").click()
    expect(page.locator(".ws-bar-code")).not_to_have_text(code)
    # The kernel tells the exercises in the same breath as the bar; when it is idle, all have heard it.
    page.wait_for_function(
        "window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'", timeout=60_000
    )
    for one in page.locator(".ws-exercise").all():
        expect(one).to_have_attribute("data-phase", "open")


def command(page: Page, name: str) -> None:
    """Run a command of the host, as its menu does."""
    page.evaluate("name => window.jupyterapp.commands.execute(name)", name)


def reconnect(page: Page) -> None:
    """Let JupyterLab try the line at once; by itself it does so after a pause that grows with every attempt."""
    page.evaluate("() => void window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.reconnect()")


def run_all(page: Page) -> None:
    """Run all cells and wait for the bar."""
    command(page, RUN_ALL)
    expect(page.locator(".ws-bar")).to_be_visible(timeout=60_000)


def bar_says(page: Page, sentence: str, seconds: float = 30) -> None:
    expect(page.locator(".ws-bar-saved")).to_contain_text(sentence, timeout=seconds * 1000)


def cells(page: Page) -> list[str]:
    """Give the source of all cells: what stray keys would change."""
    return page.evaluate(
        "() => [...window.jupyterapp.shell.currentWidget.content.model.cells].map(cell => cell.sharedModel.getSource())"
    )


def choose(page: Page, name: str, option: str, confidence: int | None = None) -> None:
    """Choose an option of a choose exercise by its words."""
    body = exercise(page, name)
    # Clicked in the page itself: when a connection is cut, the host's own dialog lies above everything.
    body.get_by_label(option, exact=False).first.evaluate("radio => radio.click()")
    if confidence:
        body.locator(".ws-confidence input").nth(confidence - 1).check()


def tab_into(page: Page, name: str, most: int = 400) -> None:
    """Press Tab until the focus is in the exercise."""
    inside = f"""() => !!document.activeElement?.closest?.('.ws-exercise')?.querySelector('[id^="ws-{name}-"]')"""
    for _ in range(most):
        if page.evaluate(inside):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{most} times Tab did not lead into {name}")


def tab_to(page: Page, words: str, key: str = "Tab", most: int = 80) -> None:
    """Press Tab until the focus is on a part of an exercise that is called so; radio buttons go by their question."""
    passed = []
    for _ in range(most):
        name = page.evaluate(NAME_OF_FOCUS)
        if name is not None and words in name:
            return
        passed.append(name)
        page.keyboard.press(key)
    raise AssertionError(f"{key} did not come to “{words}” but passed {passed}")


def choose_by_arrows(page: Page, legend: str, value: str) -> None:
    """Come to a question and choose by arrow keys the answer of this value."""
    tab_to(page, legend)
    page.keyboard.press("Space")
    for _ in range(10):
        if page.evaluate("document.activeElement.value") == value:
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"“{legend}” has no answer {value}")


def begin(page: Page, name: str) -> None:
    """Select the cell above an exercise, as arrow keys in command mode do, and go on with Tab."""
    page.evaluate(ABOVE, name)
    page.wait_for_function("document.activeElement.closest('.jp-Cell.jp-mod-active')")
    tab_into(page, name)
