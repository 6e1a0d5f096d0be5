"""Every chart has a picture, words for those who do not see it, and a table with the same numbers."""

from __future__ import annotations

import re
from typing import get_args

import pytest
from drafted_lesson import make
from every_lesson import LESSONS, each_lesson, items_of, named

from exercises.charts import chart_names, draw_chart
from exercises.charts.article import KINDS
from exercises.lesson.load import load_lesson
from exercises.lesson.models.key import SourceKind
from exercises.words import words


@pytest.fixture(scope="module")
def lesson():
    return named("kupyansk")


# A lesson need not have a time line.
DRAWN = [
    pytest.param(one, name, id=f"{one.id}-{name}")
    for one in LESSONS
    for name in chart_names(one)
    if name != "confirmation-timeline" or one.background.timeline
]


@pytest.mark.parametrize(("lesson", "name"), DRAWN)
def test_a_chart_has_picture_alt_text_caption_and_table(lesson, name):
    chart = draw_chart(name, lesson)
    assert len(chart.alt) >= 30
    assert chart.title
    assert chart.caption
    assert chart.rows
    assert all(len(row) == len(chart.heads) for row in chart.rows)
    assert chart.svg.lstrip().startswith(b"<?xml")


@each_lesson
def test_the_map_lists_every_attribution_of_the_key(lesson):
    assert len(draw_chart("attribution-map", lesson).rows) == len(lesson.key["article"].attributions)


@each_lesson
def test_peeling_leaves_less_of_the_fair_report_or_more_of_it_as_the_lesson_says(lesson):
    article, fair = (int(row[3].split()[0]) for row in draw_chart("peel", lesson).rows)
    asked = items_of(lesson)["who-fair-shrinks"].prompt
    assert ("shrinks more" in asked, "even more is left" in asked) == (fair < article, fair > article)


def told(lesson, name):
    return next(chart.told for chart in lesson.background.count_charts if chart.id == name)


@pytest.mark.parametrize("name", ["ring", "head-counts"])
def test_the_figures_of_each_side_stand_in_the_table_as_they_were_given(lesson, name):
    rows = [row[:3] for row in draw_chart(name, lesson).rows]
    assert rows == [(one.date, one.count, one.who) for one in told(lesson, name)]


def test_a_figure_without_a_number_is_said_to_have_none(lesson):
    told = {row[1]: row[4] for row in draw_chart("head-counts", lesson).rows}
    assert told["nearly all cleared out"] == "no number of men given: not drawn"
    assert told["up to 60"] == "at most 60 men"
    assert told["over 200, or several hundred, cut off"] == "at least 200 men"
    assert told["10 to 15% of the city (no head-count)"] == "10 to 15% of the city (no head-count)"


def axes_of(chart):
    return re.findall(r">(men|battalions|share of the city)<", chart.svg.decode())


def test_units_that_do_not_compare_are_drawn_apart_and_named(lesson):
    assert axes_of(draw_chart("ring", lesson)) == ["men", "battalions"]
    assert axes_of(draw_chart("head-counts", lesson)) == ["men", "share of the city"]


def test_both_charts_judge_their_sides_in_the_same_words(lesson):
    ring, heads = draw_chart("ring", lesson), draw_chart("head-counts", lesson)
    for sentence in ("The figures do not add up.", "The true numbers are not known."):
        assert sentence in ring.caption
        assert sentence in heads.caption
    assert ring.heads == heads.heads


def test_every_number_is_one_that_the_words_hold(lesson):
    named = {"a fifth": 20, "none": 0}
    figures = (*told(lesson, "ring"), *told(lesson, "head-counts"))
    assert any(one.high for one in figures)
    for one in figures:
        words = one.count
        in_words = {int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", words)}
        in_words |= {number for word, number in named.items() if word in words}
        assert {end for end in (one.low, one.high) if end is not None} <= in_words, words


def test_an_unknown_chart_is_refused_with_the_names_there_are(lesson):
    with pytest.raises(KeyError, match="two-clocks"):
        draw_chart("no-such-chart", lesson)


def test_every_kind_of_source_that_a_lesson_may_hold_has_its_row_and_its_name():
    assert set(KINDS) == set(get_args(SourceKind)) == set(words("charts")["source-kinds"]) - {"own-voice"}


@pytest.mark.parametrize(("count", "labels"), [(20, 20), (24, 24), (34, 17), (60, 20)])
@pytest.mark.parametrize("name", ["attribution-map", "certainty-strip"])
def test_the_numbers_of_a_long_article_do_not_run_into_each_other(tmp_path, name, count, labels):
    text = "The mayor said that it may rain in the town today. " * count
    picture = draw_chart(name, load_lesson(make(tmp_path / "bakery", text))).svg.decode()
    assert len(re.findall(r">S\d+<", picture)) == labels
