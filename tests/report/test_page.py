"""The page of a report: one file, no script, nothing from outside, and every text stays text."""

import base64
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from keeping import work_in
from talk import Talk

from exercises.report import gather, render, report_file
from exercises.report.confidence import sureness
from exercises.report.page import SIGNS, in_counts, summary
from exercises.report.parts import Supported
from exercises.words import words

TODAY = date(2026, 11, 25)
TURNING = "\u202e"
HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "{{ report }} {% raw %} {0}",
    "</p></section><h1>mine</h1>",
    "&lt;b&gt; & 'quotes' \"double\"",
    f"{TURNING}right to left",
    "javascript:alert(1) https://elsewhere.example/",
]


class Reader(HTMLParser):
    """Notes the tags and attributes of a page, and its words."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.attributes, self.text, self.open = [], [], "", []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in ("meta", "img", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data if self.open and self.open[-1] != "style" else ""


def write(kernel, text, name="first-item", why="It names her.", seq=1):
    exchange = Talk(kernel.lesson, kernel.items[name], kernel.store, "one")
    for number, answer in enumerate(({"text": text}, {"text": text, "rated": {"A": 2}, "why": why})):
        message = {"kind": "check", "tab": "tab-of-pupil", "seq": seq + number, "answer": answer, "confidence": None}
        assert exchange.receive(message)["kind"] == "result"


def made(kernel, **changes):
    report = gather(kernel.lesson, kernel.items, work_in(kernel.store), TODAY)
    return replace(report, **{"parts": frozenset(words("report")["parts"])} | changes)


SURE = sureness([(4, True)] * 5 + [(4, False)] * 4 + [(1, False)])


@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_student_writes_stays_text(kernel, tmp_path, text):
    write(kernel, f"The mayor may open it {text}", why=text)
    plain, hostile = kernel.with_empty_store(tmp_path / "plain"), Reader(render(made(kernel)))
    write(plain, "The mayor may open it", why="It names her.")
    assert hostile.tags == Reader(render(made(plain))).tags
    assert f"The mayor may open it {text.replace(TURNING, '')}" in hostile.text
    assert TURNING not in hostile.text


def test_a_forged_result_in_an_opened_work_file_stays_text_too(kernel):
    write(kernel, "The mayor may open the bridge")
    work = work_in(kernel.store)
    tags = Reader(render(gather(kernel.lesson, kernel.items, work, TODAY))).tags
    forged = {"points": 1, "out_of": 1, "right": True, "summary": HOSTILE[0], "remarks": []}
    attempts = tuple(replace(one, result=forged) for one in work.attempts)
    page = Reader(render(gather(kernel.lesson, kernel.items, replace(work, attempts=attempts), TODAY)))
    assert HOSTILE[0] in page.text
    assert "script" not in page.tags
    assert set(page.tags) <= set(tags)


def test_the_page_is_one_file_without_script_and_asks_nothing_of_the_network(kernel):
    write(kernel, "The mayor may open it https://elsewhere.example/")
    page = render(made(kernel, sureness=SURE))
    reader = Reader(page)
    assert not {"script", "link", "iframe", "object", "form", "base"} & set(reader.tags)
    pointing = {(name, value) for _, name, value in reader.attributes if name in ("src", "href", "srcset", "action")}
    assert all(value.startswith(("data:image/svg+xml;base64,", "#")) for _, value in pointing)
    assert not [name for _, name, _ in reader.attributes if name.startswith("on")]
    style = page.partition("<style>")[2].partition("</style>")[0]
    assert not re.search(r"url\(|@import|https?:", style)
    policy = next(value for _, name, value in reader.attributes if name == "content" and "default-src" in value)
    assert policy.startswith("default-src 'none'")


def test_every_inner_link_leads_to_a_heading_that_is_there(kernel):
    reader = Reader(render(made(kernel)))
    heads = {value for _, name, value in reader.attributes if name == "id"}
    links = {value.removeprefix("#") for _, name, value in reader.attributes if name == "href"}
    assert links == heads == set(words("report")["parts"])


def test_a_lesson_has_chapters_only_for_what_it_asks(kernel):
    report = gather(kernel.lesson, kernel.items, work_in(kernel.store), TODAY)
    text = Reader(render(report)).text
    assert [words("report")["parts"][name] in text for name in ("radio", "finished", "sure")] == [False, False, True]
    assert [line for line in summary(report) if "radio" in line or "finished" in line] == []


@pytest.mark.parametrize(
    ("own_text", "known", "stands"),
    [(False, "errors", "it contains errors"), (False, "open", "may or may not contain"), (True, "open", "I chose")],
)
def test_a_report_says_of_the_text_what_is_known_of_its_errors_and_nothing_of_one_that_was_chosen(
    kernel, own_text, known, stands
):
    text = Reader(render(made(kernel, own_text=own_text, known=known))).text
    sentences = ("it contains errors", "may or may not contain", "I chose")
    assert [one for one in sentences if one in text] == [stands]


def test_headings_go_down_step_by_step_and_tables_have_captions_and_heads(kernel):
    write(kernel, "The mayor may open the bridge")
    form = Supported("Form A", 6, 6, 5, 4, 7, 1)
    reader = Reader(render(made(kernel, sureness=SURE, supported=(form,))))
    levels = [int(tag[1]) for tag in reader.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert reader.tags.count("table") == reader.tags.count("caption") == reader.tags.count("thead") == 4
    assert ("html", "lang", "en") in reader.attributes


def test_the_chart_is_a_picture_with_its_counts_in_words_and_the_same_numbers_in_a_table(kernel):
    reader = Reader(render(made(kernel, sureness=SURE)))
    alt = next(value for _, name, value in reader.attributes if name == "alt")
    assert "very sure 9 times, right 5" in alt
    source = next(value for tag, name, value in reader.attributes if (tag, name) == ("img", "src"))
    svg = base64.b64decode(source.partition(",")[2]).decode()
    assert "5 of 9 right" in svg
    assert "5 of 9 right" not in reader.text
    assert "Very sure954" in reader.text.replace("\n", "")


def test_with_too_few_answers_there_is_a_sentence_and_no_chart(kernel):
    reader = Reader(render(made(kernel)))
    assert "Too few answers to say anything: 0 so far." in reader.text
    assert "img" not in reader.tags


def test_an_empty_report_says_that_nothing_is_done_and_nothing_is_written(kernel):
    text = Reader(render(made(kernel))).text
    assert words("report")["nothing"] in text
    assert text.count(words("report")["radio"]["none"]) == 3


def test_nothing_of_our_answers_is_in_the_page_while_an_answer_is_only_begun_sealed_or_passed(kernel):
    for name, kind, answer, sure in (
        ("bet", "seal", {"chosen": ["opens"]}, 4),
        ("support", "draft", {"ratings": {"ferry": 1}, "sure": {}}, None),
        ("claim-lab", "pass", None, None),
    ):
        exchange = Talk(kernel.lesson, kernel.items[name], kernel.store, "one")
        message = {"kind": kind, "tab": "tab-of-pupil", "seq": 1, "answer": answer, "confidence": sure}
        assert exchange.receive(message)["kind"] in ("result", "saved")
    report = made(kernel)
    assert {one.state for one in report.told} == {"sealed", "begun", "passed"}
    assert "CANARY" not in render(report)


def test_the_teacher_has_boxes_beside_a_level_of_ones_own(kernel):
    write(kernel, "The mayor may open the bridge")
    text = " ".join(Reader(render(made(kernel))).text.split())
    assert text.count("☐ 0 ☐ 1 ☐ 2 ☐ 3") == 1
    assert "your own rating" in text.split("☐ 0")[0]


def test_nothing_is_added_up_to_one_score(kernel):
    write(kernel, "The mayor may open the bridge")
    text = Reader(render(made(kernel, sureness=SURE, supported=(Supported("Form A", 6, 6, 5, 4, 7, 1),)))).text
    assert "points" not in text
    assert "%" not in text
    assert "percentile" not in text.lower()


def test_a_form_is_told_in_counts_alone_and_its_lean_in_words():
    assert in_counts(Supported("Form A", 6, 6, 5, 4, 7, 1)) == (
        "accepted 5 of 6",
        "rejected 4 of 6",
        "1",
        "accepted 7 of 12, more than the 6 that are well supported",
    )
    assert in_counts(Supported("Form A", 6, 6, 3, 6, 3, 0))[3].startswith("accepted 3 of 12, fewer")
    assert in_counts(Supported("Form A", 6, 6, 6, 6, 6, 0))[3].startswith("accepted 6 of 12, as many")


def test_the_file_says_whose_it_is_and_the_page_holds_no_other_name(kernel):
    file = report_file(made(kernel))
    assert file.name == f"whosays-{kernel.store.code}-report.html"
    assert file.type.startswith("text/html")


def test_the_summary_says_what_the_report_holds(kernel):
    write(kernel, "The mayor may open the bridge")
    lines = summary(made(kernel))
    assert lines[:2] == ["Notebooks with answers: 1 of 1", "Exercises checked: 1"]
    assert "Levels on the rubric: 1" in lines


def test_outcomes_carry_the_signs_of_the_screen():
    screen = (Path(__file__).parents[2] / "exercises" / "page" / "elements.js").read_text("utf-8")
    assert all(f'{name}: "{sign}"' in re.sub(r'"([a-z]+-[a-z]+)":', r"\1:", screen) for name, sign in SIGNS.items())
