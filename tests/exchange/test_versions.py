"""Two pages show one exercise: what rests on an answer that does not stand any more changes nothing and is not lost."""

import pytest
from keeping import attempts_in, grow_older, here
from talk import Talk

from exercises.answers.exports import export_work, import_work
from exercises.answers.store import Store
from exercises.kinds.items import load_items
from exercises.lesson.load import load_lesson

FORTY = {"text": "The mayor said that the bridge may open, and nobody else said so.", "rated": {}, "why": ""}
LETTER = FORTY | {"text": "x"}
EMPTY = FORTY | {"text": ""}
RATED = FORTY | {"rated": {"A": 2}, "why": "It names her."}


class Page:
    """An open page, which knows what it showed last and nothing of what happens elsewhere."""

    def __init__(self, kernel, tab, name="first-item"):
        self.talk, self.tab, self.seq = kernel.exchange(name), tab, 0
        self.base = self.talk.state()["version"]

    def send(self, kind, answer=None, confidence=None, **more):
        self.seq += 1
        message = {"kind": kind, "tab": self.tab, "seq": self.seq, "base": self.base, **more}
        reply = self.talk.receive(message | {"answer": answer, "confidence": confidence})
        if reply["kind"] in ("saved", "result"):
            self.base = reply.get("version") or reply["state"]["version"]
        return reply


@pytest.fixture
def one(kernel):
    return Page(kernel, "tab-number-1")


@pytest.fixture
def two(kernel):
    return Page(kernel, "tab-number-2")


def stored(page):
    state = page.talk.state()
    return state["phase"], state["answer"]


def aside(page):
    return [one["answer"] for one in page.talk.state()["aside"]]


def test_one_letter_in_a_page_that_is_behind_wipes_out_nothing(one, two):
    two.send("draft", FORTY)
    reply = one.send("draft", LETTER)
    assert (reply["kind"], reply["state"]["answer"], reply["may_keep"]) == ("conflict", FORTY, True)
    assert (reply["theirs"], reply["mine"]) == ([FORTY["text"]], ["x"])
    assert (stored(one), aside(one)) == (("open", FORTY), [LETTER])


def test_two_reasons_for_the_rating_of_one_text_can_be_told_apart(one, two):
    one.send("check", FORTY)
    two.base = one.base
    two.send("draft", RATED)
    reply = one.send("draft", RATED | {"why": "It names nobody."})
    row = "Own rating, row A (Attribution): level 2, emerging"
    assert reply["theirs"] == [FORTY["text"], row, "Why: It names her."]
    assert reply["mine"] == [FORTY["text"], row, "Why: It names nobody."]
    assert one.talk.state()["aside"][0]["lines"] == reply["mine"]
    assert one.send("tell", RATED)["mine"] == reply["theirs"]


def test_of_two_equal_answers_the_box_says_how_sure_one_was_of_each(kernel):
    one, two = (Page(kernel, f"tab-number-{number}", "bet") for number in (1, 2))
    chosen = {"chosen": [kernel.items["bet"].options[0].id]}
    two.send("draft", chosen, 4)
    reply = one.send("draft", chosen, 1)
    assert [reply["theirs"][-1], reply["mine"][-1]] == ["How sure: very sure.", "How sure: guessing."]
    assert one.talk.state()["aside"][0]["lines"] == reply["mine"]
    told = one.send("tell", chosen, 2)
    assert [told["theirs"], told["mine"][-1]] == [reply["theirs"], "How sure: not very sure."]


def test_an_empty_late_draft_wipes_out_nothing_and_leaves_nothing_behind(one, two):
    two.send("draft", FORTY)
    assert one.send("draft", EMPTY)["kind"] == "conflict"
    assert (stored(one), aside(one)) == (("open", FORTY), [])


@pytest.mark.parametrize("kind", ["draft", "again", "pass", "check", "show"])
def test_nothing_of_a_page_that_is_behind_undoes_a_check(one, two, kernel, kind):
    one.send("draft", LETTER)
    two.base = one.base
    two.send("check", FORTY)
    assert one.talk.state()["phase"] == "half"
    one.base = "0" * 16  # what it showed before
    one.tab = "tab-number-3"
    assert one.send(kind, LETTER)["kind"] == "conflict"
    assert stored(one) == ("half", FORTY)
    assert len(attempts_in(kernel.store, kernel.lesson.id)) == 1


def test_a_draft_never_undoes_a_check_not_even_one_of_the_same_page(one):
    one.send("check", FORTY)
    assert one.send("draft", LETTER)["kind"] == "conflict"
    assert stored(one) == ("half", FORTY)


def test_the_second_part_goes_on_in_the_page_that_knows_the_first(one, two):
    one.send("check", FORTY)
    assert one.send("draft", RATED)["kind"] == "saved"
    assert two.send("draft", RATED | {"why": "Another reason."})["may_keep"]
    assert stored(two) == ("half", RATED)


