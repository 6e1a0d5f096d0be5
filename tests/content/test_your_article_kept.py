"""Nothing of a student's own article is lost: the largest text, another text, another window, another computer."""

import pytest
from every_lesson import items_of, named
from keeping import carry, draft_in, work_in
from our_answers import full_answer
from talk import Line

from exercises.answers.store import Store
from exercises.kinds.bring.item import MOST_KEPT
from exercises.visit import Visit

LESSON = named("your_article")
ITEMS = items_of(LESSON)
BRING, MARK = "bring-text", "who-says-what"
ROOM = 14  # what the page counts for a sentence beside its letters


class Page:
    """One window on the notebook."""

    def __init__(self, store):
        visit = Visit(LESSON, ITEMS, store, "your_article")
        self.bring, self.mark = (Line(visit, visit.exercise(name)) for name in (BRING, MARK))


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "here")


@pytest.fixture
def page(store):
    return Page(store)


def text(sentence, count):
    sentences = [sentence] * count
    return {"title": sentence, "sentences": sentences, "total": count, "first": 1, "last": min(12, count)}


def largest(sentence="Somebody said so.", letter=1):
    """Give as much of one sentence as the page keeps whole; a letter that is not ASCII counts six times."""
    return text(sentence, MOST_KEPT // (letter * len(sentence) + ROOM))


@pytest.mark.parametrize(
    "answer",
    [largest(), largest("Мерсказавщомістзакрито", 6), largest("🙂" * 20, 12), largest("[{,[{,[{,a", 14)],
    ids=["English", "Ukrainian", "emoji", "signs"],
)
def test_a_text_as_large_as_allowed_is_saved_checked_and_opened_on_another_computer(page, store, tmp_path, answer):
    assert page.bring("draft", answer)["kind"] == "saved"
    assert page.bring("check", answer)["kind"] == "result"
    other = Store(tmp_path / "there")
    carry(store, other)
    kept = draft_in(other, LESSON.id, BRING).answer
    assert (kept["sentences"], kept["last"]) == (answer["sentences"], answer["last"])
    assert len(work_in(other).attempts) == 1


def test_of_two_large_texts_the_first_one_is_an_earlier_version_on_another_computer_too(page, store, tmp_path):
    one, two = largest("Ann said so."), largest("Ben said so.")
    page.bring("draft", one)
    page.bring("aside", one)
    page.bring("draft", two)
    assert [kept["answer"]["title"] for kept in page.bring.state["aside"]] == ["Ann said so."]
    other = Store(tmp_path / "there")
    carry(store, other)
    there = Page(other).bring.state
    assert there["answer"]["sentences"] == two["sentences"]
    assert [kept["answer"]["sentences"] for kept in there["aside"]] == [one["sentences"]]


def test_a_text_brought_in_another_window_is_asked_about_and_neither_is_lost(page, store):
    late = Page(store)
    page.bring("draft", text("Ann said so.", 3))
    reply = late.bring("draft", text("Ben said so.", 3))
    assert reply["kind"] == "conflict"
    assert (reply["theirs"][0], reply["mine"][0]) == ("Title: Ann said so.", "Title: Ben said so.")
    page = Page(store)
    assert page.bring.state["answer"]["title"] == "Ann said so."
    assert [kept["answer"]["title"] for kept in page.bring.state["aside"]] == ["Ben said so."]


def test_what_was_settled_is_there_after_a_reload_and_stays_when_another_text_comes(page, store):
    marked = full_answer(ITEMS[MARK], LESSON)
    marked["on"]["language"] = "en"
    page.bring("draft", full_answer(ITEMS[BRING], LESSON))
    page.mark("check", marked)
    pair = next(one for one in page.mark.state["result"]["extra"]["pairs"] if one["draft"])
    begun = {pair["id"]: {"choice": "dropped", "why": "I look again.", "marks": [], "group": pair["group"]}}
    page.mark("draft", marked | {"settled": begun})
    again = Page(store)
    again.bring("draft", text("Ben said so.", 3))
    state = again.mark.state
    assert state["answer"]["on"]["sentences"] == marked["on"]["sentences"]
    assert state["answer"]["settled"] == begun
    assert state["earlier"]["part"]["sentences"] == ["Ben said so."] * 3


def settles(page, *, keeps):
    """Mark, check, settle each difference, and keep it or leave it begun; give the answer."""
    marked = full_answer(ITEMS[MARK], LESSON)
    marked["on"]["language"] = "en"
    words = "\n".join(marked["on"]["sentences"])
    for group, (label, quote) in enumerate([("source", "two"), ("cue", "announced")], start=2):
        at = {"start": words.index(quote), "end": words.index(quote) + len(quote)}
        marked["marks"].append({"group": group, "label": label} | at)
    page.mark("check", marked)
    differ = [one for one in page.mark.state["result"]["extra"]["pairs"] if not one["alike"]]
    choices = {
        one["id"]: {"choice": "dropped", "why": f"Reason {one['id']}.", "marks": [], "group": one["group"]}
        for one in differ
    }
    assert any(name.startswith("g") for name in choices)
    assert any(name.startswith("d") for name in choices)
    answer = page.mark.state["answer"] | {"settled": choices}
    page.mark("draft", answer)
    if keeps:
        assert page.mark("check", answer)["state"]["phase"] == "checked"
    return answer


@pytest.mark.parametrize("keeps", [True, False])
def test_what_was_settled_is_there_after_try_again_and_check_of_the_same_marks(page, store, keeps):
    answer = settles(page, keeps=keeps)
    page.mark("again", answer)
    assert page.mark("check", answer)["kind"] == "result"
    state = Page(store).mark.state
    assert (state["phase"], state["answer"]["settled"]) == ("half", answer["settled"])
    assert "Settle each difference" in str(state["result"])
    assert state["aside"] == []
    assert page.mark("check", answer)["state"]["phase"] == "checked"


@pytest.mark.parametrize("keeps", [True, False])
def test_of_other_marks_what_still_applies_goes_along_and_the_rest_is_an_earlier_version(page, store, keeps):
    answer = settles(page, keeps=keeps)
    gone = next(name for name in answer["settled"] if name.startswith("g"))
    group = answer["settled"][gone]["group"]
    others = answer | {"marks": [mark for mark in answer["marks"] if mark["group"] != group]}
    page.mark("again", answer)
    page.mark("draft", others)
    page.mark("check", others)
    state = Page(store).mark.state
    assert state["answer"]["settled"] == {name: one for name, one in answer["settled"].items() if name != gone}
    (earlier,) = state["aside"]
    assert earlier["answer"] == answer
    assert f"Reason {gone}." in str(earlier["lines"])


def test_the_number_of_a_group_that_was_taken_out_carries_no_reason_to_other_words(page):
    answer = settles(page, keeps=True)
    gone = next(name for name in answer["settled"] if name.startswith("g"))
    own = [mark for mark in answer["marks"] if mark["group"] == answer["settled"][gone]["group"]]
    length = len("\n".join(answer["on"]["sentences"]))
    last = answer["on"]["sentences"][-1]
    at = {"start": length - len(last), "end": length - len(last) + len(last.split()[0])}
    moved = [own[0] | at, *(mark for mark in answer["marks"] if mark not in own)]
    page.mark("again", answer)
    page.mark("check", answer | {"marks": moved})
    assert gone not in page.mark.state["answer"]["settled"]
    assert page.mark.state["aside"][0]["answer"] == answer


def test_an_earlier_version_that_is_taken_back_and_checked_has_its_reasons(page, store):
    answer = settles(page, keeps=True)
    page.mark("aside", answer)
    other = answer | {"marks": answer["marks"][:1], "settled": {}}
    page.mark("again", answer)
    page.mark("draft", other)
    page.mark("check", other)
    page.mark("mine", answer)
    page.mark("check", answer)
    assert Page(store).mark.state["answer"] == answer


def test_reasons_that_came_away_from_their_marks_come_back_with_the_same_marks(page, store):
    answer = settles(page, keeps=True)
    bare = answer | {"settled": {}}
    page.mark("again", bare)
    page.mark("check", bare)
    assert Page(store).mark.state["answer"] == answer
