"""What a report gathers: every answer in words with its reasons, and nothing that was not done."""

from dataclasses import replace
from datetime import date

import pytest
from desk_lesson import ARCHIVE, OLD_GUIDE, TOWN_PAGE, desk_item, desk_lesson, work
from every_lesson import items_of, named
from keeping import grow_older, here, work_in
from talk import Talk

from exercises.answers.exports import export_work, import_work
from exercises.answers.store import Store
from exercises.answers.work import Attempt, Work
from exercises.kinds.edition import edition_of
from exercises.kinds.exercises import Exercises
from exercises.kinds.items import taken_up
from exercises.lesson.models.lesson import ReportPlaces
from exercises.report import gather, render
from exercises.report.page import summary

TEXT = "On Monday the mayor of Dovhe said that the old bridge may stay closed."
RATING = {"ratings": {"ferry": 4, "bakery": 3}, "sure": {"ferry": 4, "bakery": 2}}


class Pupil:
    """Works in the practice lesson, and has a report made."""

    def __init__(self, kernel):
        self.kernel, self.seq = kernel, 0
        info = self.kernel.lesson.info
        places = ReportPlaces(before="first-item", after="second-item", check="not-there-yet")
        self.lesson = replace(self.kernel.lesson, info=info.model_copy(update={"report": places}))

    def do(self, name, kind, answer=None, confidence=None, *, opening=False):
        self.seq += 1
        items = self.kernel.items
        item = items[name]
        exchange = Talk(
            self.kernel.lesson, item, self.kernel.store, "one", earlier=items.get(taken_up(item)), opening=opening
        )
        reply = exchange.receive(
            {"kind": kind, "tab": "tab-of-pupil", "seq": self.seq, "answer": answer, "confidence": confidence}
        )
        assert reply["kind"] in ("result", "saved"), reply

    def report(self, lesson=None):
        return gather(lesson or self.lesson, self.kernel.items, work_in(self.kernel.store), date(2026, 11, 25))

    def told(self, name, lesson=None):
        return next((one for one in self.report(lesson).told if one.id == name), None)


@pytest.fixture
def pupil(kernel):
    return Pupil(kernel)


def test_where_nothing_was_done_nothing_is_told(pupil):
    report = pupil.report()
    assert report.told == ()
    assert (report.before, report.after, report.finished) == (None, None, None)
    assert report.chapters[0].untouched[:2] == ("A guess about the bridge", "Tell it in one sentence")
    assert report.sureness.fit == "few"


def test_an_opened_exercise_without_an_answer_counts_as_untouched(pupil):
    pupil.do("support", "draft", {"ratings": {}, "sure": {}})
    assert pupil.told("support") is None


def test_a_checked_answer_is_told_with_task_answer_summary_and_reasons(pupil):
    pupil.do("support", "check", RATING)
    told = pupil.told("support")
    assert (told.state, told.older, told.row, told.tries) == ("checked", False, "B Source", 1)
    assert told.asked[-1] == "How well is this supported by what you read?"
    assert told.answer[0].startswith("4, Well supported (very sure)")
    assert told.summary == "1 of 2 ratings right, 1 further off."
    assert all("CANARY" in remark.reason for remark in told.remarks)


def test_of_a_choice_only_what_was_chosen_is_told_with_its_reason(pupil):
    pupil.do("bet", "seal", {"chosen": ["stays"]}, 3)
    pupil.do("bet", "open", opening=True)
    assert [remark.subject for remark in pupil.told("bet").remarks if remark.outcome == "wrong"] == [
        "You chose: It will stay closed"
    ]
    assert all(remark.outcome != "note" for remark in pupil.told("bet").remarks)


def test_an_answer_that_is_only_begun_or_sealed_is_told_without_any_reason(pupil):
    pupil.do("support", "draft", RATING)
    pupil.do("bet", "seal", {"chosen": ["opens"]}, 4)
    begun, sealed = pupil.told("support"), pupil.told("bet")
    assert (begun.state, sealed.state, sealed.sure) == ("begun", "sealed", "very sure")
    assert sealed.answer == ("It will open in May",)
    for told in (begun, sealed):
        assert (told.summary, told.remarks, told.ours) == ("", (), ())


