"""What `whosays print` puts on paper: every exercise once, the key in the guide alone, nothing from outside."""

import re
from itertools import pairwise

import pytest
import yaml
from every_lesson import each_lesson, items_of, named
from paper_pages import KUPYANSK, printed, seen, times
from small_lesson import change

from exercises.charts import draw_chart
from exercises.files.problems import LessonError
from exercises.kinds import KINDS
from exercises.lesson.guide import read_guide
from exercises.notebook.prose import ExercisePlace, Passage
from exercises.paper import print_lesson
from exercises.paper.printing import notebooks_of
from exercises.paper.worksheet import LEAD
from exercises.words import plain_date, words


def worksheets(paper: dict[str, str]) -> str:
    return " ".join(seen(page) for name, page in paper.items() if name.startswith("worksheet_"))


@each_lesson
def test_every_exercise_of_a_lesson_stands_once_in_the_guide_and_once_in_the_worksheets(lesson, paper_of):
    paper = paper_of(lesson.id)
    # A form stands where the prose has a place for it; which lesson asks both is for tests/content/test_two_lessons.py.
    names = {name for notebook in notebooks_of(lesson) for name in notebook.items}
    assert names >= {item.id for entry in lesson.info.notebooks for item in items_of(lesson).of(entry.name)}
    for text in (seen(paper["guide.html"]), worksheets(paper)):
        assert {name: times(name, text) for name in names if times(name, text) != 1} == {}


@each_lesson
def test_no_sheet_has_an_empty_deck_and_no_votes_are_counted_where_none_are_taken(lesson, paper_of):
    paper = paper_of(lesson.id)
    assert [name for name, page in paper.items() if re.search(r'<div class="deck">\s*</div>', page)] == []
    for sheet in re.split("<h1", paper["tally.html"])[1:]:
        votes = sheet.partition('<table class="log counts">')[2]
        assert not votes or "<td>" in votes


@each_lesson
def test_no_reason_of_a_lesson_stands_on_a_worksheet(lesson, paper_of):
    paper = worksheets(paper_of(lesson.id))
    reasons = {part.why for item in items_of(lesson).values() for part in getattr(item, "options", ())}
    assert reasons
    assert [reason for reason in reasons if " ".join(reason.split()) in paper] == []


@each_lesson
def test_the_teacher_ticks_a_level_beside_the_writers_own_for_every_row_of_a_text_that_is_marked(lesson, paper_of):
    paper = paper_of(lesson.id)
    texts = [item for item in items_of(lesson).values() if item.kind == "write"]
    rows = [row for item in texts for row in item.rated_rows if row not in item.unmarked]
    boxes = "☐ 0 ☐ 1 ☐ 2 ☐ 3"
    assert rows
    assert worksheets(paper).count(f"0 1 2 3 · Teacher: {boxes}") == len(rows)
    assert seen(paper["guide.html"]).count(boxes) == len(rows)


def test_the_index_leads_to_every_page_and_says_what_it_is_for(paper):
    linked = re.findall(r'href="([^"]+)"', paper["index.html"])
    assert sorted(linked) == sorted({*paper, "code_cards.html"} - {"index.html"})


def test_nothing_is_asked_of_the_network_and_nothing_runs(paper):
    for name, page in paper.items():
        assert not re.search(r"<(script|link|img|iframe|object)\b|url\((?!#)|@import|\bsrc=", page), name
        assert "http" not in " ".join(re.findall(r'href="([^"]+)"', page)), name


def test_printing_twice_gives_the_same_pages(paper, tmp_path):
    assert printed(KUPYANSK, tmp_path) == paper


def test_the_article_is_numbered_and_called_a_specimen(paper):
    text = seen(paper["article.html"])
    assert "Teaching specimen: contains errors." in text
    for sentence in named("kupyansk").article.sentences:
        assert f"S{sentence.number} {sentence.text}" in text


def test_the_plain_version_of_the_article_is_a_sheet_of_its_own_with_the_same_numbers_and_stands_nowhere_else(paper):
    text, versions = seen(paper["plain.html"]), named("kupyansk").plain
    assert "Written for this course" in text
    assert "Teaching specimen: contains errors." in text
    assert [f"{name} {plain}" in text for name, plain in versions.items()] == [True] * 20
    others = " ".join(seen(page) for name, page in paper.items() if name != "plain.html")
    assert [plain for plain in versions.values() if plain in others] == []


def test_a_lesson_without_plain_versions_prints_no_such_sheet(small_lesson, tmp_path):
    assert "plain.html" not in printed(small_lesson, tmp_path)


