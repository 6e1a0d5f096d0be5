"""Every kind tells a student's answer in words that a reader understands without the screen."""

import pytest
from compare_lesson import compare_item, compare_lesson, open_lesson
from desk_lesson import ARCHIVE, OLD_GUIDE, desk_item, desk_lesson, work
from every_lesson import items_of, named

from exercises.kinds import KINDS, sort, tiles
from exercises.kinds.items import load_items
from exercises.kinds.telling import answer_in_words
from exercises.lesson.load import load_lesson

COURSE = named("kupyansk")
COMMON = {"id": "one", "title": "One", "instruction": "Do it.", "role": "alone", "rubric": "A"}


def told(item, answer, lesson=None):
    kind = KINDS[item.kind]
    return kind.tell(item, kind.answer.model_validate(answer), lesson)


def test_a_choice_is_told_by_the_words_of_the_options(kernel):
    assert told(kernel.items["bet"], {"chosen": ["stays"]}) == ["It will stay closed"]


def test_a_rating_is_told_with_the_name_of_its_step_and_how_sure_it_was(kernel):
    lines = told(kernel.items["support"], {"ratings": {"ferry": 4, "bakery": "cannot-tell"}, "sure": {"ferry": 3}})
    assert lines == [
        "4, Well supported (quite sure): The ferry carried 212 people on Monday, the harbour office wrote.",
        "Cannot tell: The new bakery is the best in Dovhe, its owner said.",
    ]


def test_a_rating_beyond_the_scale_is_told_as_the_number_it_is(kernel):
    assert told(kernel.items["support"], {"ratings": {"ferry": 7}})[0].startswith("7: The ferry")


def test_a_text_is_told_to_the_letter(kernel):
    assert told(kernel.items["first-item"], {"text": " <b>The mayor</b>\nsaid so. "}) == [
        " <b>The mayor</b>\nsaid so. "
    ]
    assert told(kernel.items["first-item"], {"text": " \n"}) == []


def test_marks_are_told_with_label_words_and_sentence_and_with_groups_only_where_there_are_several(small_lesson):
    lesson = load_lesson(small_lesson)
    item = load_items(lesson)["mark-the-mayor"]
    one = {"group": 1, "label": "source", "start": 0, "end": 18}
    assert told(item, {"marks": [one]}, lesson) == ["Source: “The mayor of Dovhe” (S1)"]
    two = {"group": 2, "label": "cue", "start": 19, "end": 23}
    assert told(item, {"marks": [two, one]}, lesson)[1] == "2. Cue: “said” (S1)"
    assert told(item, {"marks": [{**one, "end": 9_000_000}]}, lesson) == []


def test_cards_are_told_with_the_place_they_were_put_in():
    bins, cards = ("claim", "comment"), ("rain", "hope")
    item = sort.KIND.item.model_validate(
        {
            **COMMON,
            "kind": "sort",
            "bins": [{"id": name, "title": name.title()} for name in bins],
            "cards": [
                {"id": name, "text": f"Some {name}.", "bin": "claim", "why": "Read it once more."} for name in cards
            ],
        }
    )
    lines = told(item, {"placed": {"hope": "claim", "rain": "comment", "gone": "claim"}})
    assert lines == ["Claim: Some hope.", "Comment: Some rain."]


def test_tiles_are_told_as_the_line_they_make():
    item = tiles.KIND.item.model_validate(
        {
            **COMMON,
            "kind": "tiles",
            "language": "de",
            "origin": "Written for this course",
            "original": [{"word": "Nein", "meaning": "no"}],
            "tiles": [{"id": name, "text": name, "why": f"It renders {name}."} for name in ("the", "bridge", "opens")],
            "orders": [["the", "bridge", "opens"]],
        }
    )
    assert told(item, {"line": ["bridge", "gone", "opens"]}) == ["bridge opens"]


def test_a_comparison_is_told_with_question_version_and_how_one_knows(tmp_path):
    lesson, item = open_lesson(compare_lesson(tmp_path / "bridge")), compare_item()
    lines = told(item, {"steps": {"hedge": "hill-post", "root": "gone"}, "basis": {"hedge": "shown"}}, lesson)
    assert lines == ["In which version is “may” missing for the first time? 3. Hill Post. Shown."]


