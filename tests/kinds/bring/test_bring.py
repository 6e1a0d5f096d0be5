"""The kind *bring*: what of a text is kept and worked on, what is refused in words, and what stands in the report."""

import pytest
from every_lesson import named
from pydantic import ValidationError

from exercises.kinds.base import Earlier
from exercises.kinds.bring import KIND
from exercises.kinds.bring.item import MOST_CHARACTERS, MOST_SENTENCES, BringAnswer, BringItem
from exercises.kinds.bring.page import not_of_bring, part_of
from exercises.kinds.choose.item import ChooseItem

ITEM = BringItem(id="b", kind="bring", title="Bring", instruction="Bring it.", role="alone", rubric=None)
SENTENCES = [f"Sentence {number} was written for this test." for number in range(1, 31)]


def brought(first=3, last=5, sentences=SENTENCES, **more):
    about = {"title": "Mine", "sentences": sentences, "total": len(sentences), "language": "en"}
    return BringAnswer.model_validate(about | {"first": first, "last": last} | more)


def refusal(answer):
    with pytest.raises(ValueError, match=r"[.]$") as refused:
        KIND.score(ITEM, answer, None)
    return str(refused.value)


def test_it_says_which_part_is_worked_on_and_earns_nothing():
    result = KIND.score(ITEM, brought(), None)
    assert result.summary == "You work on sentences 3 to 5 of 30. Words: 21."
    assert (result.points, result.out_of, result.right) == (0, 0, False)
    assert KIND.sureness(ITEM, brought(), None) == []


def test_the_example_goes_by_its_headline():
    page = KIND.page(ITEM, named("your_article"))
    assert page["example_title"] == page["example"][0]


def test_a_short_text_is_worked_on_as_a_whole():
    assert KIND.score(ITEM, brought(1, 2, SENTENCES[:2]), None).summary.startswith(
        "You work on the whole text. Sentences: 2."
    )


def test_only_of_a_text_that_may_not_be_english_it_says_what_drafting_is_for():
    told = [
        " ".join(one.reason for one in KIND.score(ITEM, brought(language=code), None).remarks) for code in ("en", "uk")
    ]
    assert ["Drafting is for English" in one for one in told] == [False, True]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (BringAnswer(), "Bring a text first"),
        (brought(0, 0), "These sentences are not in the text"),
        (brought(5, 3), "These sentences are not in the text"),
        (brought(29, 31), "These sentences are not in the text"),
        (brought(1, MOST_SENTENCES + 1), "choose at most 20 sentences"),
        (brought(1, 1, ["long " * MOST_CHARACTERS]), "This part has more than 6,000 letters and signs"),
        (brought(1, 2, begins=5), "These sentences are not in the text"),
    ],
)
def test_what_cannot_be_worked_on_is_refused_with_what_to_do(answer, why):
    assert why in refusal(answer)
    assert answer.part is None


def test_of_a_long_text_the_kept_part_has_the_numbers_that_it_has_in_the_whole_text():
    answer = brought(101, 103, SENTENCES[:3], begins=101, total=9000)
    assert answer.part.first == 101
    assert KIND.tell(ITEM, answer, None)[-1] == "103. Sentence 3 was written for this test."
    assert "only your part is kept" in KIND.score(ITEM, answer, None).remarks[0].reason


def test_the_report_has_title_origin_and_part_to_the_letter():
    told = KIND.tell(ITEM, brought(3, 3, origin="A site, 1 May"), None)
    assert told == [
        "Title: Mine",
        "From: A site, 1 May",
        "Worked on: sentence 3 of 30.",
        "3. Sentence 3 was written for this test.",
    ]
    assert KIND.tell(ITEM, BringAnswer(), None) == []


def test_words_of_an_answer_can_be_told_without_its_exercise():
    assert KIND.report.own_words({"sentences": ["One.", 2], "begins": 1}) == ["One."]
    assert KIND.report.own_words({"sentences": ["Of another kind."]}) == []


@pytest.mark.parametrize("sentence", ["", " ", "two\nlines", "two\u2028lines", 5])
def test_a_sentence_that_is_no_line_is_not_read(sentence):
    with pytest.raises(ValidationError):
        brought(1, 1, [sentence])


def test_the_next_exercises_get_the_chosen_part_or_none():
    there = part_of(ITEM, Earlier(ITEM, brought(), committed=False))
    assert (there["title"], there["part"]["sentences"], there["part"]["first"]) == ("Bring", SENTENCES[2:5], 3)
    assert part_of(ITEM, Earlier(ITEM, BringAnswer(), committed=False))["part"] is None


def test_an_exercise_that_stands_on_a_text_has_to_name_where_it_is_brought():
    other = ChooseItem.model_construct(id="c", kind="choose")
    assert not_of_bring(ITEM, ITEM) == []
    assert "Name one of the kind “bring”." in not_of_bring(ITEM, other)[0]


def test_what_is_brought_cannot_be_sealed():
    assert KIND.problems(ITEM, None) == []
    assert "Take “seal” out" in KIND.problems(ITEM.model_copy(update={"seal": True}), None)[0]


def test_of_one_sentence_the_result_speaks_of_one():
    assert KIND.score(ITEM, brought(3, 3), None).summary.startswith("You work on sentence 3 of 30.")
