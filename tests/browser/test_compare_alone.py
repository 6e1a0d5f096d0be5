"""What a student meets in an exercise of the kind compare."""

import pytest
from compare_lesson import HEDGE, ROOT, WHOLE, compare_item, open_lesson

from exercises.kinds.compare import KIND
from exercises.kinds.compare.item import CompareAnswer

pytestmark = pytest.mark.browser
OURS = {"hedge": "hill-post", "root": "river-post", "owner": "nowhere"}
HOW = {"hedge": "shown", "root": "inferred", "owner": "shown"}


@pytest.fixture
def open_compare(open_alone, tmp_path):
    """Open a comparison whose Check answers with what the kernel would say about a given answer."""

    def open_one(*questions, steps=OURS, basis=HOW, change=None, **fields):
        item, lesson = compare_item(*questions), open_lesson(tmp_path / "bridge")
        body = KIND.page(item, lesson)
        if change:
            change(body)
        asked = {question.id for question in item.asked}
        mine = {
            name: {one: value for one, value in part.items() if one in asked}
            for name, part in (("steps", steps), ("basis", basis))
        }
        result = KIND.score(item, CompareAnswer.model_validate(mine), lesson).model_dump()
        return open_alone("compare", body, result=result, key=KIND.reveal(item, lesson), **fields)

    return open_one


def columns(one):
    return one.page.locator(".ws-compare-column .ws-compare-who").all_inner_texts()


def question(one, number):
    return one.page.get_by_role("region", name=f"Question {number}")


def choose(one, number, version, basis):
    question(one, number).get_by_label(version).check()
    question(one, number).get_by_label(basis).check()


def answer_all(one):
    choose(one, 1, "3. Hill Post", "Shown")
    choose(one, 2, "2. River Post", "Inferred")
    choose(one, 3, "None of these", "Shown")


def check(one):
    answer_all(one)
    one.be_sure()
    one.button("Check").click()


def test_the_first_two_versions_stand_side_by_side_and_one_walks_on_step_by_step(open_compare):
    one = open_compare()
    assert [text.split("\n") for text in columns(one)] == [["1", "The town hall"], ["2", "River Post"]]
    one.button("One step on").click()
    assert [text.split("\n")[0] for text in columns(one)] == ["2", "3"]
    assert one.spoken() == "Side by side: 2. River Post and 3. Hill Post"
    one.button("One step back").click()
    assert [text.split("\n")[0] for text in columns(one)] == ["1", "2"]


def test_at_either_end_the_walk_stops_and_says_so(open_compare):
    one = open_compare()
    one.button("One step back").press("Enter")
    assert one.spoken() == "These are the first two."
    for _ in range(3):
        one.button("One step on").press("Enter")
    assert one.spoken() == "These are the last two."
    assert one.button("One step on").get_attribute("aria-disabled") == "true"


def test_any_two_versions_may_be_picked(open_compare):
    one = open_compare()
    one.page.get_by_role("combobox", name="Right").select_option(label="4. The article")
    assert [text.split("\n")[0] for text in columns(one)] == ["1", "4"]


def test_a_version_has_its_day_and_its_key_words_and_on_a_tap_its_own_words_with_a_gloss(open_compare):
    one = open_compare()
    card = one.page.locator(".ws-compare-card").nth(1)
    said = card.inner_text()
    for words in ("2 May 2025", "Order inferred", "Steg = footbridge"):
        assert words in said
    assert "Only the day is shown." not in said
    card.get_by_text("Order inferred").click()
    assert card.get_by_text("Only the day is shown.").is_visible()
    own = ("Der Steg bleibt zu.", "The footbridge stays shut.")
    assert not [words for words in own if words in said]
    card.get_by_text("Its own words").click()
    assert [words for words in own if words in card.inner_text()] == [*own]
    assert card.locator("[lang=de]").all_inner_texts() == ["Steg", "Der Steg bleibt zu."]


def test_all_versions_stand_in_one_list_in_order(open_compare):
    one = open_compare()
    names = one.page.locator(".ws-compare-all .ws-compare-who span:last-child")
    assert names.first.is_hidden()
    one.button("All 4 versions in one list").click()
    assert names.all_inner_texts() == ["The town hall", "River Post", "Hill Post", "The article"]


