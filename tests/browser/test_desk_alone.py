"""What a student meets at the desk: look, log, answer, and then our dated answers."""

import pytest
from desk_lesson import ALL, ARCHIVE, EARLY, LATE, OLD_GUIDE, TOWN_PAGE, TOWN_RADIO, work

from desk_hand import answer_all, go_to, hear, log, look_at, question, source, tab_to

pytestmark = pytest.mark.browser

YEAR = {"claim": "C1", "sources": ALL}
OPINION = {"claim": "C2", "sources": ALL}
FULL = (TOWN_PAGE, TOWN_RADIO, OLD_GUIDE, ARCHIVE)


def test_a_source_is_opened_logged_and_the_claim_answered(open_desk):
    one = open_desk()
    log(one, "archive-note")
    answer_all(one)
    assert one.answer() == {"claims": {"C1": work(ARCHIVE)}}


def test_a_source_shows_paraphrase_day_and_how_much_was_read(open_desk):
    one = open_desk()
    go_to(one, LATE)
    card = source(one, "archive-note")
    assert not card.get_by_text("The builder's bill is of 1902.").count()
    assert "1 June 2025 (we inferred the day)" in card.inner_text()
    look_at(one, "archive-note")
    assert card.get_by_text("The builder's bill is of 1902.").is_visible()
    assert card.get_by_text("We read all of it.").is_visible()


def test_who_is_behind_a_source_is_a_step_that_the_student_takes(open_desk):
    one = open_desk()
    card = look_at(one, "archive-note")
    assert not card.get_by_text("Keeps the papers of the town.").count()
    card.get_by_role("button", name="About this source").click()
    assert card.get_by_text("Keeps the papers of the town.").is_visible()
    assert card.get_by_text("None seen.").is_visible()


def test_sources_that_did_not_exist_yet_are_not_shown_and_counted(open_desk):
    one = open_desk()
    assert not source(one, "archive-note").count()
    assert one.page.get_by_text("On later days more appear: 1.").is_visible()
    go_to(one, LATE)
    assert source(one, "archive-note").is_visible()
    hear(one, "It is 10 June 2025. Sources to see: 5. Not there yet: 0.")
    assert "It has no date, so we cannot say" in source(one, "shop-blog").inner_text()


def test_in_a_worked_example_the_later_sources_say_that_they_are_later(open_desk):
    one = open_desk(YEAR | {"given": True})
    assert "Not there yet on 2 May 2025" in source(one, "archive-note").inner_text()
    assert "Not there yet" not in source(one, "town-page").inner_text()


def test_the_answer_for_a_later_day_waits_for_that_day(open_desk):
    one = open_desk()
    log(one, "town-page")
    assert not question(one, f"so-{LATE}").count()
    one.page.locator(".ws-desk-answers").get_by_role("button", name="Go to 10 June 2025").click()
    assert question(one, f"so-{LATE}").is_visible()
    assert one.page.evaluate("document.activeElement.name").endswith(f"so-{LATE}")


def test_where_one_day_is_asked_nobody_is_sent_to_look_for_a_second_question(open_desk):
    def first_day_only(page):
        page["claims"][0]["days"] = [EARLY]

    once = open_desk({"claim": "C1"}, search=True, change=first_day_only).page
    assert once.get_by_text("This claim is answered for 2 May 2025 only.").is_visible()
    assert once.get_by_text("to answer for a later day").count() == 0
    assert open_desk().page.get_by_text("to answer for a later day").is_visible()


def test_what_was_said_is_asked_by_the_rule_for_the_kind_of_sentence(open_desk):
    def own_words(page):
        page["claims"][0]["quoted"] = False

    assert open_desk().page.get_by_text("Does the sentence give these words to somebody").count() == 1
    own = open_desk(change=own_words).page
    assert own.get_by_text("This sentence is in our words.").count() == 1
    assert own.get_by_text("Does the sentence give these words to somebody").count() == 0


def test_the_slider_moves_by_keyboard_and_says_the_day(open_desk):
    one = open_desk()
    slider = one.page.get_by_role("slider")
    slider.focus()
    one.page.keyboard.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") == "3 May 2025"
    one.page.keyboard.press("End")
    assert source(one, "archive-note").is_visible()
    one.page.keyboard.press("Home")
    assert not source(one, "archive-note").count()


