"""What the page of a desk gets before the commit, and after *Show me*."""

import json
from dataclasses import replace

import pytest
from desk_lesson import ALL, EARLY, LATE, desk_item, desk_lesson

from exercises.kinds.desk import KIND
from exercises.lesson.models.lesson import SideEntry
from exercises.lesson.models.sources import SourceQuotation

CANARY = "canary-{}"


@pytest.fixture
def lesson(tmp_path):
    return desk_lesson(tmp_path / "bridge")


def planted(lesson):
    """Put a word that gives the key away into everything that the page must not know."""
    claims = {
        name: claim.model_copy(
            update={
                "side": CANARY.format("side"),
                "kind": CANARY.format("kind"),
                "said": claim.said.model_copy(
                    update={one: CANARY.format(f"said-{one}") for one in ("answer", "by", "reason", "also_accept_why")}
                ),
                "so": tuple(
                    verdict.model_copy(update={"verdict": CANARY.format("so"), "reason": CANARY.format("reason")})
                    for verdict in claim.so
                ),
                "also_accept": (CANARY.format("also"),),
                "also_accept_why": CANARY.format("also-why"),
                "note": CANARY.format("note"),
            }
        )
        for name, claim in lesson.claims.items()
    }
    secret = ("near", "origin", "note", "type", "date_basis")
    sources = {
        name: source.model_copy(
            update={one: CANARY.format(one) for one in secret}
            | {one: (CANARY.format(one),) for one in ("supports", "contradicts", "context")}
        )
        for name, source in lesson.sources.items()
    }
    return replace(lesson, claims=claims, sources=sources)


def test_nothing_that_the_page_gets_gives_the_key_away(lesson):
    item = desk_item({"claim": "C1", "sources": ALL}, {"claim": "C2", "sources": ALL})
    assert "canary" not in json.dumps(KIND.page(item, planted(lesson)))


def test_who_said_it_is_part_of_the_question(lesson):
    [card] = KIND.page(desk_item({"claim": "C2", "sources": ALL}), lesson)["claims"]
    assert (card["words"], card["quoted"]) == ("The bridge will stay closed until May.", False)
    assert "mayor" not in json.dumps(card)


def test_a_claim_of_the_article_comes_with_its_sentence(lesson):
    [card] = KIND.page(desk_item(), lesson)["claims"]
    assert card["sentence"]["number"] == 2
    assert "the bridge has stood since 1902" in card["sentence"]["text"]
    assert card["days"] == [EARLY, LATE]
    assert card["given"] is None


def test_a_worked_claim_shows_our_log_and_no_answer(lesson):
    [card] = KIND.page(desk_item({"claim": "C1", "sources": ALL, "given": True}), lesson)["claims"]
    assert [one["source"] for one in card["given"]] == list(ALL)
    assert not {"said", "so"} & set(card)


def test_a_source_tells_whether_its_day_is_known(lesson):
    sources = KIND.page(desk_item(), lesson)["sources"]
    assert (sources["town-page"]["day"], sources["town-page"]["inferred"]) == ("2025-05-01", False)
    assert (sources["archive-note"]["day"], sources["archive-note"]["inferred"]) == ("2025-06-01", True)
    assert (sources["shop-blog"]["day"], sources["shop-blog"]["inferred"]) == (None, False)


@pytest.mark.parametrize(
    ("links", "linked"),
    [("none", set()), ("ok", {"town-page", "archive-note"}), ("all", {"town-page", "archive-note", "town-radio"})],
)
def test_links_follow_the_teacher_and_siblings_are_never_linked(tmp_path, links, linked):
    sources = KIND.page(desk_item(), desk_lesson(tmp_path / "linked", links))["sources"]
    assert {name for name, source in sources.items() if source["link"]} == linked


@pytest.mark.parametrize(("links", "linked"), [("ok", False), ("all", True)])
def test_an_outlet_whose_owner_was_not_checked_opens_with_state_media(tmp_path, links, linked):
    lesson = desk_lesson(tmp_path / "unchecked", links)
    page = lesson.sources["town-page"].model_copy(update={"link": "unchecked"})
    sources = KIND.page(desk_item(), replace(lesson, sources=lesson.sources | {"town-page": page}))["sources"]
    assert (sources["town-page"]["link"] is not None) == linked


def test_only_addresses_of_web_pages_become_links(tmp_path):
    lesson = desk_lesson(tmp_path / "linked", "all")
    lesson.sources["town-page"] = lesson.sources["town-page"].model_copy(update={"url": "javascript:alert(1)"})
    assert KIND.page(desk_item(), lesson)["sources"]["town-page"]["link"] is None


def test_our_work_is_shown_in_the_shape_of_the_student_s(lesson):
    key = KIND.reveal(desk_item(), lesson)
    assert KIND.answer.model_validate(key).claims["C1"].so == {EARLY: "disputed", LATE: "holds"}
    assert key["claims"]["C1"]["said"] == "not-applicable"


def test_an_opinion_is_shown_without_a_verdict(lesson):
    key = KIND.reveal(desk_item({"claim": "C2", "sources": ALL}), lesson)
    assert key["claims"]["C2"]["so"] == {}


def test_who_may_gain_are_the_sides_of_the_lesson_its_own_business_and_nobody(lesson):
    assert list(KIND.page(desk_item(), lesson)["gains"]) == ["own", "none"]
    shops = SideEntry(id="shops", gains="The shops", board="the shops' side")
    sided = replace(lesson, info=lesson.info.model_copy(update={"sides": (shops,)}))
    assert next(iter(KIND.page(desk_item(), sided)["gains"].items())) == ("shops", "The shops")


def test_an_invented_source_says_so_and_has_no_link_whatever_the_setting(lesson):
    sources = {
        name: source.model_copy(update={"url": None, "label": "Written for this course"})
        for name, source in lesson.sources.items()
    }
    info = lesson.info.model_copy(update={"invented": True, "links": "all"})
    page = KIND.page(desk_item(), replace(lesson, info=info, sources=sources))
    assert page["invented"]
    assert {card["label"] for card in page["sources"].values()} == {"Written for this course"}
    assert {card["link"] for card in page["sources"].values()} == {None}


@pytest.mark.parametrize(("language", "gloss"), [("de", "The bridge remains shut."), ("en", "")])
def test_only_a_quotation_in_another_language_than_the_lesson_has_a_gloss(lesson, language, gloss):
    quotation = SourceQuotation(
        original="Der Steg bleibt zu.", language=language, literal="The bridge remains shut.", plain="It is closed."
    )
    sources = {name: source.model_copy(update={"quote": quotation}) for name, source in lesson.sources.items()}
    page = KIND.page(desk_item(), replace(lesson, sources=sources))
    assert {card["quote"]["literal"] for card in page["sources"].values()} == {gloss}
