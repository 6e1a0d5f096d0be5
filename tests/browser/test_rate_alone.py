"""What a student meets in an exercise of the kind rate."""

import re

import pytest

pytestmark = pytest.mark.browser

SCALE = {"low": "not at all", "high": "very well", "steps": ["None", "Weak", "Fair", "Good"]}
STATEMENTS = [
    {"id": "ferry", "text": "The ferry was full.", "context": "The office counts tickets."},
    {"id": "bakery", "text": "The bakery <b>is</b> the best.", "context": ""},
    {"id": "mayor", "text": "The mayor may speak.", "context": ""},
]


def body(**fields):
    page = {"prompt": "How well is it supported?", "scale": SCALE, "statements": STATEMENTS}
    return page | {"cannot_tell": True, "each_sure": False, "shuffle": False, "scored": True} | fields


def row(one, name):
    return one.page.locator(f"[data-statement={name}]")


def rate(one, name, step):
    row(one, name).locator(f".ws-rate-scale [data-step='{step}'] input").check()


def rate_all(one):
    for name, step in (("ferry", 4), ("bakery", 1), ("mayor", "cannot-tell")):
        rate(one, name, step)


def shown(one):
    return one.page.locator("[data-statement]").evaluate_all("all => all.map(one => one.dataset.statement)")


def test_a_statement_is_rated_and_the_rest_is_counted(open_alone):
    one = open_alone("rate", body())
    rate(one, "ferry", 4)
    assert one.answer() == {"ratings": {"ferry": 4}, "sure": {}, "order": []}
    assert one.spoken() == "2 of 3 still to rate: number 2, 3"
    rate(one, "bakery", 1)
    rate(one, "mayor", "cannot-tell")
    assert one.answer()["ratings"] == {"ferry": 4, "bakery": 1, "mayor": "cannot-tell"}
    assert one.page.locator(".ws-rate-left").inner_text() == "All statements are rated."


def test_the_number_that_a_question_names_is_heard_with_the_statement_and_stays_apart_when_copied(open_alone):
    one = open_alone("rate", body(each_sure=True, statements=[{"id": "ferry", "text": "4,000 people", "context": ""}]))
    assert one.page.get_by_role("group", name=re.compile(r"^1[ .]+4,000 people$")).count() == 1
    assert one.page.get_by_role("group", name="How sure are you of 1?").count() == 1
    legend = row(one, "ferry").locator("legend").first
    assert (
        legend.evaluate("(one) => (getSelection().selectAllChildren(one), String(getSelection()))") == "1. 4,000 people"
    )
    assert one.violations() == []


def test_a_scale_is_worked_by_keyboard_cannot_tell_included(open_alone):
    one = open_alone("rate", body())
    row(one, "ferry").locator("input").first.focus()
    one.page.keyboard.press("Space")
    for _ in range(4):
        one.page.keyboard.press("ArrowRight")
    assert one.answer()["ratings"] == {"ferry": "cannot-tell"}
    one.page.keyboard.press("Tab")
    assert one.page.evaluate("document.activeElement.closest('[data-statement]').dataset.statement") == "bakery"


def test_a_screen_reader_hears_the_statement_its_context_and_the_ends_of_the_scale(open_alone):
    one = open_alone("rate", body())
    group = one.page.get_by_role("group", name="The ferry was full.")
    assert group.get_by_role("radio", name="4 Good").count() == 1
    about = group.evaluate(
        "e => e.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).textContent)"
    )
    assert about == ["The office counts tickets.", "1 is “not at all”, 4 is “very well”."]


def test_where_it_is_asked_for_each_statement_has_its_own_confidence(open_alone):
    one = open_alone("rate", body(each_sure=True), confidence=False)
    rate_all(one)
    one.button("Check").click()
    assert one.page.locator(".ws-note").inner_text().endswith("how sure you are. Still to say: number 1, 2, 3.")
    for number in (1, 2, 3):
        one.page.get_by_role("group", name=f"How sure are you of {number}?").get_by_label("Quite sure").check()
    one.button("Check").click()
    assert one.sent("check")[0]["answer"]["sure"] == {"ferry": 3, "bakery": 3, "mayor": 3}
    assert one.sent("check")[0]["confidence"] is None


def test_checking_with_statements_left_names_them_and_leads_to_the_first(open_alone):
    one = open_alone("rate", body())
    rate(one, "ferry", 4)
    one.button("Check").click()
    assert one.page.locator(".ws-note").inner_text() == "Every statement needs a rating. Still to rate: number 2, 3."
    assert one.page.evaluate("document.activeElement.closest('[data-statement]').dataset.statement") == "bakery"
    assert one.sent("check") == []


def test_undo_takes_the_last_rating_back(open_alone):
    one = open_alone("rate", body())
    rate(one, "ferry", 4)
    rate(one, "ferry", 2)
    one.button("Undo").click()
    assert one.answer()["ratings"] == {"ferry": 4}
    one.button("Undo").click()
    assert one.answer()["ratings"] == {}


def test_words_of_a_lesson_are_text_and_never_html(open_alone):
    one = open_alone("rate", body())
    assert "The bakery <b>is</b> the best." in row(one, "bakery").inner_text()
    assert row(one, "bakery").locator("b").count() == 0