def test_a_quotation_stands_in_its_own_language_with_gloss_and_plain_english(open_desk):
    quote = {"original": "Мост", "language": "ru", "literal": "Bridge", "plain": "The bridge"}
    one = open_desk(change=lambda body: body["sources"]["old-guide"].update(quote=quote, language="ru"))
    card = look_at(one, "old-guide")
    assert card.get_by_text("Мост").get_attribute("lang") == "ru"
    assert card.get_by_text("The bridge", exact=True).is_visible()


def test_answers_wait_until_something_is_logged(open_desk):
    one = open_desk()
    assert question(one, "said").get_by_label("Yes").is_disabled()
    assert one.page.get_by_text("Log a source or a search first.").is_visible()
    log(one, "archive-note")
    assert question(one, "said").get_by_label("Yes").is_enabled()
    assert not one.page.get_by_text("Log a source or a search first.").is_visible()


def test_a_search_that_found_nothing_is_evidence_too(open_desk):
    one = open_desk()
    one.page.get_by_label("Searched and found nothing?").fill("bridge 1902")
    answer_all(one)
    assert one.answer() == {"claims": {"C1": work(searched_nothing="bridge 1902")}}


def test_an_entry_without_its_two_answers_is_not_logged_and_says_why(open_desk):
    one = open_desk()
    card = look_at(one, "archive-note")
    card.locator(".ws-desk-add").click()
    assert card.get_by_text("First choose what it shows and how near it is.").is_visible()
    assert one.spoken() == "First choose what it shows and how near it is."
    assert one.sent() == []


def test_what_is_said_of_an_entry_is_not_drowned_by_the_day_chosen_before(open_desk):
    one = open_desk(clock=True)
    go_to(one, LATE)
    log(one, "archive-note")
    one.page.clock.run_for(5_000)
    assert one.spoken().startswith("Logged: D")


def test_a_copy_is_logged_as_one_origin_and_can_be_changed(open_desk):
    one = open_desk()
    log(one, "town-page", "It contradicts the claim", "party")
    log(one, "town-radio", "It contradicts the claim", "was-told", same="town-page")
    assert one.answer()["claims"]["C1"]["log"] == [TOWN_PAGE, TOWN_RADIO]
    source(one, "town-radio").get_by_label("Neither").check()
    source(one, "town-radio").get_by_role("button", name="Change my log entry").click()
    assert one.answer()["claims"]["C1"]["log"][1]["shows"] == "neither"


def test_when_an_origin_is_removed_its_copies_stay_together(open_desk):
    blog = {"source": "shop-blog", "shows": "neither", "near": "saw-it", "same_as": "town-page"}
    one = open_desk(state={"answer": {"claims": {"C1": work(TOWN_PAGE, TOWN_RADIO, blog)}}})
    one.page.get_by_role("button", name="Remove A (Town of Dovhe, 1 May 2025) from the log").click()
    assert one.answer()["claims"]["C1"]["log"] == [TOWN_RADIO | {"same_as": None}, blog | {"same_as": "town-radio"}]
    assert one.focused() == "2. Log"
    one.button("Undo").click()
    assert one.answer()["claims"]["C1"]["log"] == [TOWN_PAGE, TOWN_RADIO, blog]


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ({}, "Claim 1 has no evidence yet"),
        (work(ARCHIVE, said=None), "say whether it was said"),
        (work(ARCHIVE, so={EARLY: "disputed"}), "say whether it is so, as of 10 June 2025"),
        (work(ARCHIVE, confidence=None), "say how sure you are"),
    ],
)
def test_checking_too_early_says_what_is_missing(open_desk, claim, words):
    one = open_desk(state={"answer": {"claims": {"C1": claim}} if claim else None})
    one.button("Check").click()
    assert words in one.page.locator(".ws-note").inner_text()
    assert one.sent("check") == []


def test_claims_are_chosen_from_a_list_that_says_how_far_one_is(open_desk):
    one = open_desk(YEAR, OPINION, choose_from=1)
    assert not one.page.locator(".ws-desk-panel:visible").count()
    one.page.get_by_role("button", name="The bridge will stay closed until May.").click()
    assert one.focused() == "Claim 2"
    log(one, "town-page")
    pick = one.page.locator("[data-claim=C2].ws-desk-pick")
    assert "begun, open now" in pick.inner_text()
    question(one, "said").get_by_label("Yes").check()
    question(one, f"so-{EARLY}").get_by_label("Holds", exact=True).check()
    question(one, "sure").get_by_label("Guessing").check()
    assert "ready" in pick.inner_text()
    assert one.page.get_by_text("1 of 1 claims ready").is_visible()


