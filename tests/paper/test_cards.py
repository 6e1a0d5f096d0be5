"""What is cut and handed round: cards without our judgement, envelopes without the future, slides, votes and codes."""

import re
from pathlib import Path

import pytest
from every_lesson import each_lesson, items_of, named
from paper_pages import printed, seen, times
from small_lesson import change

from exercises.answers.code import tidy_code
from exercises.kinds import KINDS
from exercises.kinds.printed import card_number
from exercises.lesson.checks.people import counts_people
from exercises.paper import print_lesson
from exercises.words import words

LESSON = named("kupyansk")
ITEMS = items_of(LESSON)
DAYS = ("2025-11-21", "2025-12-22", "2026-03-12")


def laid_out() -> set[str]:
    return {name for item in ITEMS.values() if item.kind == "desk" for one in item.claims for name in one.sources}


def test_every_source_laid_on_a_desk_is_a_card_with_its_day_and_who_stands_behind_it(paper):
    text = seen(paper["source_cards.html"])
    assert laid_out()
    for name in laid_out():
        source = LESSON.sources[name]
        for words_of_it in (source.says, source.position, source.interest, source.publisher):
            assert " ".join(words_of_it.split()) in text, name


def test_a_card_does_not_say_what_its_source_shows_how_near_it_is_or_where_it_comes_from(paper):
    text = seen(paper["source_cards.html"])
    judged = [*words("desk")["shows"].values(), *words("desk")["near"].values()]
    assert [said for said in judged if said != "Neither" and said in text] == []
    assert [origin.name for origin in LESSON.origins.values() if f" {origin.name} " in text] == []


def test_a_source_for_teachers_alone_is_no_card(paper):
    text = seen(paper["source_cards.html"])
    kept_back = [source.says for source in LESSON.sources.values() if source.teacher_only]
    assert kept_back
    assert [said for said in kept_back if " ".join(said.split()) in text] == []


def named_items(notebook: str) -> list:
    prose = (LESSON.folder / f"{notebook}.md").read_text("utf-8")
    return [ITEMS[name] for name in re.findall(r"^```{exercise} (\S+)", prose, flags=re.M)]


def envelopes_of(page: str) -> list[str]:
    return [seen(part) for part in page.split('<section class="envelope">')[1:]]


def test_no_envelope_holds_an_answer_that_is_newer_than_its_day(paper):
    for day, text in zip(DAYS, envelopes_of(paper["envelopes.html"]), strict=True):
        newer = [one.reason for claim in LESSON.claims.values() for one in claim.so if one.as_of > day]
        assert newer
        assert [reason for reason in newer if " ".join(reason.split()) in text] == []


def test_no_envelope_names_a_claim_or_accepts_an_answer_that_its_day_does_not_know(paper):
    pages = [seen(part) for part in paper["envelopes.html"].split("<h2>")[1:]]
    for day, text in zip(DAYS, pages, strict=True):
        later = [claim for claim in LESSON.claims.values() if (claim.stated_on or "") > day]
        assert [claim.words for claim in later if " ".join(claim.words.split()) in text] == []
        settled = [claim for claim in LESSON.claims.values() if claim.also_accept and not claim.accepted_on(day)]
        whys = [" ".join((claim.also_accept_why or "").split()) for claim in settled]
        assert [why for why in whys if why and why in text] == []


def test_each_envelope_tells_the_day_that_has_to_be_answered_before_it_is_opened(paper):
    first, second, third = envelopes_of(paper["envelopes.html"])
    assert "Open it when you begin" in first
    assert "your answers for 21 November 2025" in second
    assert "your answers for 22 December 2025" in third


def test_a_card_goes_into_the_first_envelope_whose_day_it_had_appeared_by(paper):
    numbers = {name: str(number) for number, name in enumerate(LESSON.sources, start=1)}
    put_in = r"Numbers ([\d, ]+)\.(?: Only for a group that took a folded slip: ([\d, ]+)\.)?"
    found = [re.search(put_in, text) for text in envelopes_of(paper["envelopes.html"])]
    lists = [", ".join(filter(None, one.groups())).split(", ") for one in found]
    names = laid_out()
    assert names
    for name in names:
        day = LESSON.sources[name].day or ""
        home = next((place for place, last in enumerate(DAYS) if day <= last), None)
        assert [place for place, cards in enumerate(lists) if numbers[name] in cards] == (
            [] if home is None else [home]
        )


