"""What a student sees of the machine's draft."""

import pytest

pytestmark = pytest.mark.browser

CONTENT = {
    "label": "Written for this course",
    "flags": 2,
    "sentences": [
        {
            "number": 1,
            "pieces": [{"text": "It ", "flag": 0}, {"text": "may <b>", "flag": 1}, {"text": " rain.", "flag": 0}],
        },
        {"number": 2, "pieces": [{"text": "Nobody has checked.", "flag": 0}]},
        {"number": 3, "pieces": [{"text": "Perhaps", "flag": 2}]},
    ],
}


@pytest.fixture
def machine(open_figure):
    def open_one(**options):
        figure = open_figure("machine-draft", section="machine", opened=True, **options)
        figure.open_with(CONTENT)
        return figure

    return open_one


def test_each_flag_has_its_word_underlined_and_its_number_seen_and_read_out(machine):
    flags = machine().page.locator(".ws-machine-flag")
    assert flags.evaluate_all("all => all.map(one => one.textContent)") == ["may <b>1 (flag 1)", "Perhaps2 (flag 2)"]
    lines = flags.evaluate_all("all => all.map(one => getComputedStyle(one).textDecorationLine)")
    assert lines == ["underline", "underline"]


def test_it_is_called_a_draft_by_a_machine_and_says_that_nobody_corrected_it(machine):
    said = machine().page.locator(".ws-machine").inner_text()
    assert said.startswith("Draft by a machine")
    assert "Flags: 2. Nobody has corrected them." in said


@pytest.mark.parametrize(("theme", "width"), [("light", 820), ("dark", 360)])
def test_it_is_accessible_in_both_themes_and_fits_a_phone(machine, theme, width):
    figure = machine(theme=theme, width=width)
    assert figure.violations() == []
    assert figure.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
