"""Every chart has a picture, words for those who do not see it, and a table with the same numbers."""

from __future__ import annotations

import re

import pytest
from every_lesson import LESSONS, each_lesson, named

from exercises.charts import CHARTS, draw_chart
from exercises.lesson.models.background import HeadCount

COUNTED = ("ring", "head-counts")  # only a lesson about soldiers has them


@pytest.fixture(scope="module")
def lesson():
    return named("kupyansk")


DRAWN = [
    pytest.param(one, name, id=f"{one.id}-{name}")
    for one in LESSONS
    for name in CHARTS
    if one.id == "kupyansk" or name not in COUNTED
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
def test_peeling_leaves_less_of_the_fair_report_than_of_the_article(lesson):
    article, fair = draw_chart("peel", lesson).rows
    assert int(fair[3].split()[0]) < int(article[3].split()[0])


@pytest.mark.parametrize(("name", "listed"), [("ring", "ring_figures"), ("head-counts", "head_counts")])
def test_the_figures_of_each_side_stand_in_the_table_as_they_were_given(lesson, name, listed):
    chart, told = draw_chart(name, lesson), getattr(lesson.background, listed)
    assert [row[:3] for row in chart.rows] == [(one.date, given(one), one.who) for one in told]


def given(one):
    return one.count if isinstance(one, HeadCount) else one.figure


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
    for one in (*lesson.background.head_counts, *lesson.background.ring_figures):
        words = given(one)
        in_words = {int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", words)}
        in_words |= {number for word, number in named.items() if word in words}
        assert {end for end in (one.low, one.high) if end is not None} <= in_words, words


def test_an_unknown_chart_is_refused_with_the_names_there_are(lesson):
    with pytest.raises(KeyError, match="two-clocks"):
        draw_chart("no-such-chart", lesson)
