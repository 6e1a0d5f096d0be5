"""The desk at its full size: the results page with search and filters, how one looks, own words, the board."""

import re
from urllib.parse import unquote, urlsplit

import pytest
from desk_lesson import ALL, ARCHIVE, EARLY, LATE, OLD_GUIDE, TOWN_PAGE, TOWN_RADIO, work
from playwright.sync_api import expect

from desk_hand import go_to, hear, log, look_at, source

pytestmark = pytest.mark.browser

YEAR = {"claim": "C1", "sources": ALL}
OPINION = {"claim": "C2", "sources": ALL}
FULL = (TOWN_PAGE, TOWN_RADIO, OLD_GUIDE, ARCHIVE)


def search_desk(open_desk, change=None, **fields):
    return open_desk({"claim": "C1", "sources": ALL[:2]}, {"claim": "C2"}, search=True, change=change, **fields)


def results(one):
    return one.page.locator(".ws-desk-sources:visible > li").evaluate_all("all => all.map(li => li.dataset.source)")


def open_claim(one, name="C1"):
    one.page.locator(f"[data-claim={name}].ws-desk-pick").click()
    return one


def test_a_search_finds_words_of_the_paraphrase_whatever_their_case_and_accents(open_desk):
    one = open_claim(search_desk(open_desk))
    one.page.get_by_role("searchbox").fill("BRÍDGE 1902")
    assert results(one) == ["old-guide"]
    hear(one, "1 found.")
    one.page.get_by_role("searchbox").fill("zeppelin")
    assert results(one) == []
    hear(one, "“We did not find it” is not “it is false”.")
    one.page.get_by_role("button", name="Clear search and filters").click()
    assert len(results(one)) == 4


def test_a_name_is_found_in_every_spelling_even_half_typed(open_desk):
    def change(body):
        body["spellings"] = [["Dovga", "Dovhe"]]

    one = open_claim(search_desk(open_desk, change))
    one.page.get_by_role("searchbox").fill("dovg")
    assert "town-page" in results(one)


def test_the_sources_of_the_claim_come_first_then_the_others(open_desk):
    one = open_claim(search_desk(open_desk))
    assert results(one)[:2] == ["town-page", "town-radio"]
    go_to(one, LATE)
    assert set(results(one)) == set(ALL)


def test_filters_narrow_the_results_by_kind_language_and_age(open_desk):
    def change(body):
        body["sources"]["old-guide"].update(form="research", language="ru")

    one = open_claim(search_desk(open_desk, change))
    one.page.get_by_label("Kind of source").select_option("research")
    assert results(one) == ["old-guide"]
    one.page.get_by_label("Language").select_option("en")
    assert results(one) == []
    one.page.get_by_role("button", name="Clear search and filters").click()
    one.page.get_by_label("How old").select_option("3")
    assert results(one) == ["town-page", "town-radio"]


def test_a_long_list_comes_in_steps_and_the_focus_goes_on(open_desk):
    def change(body):
        for number in range(30):
            body["sources"][f"more-{number}"] = body["sources"]["town-page"] | {"publisher": f"Paper {number}"}

    one = open_claim(search_desk(open_desk, change))
    assert len(results(one)) == 10
    one.page.get_by_role("button", name="Show 10 more").click()
    assert len(results(one)) == 20
    assert one.page.evaluate("document.activeElement.closest('li').dataset.source") == results(one)[10]


def test_how_one_looked_leaves_with_the_answer(open_desk):
    one = open_claim(search_desk(open_desk))
    one.page.wait_for_function("document.querySelectorAll('.ws-desk-sources li').length === 4")
    source(one, "town-radio").scroll_into_view_if_needed()
    source(one, "town-radio").locator(".ws-desk-source").click()
    source(one, "town-radio").get_by_role("button", name="About this source").click()
    log(one, "town-page")
    look = one.answer()["claims"]["C1"]["look"]
    assert (look["first"], look["behind"]) == (2, ["town-radio"])
    assert 1 <= look["scanned"] <= 4


def test_reason_and_own_rating_are_kept(open_desk):
    one = open_desk()
    log(one, "archive-note")
    one.page.get_by_label("Why? What decides").fill("The bill decides.")
    one.page.get_by_role("button", name="Rate your own check").click()
    one.page.get_by_label("Outside check").select_option("2")
    kept = one.answer()["claims"]["C1"]
    assert (kept["reason"], kept["rated"]) == ("The bill decides.", {"D": 2})
    one.page.get_by_label("Outside check").select_option("")
    assert one.answer()["claims"]["C1"]["rated"] == {}


def test_whose_interest_is_logged(open_desk):
    one = open_desk()
    card = log(one, "archive-note")
    card.locator("[data-question=interest]").select_option("own")
    card.locator(".ws-desk-add").click()
    assert one.answer()["claims"]["C1"]["log"] == [ARCHIVE | {"interest": "own"}]


