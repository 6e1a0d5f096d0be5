"""The student who begins on an open page finds options, cards, tiles and statements in an order of their own."""

import pytest

pytestmark = pytest.mark.browser

THREE = [{"id": name, "text": text} for name, text in (("a", "The mayor"), ("b", "The baker"), ("c", "The town"))]
SCALE = {"low": "not at all", "high": "fully", "steps": ["Not", "Partly", "Fully"]}
RATE = {
    "prompt": "How well?",
    "scale": SCALE,
    "first": 1,
    "cannot_tell": True,
    "each_sure": False,
    "shuffle": False,
    "scored": True,
}
GLOSS = {"language": "de", "into": "en", "original": [{"word": "Wer", "meaning": "who"}], "origin": "Written here."}
BODIES = {
    "choose": ({"prompt": "Who says it?", "quote": "", "several": True}, "options", ".ws-choose-text"),
    "sort": (
        {"bins": [{"id": "in", "title": "Inside"}, {"id": "out", "title": "Outside"}], "ordered": False},
        "cards",
        ".ws-sort-text",
    ),
    "tiles": (GLOSS, "tiles", ".ws-tile"),
    "rate": (RATE, "statements", ".ws-rate-text"),
}
OTHER = """(body) => { fake.set('page', {...fake.get('page'), code: 'blue-otter-11', body});
  fake.set('state', {...fake.get('state'), code: 'blue-otter-11', answer: null, version: null}); }"""


def seen(one, where):
    return [words.lstrip("123. ") for words in one.page.locator(where).all_inner_texts()]


@pytest.mark.parametrize("kind", BODIES)
def test_the_order_goes_with_the_student(open_alone, kind):
    body, shown, where = BODIES[kind]
    things = [thing | {"context": ""} for thing in THREE]
    one = open_alone(kind, body | {shown: things})
    assert seen(one, where) == ["The mayor", "The baker", "The town"]
    one.page.evaluate(OTHER, body | {shown: things[::-1]})
    assert seen(one, where) == ["The town", "The baker", "The mayor"]


def test_options_chosen_in_any_order_are_stored_alike(open_alone):
    body, shown, _ = BODIES["choose"]
    for things in (THREE, THREE[::-1]):
        one = open_alone("choose", body | {shown: things})
        for name in ("The town", "The mayor"):
            one.page.get_by_label(name).check()
        assert one.answer() == {"chosen": ["a", "c"]}