def test_what_is_chosen_is_kept_and_read_out(open_compare):
    one = open_compare()
    choose(one, 1, "3. Hill Post", "Shown")
    assert one.spoken() == "Question 1: Shown"
    assert one.answer() == {"steps": {"hedge": "hill-post"}, "basis": {"hedge": "shown"}}


def test_undo_takes_the_last_choice_back(open_compare):
    one = open_compare()
    choose(one, 1, "3. Hill Post", "Shown")
    one.button("Undo").click()
    assert one.answer() == {"steps": {"hedge": "hill-post"}, "basis": {}}


def test_checking_too_early_says_what_is_missing(open_compare):
    one = open_compare()
    question(one, 1).get_by_label("3. Hill Post").check()
    one.button("Check").click()
    assert one.page.locator(".ws-note").inner_text() == "Question 1: say whether it is shown or inferred."


def test_a_question_may_be_answered_for_the_student_with_its_reasons(open_compare):
    one = open_compare(HEDGE | {"given": True}, WHOLE)
    given = one.page.locator(".ws-compare-given")
    assert "Answered for you: 3. Hill Post. Shown." in given.inner_text()
    assert HEDGE["why"]["hill-post"] in given.inner_text()
    assert given.locator("input").count() == 0
    choose(one, 2, "None of these", "Shown")
    assert one.answer() == {"steps": {"owner": "nowhere"}, "basis": {"owner": "shown"}}


def test_nothing_of_the_way_is_in_the_page_before_the_check(open_compare):
    one = open_compare()
    answer_all(one)
    assert "CANARY" not in one.page.content().split("window.result")[0]
    assert one.page.locator(".ws-compare-path").count() == 0


def test_after_the_check_the_way_is_a_list_with_states_cut_and_own_marks(open_compare):
    one = open_compare(HEDGE, ROOT, WHOLE, steps=OURS | {"hedge": "river-post"})
    choose(one, 1, "2. River Post", "Shown")
    choose(one, 2, "2. River Post", "Inferred")
    choose(one, 3, "None of these", "Shown")
    one.be_sure()
    one.button("Check").click()
    stops = [" ".join(text.split()) for text in one.page.locator(".ws-compare-node").all_inner_texts()]
    assert stops[0] == "1. The town hall 1 May 2025 1: CANARY may 3: CANARY bridge"
    assert stops[1].endswith("1: CANARY may 3: CANARY bridge you: question 1 sought in question 2 you: question 2")
    assert "1: CANARY stays 3: CANARY bridge ✂ here (question 1)" in stops[2]
    assert one.page.get_by_text("Question 3: none of the versions, so no step is marked.").is_visible()


def test_whoever_found_nothing_where_something_changed_sees_it_in_words(open_compare):
    one = open_compare(HEDGE, steps={"hedge": "nowhere"})
    choose(one, 1, "None of these", "Shown")
    one.be_sure()
    one.button("Check").click()
    said = "You chose “None of these versions” for question 1."
    assert one.page.locator(".ws-compare-note").all_inner_texts() == [said]


def test_what_our_notes_leave_open_is_drawn_and_explained(open_compare):
    one = open_compare(HEDGE | {"not_clear": ["river-post"]})
    choose(one, 1, "3. Hill Post", "Shown")
    one.be_sure()
    one.button("Check").click()
    assert "1: not clear from our notes" in one.page.locator(".ws-compare-node").nth(1).inner_text()
    assert "Double line: our notes do not tell." in one.page.locator(".ws-compare-path").inner_text()


def test_shown_and_inferred_are_printed_apart_and_the_intent_in_words(open_compare):
    one = open_compare()
    check(one)
    assert one.page.locator(".ws-compare-known-shown").is_hidden()
    one.button("What is shown, what is inferred, what nobody can tell").click()
    assert one.page.locator(".ws-compare-intent").is_visible()
    assert one.page.locator(".ws-compare-known-shown li").inner_text().startswith("CANARY shown")
    assert one.page.locator(".ws-compare-known-inferred li").inner_text().startswith("CANARY inferred")
    assert one.page.locator(".ws-compare-intent").inner_text() == "CANARY intent unknown."