def test_nothing_tells_who_said_it_or_whose_claim_it_is_before_the_answer(open_desk):
    one = open_desk(YEAR, OPINION)
    text = one.page.locator(".ws-desk").text_content()
    assert not any(word in text for word in ("C1", "C2", "mayor", "neutral"))


def test_the_sentence_of_the_article_is_read_on_demand(open_desk):
    one = open_desk()
    one.page.get_by_role("button", name="Read the whole sentence").click()
    assert one.page.get_by_text("The repair will reportedly cost").is_visible()


def test_a_worked_claim_shows_our_log_and_asks_only_the_questions(open_desk):
    one = open_desk(YEAR | {"given": True})
    assert one.page.locator(".ws-desk-log li").count() == len(ALL)
    assert "It measured or counted it" in one.page.locator(".ws-desk-log").inner_text()
    assert not one.page.get_by_role("button", name="Remove").count()
    answer_all(one)
    assert one.answer() == {"claims": {"C1": work()}}
    assert not look_at(one, "town-page").locator(".ws-desk-form").count()


def test_links_open_apart_and_tell_the_page_nothing(open_desk):
    one = open_desk(links="ok")
    card = look_at(one, "town-page")
    link = card.get_by_role("link", name="Go to the page")
    assert link.get_attribute("href") == "https://town.example/bridge"
    archived = card.get_by_role("link", name="Look for an archived copy")
    assert archived.get_attribute("href") == "https://web.archive.org/web/*/https://town.example/bridge"
    for one_link in (link, archived):
        assert (one_link.get_attribute("rel"), one_link.get_attribute("target")) == ("noopener noreferrer", "_blank")
    assert card.get_by_text("Before you go: Page of the town hall.").is_visible()
    assert not look_at(one, "old-guide").get_by_role("link").count()


def test_check_shows_dated_answers_and_reads_the_log_again(open_desk):
    answer = {"claims": {"C1": work(*FULL)}}
    one = open_desk(answer=answer, state={"answer": answer})
    one.button("Check").click()
    remarks = one.page.locator(".ws-remarks")
    assert "As of 10 June 2025: Holds." in remarks.inner_text()
    assert "they count once" not in remarks.inner_text()
    remarks.locator("summary", has_text="independent origins").click()
    assert "they count once" in remarks.inner_text()
    assert "Our answers" not in one.page.locator(".ws-desk").inner_text()
    assert question(one, "said").get_by_label("Yes").is_disabled()
    assert source(one, "town-page").locator(".ws-desk-source").is_enabled()


def test_how_a_log_entry_came_out_is_seen_at_once_and_why_on_a_tap(open_desk):
    answer = {"claims": {"C1": work(*FULL)}}
    one = open_desk(answer=answer, state={"answer": answer})
    one.button("Check").click()
    entry = one.page.locator(".ws-remark", has_text="your log on").first
    assert entry.locator(".ws-remark-head").is_visible()
    assert "What it shows" not in entry.inner_text()
    entry.locator("summary").click()
    assert "What it shows" in entry.inner_text()


def test_our_answers_come_with_show_me_and_take_the_focus(open_desk):
    answer = {"claims": {"C1": work(*FULL)}}
    one = open_desk(answer=answer, state={"answer": answer})
    one.button("Check").click()
    one.button("Show me").click()
    assert one.focused() == "Our answers · Claim 1"
    ours = one.page.locator(".ws-desk-key").inner_text()
    assert "Is it so, as of 10 June 2025? Holds" in ours
    assert "It has no speaker" in ours


def test_an_opinion_is_shown_as_not_judged(open_desk):
    opinion = work(TOWN_PAGE, so={EARLY: "holds"}, said="yes")
    one = open_desk(OPINION, answer={"claims": {"C2": opinion}}, state={"answer": {"claims": {"C2": opinion}}})
    one.button("Check").click()
    assert "A forecast gets no verdict." in one.page.locator(".ws-remarks").inner_text()
    one.button("Show me").click()
    assert "Not judged here" in one.page.locator(".ws-desk-key").inner_text()


def test_our_answers_to_claims_that_were_not_tried_stay_covered(open_desk):
    answer = {"claims": {"C1": work(*FULL)}}
    one = open_desk(YEAR, OPINION, choose_from=1, answer=answer, state={"answer": answer})
    one.button("Check").click()
    one.button("Show me").click()
    one.page.locator("[data-claim=C2].ws-desk-pick").click()
    assert not one.page.locator(".ws-desk-key").is_visible()


