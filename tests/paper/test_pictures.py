"""Charts on paper: every one in grey, told in words, and not before its exercise is done."""

import re

from every_lesson import each_lesson, items_of
from paper_pages import seen

from exercises.charts import CHARTS, draw_chart
from exercises.paper.pictures import in_grey
from exercises.words import plain_date

PLACE = re.compile(r"^```{chart} (\S+)(?: after (\S+))?", flags=re.M)
COLOURS = re.compile(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b", flags=re.I)


def charts_of(lesson, entry):
    prose = (lesson.folder / f"{entry.name}.md").read_text("utf-8")
    return [(name, after) for name, after in PLACE.findall(prose) if name in CHARTS]


@each_lesson
def test_every_chart_of_a_notebook_is_on_its_page_with_the_words_that_a_screen_reads_out(lesson, paper_of):
    paper, count = paper_of(lesson.id), 0
    for entry in lesson.info.notebooks:
        for name, after in charts_of(lesson, entry):
            page, count = paper[f"pictures_{entry.name}.html"], count + 1
            assert draw_chart(name, lesson).title in seen(page)
            assert re.search(r'<figure role="img" aria-label="[^"]{40,}">\s*<svg', page)
            if after:
                sheet = seen(paper[f"worksheet_{entry.name}.html"])
                title = re.escape(" ".join(items_of(lesson)[after].title.split()))
                number = re.search(rf" (\d+) {title} ", sheet)[1]
                assert f"show it when exercise {number} is done" in seen(page)
    assert count > 0


@each_lesson
def test_a_picture_names_claims_by_their_words_and_days_as_everywhere_on_paper(lesson, paper_of):
    page = paper_of(lesson.id)["pictures_07b_does_it_hold.html"]
    for claim in (lesson.claims[name] for name in lesson.background.two_clocks):
        assert f"{claim.id}: {claim.words[:60]}" in seen(page) or f"{claim.id}: {claim.words[:60]}" in page
        assert all(plain_date(verdict.as_of) in page for verdict in claim.so)
    assert not re.search(r"\b\d{4}-\d\d-\d\d\b", page)


@each_lesson
def test_no_chart_on_paper_has_a_colour(lesson, paper_of):
    pages = [page for name, page in paper_of(lesson.id).items() if name.startswith("pictures_")]
    found = [colour for page in pages for colour in COLOURS.findall(page)]
    assert found
    assert [colour for colour in found if len(set(colour)) > 1] == []


@each_lesson
def test_numbers_of_people_who_were_killed_are_on_no_page_of_charts(lesson, paper_of):
    for chart in lesson.background.count_charts:
        for name, page in paper_of(lesson.id).items():
            assert not name.startswith("pictures_") or chart.title not in page


def test_a_grey_is_as_bright_as_its_colour():
    assert (
        in_grey(b'<?xml version="1.0"?>\n<svg fill="#ffffff" stroke="#000000"/>')
        == '<svg fill="#ffffff" stroke="#000000"/>'
    )
    blue, orange = (int(in_grey(f'<svg fill="{colour}"/>'.encode())[12:14], 16) for colour in ("#0072B2", "#E69F00"))
    assert blue < orange
