"""The dated envelopes: nothing of a later day, nothing of another notebook, nothing for a desk without envelopes."""

import re

import pytest
from every_lesson import items_of, named
from paper_pages import printed, seen

from exercises.words import words

LESSON = named("kupyansk")
ITEMS = items_of(LESSON)
DAYS = ("2025-11-21", "2025-12-22", "2026-03-12")
BY_ENVELOPE = [ITEMS[name] for name in ("hold-desk", "check-desk-more")]
# The words of the article stand in the article.
GRAVE = [claim for claim in LESSON.claims.values() if claim.grave and not claim.quote]


def envelopes_of(page: str) -> list[str]:
    return [seen(part) for part in page.split('<section class="envelope">')[1:]]


def test_no_envelope_holds_an_answer_that_is_newer_than_its_day(paper):
    for day, text in zip(DAYS, envelopes_of(paper["envelopes.html"]), strict=True):
        newer = [one.reason for claim in LESSON.claims.values() for one in claim.so if one.as_of > day]
        assert newer
        assert [reason for reason in newer if " ".join(reason.split()) in text] == []


def test_no_envelope_names_a_claim_or_accepts_an_answer_that_its_day_does_not_know(paper):
    for day, text in zip(DAYS, envelopes_of(paper["envelopes.html"]), strict=True):
        text = text.split(words("paper")["slips_title"])[0]
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
    names = {name for item in BY_ENVELOPE for one in item.claims for name in one.sources}
    assert names
    for name in names:
        day = LESSON.sources[name].day or ""
        home = next((place for place, last in enumerate(DAYS) if day <= last), None)
        places = [place for place, cards in enumerate(lists) if numbers[name] in cards]
        assert places == ([] if home is None else [home])


def test_our_answers_to_a_folded_slip_are_on_a_sheet_of_their_own(paper):
    sheets = paper["envelopes.html"].split('<section class="sheet')[1:]
    answers = [seen(sheet) for sheet in sheets if "<h2>" in sheet]
    reasons = [" ".join(one.reason.split()) for claim in GRAVE for one in claim.so]
    assert len(answers) >= len(DAYS)
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
    as_of: ["2025-05-02", end]
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


def answer_sheets(page: str) -> list[str]:
    return [seen(sheet) for sheet in page.split('<section class="sheet')[1:] if "<h2>" in sheet]


@pytest.mark.parametrize(("ours", "other"), [("hold-desk", "check-desk-more"), ("check-desk-more", "hold-desk")])
def test_a_sheet_of_answers_is_for_one_notebook_and_holds_none_of_another(paper, ours, other):
    def claims_of(name):
        return [" ".join(LESSON.claims[one.claim].words.split()) for one in ITEMS[name].claims]

    sheets = answer_sheets(paper["envelopes.html"])
    for claim in claims_of(ours):
        held = [sheet for sheet in sheets if claim in sheet]
        assert [sheet for sheet in held if any(one in sheet for one in claims_of(other))] == [], claim
    assert sum(any(claim in sheet for claim in claims_of(ours)) for sheet in sheets) == len(DAYS)


@pytest.mark.parametrize("lesson", ["kupyansk", "harbour", "sleep"])
def test_a_desk_whose_cards_lie_open_all_at_once_has_no_answer_in_an_envelope(paper_of, lesson):
    page, found = paper_of(lesson)["envelopes.html"], named(lesson)
    items = items_of(found)
    single = [item for item in items.values() if item.kind == "desk" and "end" not in item.as_of]
    asked_by_envelope = {one.claim for item in items.values() if item.kind == "desk" and "end" in item.as_of
                         for one in item.claims if one.sources}  # fmt: skip
    names = {one.claim for item in single for one in item.claims} - asked_by_envelope
    assert names
    told = {name: [one.reason for one in found.claims[name].so if " ".join(one.reason.split()) in seen(page)]
            for name in names}  # fmt: skip
    assert {name: reasons for name, reasons in told.items() if reasons} == {}
