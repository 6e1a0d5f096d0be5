"""Charts of a student's own marks: what stands is drawn and told in words, and whatever is stored does no harm."""

import re
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from exercises.charts.own import own_chart
from exercises.kinds.annotate.item import AnnotateItem
from exercises.kinds.bring.item import BringItem
from exercises.kinds.sources.item import SourcesItem

COMMON = {"title": "T", "instruction": "Do it.", "role": "alone"}
BINS = [{"id": "named", "title": "Named: one could look them up"}, {"id": "nobody", "title": "Nobody <b>"}]
BRING = BringItem(**COMMON, id="b", kind="bring", rubric=None)
MARKED = AnnotateItem(
    **COMMON, id="a", kind="annotate", rubric="A", text_of="b", layer="attribution", labels=("source", "cue", "content")
)
SURE = AnnotateItem(
    **COMMON, id="c", kind="annotate", rubric="C", text_of="b", layer="certainty", labels=("cue", "scope")
)
SORTED = SourcesItem(**COMMON, id="s", kind="sources", rubric="B", found_in="a", bins=BINS)
TEXT = "Ada Korn said it is shut.\nIt may rain.\nReportedly it rained."
ON = {"title": "Mine", "first": 4, "sentences": TEXT.splitlines(), "language": "en"}


def mark(quote, label, group=1):
    start = TEXT.index(quote)
    return {"group": group, "label": label, "start": start, "end": start + len(quote)}


KORN = [mark("Ada Korn", "source"), mark("said", "cue"), mark("it is shut", "content")]
RAIN = [mark("Reportedly", "cue", 2)]
CARDS = [
    {"id": "s1", "text": "“Ada Korn”: “said … it is shut” (S4)"},
    {"id": "s2", "text": "No source is marked: “Reportedly” (S6)"},
]


def marked(*marks, **settled):
    return {"on": ON, "marks": list(marks), "settled": settled}


def by_sort(placed, *marks, **settled):
    return own_chart(SORTED, {"cards": CARDS, "placed": placed}, (MARKED, marked(*marks, **settled)))


def in_picture(chart, tag):
    return len(fromstring(chart.svg).findall(f".//{{http://www.w3.org/2000/svg}}{tag}"))


def test_the_map_shows_each_report_in_the_row_of_its_source_and_sentences_without_one():
    chart = by_sort({"s1": "named", "s2": "nobody"}, *KORN, *RAIN)
    assert chart.rows == (
        ("S4", "Named", "“Ada Korn”", "“said”"),
        ("S5", "No report is marked", "–", "–"),
        ("S6", "Nobody <b>", "–", "“Reportedly”"),
    )
    assert chart.alt == "Grid of 3 sentences. Reports: 2 (Named: 1, Nobody <b>: 1). Sentences without a report: 1."
    assert in_picture(chart, "circle") == 2
    assert b"<b>" not in chart.svg


def test_a_sign_that_turns_the_writing_round_comes_into_no_map_though_a_stored_text_has_one():
    on = ON | {"sentences": [one.replace("Ada Korn", "Ada\u202eKorn") for one in ON["sentences"]]}
    cards = [CARDS[0] | {"text": CARDS[0]["text"].replace("Ada Korn", "Ada\u202eKorn")}]
    chart = own_chart(SORTED, {"cards": cards, "placed": {"s1": "named"}}, (MARKED, marked(*KORN) | {"on": on}))
    assert chart.rows[0][2] == "“AdaKorn”"
    assert "\u202e" not in chart.svg.decode() + chart.alt


def test_reports_that_were_marked_otherwise_since_they_were_sorted_are_not_sorted():
    chart = by_sort({"s1": "named", "s2": "nobody"}, *KORN)
    assert [row[1] for row in chart.rows] == ["Not sorted yet", "No report is marked", "No report is marked"]


def test_a_draft_that_was_taken_is_drawn_and_a_mark_that_was_taken_out_is_not():
    taken = {"choice": "accepted", "why": "So.", "marks": RAIN}
    assert [row[2] for row in by_sort({}, *KORN, d2=taken).rows] == ["“Ada Korn”", "–", "–"]
    out = {"choice": "dropped", "why": "So.", "group": 1}
    assert own_chart(MARKED, marked(*KORN, g1=out), None) is None


def test_the_peel_counts_the_words_that_stand_in_no_mark():
    chart = own_chart(MARKED, marked(*KORN), None)
    assert chart.rows == (("12", "6", "50 %"),)
    assert chart.alt == "One bar. Of 12 words, 6 are left (50 %)."


def test_the_strip_counts_signal_words_by_sentence_with_their_scope():
    chart = own_chart(SURE, marked(mark("may", "cue"), mark("rain", "scope"), mark("Reportedly", "cue", 2)), None)
    assert chart.rows == (("S5", "“may”", "“rain”"), ("S6", "“Reportedly”", "–"))
    assert chart.alt == "Strip of 3 sentences. Signal words: 2. Without one: S4."


@pytest.mark.parametrize("answer", [{}, {"on": None}, {"on": 3}, {"marks": "x"}, marked()])
def test_where_nothing_is_marked_nothing_is_drawn(answer):
    assert own_chart(MARKED, answer, None) is None
    assert own_chart(SORTED, {}, (MARKED, answer)) is None


def test_an_exercise_without_marks_gives_nothing_to_a_chart():
    assert own_chart(BRING, {}, None) is None


@settings(max_examples=80)
@given(
    some.lists(
        some.tuples(some.integers(0, 90), some.integers(1, 60), some.sampled_from(["source", "cue", "content"]))
    ),
    some.text(some.characters(exclude_categories=["Cs"]), max_size=10),
)
def test_whatever_was_marked_the_picture_is_sound_and_its_words_are_words(places, name):
    marks = [{"group": n % 7 + 1, "label": x, "start": a, "end": a + m} for n, (a, m, x) in enumerate(places)]
    bins = [BINS[0] | {"title": f"<i>{name}"}, BINS[1]]
    item = SORTED.model_copy(update={"bins": SourcesItem(**{**SORTED.model_dump(), "bins": bins}).bins})
    for chart in (own_chart(MARKED, marked(*marks), None), own_chart(item, {}, (MARKED, marked(*marks)))):
        if chart:
            assert "<i>" not in chart.svg.decode()
            assert re.search(r"^Grid|^One bar", chart.alt)
