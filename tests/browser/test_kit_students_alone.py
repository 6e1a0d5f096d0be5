"""When another student begins, whatever arrives first: each finds their own answer, and nothing of the one before."""

import pytest

from alone import RESULT, state_of
from choose_hand import after, choose, opened

pytestmark = pytest.mark.browser


def test_another_student_finds_nothing_of_the_last_one_whose_words_go_out_under_their_code(open_alone):
    one = opened(open_alone, answers=False, clock=True)
    choose(one)
    script = """() => { fake.set('page', {...fake.get('page'), code: 'blue-otter-11'});
                        fake.set('state', {...fake.get('state'), code: 'blue-otter-11', answer: null}); }"""
    one.page.evaluate(script)
    after(one, 3000)
    assert {message["code"] for message in one.sent("draft")} == {"amber-heron-42"}
    assert {message["answer"]["chosen"][0] for message in one.sent("draft")} == {"a"}
    assert not one.page.get_by_label("Military").is_checked()


FIRST = {"answer": {"chosen": ["a"]}, "confidence": 3, "version": "v1", "saved_at": "2026-01-01T10:00:00+00:00"}
CHECKED = FIRST | {"phase": "checked", "result": RESULT, "attempts": 1}
NEXT = "blue-otter-11"


def hears_of_the_next(one, *order, **state):
    """Let page and state of the next student come one after the other."""
    page = one.page.evaluate("fake.get('page')") | {"code": NEXT}
    traits = {"page": page, "state": state_of({"code": NEXT, "version": None, **state})}
    for name in order:
        one.page.evaluate("([name, value]) => fake.set(name, value)", [name, traits[name]])


def test_a_view_that_is_drawn_late_shows_nothing_of_whoever_was_here_before(open_alone):
    one = opened(open_alone, code=NEXT, state=CHECKED | {"code": "amber-heron-42"}, clock=True)
    assert one.page.locator(".ws-exercise").get_attribute("data-phase") == "open"
    assert not one.page.get_by_label("Military").is_checked()
    assert {status["phase"] for status in one.page.evaluate("fake.statuses")} == {"open"}
    hears_of_the_next(one, "state")
    after(one, 6000)
    assert not one.page.get_by_label("Military").is_checked()
    assert one.sent() == []


@pytest.mark.parametrize("order", [("page", "state"), ("state", "page")], ids="-then-".join)
def test_whichever_comes_first_page_or_state_the_next_student_finds_their_own_answer_and_no_word_about_it(
    open_alone, order
):
    one = opened(open_alone, state=FIRST | {"confidence": None}, clock=True)
    one.button("Check").click()
    assert one.page.locator(".ws-note").is_visible()  # How sure they are is still missing.
    hears_of_the_next(one, *order, answer={"chosen": ["b"]}, version="v2", saved_at="2026-01-02T10:00:00+00:00")
    after(one, 6000)
    assert one.page.get_by_label("Reporter").is_checked()
    assert not one.page.locator(".ws-note").is_visible()
    assert one.sent() == []


@pytest.mark.parametrize("order", [("page", "state"), ("state", "page")], ids="-then-".join)
def test_whichever_comes_first_nothing_of_the_last_student_is_sent_again_when_the_next_begins(open_alone, order):
    one = opened(open_alone, state=CHECKED, clock=True)
    hears_of_the_next(one, *order)
    after(one, 6000)
    assert one.page.locator(".ws-exercise").get_attribute("data-phase") == "open"
    assert not one.page.get_by_label("Military").is_checked()
    assert one.sent() == []


def test_what_another_view_saved_shows_up_here(open_alone):
    one = opened(open_alone)
    one.page.evaluate("fake.set('state', {...fake.get('state'), answer: {chosen: ['b']}, saved_at: '2026'})")
    assert one.page.get_by_label("Reporter").is_checked()


@pytest.mark.parametrize("begins", ["", "B"])
def test_no_key_brings_back_what_another_student_typed(open_kernel, begins):
    one = open_kernel("first-item")
    field = one.page.locator(".ws-write-area")
    for words in ("These words of A ", "stay with A."):
        field.focus()
        one.page.keyboard.insert_text(words)
    one.page.keyboard.press("Control+z")
    assert field.input_value() == "These words of A "  # one's own typing is taken back
    hears_of_the_next(one, "page", "state")
    field.focus()
    one.page.keyboard.type(begins)
    for key in ["Control+z"] * 4 + ["Control+Shift+z"] * 6:
        one.page.keyboard.press(key)
    assert field.input_value() == begins
    assert {message["answer"]["text"] for message in one.sent("draft") if message["code"] == NEXT} <= {begins}


def test_undo_in_one_field_takes_nothing_back_in_an_exercise_elsewhere_on_the_page(open_kernel):
    one = open_kernel("first-item")
    ours, other = one.page.locator(".ws-write-area"), one.page.get_by_label("Elsewhere")
    one.page.evaluate("document.body.insertAdjacentHTML('beforeend', '<textarea aria-label=Elsewhere></textarea>')")
    for field, words in ((ours, "The mayor said"), (other, "so")):
        field.focus()
        one.page.keyboard.type(words)
    for _ in range(6):
        one.page.keyboard.press("Control+z")
    assert (ours.input_value(), other.input_value()) == ("The mayor said", "")
    ours.focus()
    one.page.keyboard.press("Control+z")
    assert ours.input_value() == "The mayor sai"  # where one works, it does


def hold(one, *, on, **other):
    place = {"lesson": "kupyansk", "notebook": "02_who_says_so", "code": "amber-heron-42", "on": on} | other
    one.page.evaluate("(detail) => document.dispatchEvent(new CustomEvent('whosays:hold', { detail }))", place)


def locked(one):
    return one.page.get_by_label("Reporter").is_disabled(), one.button("Check").get_attribute("aria-disabled") == "true"


def test_while_the_bar_waits_for_another_student_nothing_can_be_changed_until_their_page_is_here(open_alone):
    one = opened(open_alone, state=FIRST, clock=True)
    hold(one, on=True)
    assert locked(one) == (True, True)
    assert one.page.get_by_label("Military").is_checked()
    hears_of_the_next(one, "page", "state")
    assert locked(one) == (False, False)


def test_where_nobody_else_begins_after_all_the_student_goes_on(open_alone):
    one = opened(open_alone, state=FIRST, clock=True)
    hold(one, on=True)
    hold(one, on=False, code="calm-otter-11")
    assert locked(one) == (False, False)
    choose(one, "Reporter")
    after(one, 1000)
    assert [message["answer"]["chosen"] for message in one.sent("draft")] == [["b"]]


@pytest.mark.parametrize("other", [{"lesson": "harbour"}, {"notebook": "01_first_read"}, {"code": "calm-otter-11"}])
def test_a_bar_of_another_notebook_or_student_locks_nothing_here(open_alone, other):
    one = opened(open_alone, state=FIRST, clock=True)
    hold(one, on=True, **other)
    assert locked(one) == (False, False)
