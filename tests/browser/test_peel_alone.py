"""What a student does where the words are lifted off owner by owner."""

import pytest

pytestmark = pytest.mark.browser


FIRST = (("The mayor said", 0), (" on Monday that ",), ("it may rain", 0), (".",))
SECOND = (("It ",), ("reportedly rained", 1), (" ",), ("hard", 1, 0), (" there.",))


def piece(text, *owners):
    return {"text": text, "owners": list(owners), "words": len(text.split()) if owners else 0}


ARTICLE = {
    "name": "The article",
    "words": 12,
    "owners": [{"name": "the mayor <b>", "words": 6}, {"name": "nobody named (“reportedly”)", "words": 3}],
    "sentences": [
        {"number": 1, "pieces": [piece(*one) for one in FIRST]},
        {"number": 2, "pieces": [piece(*one) for one in SECOND]},
    ],
}
FAIR = {
    "name": "A fair report",
    "words": 4,
    "owners": [{"name": "the club", "words": 3}],
    "sentences": [{"number": 1, "pieces": [piece("The club said", 0), piece(" so.")]}],
}


@pytest.fixture
def peel(open_figure):
    def open_one(**options):
        figure = open_figure("peel-by-owner", section="peel", opened=True, **options)
        figure.open_with({"texts": [ARTICLE, FAIR]})
        return figure

    return open_one


def count(figure):
    return figure.page.locator(".ws-peel-count").inner_text()


def lifted(figure):
    return figure.page.locator(".ws-peel-text s").all_inner_texts()


def test_at_first_all_words_are_there(peel):
    figure = peel()
    assert count(figure) == "12 of 12 words are left."
    assert lifted(figure) == []
    assert figure.page.locator(".ws-peel-text p").first.inner_text() == "The mayor said on Monday that it may rain."


def test_lifting_an_owner_off_strikes_all_his_words_and_says_what_is_left(peel):
    figure = peel()
    figure.button("Take away: the mayor <b>").click()
    assert lifted(figure) == ["The mayor said", "it may rain", "hard"]
    assert count(figure) == "5 of 12 words are left."
    assert figure.spoken() == "Taken away: the mayor <b>, 6 words. 5 of 12 words are left."
    assert figure.page.locator(".ws-peel-text p").first.inner_text() == "The mayor said on Monday that it may rain."


def test_a_word_with_two_owners_comes_back_with_the_last_of_them(peel):
    figure = peel()
    figure.button("Take away: the mayor <b>").click()
    figure.button("Take away: nobody named (“reportedly”)").click()
    assert count(figure) == "3 of 12 words are left. What is left is the reporter's."
    figure.button("Put back: the mayor <b>").click()
    assert lifted(figure) == ["reportedly rained", "hard"]
    assert figure.spoken() == "Put back: the mayor <b>, 6 words. 9 of 12 words are left."


def test_all_words_come_back_at_once(peel):
    figure = peel()
    assert figure.button("Put all back").get_attribute("aria-disabled") == "true"
    figure.button("Take away: the mayor <b>").click()
    figure.button("Put all back").click()
    assert (lifted(figure), count(figure)) == ([], "12 of 12 words are left.")
    assert figure.spoken() == "All words are back. 12 of 12 words are left."


def test_the_fair_report_is_peeled_in_the_same_way_and_each_text_remembers_how_it_stood(peel):
    figure = peel()
    figure.button("Take away: the mayor <b>").click()
    figure.page.get_by_label("A fair report", exact=True).check()
    assert count(figure) == "4 of 4 words are left."
    figure.button("Take away: the club").click()
    assert count(figure) == "1 of 4 words are left. What is left is the reporter's."
    figure.page.get_by_label("The article", exact=True).first.check()
    assert count(figure) == "5 of 12 words are left."


def test_all_of_it_works_by_keyboard_and_the_focus_stays(peel):
    figure = peel()
    figure.page.get_by_role("radio").first.focus()
    figure.page.keyboard.press("Tab")  # the text, which scrolls
    figure.page.keyboard.press("Tab")
    figure.page.keyboard.press("Enter")
    assert figure.spoken().startswith("Taken away: the mayor")
    figure.page.keyboard.press("Space")
    assert figure.spoken().startswith("Put back: the mayor")
    assert figure.focused() == "Take away"


def test_whose_words_they_are_shows_before_they_are_lifted(peel):
    figure = peel()
    figure.button("Take away: nobody named (“reportedly”)").focus()
    assert figure.page.locator(".ws-peel-pointed").all_inner_texts() == ["reportedly rained", "hard"]


def test_in_a_long_text_the_words_come_into_sight_and_the_page_stays_where_it_is(open_figure):
    lines = [{"number": number, "pieces": [piece("Nothing is said here. " * 5)]} for number in range(1, 30)]
    last = {"number": 30, "pieces": [piece("He said so", 0)]}
    text = {"name": "Long", "words": 600, "owners": [{"name": "he", "words": 3}], "sentences": [*lines, last]}
    figure = open_figure("peel-by-owner", section="peel", opened=True)
    figure.open_with({"texts": [text]})
    before = figure.page.evaluate("scrollY")
    figure.button("Take away: he").click()
    inside = """() => {
      const one = document.querySelector("s"), pane = one?.closest(".ws-peel-scroll")?.getBoundingClientRect();
      const box = one?.getBoundingClientRect();
      return pane && box.top >= pane.top && box.bottom <= pane.bottom;
    }"""
    figure.page.wait_for_function(inside)
    assert figure.page.evaluate("scrollY") == before


def test_it_says_that_peeling_shows_ownership_and_not_truth(peel):
    note = "You see whose words they are, not whether they are true."
    assert peel().page.get_by_text(note).is_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [820, 360])
def test_axe_finds_nothing_with_words_lifted(peel, theme, width):
    figure = peel(theme=theme, width=width)
    figure.button("Take away: the mayor <b>").click()
    assert figure.violations() == []
    assert figure.too_small() == []
    assert figure.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_paper_the_words_stay_and_the_buttons_go(peel):
    figure = peel()
    figure.button("Take away: the mayor <b>").click()
    figure.page.emulate_media(media="print")
    assert figure.page.get_by_role("button").count() == 0
    assert figure.page.locator(".ws-peel-text s").first.is_visible()
    assert figure.page.locator(".ws-peel-count").is_visible()


def test_on_a_phone_the_text_stands_before_the_buttons_and_stays_beside_them(peel):
    figure = peel(width=390)
    text, first = figure.page.locator(".ws-peel-scroll"), figure.button("Take away: the mayor <b>")
    assert text.bounding_box()["y"] < first.bounding_box()["y"]
    assert text.evaluate("one => one.clientHeight <= innerHeight * 0.46")