def test_the_board_comes_after_the_check_with_the_sides_named(open_desk):
    answer = {"claims": {"C1": work(*FULL), "C2": work(TOWN_PAGE, so={EARLY: "holds"}, said="no")}}
    one = open_desk(YEAR, OPINION, answer=answer, state={"answer": answer})
    assert not one.page.get_by_text("The board").count()
    one.button("Check").click()
    board = one.page.locator(".ws-desk-board")
    assert "in the article" in board.inner_text()
    assert "not judged" in board.inner_text()
    assert "1 of 1" not in board.inner_text()  # a share of one or two claims teaches nothing


def test_the_board_counts_what_was_said_apart_and_keeps_no_score_by_side(open_desk):
    answer = {"claims": {"C1": work(*FULL)}}
    day = {"day": LATE, "yours": "holds", "ours": "holds"}
    row = {"claim": "C1", "words": "It is so.", "days": [day]}
    rows = [row | {"side": f"side {number % 2}", "about": "said" if number < 2 else "world"} for number in range(5)]
    result = {"points": 0, "out_of": 0, "summary": "Done.", "remarks": [], "right": False, "extra": {"board": rows}}
    one = open_desk(YEAR, answer=answer, state={"answer": answer, "phase": "checked", "result": result})
    counts = one.page.locator(".ws-desk-counts").inner_text()
    assert "3 of 3 claims about the world hold" in counts
    assert "2 of 2 hold" in counts
    assert "side 0" not in counts
    assert "side 1" not in counts


