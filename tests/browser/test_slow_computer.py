"""In Lab on a computer so slow that anywidget gives up a view before it is drawn: it hears the kernel all the same."""

import pytest
from playwright.sync_api import expect

from pages import bar_says, begin_anew, choose, exercise, open_notebook, run_all

pytestmark = [pytest.mark.browser, pytest.mark.host]
# As if the two seconds that anywidget waits were over before anything is loaded.
IMPATIENT = """
const wait = AbortSignal.timeout.bind(AbortSignal);
AbortSignal.timeout = (milliseconds) => wait(milliseconds === 2000 ? 1 : milliseconds);
"""


@pytest.fixture
def slow(browser):
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 1200, "height": 900})
    context.add_init_script(IMPATIENT)
    yield context.new_page()
    context.close()


def test_every_exercise_that_was_drawn_late_saves_checks_and_is_the_next_students_when_another_begins(lab, slow):
    given_up = []
    slow.on("pageerror", lambda error: given_up.append(str(error)))
    open_notebook(slow, "lab", lab.port, "notebooks/start_here.ipynb")
    run_all(slow)
    choose(slow, "start-choose", "The driver", confidence=3)
    bar_says(slow, "Saved")
    exercise(slow, "start-choose").get_by_role("button", name="Check").click()
    expect(exercise(slow, "start-choose").locator(".ws-result")).to_be_visible()
    begin_anew(slow)
    expect(exercise(slow, "start-choose").locator("input:checked")).to_have_count(0)
    assert any("Failed to initialize model" in one for one in given_up)
