"""Slides: what a task speaks of stands on it or in front of it, and letters are as large as the words allow."""

import re

from every_lesson import each_lesson, items_of
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from paper_pages import seen

from exercises.paper.printing import notebooks_of
from exercises.paper.slides import SIZES, points_for
from exercises.words import words
from exercises.words.phrases import matching


def slides_of(page: str) -> list[str]:
    return [seen(one) for one in page.split('<section class="slide"')[1:]]


@each_lesson
def test_a_task_that_points_above_has_what_it_points_to_on_the_slide_in_front_of_it(lesson, paper_of):
    paper, count = paper_of(lesson.id), 0
    pointing = matching(words("paper")["points_above"])
    for notebook in notebooks_of(lesson):
        slides = slides_of(paper[f"slides_{notebook.entry.name}.html"])
        for number, item in enumerate(notebook.items.values(), start=1):
            if pointing.search(f"{item.instruction} {getattr(item, 'prompt', '')}"):
                in_front = [one for one in slides if f"> {words('paper')['read_first']} · {number} " in one]
                assert [len(one) > 150 for one in in_front] == [True], item.id
                count += 1
    assert count


@each_lesson
def test_no_slide_is_only_a_sentence_that_the_class_is_to_finish(lesson, paper_of):
    slides = [
        one for name, page in paper_of(lesson.id).items() if name.startswith("slides_") for one in slides_of(page)
    ]
    assert slides
    assert [one for one in slides if words("paper")["read_first"] in one and one.strip().endswith("...")] == []


@each_lesson
def test_what_is_answered_for_the_student_is_answered_on_the_slide(lesson, paper_of):
    shown = " ".join(seen(page) for name, page in paper_of(lesson.id).items() if name.startswith("slides_"))
    for item in (item for item in items_of(lesson).values() if item.kind == "compare"):
        for question in item.questions:
            after = shown.split(" ".join(question.ask.split()))[1][:120]
            basis = "|".join(one.lower() for one in words("compare")["basis"].values())
            assert bool(re.search(rf", ({basis})\.", after.split("?")[0])) == bool(question.given), question.ask


@each_lesson
def test_a_slide_that_lists_no_claims_or_passages_says_where_they_are(lesson, paper_of):
    paper = paper_of(lesson.id)
    shown = " ".join(seen(page) for name, page in paper.items() if name.startswith("slides_"))
    desks = [item for item in items_of(lesson).values() if item.kind == "desk"]
    long = [item for item in desks if len(item.claims) > words("paper")["most_claims"]]
    assert shown.count("Choose one from the list under") == len(long)
    for item in long:
        assert f"from the list under “{item.title}” in the source cards" in shown
        # The heading of that list in the source cards ends with the title.
        assert f": {item.title}</h2>" in paper["source_cards.html"]


@given(st.lists(st.text(max_size=200), max_size=12), st.text(min_size=1, max_size=60))
def test_more_words_are_never_set_larger(paragraphs, more):
    html = "".join(f"<p>{escape(one)}</p>" for one in paragraphs)
    assert points_for(f"{html}<p>{escape(more)}</p>") <= points_for(html)
    assert points_for(html) in SIZES


def test_few_words_are_set_in_the_largest_letters_and_many_in_the_smallest():
    assert points_for("<h2>The bridge</h2><p>Who says so?</p>") == max(SIZES)
    assert points_for("<p>word</p>" * 200) == min(SIZES)