def test_our_answer_stands_on_each_scale_after_show_me(open_alone):
    one = open_alone("rate", body(), key={"ratings": {"ferry": 3, "bakery": 1}})
    rate_all(one)
    one.be_sure()
    one.button("Check").click()
    assert one.page.get_by_text("Our answer", exact=True).count() == 0
    one.button("Show me").click()
    assert one.focused() == "Our answer stands on each scale"
    ours = one.page.locator(".ws-choice", has=one.page.get_by_text("Our answer", exact=True))
    assert [words.split("\n")[1:] for words in ours.all_inner_texts()] == [
        ["Fair", "Our answer"],
        ["None", "Our answer"],
    ]


def test_the_earlier_rating_is_marked_once_there_is_a_result(open_alone):
    result = {"points": 0, "out_of": 0, "summary": "You rated 3 statements.", "right": True, "remarks": []}
    told = result | {"extra": {"earlier": {"ferry": 2}}}
    one = open_alone("rate", body(scored=False), result=told, confidence=False)
    rate_all(one)
    one.button("Check").click()
    assert one.button("Show me").is_hidden()  # there is no answer of ours
    assert row(one, "ferry").locator("[data-step='2']").inner_text().split("\n")[-1] == "Earlier"
    assert one.page.locator(".ws-result").get_by_text("points").count() == 0  # nothing is scored here
    one.button("Try again").click()
    assert one.page.get_by_text("Earlier", exact=True).count() == 0


# The mixed order


MIXED = body(
    statements=[{"id": f"s-{number}", "text": f"Number {number}.", "context": ""} for number in range(8)], shuffle=True
)


def test_the_statements_stand_in_the_order_of_the_page(open_alone):
    one = open_alone("rate", MIXED)
    assert shown(one) == [f"s-{number}" for number in range(8)]


def test_the_order_is_stored_with_the_first_rating_and_kept(open_alone):
    one = open_alone("rate", MIXED)
    order = shown(one)
    rate(one, order[2], 3)
    assert one.answer() == {"ratings": {order[2]: 3}, "sure": {}, "order": order}
    later = MIXED | {"statements": MIXED["statements"][::-1]}
    other = open_alone("rate", later, state={"answer": one.answer(), "saved_at": "2026"})
    assert shown(other) == order


def test_another_student_gets_another_order_in_the_same_page(open_alone):
    one = open_alone("rate", MIXED)
    order = shown(one)
    rate(one, order[0], 1)
    one.answer()
    one.page.evaluate("""() => { const {body, ...page} = fake.get('page');
                                 const turned = {...body, statements: body.statements.toReversed()};
                                 fake.set('page', {...page, body: turned, code: 'blue-otter-11'});
                                 fake.set('state', {...fake.get('state'), code: 'blue-otter-11', answer: null}); }""")
    assert shown(one) == order[::-1]
    assert one.page.locator("[data-statement] input:checked").count() == 0


def test_an_order_that_does_not_fit_the_statements_gives_way_to_that_of_the_page(open_alone):
    stored = {"ratings": {"s-1": 2}, "sure": {}, "order": ["s-1", "gone"]}
    one = open_alone("rate", MIXED, state={"answer": stored, "saved_at": "2026"})
    assert len(shown(one)) == 8
    assert row(one, "s-1").locator("[data-step='2'] input").is_checked()


# Look


@pytest.mark.parametrize(("width", "touch"), [(820, False), (360, True)])
@pytest.mark.parametrize("steps", [3, 7])
def test_nothing_sticks_out_on_any_scale(open_alone, width, touch, steps):
    scale = SCALE | {"steps": [f"Considerably {number}" for number in range(steps)]}
    one = open_alone("rate", body(scale=scale, each_sure=True), width=width, touch=touch, confidence=False)
    step = row(one, "ferry").locator("[data-step='3']").first
    step.tap() if touch else step.click()
    assert one.answer()["ratings"] == {"ferry": 3}
    assert one.page.evaluate("document.documentElement.scrollWidth") == width
    inside = "all => all.every(one => one.scrollWidth <= one.clientWidth + 1)"
    assert one.page.locator(".ws-rate .ws-choice").evaluate_all(inside)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_before_and_after_the_result(open_alone, theme):
    result = {
        "points": 1,
        "out_of": 3,
        "summary": "One.",
        "right": False,
        "remarks": [],
        "extra": {"earlier": {"ferry": 2}},
    }
    key = {"ratings": {"ferry": 3, "bakery": 1}}
    one = open_alone("rate", body(each_sure=True), theme=theme, key=key, result=result, confidence=False)
    assert one.violations() == []
    assert one.too_small() == []
    rate_all(one)
    for group in one.page.locator(".ws-rate-sure").all():
        group.get_by_label("Guessing").check()
    one.button("Check").click()
    one.button("Show me").click()
    assert one.page.get_by_text("Earlier", exact=True).is_visible()
    assert one.violations() == []


def test_with_the_kernel_behind_it_every_statement_gets_its_reason_in_the_order_shown(open_kernel):
    one = open_kernel("support")
    for statement in one.page.locator("[data-statement]").all():
        statement.locator("[data-step='2'] input").first.check()
        statement.get_by_label("Very sure", exact=True).check()
    assert "CANARY" not in one.secrets()
    one.button("Check").click()
    one.page.get_by_role("heading", name="Result").wait_for()
    texts = one.page.locator(".ws-rate-text span:last-child").all_inner_texts()
    remarks = one.page.locator(".ws-remark").all_inner_texts()
    assert len(remarks) == 2
    assert all(text in remark for text, remark in zip(texts, remarks, strict=True))
    assert all("CANARY" in remark for remark in remarks)
    assert one.exchange.state()["answer"]["order"] == shown(one)