def test_what_a_page_sent_itself_is_never_somebody_elses(one):
    one.send("draft", LETTER)
    one.base = None  # the reply was lost
    assert one.send("draft", FORTY)["kind"] == "saved"
    assert (stored(one), aside(one)) == (("open", FORTY), [])


def test_a_check_whose_reply_was_lost_is_done_once_though_another_page_has_spoken_since(kernel):
    rated = {"ratings": {"ferry": 4, "bakery": 3}, "sure": {"ferry": 4, "bakery": 2}}
    one, two = (Page(kernel, f"tab-number-{number}", "support") for number in (1, 2))
    one.send("check", rated)
    two.send("aside", rated | {"ratings": {"ferry": 1, "bakery": 3}})
    one.seq, one.base = 0, None  # the reply was lost
    assert one.send("check", rated)["kind"] == "result"
    assert len(attempts_in(kernel.store, kernel.lesson.id)) == 1


def test_the_same_answer_in_both_pages_is_no_conflict(one, two):
    two.send("draft", FORTY)
    assert one.send("draft", FORTY)["kind"] == "saved"
    assert aside(one) == []


def test_keep_mine_puts_the_other_answer_aside(one, two):
    two.send("draft", FORTY)
    one.base = one.send("draft", LETTER)["state"]["version"]
    assert one.send("mine", LETTER)["kind"] == "saved"
    assert stored(one) == ("open", LETTER)
    assert aside(one) == [FORTY]
    assert [each["why"] for each in one.talk.state()["aside"]] == ["replaced"]


def test_what_was_put_aside_and_stands_again_is_no_earlier_version_until_it_gives_way(one, two):
    two.send("draft", FORTY)
    one.base = one.send("draft", LETTER)["state"]["version"]
    one.send("mine", LETTER)
    one.send("draft", FORTY)
    assert aside(one) == [LETTER]


def test_keep_mine_on_a_check_is_try_again_and_the_attempt_stays(one, two, kernel):
    two.send("check", FORTY)
    one.base = one.send("draft", LETTER)["state"]["version"]
    assert one.send("mine", LETTER)["state"]["phase"] == "open"
    assert [each.what for each in attempts_in(kernel.store, kernel.lesson.id)] == ["check"]
    assert FORTY in aside(one)


def test_keep_mine_asks_again_when_the_answer_has_changed_once_more(one, two):
    two.send("draft", FORTY)
    one.base = one.send("draft", LETTER)["state"]["version"]
    two.send("draft", RATED)
    assert one.send("mine", LETTER)["kind"] == "conflict"
    assert stored(one) == ("open", RATED)


def test_what_is_sealed_can_only_be_kept_as_it_is_and_the_other_answer_can_be_read(kernel):
    one, two = (Page(kernel, f"tab-number-{number}", "bet") for number in (1, 2))
    two.send("seal", {"chosen": ["opens"]}, 4)
    reply = one.send("draft", {"chosen": ["stays"]}, 1)
    assert (reply["kind"], reply["may_keep"]) == ("conflict", False)
    one.base = reply["state"]["version"]
    assert one.send("mine", {"chosen": ["stays"]}, 1)["kind"] == "refused"
    assert stored(one) == ("sealed", {"chosen": ["opens"]})
    assert aside(one) == [{"chosen": ["stays"]}]
    assert "CANARY" not in str(reply)


def test_who_begins_anew_with_a_blank_page_finds_the_answer_that_stood_there_under_earlier_versions(one):
    one.send("draft", FORTY)
    assert one.send("again", EMPTY)["kind"] == "saved"
    assert (stored(one), aside(one)) == (("open", EMPTY), [FORTY])
    one.send("draft", LETTER)
    assert (stored(one), aside(one)) == (("open", LETTER), [FORTY])


def test_try_again_with_the_answer_that_stands_puts_nothing_aside(one):
    one.send("check", FORTY)
    assert one.send("again")["state"]["phase"] == "open"
    assert (stored(one), aside(one)) == (("open", FORTY), [])


def test_what_stands_in_another_file_of_answers_asks_before_it_takes_the_place_of_what_a_page_shows(
    one, kernel, tmp_path
):
    other = kernel.with_empty_store(tmp_path / "other")
    other.store.use_code(kernel.store.code)
    Page(other, "tab-number-9").send("draft", FORTY)
    one.send("draft", LETTER)
    before = one.talk.state()["file"]
    (tmp_path / "other" / "store" / "answers.sqlite").replace(tmp_path / "store" / "answers.sqlite")
    assert (stored(one), one.talk.state()["file"] == before) == (("open", FORTY), False)
    assert one.send("draft", LETTER)["kind"] == "conflict"
    assert (stored(one), aside(one)) == (("open", FORTY), [LETTER])


def test_an_answer_that_the_browser_kept_is_put_aside_when_it_is_not_wanted(one):
    one.send("aside", FORTY)
    assert (stored(one), aside(one)) == (("open", None), [FORTY])


