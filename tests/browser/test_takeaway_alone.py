"""What a student can take along after a Check: buttons, files and the words that say how it went."""

import base64
import struct
from pathlib import Path

import pytest

from alone import plain

pytestmark = pytest.mark.browser

BODY = {
    "text_id": "article",
    "labels": [{"id": "source", "name": "source", "key": "1"}],
    "sentences": [{"number": 1, "start": 0, "text": "Military", "words": [[0, 8]]}],
    "given": [],
    "free": False,
    "asked": 1,
}
MARKED = {"answer": {"marks": [{"group": 1, "label": "source", "start": 0, "end": 8}]}}
MARKS = {"subject": "", "files": [{"format": "annotations", "what": "annotations"}]}
TEXT = 'Words with </script>, "quotes", שלום and 🙂'
NAME = "whosays-amber-heron-42-one-annotations.jsonld"
FILE = {"kind": "file", "name": NAME, "type": "application/ld+json", "text": TEXT, "card": None}
BUTTON = "Marks (Web Annotation)"
CARD = {
    "practice": "Practice. Not a published fact check.",
    "words": "“the bridge has stood since 1902”",
    "about": "Words of the article, sentence 2. Teaching specimen: contains errors.",
    "answers": [
        {"question": "Was it said?", "answer": "It has no speaker", "notes": ["Answered today."], "ours": ""},
        {
            "question": "Is it so, as of 2 May 2025?",
            "answer": "Disputed",
            "notes": [],
            "ours": "The course says: Holds.",
        },
    ],
    "evidence": "Sources logged: 4. Independent origins: 3.",
    "foot": ["Checked by amber-heron-42.", "Who says so?"],
}
PICTURE = "whosays-amber-heron-42-C1-card.png"
DRAWN = {"kind": "file", "name": PICTURE, "type": "image/png", "text": "All of it in words.", "card": CARD}
# Notes every line that is drawn, and how far it reaches.
WATCH = """() => { const pen = CanvasRenderingContext2D.prototype, draw = pen.fillText;
    window.lines = [];
    pen.fillText = function (line, x, y) {
      const width = this.measureText(line).width, left = this.direction === "rtl" ? x - width : x;
      const scale = this.getTransform().a;
      lines.push({ line, left: left * scale, right: (left + width) * scale, y: y * scale, ...size(this.canvas) });
      draw.call(this, line, x, y);
    };
    const size = ({ width, height }) => ({ width, height }); }"""


def claim(number, *formats):
    files = [{"format": name, "what": f"{name}/C{number}"} for name in formats]
    return {"subject": f"Claim {number}: “words {number}”", "files": files}


def opened_desk(open_alone, card=CARD, parts=(1,), **options):
    offered = [claim(number, "card", "evidence", "claim-review") for number in parts]
    files = {f"card/C{number}": DRAWN | {"card": card} for number in parts}
    one = open_alone("mark", BODY, state=MARKED, take=offered, files=files, **options)
    one.page.evaluate(WATCH)
    check(one)
    return one


def save_picture(one):
    with one.page.expect_download() as waiting:
        one.button("Claim card (picture)").click()
    return waiting.value


def drawn(one):
    return one.page.evaluate("lines")


def opened(open_alone, **options):
    settings = {"take": [MARKS], "files": {"annotations": FILE}, "state": MARKED} | options
    return open_alone("mark", BODY, **settings)


def check(one):
    one.be_sure()
    one.button("Check").click()


def section(one):
    return one.page.get_by_role("region", name="Take it along")


def test_files_are_offered_after_a_check_and_not_before_or_after_trying_again(open_alone):
    one = opened(open_alone)
    assert not section(one).is_visible()
    check(one)
    assert section(one).get_by_role("button").all_inner_texts() == [BUTTON]
    one.button("Try again").click()
    assert not section(one).is_visible()


def test_an_exercise_without_files_shows_nothing_of_it(open_alone):
    one = opened(open_alone, take=[])
    check(one)
    assert not section(one).is_visible()


def test_the_file_is_saved_as_it_came_and_its_name_is_shown_and_said(open_alone):
    one = opened(open_alone)
    check(one)
    with one.page.expect_download() as waiting:
        one.button(BUTTON).click()
    assert waiting.value.suggested_filename == NAME
    assert Path(waiting.value.path()).read_text(encoding="utf-8") == TEXT
    assert section(one).get_by_text(f"was asked to save {NAME}").is_visible()
    assert one.spoken().startswith(f"Your browser was asked to save {NAME}")


def test_the_words_of_a_picture_are_to_become_a_text_file_and_no_picture(open_alone):
    one = opened_desk(open_alone)
    save_picture(one)
    section(one).get_by_text(f"was asked to save {PICTURE}").wait_for()
    one.button("Copy as text").click()
    section(one).get_by_text("whosays-amber-heron-42-C1-card.txt").wait_for()
    assert not section(one).get_by_text(PICTURE).is_visible()