def test_of_a_lesson_without_sources_claims_and_glossary_no_empty_sheet_is_printed(tmp_path):
    paper = printed(named("your_article").folder, tmp_path)
    assert not {"source_cards.html", "envelopes.html", "glossary.html"} & set(paper)
    sheet = seen(paper["worksheet_your_article.html"])
    assert "Bring an article of your own, and choose the part that you want to work on. On paper: number" in sheet
    # What only the screen of that notebook does is not on its sheet, nor a picture that a teacher cannot show.
    for screen in (
        "Paste",
        "open a file",
        "machine shows",
        "machine drafts",
        "as cards",
        "shows a picture",
        "saved page",
        "The report holds",
        "Keep it",
    ):
        assert screen not in sheet
    assert "Look at your own marks: Who speaks where?" in sheet
    # Two marks on one text can be told apart: no two labels of an exercise are made in the same way.
    for page in (sheet, seen(paper["slides_your_article.html"])):
        assert "Source: underline it; Cue: ring or box it; Content: put [brackets] around it." in page
        assert "Signal word: ring or box it; Scope: underline it with a wave." in page


def test_every_reason_of_the_practice_lesson_is_in_the_guide_and_none_in_the_worksheet(kinds_lesson, tmp_path):
    paper = printed(kinds_lesson, tmp_path / "paper")
    reasons = re.findall(r'"(CANARY: [^"]+)"', (kinds_lesson / "one.yaml").read_text(encoding="utf-8"))
    guide = seen(paper["guide.html"])
    assert len(reasons) > 20
    assert [reason for reason in reasons if reason not in guide] == []
    assert "CANARY" not in paper["worksheet_one.html"]


def test_a_changed_reason_changes_the_guide_and_not_the_worksheet(small_lesson, tmp_path):
    before = printed(small_lesson, tmp_path / "before")
    change(small_lesson / "one.yaml", "The reporter only passes it on", "A reporter is a messenger")
    after = printed(small_lesson, tmp_path / "after")
    assert "A reporter is a messenger" in after["guide.html"]
    assert "The reporter only passes it on" not in after["guide.html"]
    assert before["worksheet_one.html"] == after["worksheet_one.html"]


def test_another_right_option_changes_the_guide_and_not_the_worksheet(small_lesson, tmp_path):
    before = printed(small_lesson, tmp_path / "before")
    change(small_lesson / "one.yaml", "        right: true\n", "")
    change(
        small_lesson / "one.yaml", "        text: The reporter\n", "        text: The reporter\n        right: true\n"
    )
    after = printed(small_lesson, tmp_path / "after")
    assert "A The mayor of Dovhe ours" in seen(before["guide.html"])
    assert "B The reporter ours" in seen(after["guide.html"])
    assert before["worksheet_one.html"] == after["worksheet_one.html"]


def test_a_changed_mark_of_the_key_changes_the_guide_and_not_the_worksheet(small_lesson, tmp_path):
    before = printed(small_lesson, tmp_path / "before")
    change(small_lesson / "key.yaml", "The office says who answers for it.", "Her office has to stand by it.")
    after = printed(small_lesson, tmp_path / "after")
    assert "Her office has to stand by it." in after["guide.html"]
    assert before["worksheet_one.html"] == after["worksheet_one.html"]


def test_how_the_sources_were_weighed_and_what_was_not_found_is_told_to_the_teacher_alone(small_lesson, tmp_path):
    background = small_lesson / "background.yaml"
    known = yaml.safe_load(background.read_text(encoding="utf-8")) if background.exists() else {}
    told = {"cautions": ["Two copies are one witness."], "not_found": ["the minutes of the council"]}
    background.write_text(yaml.safe_dump(known | told), encoding="utf-8")
    paper = printed(small_lesson, tmp_path / "paper")
    guide = seen(paper.pop("guide.html"))
    assert "How we weighed the sources Two copies are one witness." in guide
    assert "Looked for and not found the minutes of the council" in guide
    assert [name for name, page in paper.items() if "one witness" in page or "minutes of the council" in page] == []


def test_words_that_look_like_html_reach_the_page_as_words(small_lesson, tmp_path):
    change(small_lesson / "one.yaml", "text: The reporter\n", 'text: "<b onclick=x>The reporter</b>"\n')
    for name, page in printed(small_lesson, tmp_path / "paper").items():
        assert "<b onclick" not in page, name
    assert "<b onclick=x>The reporter</b>" in seen(printed(small_lesson, tmp_path / "paper")["worksheet_one.html"])


def test_a_note_to_the_teacher_is_in_the_guide_alone(small_lesson, tmp_path):
    note = "```{teacher}\n**Say.** “Who opens their mouth?”\n```\n"
    prose = small_lesson / "one.md"
    prose.write_text(prose.read_text(encoding="utf-8") + "\n" + note, encoding="utf-8")
    paper = printed(small_lesson, tmp_path / "paper")
    assert "<strong>Say.</strong> “Who opens their mouth?”" in paper["guide.html"]
    assert "Who opens their mouth" not in paper["worksheet_one.html"]