DESKS = [item for item in ITEMS.values() if item.kind == "desk"]
FOR_THE_CLASS = ("worksheet_", "source_cards", "slides_", "tally", "article", "plain", "pictures", "test_")
# The words of the article stand in the article.
GRAVE = [claim for claim in LESSON.claims.values() if claim.grave and not claim.quote]


def test_a_claim_about_people_killed_or_in_danger_is_on_its_slip_and_on_no_list(paper):
    slips = paper["envelopes.html"].split('<section class="sheet slips">')
    assert GRAVE
    for claim in GRAVE:
        words_of_it = " ".join(claim.words.split())
        assert words_of_it in seen(slips[1]), claim.id
        assert "It is about people who were killed or in danger" in seen(slips[1])
        worksheets_too = [name for name in paper if name.startswith(("worksheet_", "source_cards", "slides_", "tally"))]
        assert [name for name in worksheets_too if words_of_it in seen(paper[name])] == [], claim.id


def test_a_number_of_people_that_a_source_gives_is_on_slips_and_on_no_card(paper):
    class_has = {name: page for name, page in paper.items() if name.startswith(FOR_THE_CLASS)}
    sheets, slips = paper["envelopes.html"].split('<section class="sheet slips">')
    class_has["envelopes.html"] = sheets
    numbers = {source.counts for source in LESSON.sources.values() if source.counts}
    told = {name: [one for one in numbers if one in seen(page)] for name, page in class_has.items()}
    assert {name: found for name, found in told.items() if found} == {}
    on_cards = {LESSON.sources[name].counts for name in shown_for_grave_claims()} - {None}
    assert on_cards
    assert [one for one in on_cards if one not in seen(slips)] == []


def test_no_card_and_no_sheet_that_everybody_is_given_counts_people(paper):
    given = "</p>".join(before_the_slips(paper[name]) for name in ("source_cards.html", "envelopes.html"))
    told = [seen(text) for text in re.split(r"</(?:p|li|dt|dd|h\d|section)>", given)]
    assert len(told) > len(laid_out())
    assert [text for text in told if counts_people(text, LESSON.info.wording.counted)] == []


def test_a_card_that_only_slips_need_is_apart_from_all_others(paper):
    open_to_all, apart = paper["source_cards.html"].split('<section class="sheet apart">')
    needed = {name for item in DESKS for claim in KINDS["desk"].page(item, LESSON)["claims"] if not claim["grave"]
              for name in claim["sources"]}  # fmt: skip
    kept = shown_for_grave_claims() - needed
    assert {name for name in kept if LESSON.sources[name].grave}
    heads = {name: f'<b class="cardnumber">{card_number(name, LESSON)}</b>' for name in kept | needed}
    assert [name for name in kept if heads[name] in open_to_all or apart.count(heads[name]) != 1] == []
    assert [name for name in needed if heads[name] in apart or open_to_all.count(heads[name]) != 1] == []


def before_the_slips(page: str) -> str:
    """Leave out what is for a group that took a slip: the slips, their cards, our answers to them."""
    page = re.sub(r'<section class="sheet">\s*<h3>.*?</section>', "", page, flags=re.S)
    return page.split('<section class="sheet apart">')[0].split('<section class="sheet slips">')[0]


def shown_for_grave_claims() -> set[str]:
    pages = [KINDS["desk"].page(item, LESSON) for item in DESKS]
    return {name for page in pages for claim in page["claims"] if claim["grave"] for name in claim["sources"]}