@pytest.mark.parametrize("answer", [{"words": "forty words of an earlier edition"}, FORTY | {"text": "x" * 20_000}])
def test_an_answer_that_today_s_edition_cannot_read_can_be_put_aside_and_saved_in_a_file(one, kernel, tmp_path, answer):
    assert one.send("aside", answer, 3)["kind"] == "saved"
    assert aside(one) == [answer]
    home = kernel.with_empty_store(tmp_path / "home")
    import_work(home.store, export_work(here(kernel.store)))
    assert aside(Page(home, "tab-number-9")) == [answer]


def test_an_answer_lies_aside_once_and_until_the_student_lets_it_go(one):
    one.send("aside", FORTY)
    one.send("aside", FORTY)
    (lying,) = one.talk.state()["aside"]
    assert (lying["lines"], lying["why"]) == ([FORTY["text"]], "browser")
    state = one.send("let_go", what=lying["id"])["state"]
    assert state["aside"] == []


def test_an_answer_that_gave_way_and_was_let_go_comes_back_from_a_file_that_holds_it(one, kernel):
    one.send("draft", FORTY)
    backup = export_work(here(kernel.store))
    one.send("again", EMPTY)
    one.send("draft", LETTER)
    (lying,) = one.talk.state()["aside"]
    one.send("let_go", what=lying["id"])
    assert "two different answers: 1" in import_work(kernel.store, backup)[1]
    assert (stored(one), aside(one)) == (("open", LETTER), [FORTY])


def test_who_goes_on_with_an_earlier_version_from_home_is_asked_nothing_at_home(one, kernel, tmp_path):
    home = kernel.with_empty_store(tmp_path / "home")
    home.store.use_code(kernel.store.code)
    at_home = Page(home, "tab-number-9")
    at_home.send("draft", FORTY)
    one.send("draft", LETTER)
    import_work(kernel.store, export_work(here(home.store)))
    one.send("mine", FORTY)
    one.send("draft", FORTY | {"why": "She was there."})
    assert "two different" not in import_work(home.store, export_work(here(kernel.store)))[1]
    assert stored(at_home) == ("open", FORTY | {"why": "She was there."})


def test_an_answer_that_lies_aside_in_another_edition_is_told_as_far_as_it_can_be(kernel, small_lesson, tmp_path):
    lesson, store = load_lesson(small_lesson), Store(tmp_path / "other")
    talk = Talk(lesson, load_items(lesson)["who-speaks"], store)
    talk.receive({"kind": "aside", "tab": "tab-number-1", "seq": 1, "answer": {"chosen": ["nobody-knows"]}})
    assert [one["lines"] for one in talk.state()["aside"]] == [["Not in this version of the exercise:", "nobody-knows"]]


def test_what_is_put_aside_or_thrown_away_is_never_too_old(one):
    one.seq = 2
    one.send("draft", FORTY)
    one.seq = 0  # what waited for a busy disk arrives after it
    assert one.send("aside", LETTER)["kind"] == "saved"
    assert (stored(one), aside(one)) == (("open", FORTY), [LETTER])
    (lying,) = one.talk.state()["aside"]
    assert one.send("let_go", what=lying["id"])["kind"] == "saved"
    assert aside(one) == []


KNOWN, GONE = {"ratings": {"ferry": 3}, "sure": {}}, {"ratings": {"ferry": 3, "gone-now": 4}, "sure": {}}


@pytest.mark.parametrize(("kind", "commit"), [("draft", None), ("check", 2), ("pass", None), ("again", None)])
def test_what_the_exercise_of_today_does_not_know_of_an_earlier_answer_is_put_aside_before_it_is_replaced(
    kernel, kind, commit
):
    one = Page(kernel, "tab-number-1", "support")
    one.send("draft", GONE)
    grow_older(kernel.store)
    whole = {"ratings": {"ferry": 4, "bakery": 3}, "sure": {"ferry": 4, "bakery": 2}}
    assert one.send(kind, whole, commit)["kind"] in ("saved", "result")
    (lying,) = one.talk.state()["aside"]
    assert (lying["answer"], lying["why"]) == (GONE, "replaced")
    assert lying["lines"][1:] == ["Not in this version of the exercise:", "4, Well supported: gone-now"]
    one.send("draft", KNOWN)
    assert aside(one).count(GONE) == 1


def test_an_earlier_answer_that_the_exercise_of_today_knows_gives_way_like_any_other(kernel):
    one = Page(kernel, "tab-number-1", "support")
    one.send("draft", KNOWN)
    grow_older(kernel.store)
    one.send("draft", {"ratings": {"ferry": 1}, "sure": {}})
    assert aside(one) == []


def test_a_page_whose_store_was_lost_brings_its_answer_back(one, kernel):
    one.send("draft", FORTY)
    kernel.store.run(lambda connection: connection.exec_driver_sql("DELETE FROM drafts"), write=True)
    assert one.send("draft", RATED)["kind"] == "saved"
    assert stored(one) == ("open", RATED)


def test_a_half_character_is_mended_and_can_be_shown(one):
    one.send("draft", FORTY | {"text": "half \ud83d of one"})
    assert stored(one)[1]["text"] == "half \ufffd of one"