@pytest.mark.parametrize(
    ("field", "part", "most"),
    [("Why? What decides", "reason", 600), ("Searched and found nothing?", "searched_nothing", 300)],
)
def test_of_a_longer_paste_nothing_is_cut_off_and_the_desk_says_by_how_much_it_is_too_long(
    open_desk, field, part, most
):
    one = open_desk()
    log(one, "archive-note")
    pasted = "😀" + "word " * (most // 5) + "end"
    one.page.get_by_label(field).focus()
    one.page.keyboard.insert_text(pasted)
    assert one.answer()["claims"]["C1"][part] == pasted
    said = (
        f"{most + 4} of {most} letters and signs: 4 too many. Until you shorten it, nothing new on this desk is saved."
    )
    expect(one.page.get_by_label(field)).to_have_accessible_description(re.compile(re.escape(said)))
    for _ in range(4):
        one.page.keyboard.press("Backspace")
    expect(one.page.locator(".ws-desk-over:visible")).to_have_count(0)
    assert one.violations() == []


def test_the_web_is_searched_in_own_words_only_if_a_teacher_turned_links_on(open_desk):
    assert not open_desk().page.get_by_text("Search the web in your own words").count()
    one = open_desk(links="ok")
    one.page.get_by_role("button", name="Search the web in your own words").click()
    one.page.get_by_label("Write the claim as you would say it.").fill("bridge & “1902”")
    links = one.page.locator(".ws-desk-engines a")
    addresses = [urlsplit(link.get_attribute("href")) for link in links.all()]
    assert {address.hostname for address in addresses} >= {
        "duckduckgo.com",
        "www.google.com",
        "en.wikipedia.org",
        "toolbox.google.com",
        "web.archive.org",
    }
    for address in addresses:
        assert (address.scheme, address.fragment) == ("https", "")
        assert unquote(address.geturl()).endswith("bridge & “1902”")
    assert {link.get_attribute("rel") for link in links.all()} == {"noopener noreferrer"}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_on_the_results_page_and_the_board(open_desk, theme):
    answer = {"claims": {"C1": work(*FULL)}}
    one = open_claim(search_desk(open_desk, theme=theme, links="ok", answer=answer, choose_from=1))
    one.page.get_by_role("button", name="Search the web in your own words").click()
    one.page.get_by_label("Write the claim as you would say it.").fill("bridge")
    assert one.violations() == []
    one.page.evaluate("(answer) => fake.set('state', { ...fake.traits.state, answer })", answer)
    one.button("Check").click()
    assert one.violations() == []


def test_the_results_page_fits_a_phone(open_desk):
    one = open_claim(search_desk(open_desk, width=360))
    log(one, "town-page")
    assert one.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert one.too_small() == []


def test_a_long_list_of_claims_is_one_stop_of_the_tab_key_and_walked_with_arrows(open_desk):
    def change(body):
        body["claims"] += [
            body["claims"][1] | {"id": f"C{number}", "words": f"Claim of day {number}"} for number in range(3, 30)
        ]

    one = search_desk(open_desk, change, choose_from=1)
    one.page.locator(".ws-desk-pick").first.focus()
    for key in ("ArrowDown", "ArrowDown", "End", "ArrowDown", "ArrowUp"):
        one.page.keyboard.press(key)
    assert "Claim of day 28" in one.focused()
    one.page.keyboard.press("Enter")
    assert one.focused() == "Claim 28"
    one.page.keyboard.press("Shift+Tab")
    assert "Claim of day 28" in one.focused()
    one.page.keyboard.press("Shift+Tab")
    assert "ws-desk-pick" not in one.page.evaluate("document.activeElement.className")


def test_opening_about_between_two_entries_leaves_undo_whole(open_desk):
    one = open_claim(search_desk(open_desk))
    log(one, "town-page")
    source(one, "town-radio").locator(".ws-desk-source").click()
    source(one, "town-radio").get_by_role("button", name="About this source").click()
    log(one, "old-guide")
    for left in (["town-page"], []):
        one.button("Undo").click()
        kept = one.answer()["claims"].get("C1", {"log": []})
        assert [entry["source"] for entry in kept["log"]] == left


def test_typed_letters_are_one_step_to_undo(open_desk):
    one = open_desk()
    log(one, "archive-note")
    one.page.get_by_label("Why? What decides").press_sequentially("The bill decides.")
    one.button("Undo").click()
    assert one.answer()["claims"]["C1"]["reason"] == ""
    one.button("Undo").click()
    assert one.answer() == {"claims": {}}


def test_a_logged_source_that_is_gone_from_the_course_is_named_and_can_be_taken_out(open_desk):
    gone = ARCHIVE | {"source": "closed-page"}
    one = open_desk(state={"answer": {"claims": {"C1": work(gone, TOWN_PAGE)}}})
    assert "a source that is no longer in this course (closed-page)" in one.page.locator(".ws-desk-log").inner_text()
    one.page.locator(".ws-desk-log").get_by_role("button", name="closed-page").click()
    assert [entry["source"] for entry in one.answer()["claims"]["C1"]["log"]] == ["town-page"]


def test_a_desk_with_one_claim_begins_at_the_day_that_was_answered(open_desk):
    one = open_desk(state={"answer": {"claims": {"C1": work(*FULL)}}})
    assert one.page.locator(".ws-desk-today").inner_text() == "10 June 2025"


def test_a_full_log_says_so_and_keeps_what_it_holds(open_desk):
    one = open_desk(change=lambda body: body.update(most=1))
    log(one, "town-page")
    log(one, "old-guide")
    assert source(one, "old-guide").get_by_text("Your log is full: 1 sources.").is_visible()
    assert [entry["source"] for entry in one.answer()["claims"]["C1"]["log"]] == ["town-page"]


def test_a_half_made_change_in_a_form_stays_when_something_else_is_undone(open_desk):
    one = open_desk()
    log(one, "town-page", "It contradicts the claim", "party")
    log(one, "old-guide", "It supports the claim", "repeats")
    source(one, "town-page").get_by_label("Neither").check()
    one.button("Undo").click()
    assert source(one, "town-page").get_by_label("Neither").is_checked()


def test_the_next_student_finds_nothing_of_how_the_last_one_looked(open_desk):
    one = open_claim(search_desk(open_desk))
    one.page.get_by_role("searchbox").fill("bridge")
    log(one, "town-page")
    one.answer()
    one.page.evaluate("fake.set('page', { ...fake.traits.page, code: 'other-one-7' })")
    assert not one.page.locator(".ws-desk-panel").count()
    open_claim(one)
    assert one.page.get_by_role("searchbox").input_value() == ""
    assert not source(one, "town-page").locator(".ws-desk-folded:visible").count()


def with_grave(body):
    body["claims"][1]["grave"] = True
    body["sources"]["old-guide"]["grave"] = True


def test_a_claim_that_counts_people_waits_behind_a_line_that_one_opens(open_desk):
    one = search_desk(open_desk, with_grave)
    pick = one.page.locator("[data-claim=C2].ws-desk-pick")
    assert not pick.is_visible()
    one.page.locator("summary", has_text="More claims, about people who were killed or in danger: 1").focus()
    one.page.keyboard.press("Enter")
    assert pick.is_visible()


def test_a_search_does_not_come_upon_a_count_of_people_killed(open_desk):
    one = open_claim(search_desk(open_desk, with_grave))
    one.page.get_by_role("searchbox").fill("bridge 1902")
    assert "old-guide" not in results(one)


def with_a_number(body):
    body["claims"][0]["grave"] = True
    body["sources"]["town-page"]["counts"] = "About 77 men."


def test_a_number_of_soldiers_is_neither_read_nor_found_at_a_claim_that_does_not_wait(open_desk):
    one = open_claim(search_desk(open_desk, with_a_number), "C2")
    card = look_at(one, "town-page")
    expect(card.locator(".ws-desk-says")).to_be_visible()
    expect(card).not_to_contain_text("77 men")
    one.page.get_by_role("searchbox").fill("77 men")
    assert results(one) == []


def test_such_a_number_stands_with_what_the_source_says_at_a_claim_that_waits(open_desk):
    one = search_desk(open_desk, with_a_number)
    one.page.locator(".ws-desk-grave > summary").click()
    expect(look_at(open_claim(one), "town-page")).to_contain_text("About 77 men.")