def test_what_was_passed_on_says_so_and_shows_ours_only_where_it_was_looked_at(pupil):
    pupil.do("support", "pass")
    assert (pupil.told("support").state, pupil.told("support").ours) == ("passed", ())
    pupil.do("support", "show")
    assert pupil.told("support").state == "shown"
    assert pupil.told("support").ours[0].startswith("4, Well supported: The ferry")


def test_another_try_keeps_the_last_checked_answer(pupil):
    pupil.do("support", "check", RATING)
    pupil.do("support", "again", RATING)
    pupil.do("support", "draft", {"ratings": {"ferry": 1}, "sure": {}})
    told = pupil.told("support")
    assert told.state == "again"
    assert told.answer[0].startswith("4, Well supported")
    pupil.do("support", "check", RATING)
    assert pupil.told("support").tries == 2


def test_who_looked_at_our_answer_before_the_last_check_is_told_so(pupil):
    pupil.do("support", "check", {"ratings": {"ferry": 1, "bakery": 1}, "sure": {"ferry": 4, "bakery": 4}})
    pupil.do("support", "show")
    assert not pupil.told("support").seen
    pupil.do("support", "again")
    pupil.do("support", "check", RATING)
    assert (pupil.told("support").seen, pupil.told("support").tries) == (True, 2)
    assert "Our answer was shown before this Check." in render(pupil.report())


def merged(pupil, *numbers):
    """Give the report of work whose attempts stand in another order: those of opened work come behind those of here."""
    work = work_in(pupil.kernel.store)
    attempts = tuple(work.attempts[number] for number in numbers)
    items, day = pupil.kernel.items, date(2026, 11, 25)
    (told,) = gather(pupil.lesson, items, replace(work, attempts=attempts), day).told
    return told


def test_of_opened_work_the_check_of_the_answer_that_stands_is_told(pupil):
    wrong = {"ratings": {"ferry": 1, "bakery": 1}, "sure": {"ferry": 4, "bakery": 4}}
    pupil.do("support", "check", wrong)
    pupil.do("support", "again")
    pupil.do("support", "check", RATING)
    assert merged(pupil, 1, 0).answer == merged(pupil, 0, 1).answer
    assert merged(pupil, 1, 0).summary == pupil.told("support").summary


def test_of_two_checks_of_the_answer_that_stands_the_one_that_came_without_its_result_hides_nothing(pupil):
    pupil.do("support", "check", RATING)
    told = pupil.told("support")
    work = work_in(pupil.kernel.store)
    (one,) = work.attempts
    came = replace(work, attempts=(one, replace(one, id="0" * 32, result=None)))
    (merged,) = gather(pupil.lesson, pupil.kernel.items, came, date(2026, 11, 25)).told
    assert (merged.summary, merged.remarks) == (told.summary, told.remarks)


def test_nobody_is_said_to_have_looked_because_of_the_order_of_opened_work(pupil):
    pupil.do("support", "check", RATING)
    pupil.do("support", "show")
    assert not merged(pupil, 1, 0).seen


def test_a_text_stands_before_and_after_and_its_rating_on_the_rubric(pupil):
    pupil.do("first-item", "check", {"text": TEXT, "rated": {}, "why": ""})
    assert (pupil.report().before.state, pupil.report().rows[0].reached) == ("half", ())
    rated = {"text": TEXT, "rated": {"A": 2}, "why": "It names the mayor."}
    pupil.do("first-item", "check", rated)
    pupil.do("second-item", "draft", {"text": "Monday: " + TEXT, "rated": {}, "why": ""})
    report = pupil.report()
    assert (report.before.answer, report.after.answer) == ((TEXT,), ("Monday: " + TEXT,))
    assert (report.before.tries, report.finished) == (1, None)
    assert [remark.reason.count("It names the mayor.") for remark in report.before.remarks[-1:]] == [1]
    reached = report.rows[0].reached[0]
    assert (reached.where, reached.level, reached.by) == ("Tell it in one sentence", 2, "own")
    assert (report.rows[0].practised, report.rows[1].practised) == (1, 0)


def test_confidence_is_counted_as_the_bar_counts_it(pupil):
    pupil.do("support", "check", RATING)
    sure = pupil.report().sureness
    assert (sure.times, sure.right, sure.steps) == (2, 1, 4)