def test_it_works_by_keyboard_alone_and_the_focus_stays(open_alone):
    one = opened(open_alone)
    check(one)
    for _ in range(20):
        one.page.keyboard.press("Tab")
        if one.focused() == BUTTON:
            break
    with one.page.expect_download():
        one.page.keyboard.press("Enter")
    assert one.focused() == BUTTON
    assert one.page.evaluate("document.activeElement.dataset.lmSuppressShortcuts") == "true"


def test_a_refusal_is_said_beside_the_buttons_and_the_answer_still_counts_as_saved(open_alone):
    sentence = "Check your answer first. Then you can take it along."
    one = opened(open_alone, files={"annotations": {"kind": "refused", "words": sentence}})
    check(one)
    one.button(BUTTON).click()
    section(one).get_by_text(sentence).wait_for()
    assert (one.spoken(), one.status()) == (sentence, "Saved")


def test_asking_for_a_file_is_no_unsaved_change_and_a_second_click_asks_no_second_time(open_alone):
    one = opened(open_alone, answers="drafts", clock=True)
    check(one)
    one.reply(
        "result",
        state=one.page.evaluate(
            "({ ...fake.traits.state, phase: 'checked', saved_at: '2026-11-23', take: window.take })"
        ),
    )
    one.button(BUTTON).click()
    one.button(BUTTON).click()
    one.page.clock.run_for(600)
    assert len(one.sent("take")) == 1
    assert one.status() == "Saved"
    one.page.clock.run_for(2500)
    assert {message["seq"] for message in one.sent("take")} == {one.sent("take")[0]["seq"]}
    assert len(one.sent("take")) == 2


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_part_is_sound_for_assistive_technology(open_alone, theme):
    one = opened(open_alone, theme=theme)
    check(one)
    one.button(BUTTON).click()
    assert one.violations() == []
    assert one.too_small() == []


def test_on_a_phone_nothing_is_wider_than_the_screen(open_alone):
    one = opened(open_alone, width=360)
    check(one)
    one.button(BUTTON).click()
    section(one).get_by_text("was asked to save").wait_for()
    assert one.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_picture_of_a_claim_is_saved_as_png_and_shown_with_the_same_in_words(open_alone):
    one = opened_desk(open_alone)
    saved = save_picture(one)
    data = Path(saved.path()).read_bytes()
    assert (saved.suggested_filename, data[:8]) == (PICTURE, b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">I", data[16:20]) == (1280,)
    shown = section(one).get_by_role("img", name="All of it in words.")
    assert base64.b64decode(shown.get_attribute("src").partition(",")[2]) == data
    assert one.spoken().startswith(f"Your browser was asked to save {PICTURE}")


def test_every_word_of_the_card_is_drawn_in_its_order_and_inside_the_picture(open_alone):
    one = opened_desk(open_alone)
    save_picture(one)
    said, so = CARD["answers"]
    order = [CARD["practice"], CARD["words"], CARD["about"], said["question"], said["answer"], *said["notes"],
             so["question"], so["answer"], so["ours"], CARD["evidence"], *CARD["foot"]]  # fmt: skip
    assert plain(" ".join(entry["line"] for entry in drawn(one))) == " ".join(order)
    assert [entry for entry in drawn(one) if entry["left"] < 0 or entry["right"] > entry["width"]] == []
    assert all(0 < entry["y"] < entry["height"] for entry in drawn(one))


@pytest.mark.parametrize(
    "words",
    [
        "donaudampfschiff" * 20,
        "זה גשר ישן מאוד " * 12,
        "🙂👩‍🏫" * 60,
        "a\u0301" * 200,
        "two\nlines",
        "</script> {x} “q”",
    ],
)
def test_any_words_fit_on_the_card_and_no_sign_is_torn_apart(open_alone, words):
    one = opened_desk(open_alone, card=CARD | {"words": words})
    save_picture(one)
    lines = [entry for entry in drawn(one) if entry["line"]]
    assert [entry for entry in lines if entry["left"] < 0 or entry["right"] > entry["width"] + 1] == []
    assert "".join(words.split()) in "".join("".join(entry["line"] for entry in lines).split())
    assert not any(entry["line"].startswith(("\u0301", "\u200d")) for entry in lines)


def test_where_several_claims_are_finished_one_is_chosen_and_its_files_are_asked_for(open_alone):
    one = opened_desk(open_alone, parts=(1, 2))
    one.page.get_by_label("Which claim?").select_option("Claim 2: “words 2”")
    save_picture(one)
    assert one.sent("take")[-1]["what"] == "card/C2"
    one.page.get_by_label("Which claim?").select_option("Claim 1: “words 1”")
    assert not section(one).get_by_role("img").is_visible()


@pytest.mark.parametrize(("theme", "width"), [("light", 820), ("dark", 820), ("light", 360)])
def test_the_part_with_a_picture_is_sound_for_assistive_technology_and_fits(open_alone, theme, width):
    one = opened_desk(open_alone, parts=(1, 2), theme=theme, width=width)
    save_picture(one)
    assert one.violations() == []
    assert one.page.evaluate("document.documentElement.scrollWidth") <= width
