"""An answer is shown whole or not at all: what a page would leave out, the next change would overwrite."""

import pytest
from every_lesson import items_of, named
from our_answers import full_answer

from exercises.kinds import KINDS

pytestmark = pytest.mark.browser
COURSE = named("kupyansk")
ONE_EACH = {item.kind: item for lesson in (COURSE, named("your_article")) for item in items_of(lesson).values()}
GONE = {
    "annotate": {
        "on": {"title": "Mine", "first": 1, "sentences": ["She said so."], "language": "en"},
        "marks": [{"group": 1, "label": "gone", "start": 0, "end": 3}],
    },
    "bring": {"title": "In my own words.", "gone": "gone"},
    "choose": {"chosen": ["gone"]},
    "compare": {"steps": {"gone": "nowhere"}},
    "desk": {"claims": {"GONE": {"reason": "In my own words."}}},
    "evidence": {"claim": {"number": 1, "sentence": "gone"}, "log": [{"id": "s1", "who": "gone", "same_as": "gone"}]},
    "mark": {"marks": [{"group": 1, "label": "gone", "start": 0, "end": 4}]},
    "rate": {"ratings": {"gone": 2}},
    "sources": {"cards": [{"id": "s1", "text": "gone"}], "placed": {"s1": "gone"}},
    "sort": {"placed": {"gone": "gone"}},
    "tiles": {"line": ["gone"]},
    "write": {"text": "In my own words.", "rated": {"E": 2}},
}


def opened(open_alone, item, answer):
    body = KINDS[item.kind].page(item, COURSE)
    state = {"answer": answer, "version": "v1", "saved_at": "2026-01-01T10:00:00+00:00"}
    return open_alone(item.kind, body, state=state, confidence=False)


def test_every_kind_is_tried():
    assert set(GONE) == set(KINDS) == set(ONE_EACH)


@pytest.mark.parametrize("kind", GONE)
def test_a_whole_answer_to_an_exercise_can_be_gone_on_with(open_alone, kind):
    one = opened(open_alone, ONE_EACH[kind], full_answer(ONE_EACH[kind], COURSE))
    assert one.button("Check").is_visible()
    assert "cannot show all of it" not in one.page.locator(".ws-note").inner_text()


@pytest.mark.parametrize("kind", GONE)
def test_an_answer_that_speaks_of_what_is_gone_stays_as_it_is_until_one_begins_anew(open_alone, kind):
    one = opened(open_alone, ONE_EACH[kind], GONE[kind])
    assert "this page cannot show all of it. It is kept." in one.page.locator(".ws-note").inner_text()
    assert not one.button("Check").is_visible()
    one.button("Try again").click()
    (again,) = one.sent()
    assert again["kind"] == "again"
    assert "gone" not in str(again["answer"]).lower()
    assert "own words" not in str(again["answer"])