def test_our_answers_to_a_folded_slip_are_on_a_sheet_of_their_own(paper):
    sheets = paper["envelopes.html"].split('<section class="sheet')[1:]
    answers = [seen(sheet) for sheet in sheets if "<h2>" in sheet]
    reasons = [" ".join(one.reason.split()) for claim in GRAVE for one in claim.so]
    assert len(answers) == len(DAYS)
    assert [reason for reason in reasons if any(reason in text for text in answers)] == []
    assert [reason for reason in reasons if any(reason in seen(sheet) for sheet in sheets)]


def test_a_desk_that_begins_with_the_first_envelope_asks_for_the_days_of_the_envelopes(paper):
    sheet = paper["worksheet_07b_does_it_hold.html"] + paper["worksheet_07b_does_it_hold_more.html"]
    desk = seen(sheet.split(">hold-desk<")[1].split('<section class="exercise')[0])
    assert "21 November 2025 22 December 2025 12 March 2026" in desk
    other = seen(sheet.split(">hold-siversk<")[1].split('<section class="exercise')[0])
    assert "12 March 2026" not in other


def test_a_lesson_without_a_plan_has_envelopes_for_its_own_day_and_its_last_verdict(small_lesson, tmp_path):
    desk = """  - id: check-the-year
    kind: desk
    title: The year
    instruction: Check the year.
    role: alone
    rubric: D
    as_of: ["2025-05-02"]
    claims:
      - {claim: C1, sources: [town-page, archive-note]}
"""
    (small_lesson / "one.yaml").write_text((small_lesson / "one.yaml").read_text("utf-8") + desk, encoding="utf-8")
    (small_lesson / "one.md").write_text(
        (small_lesson / "one.md").read_text("utf-8") + "\n```{exercise} check-the-year\n```\n", encoding="utf-8"
    )
    # A real article gets its desk from four sources on.
    sources = (small_lesson / "sources.yaml").read_text("utf-8")
    fourth = sources[sources.index("  - id: shop-blog\n") :].replace("id: shop-blog", "id: shop-letter")
    (small_lesson / "sources.yaml").write_text(sources + fourth, encoding="utf-8")
    first, second = envelopes_of(printed(small_lesson, tmp_path / "paper")["envelopes.html"])
    assert first.startswith("2 May 2025")
    assert "The town gave another year." in first
    assert second.startswith("10 June 2025")
    assert "The archive found the bill of the builder." in second


def test_every_exercise_has_one_slide_and_one_line_on_the_tally_sheet(paper):
    shown = "".join(page for name, page in paper.items() if name.startswith("slides_"))
    text = seen(paper["tally.html"])
    assert shown.count('<p class="where">') - shown.count(words("paper")["read_first"]) == len(ITEMS)
    assert {name: times(name, text) for name in ITEMS if times(name, text) != 1} == {}


def test_slides_tally_cards_and_glossary_hold_no_reason(kinds_lesson, tmp_path):
    paper = printed(kinds_lesson, tmp_path / "paper")
    assert [name for name, page in paper.items() if "CANARY" in page] == ["guide.html"]


def test_what_is_to_be_read_for_the_bet_stands_on_the_slide_in_front_of_it(paper):
    slides = [seen(one) for one in paper["slides_01_first_read.html"].split('<section class="slide')]
    bet = next(place for place, text in enumerate(slides) if ITEMS["first-bet"].title in text)
    for number in (6, 7, 8, 12, 13, 14):
        assert f"S{number} {LESSON.article.sentence(number).text}" in slides[bet - 1]


def test_the_slides_before_the_first_lesson_say_what_comes_that_there_are_two_lessons_and_how_to_leave(paper):
    text = seen(paper["before.html"])
    said = words("paper")["before"]
    for told in (LESSON.info.content_note, named("harbour").info.title, said["choose"], said["leaving"], said["skip"]):
        assert " ".join(told.split()) in text


def test_a_card_to_vote_with_is_there_for_every_box_and_step(paper):
    cards = re.findall(r'class="vote[^>]*>(\w)<', paper["vote_cards.html"])
    most = max(len(item.bins) for item in ITEMS.values() if item.kind == "sort")
    assert cards == list("ABCDEFGH"[:most])