def test_an_answer_to_an_earlier_edition_is_shown_as_stored_and_not_scored_or_told_by_todays_words(pupil):
    pupil.do("support", "check", RATING)
    now = pupil.told("support")
    grow_older(pupil.kernel.store)
    later = pupil.told("support")
    assert later.older
    assert (later.asked, later.answer, later.ours) == ((), (), ())
    assert (later.summary, later.remarks) == (now.summary, now.remarks)


def test_a_text_of_an_earlier_edition_stays_the_students_own_words(pupil):
    pupil.do("first-item", "check", {"text": TEXT, "rated": {}, "why": ""})
    grow_older(pupil.kernel.store)
    report = pupil.report()
    assert (report.before.answer, report.before.older) == ((TEXT,), True)


def test_the_reasons_for_a_claim_that_lies_on_the_desk_no_more_stay_the_students_own_words(tmp_path):
    lesson = desk_lesson(tmp_path / "bridge")
    answer = {"claims": {"C1": work(ARCHIVE, OLD_GUIDE, reason="My own words.")}}
    talk = Talk(lesson, desk_item(), Store(tmp_path / "store"))
    message = {"kind": "check", "tab": "tab-of-pupil", "seq": 1, "answer": answer, "confidence": None}
    assert talk.receive(message)["kind"] == "result"
    grow_older(talk.store)
    items = Exercises({"one": [desk_item().model_copy(update={"claims": ()})]})
    report = gather(lesson, items, work_in(talk.store), date(2026, 11, 25))
    assert [(one.older, one.answer) for one in report.told] == [(True, ("Claim C1", "Why: My own words."))]


def test_choices_of_an_earlier_edition_that_no_remark_tells_are_told_as_they_are_stored(pupil):
    pupil.do("support", "draft", RATING)
    grow_older(pupil.kernel.store)
    told = pupil.told("support")
    assert told.older
    assert told.answer == ("ratings ferry: 4", "ratings bakery: 3", "sure ferry: 4", "sure bakery: 2")


def test_an_exercise_that_is_gone_from_the_lesson_is_shown_as_it_was_stored(pupil):
    pupil.do("support", "check", RATING)
    items = Exercises({"one": [item for item in pupil.kernel.items.of("one") if item.id != "support"]})
    report = gather(pupil.lesson, items, work_in(pupil.kernel.store), date(2026, 11, 25))
    assert [(one.title, one.older, bool(one.remarks)) for one in report.gone] == [("support", True, True)]


def test_an_exercise_that_belongs_to_no_notebook_stands_behind_the_notebooks(pupil):
    pupil.do("support", "check", RATING)
    form = pupil.kernel.items["support"].model_copy(update={"id": "form-a", "title": "Twelve claims"})
    attempts = [replace(one, exercise="form-a") for one in work_in(pupil.kernel.store).attempts]
    work = replace(work_in(pupil.kernel.store), attempts=tuple(attempts))
    items = Exercises({"one": pupil.kernel.items.of("one")}, [form])
    report = gather(pupil.lesson, items, work, date(2026, 11, 25))
    assert [one.title for one in report.chapters[-1].told] == ["Twelve claims"]
    assert (report.chapters[0].name, report.chapters[-1].name, report.gone) == ("one", "", ())
    assert summary(report)[0] == "Notebooks with answers: 1 of 1"


def test_another_students_answers_and_other_lessons_stay_out(pupil):
    pupil.do("support", "check", RATING)
    other = replace(pupil.lesson, id="elsewhere")
    assert pupil.report(other).told == ()
    pupil.kernel.store.new_code()
    assert pupil.report().told == ()


def test_a_report_of_work_that_was_saved_and_opened_elsewhere_is_the_same(pupil, tmp_path):
    pupil.do("support", "check", RATING)
    pupil.do("bet", "seal", {"chosen": ["opens"]}, 4)
    before, elsewhere = pupil.report(), Store(tmp_path / "elsewhere")
    import_work(elsewhere, export_work(here(pupil.kernel.store)))
    assert gather(pupil.lesson, pupil.kernel.items, work_in(elsewhere), date(2026, 11, 25)) == before