def test_every_reason_can_be_opened_after_the_check(open_compare):
    one = open_compare()
    check(one)
    one.button("Every version and its reason: question 1").click()
    reasons = one.page.locator(".ws-compare-reasons").first.locator("li")
    assert reasons.count() == 5
    assert reasons.nth(0).inner_text() == "1. The town hall: CANARY town-page: read its verb."


def test_our_answers_are_marked_after_show_me(open_compare):
    one = open_compare()
    check(one)
    assert one.page.locator(".ws-compare-key:visible").count() == 0
    one.button("Show me").click()
    ours = one.page.locator(".ws-compare-choice:has(.ws-compare-key:visible)")
    assert ours.evaluate_all("all => all.map(one => one.dataset.value)") == [
        "hill-post", "shown", "river-post", "inferred", "nowhere", "shown",
    ]  # fmt: skip
    assert one.focused() == "Our answers are marked in the questions"


def test_trying_again_takes_the_way_out_of_the_page(open_compare):
    one = open_compare()
    check(one)
    one.button("Try again").click()
    assert one.page.locator(".ws-compare-path").count() == 0
    assert one.page.locator(".ws-compare-choice input:checked").count() == 6


def test_words_of_a_lesson_are_text_and_never_html(open_compare):
    def change(body):
        body["versions"][0]["says"] = "<img src=x onerror=alert(1)>"

    one = open_compare(change=change)
    assert one.page.locator(".ws-compare-says").first.inner_text() == "<img src=x onerror=alert(1)>"
    assert one.page.locator("img").count() == 0


def test_everything_can_be_done_by_keyboard_alone(open_compare):
    one = open_compare(HEDGE)
    press = one.page.keyboard.press
    one.page.locator("select").first.focus()
    for key in ("Shift+Tab", "Enter", "Tab", "Tab", "Tab", "Enter"):
        press(key)
    assert one.page.get_by_text("Der Steg bleibt zu.").first.is_visible()
    for key in ("Tab", "Tab", "Tab", "Space", "ArrowDown", "ArrowDown", "Tab", "Space"):
        press(key)
    assert columns(one)[0].split("\n")[0] == "2"
    assert one.answer() == {"steps": {"hedge": "hill-post"}, "basis": {"hedge": "shown"}}
    for key in ("Tab", "Space", "Tab", "Enter"):
        press(key)
    assert one.focused() == "Result"
    assert one.spoken() == "1 of 1 versions found. Shown or inferred: 1 of 1."


@pytest.mark.parametrize("width", [360, 820])
def test_nothing_sticks_out_at_any_width_even_with_long_names(open_compare, width):
    def change(body):
        for version in body["versions"]:
            version["who"] += " of the whole wide region, as printed by the evening paper of the next town"

    one = open_compare(width=width, change=change)
    assert one.page.evaluate("document.documentElement.scrollWidth") == width
    check(one)
    assert one.page.evaluate("document.documentElement.scrollWidth") == width


def test_on_a_phone_the_two_versions_stand_one_above_the_other(open_compare):
    one = open_compare(width=360)
    left, right = (one.page.locator(".ws-compare-column").nth(place).bounding_box() for place in (0, 1))
    assert right["y"] >= left["y"] + left["height"]


def test_on_paper_the_whole_list_and_all_reasons_are_open(open_compare):
    one = open_compare()
    check(one)
    one.page.emulate_media(media="print")
    assert one.page.locator(".ws-compare-all > li:visible").count() == 4
    assert one.page.locator(".ws-compare-reasons > li:visible").count() == 15


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_before_and_after_the_result(open_compare, theme):
    one = open_compare(theme=theme)
    one.button("All 4 versions in one list").click()
    assert one.violations() == []
    assert one.too_small() == []
    check(one)
    one.button("Show me").click()
    one.button("Every version and its reason: question 1").click()
    assert one.violations() == []


def test_the_result_of_an_older_edition_with_other_versions_shows_its_remarks_and_no_way(open_compare):
    one = open_compare(change=lambda body: body["versions"].pop())
    one.page.evaluate(
        "fake.set('state', { ...fake.traits.state, phase: 'checked', attempts: 1, result: window.result })"
    )
    assert one.page.locator(".ws-remark").count()
    assert not one.page.locator(".ws-compare-path").count()
