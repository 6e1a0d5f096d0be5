"""What is cut and handed round: cards without our judgement, slides, votes and codes."""

import re
from pathlib import Path

import pytest
from every_lesson import items_of, named
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