def test_answers_that_no_page_of_ours_would_send_break_nothing(pupil):
    pupil.do("support", "check", RATING)
    work = work_in(pupil.kernel.store)
    odd = [
        ({"ratings": {"ferry": "high"}}, ("ratings ferry: high",)),
        ({"text": 5}, ("text: 5",)),
        ({}, ()),
        ({"ratings": {"gone": 2}}, ("Not in this version of the exercise:", "2, Weakly supported: gone")),
    ]
    for answer, lines in odd:
        attempts = tuple(replace(one, answer=answer, result={"points": "many"}) for one in work.attempts)
        drafts = tuple(replace(one, answer=answer) for one in work.drafts)
        report = gather(
            pupil.lesson, pupil.kernel.items, replace(work, drafts=drafts, attempts=attempts), date(2026, 11, 25)
        )
        assert [(one.answer, one.remarks) for one in report.told] == [(lines, ())]


def test_a_desk_has_its_levels_counted_where_it_is_still_the_same(tmp_path):
    lesson, item = desk_lesson(tmp_path / "bridge"), desk_item()
    store = Store(tmp_path / "store")
    claim = work(TOWN_PAGE, ARCHIVE, OLD_GUIDE, reason="The bill decides.", rated={"D": 2, "E": 2})
    message = {
        "kind": "check",
        "tab": "tab-of-pupil",
        "seq": 1,
        "answer": {"claims": {"C1": claim}},
        "confidence": None,
    }
    assert Talk(lesson, item, store, "one").receive(message)["kind"] == "result"
    report = gather(lesson, Exercises({"one": [item]}), work_in(store), date(2026, 11, 25))
    levels = {row.letter: [(one.claims, one.by) for one in row.reached] for row in report.rows}
    assert levels == {"A": [], "B": [], "C": [], "D": [((1,), "counted")], "E": [((1,), "own")]}
    grow_older(store)
    later = gather(lesson, Exercises({"one": [item]}), work_in(store), date(2026, 11, 25))
    assert {row.letter: [one.by for one in row.reached] for row in later.rows if row.reached} == {"E": ["own"]}


def form_attempt(lesson, name, ratings, number, **changes):
    edition = edition_of(items_of(lesson)[name], lesson)
    made = {"id": str(number), "lesson": lesson.id, "exercise": name, "digest": edition, "what": "check"}
    result = {"points": 1, "out_of": 1, "summary": "Counted.", "remarks": [], "right": True}
    given = {"answer": {"ratings": ratings}, "confidence": None, "result": result}
    return Attempt(**(made | given | {"made_at": f"2026-11-25T10:00:{number:02}+00:00"} | changes))


@pytest.fixture(scope="module")
def course():
    lesson = named("kupyansk")
    return lesson, items_of(lesson)


def rated(item, well, poorly):
    """Rate all claims of a form by how they are supported."""
    return {one.id: well if one.features.support == "well" else poorly for one in item.statements}


def test_a_form_is_told_in_counts_of_its_first_check(course):
    lesson, items = course
    form = items["form-a"]
    ratings = rated(form, 4, 3) | {form.statements[0].id: "cannot-tell"}
    first, later = (
        form_attempt(lesson, "form-a", one, number) for number, one in enumerate((ratings, rated(form, 4, 1)))
    )
    report = gather(lesson, items, Work("amber-heron-42", (), (first, later)), date(2026, 11, 25))
    (told,) = report.supported
    well_left = form.statements[0].features.support == "well"
    assert (told.title, told.well, told.poorly, told.cannot_tell) == (form.title, 6, 6, 1)
    assert (told.accepted_well, told.rejected_poorly, told.accepted) == (6 - well_left, 0, 11)
    assert report.chapters[-1].told[0].id == "form-a"


def test_a_form_of_an_earlier_edition_or_with_an_answer_that_cannot_be_read_is_not_counted(course):
    lesson, items = course
    ratings = rated(items["form-b"], 4, 1)
    for changes in ({"digest": "earlier"}, {"answer": {"ratings": 5}}):
        attempt = form_attempt(lesson, "form-b", ratings, 1, **changes)
        assert gather(lesson, items, Work("amber-heron-42", (), (attempt,)), date(2026, 11, 25)).supported == ()
