"""The cards of “Whose doubt?” agree with the key, and the exercises before them do not answer them."""

import re

import pytest
from every_lesson import LESSONS, each_lesson, items_of
from paper_pages import KUPYANSK

from exercises.kinds.mark.item import MarkAnswer
from exercises.kinds.mark.score import score
from exercises.lesson.guide import read_guide
from exercises.words import words

ITEM = "sure-whose"
CLOSING = re.compile(r", (said \w|[^,]+ (said|wrote|told|added)\b)")
HEDGES = (" may ", " probably ")  # of the texts before and after, whose question names no word
CARDS = [
    pytest.param(lesson, card, id=f"{lesson.id}-{card.id}")
    for lesson in LESSONS
    for card in items_of(lesson)[ITEM].cards
]


def entry_of(lesson, card):
    """Give the entry of the key that a card is named after, and the text in which it stands."""
    found = {one.id.lower(): (one, text) for text, key in lesson.key.items() for one in key.certainty}
    return found[card.id]


@pytest.mark.parametrize(("lesson", "card"), CARDS)
def test_a_card_stands_where_the_key_says_and_shows_its_cue(lesson, card):
    entry, text = entry_of(lesson, card)
    assert card.bin == entry.entry.whose
    assert set(card.also_accept) == {other.whose for other in entry.entry.also_accept if other.whose}
    begins = f"S{entry.sentence}:" if text == "article" else "Written for this course:"
    assert card.text.startswith(begins)
    assert all(piece.replace("[", "").replace("]", "") in card.text for piece in entry.entry.cue)


@each_lesson
def test_every_answer_is_the_best_one_somewhere_and_cannot_tell_is_no_way_out(lesson):
    item = items_of(lesson)[ITEM]
    assert {card.bin for card in item.cards} == {place.id for place in item.bins}
    fine = [card for card in item.cards if "cannot-tell" in (card.bin, *card.also_accept)]
    assert len(fine) <= len(item.cards) / 2


@each_lesson
def test_a_doubt_in_reported_words_may_be_anybodys_unless_a_saying_behind_it_closes_over_it(lesson):
    asked = 0
    for text, key in lesson.key.items():
        for one in key.certainty:
            if one.entry.kind == "aim" or one.entry.whose != "source":
                continue
            asked += 1
            _, *behind = lesson.texts[text].sentence(one.sentence).text.partition(one.entry.cue[0])
            closed = bool(CLOSING.search("".join(behind)))
            accepted = "cannot-tell" in {other.whose for other in one.entry.also_accept}
            assert accepted != closed, (text, one.id)
    assert asked


def test_a_sheet_of_the_guide_gives_a_doubt_to_a_source_only_where_its_word_of_saying_closes_over_it():
    guide, asked = read_guide(KUPYANSK), 0
    for name, sheet in (guide.tests | guide.further).items():
        for sentence in sheet.sentences:
            for question, key in zip(sheet.asked(sentence), sentence.key, strict=True):
                if not question.ask.startswith("Whose doubt") or key.answer not in question.letters:
                    continue
                if question.options[question.letters.index(key.answer)] != "the source's":
                    continue
                asked += 1
                cues = [*re.findall("“(.+?)”", question.ask), sentence.key[0].answer, *HEDGES]
                text = whole(sheet, sentence.text)
                _, *behind = text.partition(next(cue for cue in cues if cue in text))
                assert CLOSING.search("".join(behind)), (name, text)
    assert asked


def whole(sheet, text):
    """Give the sentence that is asked about: a sheet with a text of its own names its number."""
    number = re.fullmatch(r"Sentence (\d+)\.", text)
    return sheet.passage[int(number[1]) - 1] if number else text


@each_lesson
def test_no_exercise_before_it_says_whose_doubt_a_card_shows(lesson):
    asked = {card.id for card in items_of(lesson)[ITEM].cards}
    told = words("remarks")["certainty"]["hedge"].split("{")[0]
    before = items_of(lesson).of("05_how_sure")
    before = before[: [item.id for item in before].index(ITEM)]
    marking = [item for item in before if item.kind == "mark" and item.layer == "certainty"]
    assert any(target.lower() in asked for item in marking for target in item.targets)
    for item in marking:
        if asked & {target.lower() for target in item.targets}:
            reasons = [remark.reason for remark in score(item, MarkAnswer(), lesson).remarks]
            assert [reason for reason in reasons if told in reason] == []