def test_a_folded_box_stays_off_the_worksheet(small_lesson, tmp_path):
    boxes = "```{known} folded\nThe bridge opened in May.\n```\n\n```{known}\nThe mayor spoke.\n```\n"
    prose = small_lesson / "one.md"
    prose.write_text(prose.read_text(encoding="utf-8") + "\n" + boxes, encoding="utf-8")
    paper = printed(small_lesson, tmp_path / "paper")
    assert "The bridge opened in May." in paper["guide.html"]
    assert "The bridge opened in May." not in paper["worksheet_one.html"]
    assert "The mayor spoke." in paper["worksheet_one.html"]


def test_nothing_on_a_worksheet_says_that_the_article_has_errors_before_the_last_exercise_is_done(paper):
    sheets = {name: seen(page) for name, page in paper.items() if name.startswith("worksheet_")}
    assert sheets
    for name, text in sheets.items():
        before, label, after = text.rpartition("Teaching specimen: contains errors.")
        assert label, name
        assert "contains errors" not in before
        assert not after.strip(), name


def test_html_in_a_text_of_the_guide_is_refused_with_its_line(small_lesson, tmp_path):
    (small_lesson / "guide").mkdir()
    (small_lesson / "guide" / "front.md").write_text("Fine.\n\nNot <b>fine</b>.\n", encoding="utf-8")
    with pytest.raises(LessonError, match=r"front\.md:3: HTML in the guide"):
        print_lesson(small_lesson, tmp_path / "paper")
    assert not (tmp_path / "paper").exists()


def reasons_in(content: object, *, given: bool = False) -> tuple[set[str], set[str]]:
    """Give every reason of an exercise file as it is written, and those of questions answered for the student."""
    found: set[str] = set()
    shown: set[str] = set()
    if isinstance(content, dict):
        given = given or bool(content.get("given"))
        for name, value in content.items():
            if name in ("why", "found", "absent", "basis_why", "also_why", "tempting"):
                (shown if given else found).update(" ".join(text.split()) for text in texts(value))
            else:
                parts = reasons_in(value, given=given)
                found, shown = found | parts[0], shown | parts[1]
    elif isinstance(content, list):
        for value in content:
            parts = reasons_in(value, given=given)
            found, shown = found | parts[0], shown | parts[1]
    return found, shown


def texts(content: object) -> list[str]:
    if isinstance(content, dict):
        return [text for value in content.values() for text in texts(value)]
    return [content] if isinstance(content, str) else []


NOTEBOOKS = [entry.name for entry in named("kupyansk").info.notebooks]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_every_reason_as_it_is_written_is_in_the_guide_and_in_no_worksheet(paper, name):
    written = (KUPYANSK / f"{name}.yaml").read_text(encoding="utf-8")
    found, shown = reasons_in(yaml.safe_load(written))
    guide, sheets = seen(paper["guide.html"]), worksheets(paper)
    assert [reason for reason in found | shown if reason not in guide] == []
    assert [reason for reason in found - shown if reason in sheets] == []


def test_no_dated_verdict_of_a_claim_is_on_paper_for_students(paper):
    verdicts = [verdict.reason for claim in named("kupyansk").claims.values() for verdict in claim.so]
    sheets = worksheets(paper)
    assert verdicts
    assert [reason for reason in verdicts if " ".join(reason.split()) in sheets] == []


@each_lesson
def test_a_sheet_has_a_line_for_every_six_words_that_a_text_may_have(lesson, paper_of):
    paper = paper_of(lesson.id)
    sheets = "".join(page for name, page in paper.items() if name.startswith("worksheet_"))
    texts = [item for item in items_of(lesson).values() if item.kind == "write"]
    for item in texts:
        own = sheets.split(f">{item.id}<")[1].split("</section>")[0]
        assert own.count("<i></i>") >= KINDS["write"].page(item, lesson)["most"] / 6, item.id
    assert texts


@each_lesson
def test_a_heading_of_the_guide_stands_over_something_and_no_search_sign_is_printed(lesson, paper_of):
    guide = paper_of(lesson.id)["guide.html"]
    assert re.findall(r"<h2>([^<]*)</h2>\s*(?:<h[12]|</div>)", guide) == []
    assert re.findall(r"\w\*", seen(guide)) == []


@each_lesson
def test_a_table_of_figures_in_the_guide_has_its_days_in_words(lesson, paper_of):
    tables = re.findall(r'<table class="log">.*?</table>', paper_of(lesson.id)["guide.html"], flags=re.S)
    days = {verdict.as_of for name in lesson.background.two_clocks for verdict in lesson.claims[name].so}
    clocks = next(seen(table) for table in tables if all(plain_date(day) in seen(table) for day in days))
    assert days
    assert [day for day in days if day in clocks] == []