@each_lesson
def test_the_votes_of_a_notebook_are_counted_for_as_many_options_as_it_has(lesson, paper_of):
    tables = paper_of(lesson.id)["tally.html"].split('<table class="log counts">')[1:]
    for entry, table in zip(lesson.info.notebooks, tables, strict=True):
        prose = (lesson.folder / f"{entry.name}.md").read_text("utf-8")
        items = [items_of(lesson)[name] for name in re.findall(r"^```{exercise} (\S+)", prose, flags=re.M)]
        most = max(len(item.options) for item in items if item.kind == "choose")
        assert re.findall(r"<th>([A-Z])</th>", table) == 2 * list("ABCDEFGH"[:most]), entry.name


def test_levels_can_be_ticked_for_thirty_codes_on_the_rows_that_a_notebook_practises(paper):
    page = paper["ticked_02_who_says_so.html"]
    rows = {item.rubric for item in named_items("02_who_says_so") if item.rubric}
    assert seen(page).count("☐ 0 ☐ 1 ☐ 2 ☐ 3") == 30 * len(rows)
    assert {row for row, name in words("rubric")["names"].items() if f"{row} {name}" in seen(page)} == rows


@each_lesson
def test_a_sheet_of_levels_has_room_for_the_points_of_a_test_where_there_is_one(lesson, paper_of):
    paper = paper_of(lesson.id)
    for entry in lesson.info.notebooks:
        heads = re.findall(r"<th>([^<]*)</th>", paper[f"ticked_{entry.name}.html"])
        assert (words("paper")["points"] in heads) == (f"test_{entry.name}.html" in paper), entry.name


def test_a_changed_key_leaves_every_page_for_students_as_it_was(small_lesson, tmp_path):
    before = printed(small_lesson, tmp_path / "before")
    change(small_lesson / "one.yaml", "        right: true\n", "")
    change(
        small_lesson / "one.yaml", "        text: The reporter\n", "        text: The reporter\n        right: true\n"
    )
    after = printed(small_lesson, tmp_path / "after")
    assert [name for name in before if before[name] != after[name]] == ["guide.html", "plan_one.html"]


def test_letters_on_the_slide_are_those_of_the_worksheet_and_the_key(small_lesson, tmp_path):
    paper = printed(small_lesson, tmp_path / "paper")
    for name in ("slides_one.html", "worksheet_one.html", "guide.html"):
        assert "A The mayor of Dovhe" in seen(paper[name])
        assert "B The reporter" in seen(paper[name])


def test_the_glossary_for_students_explains_what_the_notebooks_explain_and_no_more(paper):
    text = seen(paper["glossary.html"])
    assert "Armed Forces of Ukraine" in text
    assert "No term that we know" not in text
    assert "No term that we know" in seen(paper["guide.html"])


def codes_of(folder: Path) -> list[str]:
    page = (folder / "code_cards.html").read_text(encoding="utf-8")
    return re.findall(r'<p class="thecode">([^<]+)</p>', page)


def test_as_many_code_cards_as_asked_for_each_with_a_code_of_its_own(small_lesson, tmp_path):
    print_lesson(small_lesson, tmp_path, codes=120)
    codes = codes_of(tmp_path)
    assert len(codes) == len(set(codes)) == 120
    assert all(tidy_code(code) for code in codes)


@pytest.mark.parametrize("count", [0, -3, 401])
def test_too_few_or_too_many_code_cards_are_refused_before_anything_is_written(small_lesson, tmp_path, count):
    with pytest.raises(ValueError, match=str(count)):
        print_lesson(small_lesson, tmp_path / "paper", codes=count)
    assert not (tmp_path / "paper").exists()


def test_the_paper_of_an_invented_lesson_speaks_of_no_page_that_somebody_could_have_read(paper_of):
    paper = paper_of("harbour")
    for name in ("source_cards.html", "article.html"):
        text = seen(paper[name])
        assert "written for this course" in text.lower()
        assert [said for said in ("archived", "We read", "as far as we know") if said in text] == []
