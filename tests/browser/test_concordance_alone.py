"""What a student does where verbs are looked up."""

import pytest

from alone import plain

pytestmark = pytest.mark.browser

LONG = "The mayor of the little town on the hill, who had been asked about it twice before, "
CONTENT = {
    "words": [
        {"word": "said", "forms": ["said", "says"], "lines": [
            {"place": "S3", "left": LONG, "hit": "said", "right": ", after a while, no.", "who": "the mayor <b>",
             "draft": "The mayor <i>"},
            {"place": "", "left": "It ", "hit": "says", "right": " so.", "who": "", "draft": None},
        ]},
        {"word": "denied", "forms": ["denied"], "lines": []},
    ]
}  # fmt: skip


@pytest.fixture
def lines(open_figure):
    def open_one(**options):
        figure = open_figure("concordance", section="concordance", opened=True, **options)
        figure.open_with(CONTENT)
        return figure

    return open_one


def shown(figure):
    return [plain(text) for text in figure.page.locator(".ws-lines > li").all_inner_texts()]


def test_a_word_is_picked_by_keyboard_and_its_lines_are_counted_aloud(lines):
    figure = lines()
    assert len(shown(figure)) == 2
    figure.page.get_by_role("radio", name="said").focus()
    figure.page.keyboard.press("ArrowDown")
    assert shown(figure) == []
    assert figure.spoken() == "“denied”: 0 in the article, 0 in the practice sentences."
    figure.page.keyboard.press("ArrowUp")
    assert figure.spoken() == "“said”, “says”: 1 in the article, 1 in the practice sentences."


def test_a_line_says_where_it_stands_and_who_speaks_and_shows_its_whole_sentence_on_demand(lines):
    figure = lines()
    first, second = shown(figure)
    assert first.startswith("S3 …")
    assert first.endswith("Who speaks: the mayor <b>")
    assert (second[:8], second[-22:]) == ("practice", "nobody, no report here")
    figure.button("Show whole sentences").click()
    assert LONG.strip() in shown(figure)[0]
    assert "said, after a while" in shown(figure)[0]


def test_the_machines_draft_stands_below_a_line_only_when_it_is_asked_for(lines):
    figure = lines()
    assert not [line for line in shown(figure) if "Machine" in line]
    figure.button("Show the machine's draft of who speaks").press("Enter")
    first, second = shown(figure)
    assert first.endswith("Who speaks: the mayor <b> Machine's draft: “The mayor <i>”")
    assert second.endswith("Machine's draft: nothing found")
    assert "It knows words, not people" in figure.spoken()
    assert figure.violations() == []
    figure.button("Hide the machine's draft").click()
    assert not [line for line in shown(figure) if "Machine" in line]


@pytest.mark.parametrize(("theme", "width"), [("light", 820), ("dark", 360)])
def test_all_lines_stand_in_a_table_too_and_axe_finds_nothing(lines, theme, width):
    figure = lines(theme=theme, width=width)
    figure.page.get_by_text("All words, all lines, as a table (2 rows)").click()
    assert LONG + "said, after a while, no." in figure.page.locator("tbody tr").first.inner_text()
    assert figure.violations() == []
    assert figure.too_small() == []
    assert figure.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