# A class without a screen


def test_the_texts_that_a_sheet_asks_about_stand_on_it(paper):
    second, fifth = (seen(paper[f"worksheet_{name}.html"]) for name in ("02_who_says_so", "05_how_sure"))
    lesson = named("kupyansk")
    assert all(sentence.text in second for sentence in lesson.texts["p-fair"].sentences)
    for sentence in lesson.texts["p-machine"].sentences:
        assert f"{sentence.number} {sentence.text.split()[0]} " in fifth
    assert paper["worksheet_05_how_sure.html"].count("</u><sup>") >= 6


@each_lesson
def test_the_guide_has_the_numbers_of_every_picture_and_no_sheet_has(lesson, paper_of):
    paper = paper_of(lesson.id)
    guide, sheets = seen(paper["guide.html"]), worksheets(paper)
    peeled = draw_chart("peel", lesson).rows[0]
    for told in (
        " ".join(peeled),
        draw_chart("attribution-map", lesson).alt,
        draw_chart("certainty-strip", lesson).alt,
    ):
        assert told in guide
        assert told not in sheets


@each_lesson
def test_the_key_of_a_desk_answers_for_the_day_of_every_envelope(lesson, paper_of):
    guide, days = seen(paper_of(lesson.id)["guide.html"]), read_guide(lesson.folder).plan.envelopes
    desk = items_of(lesson)["hold-desk"]
    for placed in desk.claims:
        claim = lesson.claims[placed.claim]
        part = guide.split("hold-desk ")[1].split(f": {claim.words}")[1].split("Cards: what each shows")[0]
        for day in (day for day in days if claim.judged and day >= (claim.stated_on or "")):
            answer = words("desk")["so"][claim.verdict_on(day).verdict]
            assert f"Is it so, as of {plain_date(day)}? {answer}" in part, (claim.id, day)


def test_marks_of_two_groups_in_one_sentence_have_numbers(paper):
    sheet = paper["worksheet_02_who_says_so.html"]
    half_done = sheet.split("who-faded-s12")[1].split("</section>")[0]
    assert re.findall(r"<sup>(source \d)</sup>", half_done) == ["source 1", "source 2"]
    assert "Write the same number beside yours" in half_done
    assert "<sup>source</sup>" in sheet.split("who-worked-s6")[1].split("</section>")[0]


@each_lesson
def test_a_sheet_names_nothing_that_only_a_screen_has(lesson, paper_of):
    sheets = worksheets(paper_of(lesson.id))
    assert not re.search(r"\bmove the day\b|Save my work|You can search all the others", sheets, re.IGNORECASE)
    assert "open the next envelope" in sheets
    assert "write “as before”" in sheets


@each_lesson
def test_no_page_has_a_day_as_machines_write_it(lesson, paper_of):
    found = {name: re.findall(r"\b\d{4}-\d\d-\d\d\b", seen(page)) for name, page in paper_of(lesson.id).items()}
    assert {name: days for name, days in found.items() if days} == {}


def test_what_stands_behind_the_exit_is_on_the_sheet_for_those_who_have_time_with_its_charts(paper):
    hour, more = seen(paper["worksheet_07b_does_it_hold.html"]), seen(paper["worksheet_07b_does_it_hold_more.html"])
    for words_above in ("If you want more", "Two charts, only if you want them.", "head counts"):
        assert words_above in more
        assert words_above not in hour


@each_lesson
def test_a_short_introduction_stands_in_one_piece_with_its_exercise(lesson, paper_of):
    sheets = "".join(page for name, page in paper_of(lesson.id).items() if name.startswith("worksheet_"))
    held = re.findall(
        r'(?s)<div class="whole">(?:(?!<section|<div).)+<section class="exercise.*?class="id">([^<]+)<', sheets
    )
    introduced = {
        cell.id
        for notebook in notebooks_of(lesson)
        for above, cell in pairwise(notebook.prose.cells)
        if isinstance(cell, ExercisePlace) and isinstance(above, Passage) and len(above.text.split()) <= LEAD
    }
    assert introduced
    assert introduced - set(held) == set()


@each_lesson
def test_the_name_of_an_exercise_stands_apart_from_its_title_on_the_tally_sheet(lesson, paper_of):
    rows = [row for row in re.findall(r"(?s)<tr>.*?</tr>", paper_of(lesson.id)["tally.html"]) if "<code>" in row]
    assert rows
    assert [row for row in rows if not re.search(r'<td class="name"><code>[^<]+</code></td></tr>$', row)] == []