def test_a_whole_claim_is_worked_by_keyboard_alone(open_desk):
    one = open_desk()
    press = one.page.keyboard.press
    tab_to(one, "Go to 10 June 2025")
    press("Enter")
    tab_to(one, "Archive of Dovhe")
    press("Enter")
    tab_to(one, "It supports the claim")
    press("Space")
    tab_to(one, "How near is it")
    press("ArrowDown")
    press("ArrowDown")
    tab_to(one, "Add to my log")
    press("Enter")
    assert one.spoken().startswith("Logged: D (Archive of Dovhe, 1 June 2025)")
    tab_to(one, "said")
    press("Space")
    for _ in range(3):
        press("ArrowDown")
    tab_to(one, f"so-{EARLY}")
    for _ in range(2):
        press("ArrowDown")
    tab_to(one, f"so-{LATE}")
    press("Space")
    tab_to(one, "sure")
    for _ in range(2):
        press("ArrowDown")
    assert one.answer() == {"claims": {"C1": work(ARCHIVE)}}


def test_every_focusable_part_keeps_the_notebook_s_shortcuts_away(open_desk):
    one = open_desk(YEAR, OPINION, links="all")
    one.page.locator("[data-claim=C1].ws-desk-pick").click()
    for name in ALL:
        look_at(one, name).get_by_role("button", name="About this source").click()
    bare = "a, button, input, select, textarea, summary, [tabindex]"
    assert one.page.locator(f":is({bare}):not([data-lm-suppress-shortcuts=true])").count() == 0


def test_text_from_the_lesson_stays_text(open_desk):
    evil = "<img src=x onerror=document.title='hit'><script>1</script>"

    def change(body):
        body["claims"][0]["words"] = evil
        for name in ("publisher", "title", "says", "position", "interest"):
            body["sources"]["old-guide"][name] = evil

    one = open_desk(change=change)
    look_at(one, "old-guide").get_by_role("button", name="About this source").click()
    assert one.page.locator(".ws-desk :is(img, script)").count() == 0
    assert one.page.title() == "One exercise"
    assert source(one, "old-guide").get_by_text(evil).count() >= 4


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_before_and_after_the_answer(open_desk, theme):
    answer = {"claims": {"C1": work(*FULL), "C2": work(TOWN_PAGE, so={EARLY: "holds"}, said="no")}}
    one = open_desk(YEAR, OPINION, links="ok", theme=theme, answer=answer)
    one.page.locator("[data-claim=C1].ws-desk-pick").click()
    look_at(one, "town-page").get_by_role("button", name="About this source").click()
    assert one.violations() == []
    log(one, "archive-note")
    assert one.violations() == []
    one.answer()  # what is on its way is newer than any state, so it must have arrived
    one.page.evaluate("(answer) => fake.set('state', { ...fake.traits.state, answer })", answer)
    one.button("Check").click()
    one.button("Show me").click()
    assert one.violations() == []


def test_on_a_phone_nothing_sticks_out_and_targets_are_large_enough(open_desk):
    one = open_desk(YEAR, OPINION, width=360)
    one.page.locator("[data-claim=C1].ws-desk-pick").click()
    log(one, "archive-note")
    assert one.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert one.too_small() == []


def test_on_a_phone_the_whole_board_is_in_sight_each_cell_with_its_head(open_desk):
    answer = {"claims": {"C1": work(*FULL)}}
    one = open_desk(answer=answer, state={"answer": answer}, width=390)
    one.button("Check").click()
    table = one.page.locator(".ws-desk-table")
    assert table.evaluate("one => one.scrollWidth <= one.clientWidth")
    heads = table.locator("td").evaluate_all("all => all.map(one => getComputedStyle(one, '::before').content)")
    assert '"Our answer: "' in heads


def test_what_is_missing_in_the_log_is_no_longer_asked_for_once_it_is_there(open_desk):
    one = open_desk()
    card = look_at(one, "town-page")
    card.locator(".ws-desk-add").click()
    assert card.locator(".ws-desk-need").is_visible()
    card.get_by_label("It supports the claim").check()
    card.locator("[data-question=near]").select_option("party")
    assert not card.locator(".ws-desk-need").is_visible()