def test_a_desk_is_told_with_claim_answers_log_reason_and_how_sure(tmp_path):
    lesson = desk_lesson(tmp_path / "bridge")
    log = work({**ARCHIVE, "same_as": "old-guide"}, OLD_GUIDE, reason="The bill is older.")
    lines = told(desk_item(), {"claims": {"C1": log}}, lesson)
    assert lines[:4] == [
        "Claim 1: “the bridge has stood since 1902”",
        "Was it said? It has no speaker.",
        "Is it so, as of 2 May 2025? Disputed, no independent check.",
        "Is it so, as of 10 June 2025? Holds.",
    ]
    assert "It supports the claim. It measured or counted it. Same origin as" in lines[4]
    assert lines[-2:] == ["Why: The bill is older.", "How sure: quite sure."]


GONE = "Not in this version of the exercise:"


def test_work_on_a_claim_that_lies_on_no_desk_any_more_is_told_with_its_words_or_its_name(tmp_path):
    lesson = desk_lesson(tmp_path / "bridge")
    own = work({**ARCHIVE, "source": "burnt"}, said="yes", so={"then": "holds"}, reason="The bill is older.")
    lines = answer_in_words(desk_item(), {"claims": {"C99": own}}, lesson)
    assert lines[:5] == (GONE, "Claim C99", "Was it said? Yes.", "Is it so, as of then? Holds.", lines[4])
    assert "a source that is no longer in this course (burnt)" in lines[4]
    assert lines[-2] == "Why: The bill is older."
    assert answer_in_words(desk_item().model_copy(update={"claims": ()}), {"claims": {"C1": own}}, lesson)[:2] == (
        GONE,
        "Claim C1: the bridge has stood since 1902",
    )


@pytest.mark.parametrize(
    ("name", "answer", "lines"),
    [
        ("bet", {"chosen": ["stays", "falls"]}, ("It will stay closed", GONE, "falls")),
        ("support", {"ratings": {"gone": 4}, "sure": {"gone": 3}}, (GONE, "4, Well supported (quite sure): gone")),
        ("first-item", {"text": "Mine.", "rated": {"E": 2}}, ("Mine.", GONE, "E: 2")),
        ("bet", {"text": "My own\nwords.", "rated": {"A": 2}, "why": ""}, ("text: My own\nwords.", "rated A: 2")),
        ("bet", {"log": [{"source": "s1", "near": None}], "on": [1, 2]}, ("log 1 source: s1", "on: 1, 2")),
    ],
)
def test_what_the_exercise_of_today_does_not_know_is_told_by_the_names_that_are_left(kernel, name, answer, lines):
    assert answer_in_words(kernel.items[name], answer, kernel.lesson) == lines


def test_marks_on_words_or_with_labels_that_are_gone_are_told_apart(small_lesson):
    lesson = load_lesson(small_lesson)
    item = load_items(lesson)["mark-the-mayor"]
    one = {"group": 1, "label": "source", "start": 0, "end": 18}
    gone = {**one, "end": 9_000_000}
    assert answer_in_words(item, {"marks": [one, gone]}, lesson) == (
        "Source: “The mayor of Dovhe” (S1)",
        GONE,
        "Source: characters 1 to 9000000 of the text as it was then",
    )
    assert answer_in_words(item, {"marks": [{**one, "end": 6}, {**one, "label": "aim"}]}, lesson)[0] == GONE


def test_claims_that_were_left_alone_are_not_told(tmp_path):
    assert told(desk_item(), {"claims": {}}, desk_lesson(tmp_path / "bridge")) == []


@pytest.mark.parametrize("item", items_of(COURSE).values(), ids=lambda item: item.id)
def test_our_own_answer_to_every_exercise_of_the_course_can_be_told(item):
    if item.kind == "write" or (item.kind == "rate" and not any(one.scored for one in item.statements)):
        return  # There is no answer of ours.
    lines = told(item, KINDS[item.kind].reveal(item, COURSE), COURSE)
    assert lines
    assert all(line.strip() and "{" not in line for line in lines)
