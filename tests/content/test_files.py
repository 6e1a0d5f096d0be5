"""Every exercise of the lessons whose answer can be taken along gives sound files for our own answer to it."""

from __future__ import annotations

import json

import pytest
from every_lesson import LESSONS, items_of
from json_ld import AS, OA, expand, one, values
from our_answers import full_answer

from exercises.kinds import KINDS
from exercises.kinds.checked import Checked
from exercises.kinds.offers import offers, take

OPENED = [(lesson, item) for lesson in LESSONS for item in items_of(lesson).values()]


def ours(lesson, item):
    """Answer as we do."""
    answer = full_answer(item, lesson)
    return Checked(
        item,
        KINDS[item.kind].answer.model_validate(answer),
        lesson,
        "amber-heron-42",
        "2026-11-23T10:00:00Z",
        shown=True,
    )


def of_kind(kind):
    return [pytest.param(*pair, id=f"{pair[0].id}-{pair[1].id}") for pair in OPENED if pair[1].kind == kind]


@pytest.mark.parametrize(("lesson", "item"), of_kind("mark"))
def test_our_marks_are_found_again_by_words_and_by_place(lesson, item):
    work = ours(lesson, item)
    text = lesson.texts[item.text].text
    file = take(work, "annotations").text
    told = lesson.info.invented and item.text == "article"
    assert ("place, people and sources are invented" in file) == told
    (collection,) = expand(json.loads(file))
    (listed,) = one(collection, f"{AS}first")[f"{AS}items"]
    targets = [one(entry, f"{OA}hasTarget") for entry in listed["@list"]]
    assert len(targets) >= len(work.answer.marks) > 0
    for target in targets:
        quote, place = values(target, f"{OA}hasSelector")
        start, end = one(place, f"{OA}start"), one(place, f"{OA}end")
        assert one(quote, f"{OA}exact") == text[start:end]
        whole = one(quote, f"{OA}prefix") + text[start:end] + one(quote, f"{OA}suffix")
        assert text.count(whole) == 1


@pytest.mark.parametrize(("lesson", "item"), of_kind("desk"))
def test_our_answers_at_a_desk_give_files_that_say_what_they_are(lesson, item):
    work = ours(lesson, item)
    offered = offers(work)
    assert len(offered) == len(item.claims)
    for file in (take(work, entry["what"]) for offer in offered for entry in offer["files"]):
        assert "Practice" in file.text
        if address := lesson.info.article.address:
            assert address not in file.text
        assert ("place, people and sources are invented" in file.text) == lesson.info.invented
        if file.name.endswith(".jsonld"):
            assert {review["@type"][0] for review in expand(json.loads(file.text))} == {"http://schema.org/ClaimReview"}
