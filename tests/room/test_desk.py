"""The teacher's desk: what each button does, for the class, for one device, and for those who wait at the door."""

from __future__ import annotations

import asyncio
import json
import re
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
import tornado.web
from rooms import news, opened, place_of
from small_lesson import build_small_lesson

from exercises.room import desk, presence
from exercises.room.asking import MOST
from exercises.room.opened import MANY, MOST_DEVICES
from exercises.room.tries import Tries

PAGE = "/bridge/one"
NOTHING = {"paused": False, "closed": False}


@pytest.fixture(autouse=True)
def no_grace(monkeypatch):
    monkeypatch.setattr(presence, "GRACE", 0)


@pytest.fixture(autouse=True)
def as_before(teacher):
    """The room is one for all tests of this file."""
    yield
    teacher.press("pause", on="no")
    teacher.press("notebook", page=PAGE, on="yes")


def told(guest, *acts):
    """Open the page of a guest, do something, and give what the room tells the page: at first, and each time."""

    async def lesson():
        line = await guest.connect(PAGE)
        heard = [await news(line)]
        for act in acts:
            await asyncio.to_thread(act)
            heard.append(await news(line))
        line.close()
        return heard

    return asyncio.run(lesson())


def test_pause_reaches_every_open_page_at_once_and_the_same_button_takes_it_back(guest, teacher):
    guest.comes_in()
    acts = (lambda: teacher.press("pause", on="yes")), (lambda: teacher.press("pause", on="no"))
    assert told(guest, *acts) == [NOTHING, {"paused": True}, {"paused": False}]


def test_in_a_pause_whoever_opens_a_page_sees_it_there_and_in_the_list_and_answers_are_saved(guest, teacher):
    guest.comes_in()
    teacher.press("pause", on="yes")
    assert told(guest) == [{"paused": True, "closed": False}]
    assert (json.loads(guest.ask("GET", "/here")[2])["paused"], saves(guest)) == (True, "saved")


def test_two_buttons_that_are_pressed_at_once_both_do_what_they_say(room, teacher):
    with ThreadPoolExecutor(2) as hands:
        for on in ["yes", "no"] * 20:
            pressed = [hands.submit(teacher.press, "notebook", page=PAGE, on=on)]
            pressed.append(hands.submit(teacher.press, "pause", on=on))
            assert [one.result()["said"] != "" for one in pressed] == [True, True]
            desk = teacher.desk()
            assert (desk["paused"], is_listed_open(desk)) == (on == "yes", on == "yes")


def is_listed_open(desk):
    return next(one["open"] for one in desk["notebooks"] if one["page"] == PAGE)


def saves(guest):
    number, _ = place_of(guest.talk(PAGE), "bet")
    content = {"kind": "draft", "tab": "tab-of-guest", "seq": 1, "answer": {"chosen": ["opens"]}, "confidence": None}
    message = {"face": number, "content": content | {"code": guest.card.code, "base": None}}
    return guest.talk(PAGE, message)[-1]["reply"]["kind"]


def test_a_closed_notebook_is_not_listed_not_opened_anew_and_nobody_gets_at_it_by_its_line(guest, teacher):
    guest.comes_in()
    teacher.press("notebook", page=PAGE, on="no")
    status, _, text = guest.ask("GET", PAGE)
    assert (status, "Your teacher has closed this notebook for now." in text, "data-face" in text) == (403, True, False)
    assert f'href="{PAGE}"' not in guest.ask("GET", "/")[2]
    with pytest.raises(Exception, match="403"):
        guest.talk(PAGE)


def test_a_page_that_was_open_says_that_it_is_closed_is_still_saved_and_comes_back_after_a_cut(guest, teacher):
    guest.comes_in().goes_to(PAGE)
    assert told(guest, lambda: teacher.press("notebook", page=PAGE, on="no"))[1:] == [{"closed": True}]
    assert told(guest) == [{"paused": False, "closed": True}]
    assert saves(guest) == "saved"
    assert told(guest, lambda: teacher.press("notebook", page=PAGE, on="yes"))[1] == {"closed": False}


def test_the_line_of_a_closed_notebook_is_for_the_device_alone_that_had_it_open(room, guest, teacher):
    guest.comes_in().goes_to(PAGE)
    thief = room.guest().comes_in()
    thief.cookie += "; " + guest.cookie.split("; ")[1]
    teacher.press("notebook", page=PAGE, on="no")
    with pytest.raises(Exception, match="403"):
        thief.talk(PAGE)


def test_a_page_whose_laptop_slept_for_days_is_still_saved_after_the_notebook_was_closed(guest, teacher, monkeypatch):
    guest.comes_in().goes_to(PAGE)
    teacher.press("notebook", page=PAGE, on="no")
    later = SimpleNamespace(**vars(time) | {"time": lambda: time.time() + 3 * 86_400})
    monkeypatch.setattr(tornado.web, "time", later)
    assert told(guest)[0]["closed"] is True


def test_whoever_has_one_notebook_open_gets_at_no_other_one_that_is_closed(tmp_path):
    """A browser shows the cookie of a page on the line of that page alone, a program on whichever it likes."""
    with both_lessons(tmp_path) as both:
        student, teacher = both.guest().comes_in(), both.guest().shows_the_key()
        student.goes_to(PAGE)
        teacher.press("notebook", page=PAGE, on="no")
        assert "faces" in student.talk(PAGE)[0]
        with pytest.raises(Exception, match="403"):
            student.talk("/ferry/one")


def test_the_desk_shows_who_is_on_which_page_and_how_many_are_in(guest, teacher):
    guest.comes_in()
    seen = []
    told(guest, lambda: seen.append(teacher.desk()) or teacher.press("pause", on="yes"))
    (notebook,) = seen[0]["notebooks"]
    assert guest.card.code in notebook["codes"]
    (device,) = [one["devices"][0] for one in seen[0]["cards"] if one["code"] == guest.card.code]
    assert device["there"] is True


@contextmanager
def both_lessons(folder):
    folders = [build_small_lesson(folder / "lessons" / name) for name in ("bridge", "ferry")]
    info = folders[1] / "lesson.yaml"
    info.write_text(
        info.read_text("utf-8").replace("id: bridge", "id: ferry").replace("to: bridge/", "to: ferry/"), "utf-8"
    )
    with opened(folders, folder / "class") as both:
        yield both


def test_a_notebook_opens_and_closes_in_both_lessons_so_that_nobody_has_to_ask_for_the_other_one(tmp_path):
    with both_lessons(tmp_path) as both:
        student, teacher = both.guest().comes_in(), both.guest().shows_the_key()
        for on, status in (("no", 403), ("yes", 200)):
            teacher.press("notebook", page=PAGE, on=on)
            assert [student.ask("GET", page)[0] for page in (PAGE, "/ferry/one")] == [status, status]


def test_who_is_in_and_has_no_notebook_open_is_counted_as_well(room, teacher):
    before = counts(teacher)
    room.guest().comes_in()
    assert counts(teacher) == (before[0] + 1, before[1])


def counts(teacher):
    found = re.search(r"who are in: (\d+)\. With a notebook open: (\d+)\.", teacher.desk()["in"])
    return int(found[1]), int(found[2])


def seals(guest):
    number, _ = place_of(guest.talk(PAGE), "bet")
    content = {"kind": "seal", "tab": "tab-of-guest", "seq": 1, "answer": {"chosen": ["opens"]}, "confidence": 3}
    message = {"face": number, "content": content | {"code": guest.card.code, "base": None}}
    assert guest.talk(PAGE, message)[-1]["reply"]["kind"] == "result"
    return guest


def test_all_seals_open_at_once_are_counted_and_each_student_sees_the_result(room, guest, teacher):
    both = [seals(one.comes_in()) for one in (guest, room.guest())]
    assert [place_of(one.talk(PAGE), "bet")[1]["state"]["result"] for one in both] == [None, None]
    before = teacher.desk()["sealed"]
    after = teacher.press("seals")
    assert (before, after["sealed"], f"opened: {before}." in after["said"]) == (2, 0, True)
    states = [place_of(one.talk(PAGE), "bet")[1]["state"] for one in both]
    assert [(state["phase"], state["result"]["right"]) for state in states] == [("checked", True)] * 2
    assert teacher.press("seals")["said"] == "No answer of the class is sealed now."


def test_opening_all_seals_has_open_pages_look_for_their_own(guest, teacher):
    guest.comes_in()
    assert told(guest, lambda: teacher.press("seals"))[1:] == [{"look": True}]


def test_the_end_of_the_lesson_signs_all_out_tells_each_page_and_keeps_every_answer(room, guest, teacher):
    guest.comes_in()
    assert saves(guest) == "saved"
    other = room.guest().comes_in()
    heard = told(guest, lambda: teacher.press("end"), lambda: None)
    assert heard[1:] == [{"out": "ended"}, None]
    assert [one.ask("GET", PAGE)[0] for one in (guest, other)] == [302, 302]
    guest.comes_in()
    assert place_of(guest.talk(PAGE), "bet")[1]["state"]["answer"] == {"chosen": ["opens"]}


def waits(room, card):
    """Somebody comes with the code of a card, and without its PIN."""
    one = room.guest()
    one.card = card
    status, found, _ = one.ask("POST", "/", f"code={card.code}")
    assert (status, found["Location"]) == (303, "/waiting")
    one.cookie = found["Set-Cookie"].split(";")[0]
    return one


def asked(teacher, code):
    return [one["device"] for one in teacher.desk()["asks"] if one["code"] == code]


def test_a_second_device_without_the_pin_comes_in_when_the_teacher_nods_and_that_can_be_taken_back(
    room, guest, teacher
):
    second = waits(room, guest.comes_in().card)
    assert "Your teacher now sees your code." in second.ask("GET", "/waiting")[2]
    assert second.ask("GET", PAGE)[0] == 302
    (device,) = asked(teacher, guest.card.code)
    teacher.press("nod", device=device, yes="yes")
    status, found, _ = second.ask("GET", "/waiting")
    second.cookie = found.get_all("Set-Cookie")[-1].split(";")[0]
    assert (status, second.ask("GET", PAGE)[0], guest.ask("GET", PAGE)[0]) == (303, 200, 200)
    assert told(second, lambda: teacher.press("out", device=device))[1:] == [{"out": "out"}]
    assert (second.ask("GET", PAGE)[0], guest.ask("GET", PAGE)[0]) == (302, 200)


def test_a_device_that_is_sent_away_is_told_so_and_stays_out(room, guest, teacher):
    second = waits(room, guest.card)
    (device,) = asked(teacher, guest.card.code)
    assert teacher.press("nod", device=device, yes="no")["said"] == "The device was not let in."
    assert "did not let this device in" in second.ask("GET", "/waiting")[2]
    assert (second.ask("GET", PAGE)[0], asked(teacher, guest.card.code)) == (302, [])
    assert teacher.press("nod", device=device, yes="yes")["said"] == "This device does not ask any more."
    assert second.ask("GET", PAGE)[0] == 302


def test_a_lost_card_gets_a_new_pin_that_is_shown_once_and_the_old_one_is_dead(guest, teacher):
    guest.comes_in()
    said = teacher.press("pin", code=guest.card.code)["said"]
    pin = re.search(r"is (\d{4})\.", said).group(1)
    assert (guest.card.code in said, pin in json.dumps(teacher.desk()["cards"])) == (True, False)
    assert guest.ask("GET", PAGE)[0] == 200
    old = {"pin": guest.card.pin} if guest.card.pin != pin else {"pin": ""}
    assert (guest.show_card(**old) in (403, 303), guest.show_card(pin=pin)) == (True, 303)


def test_a_late_comer_comes_in_with_one_more_card_whose_pin_is_shown_once(room, teacher):
    before = {card["code"] for card in teacher.desk()["cards"]}
    made = teacher.press("card")
    code, pin = re.search(r"code is (\S+), the PIN (\d{4})\.", made["said"]).groups()
    assert {card["code"] for card in made["cards"]} - before == {code} == {made["code"]}
    assert pin not in json.dumps(teacher.desk()["cards"])
    assert room.guest().ask("POST", "/", f"code={code}&pin={pin}")[0] == 303


def test_a_class_that_has_all_its_cards_gets_no_more_and_the_teacher_is_told_what_to_do(teacher, monkeypatch):
    before = teacher.desk()["cards"]
    monkeypatch.setattr(desk, "MOST_CARDS", len(before))
    told = teacher.press("card")["trouble"]
    assert f"{len(before)} cards at most" in told
    assert teacher.desk()["cards"] == before


def test_the_device_that_asks_shows_the_number_that_the_teacher_sees(room, guest, teacher):
    first, second = waits(room, guest.card), waits(room, guest.card)
    numbers = [one["number"] for one in teacher.desk()["asks"] if one["code"] == guest.card.code]
    assert len(set(numbers)) == 2
    for who, number in zip((first, second), numbers, strict=True):
        assert f"Your number is {number}:" in who.ask("GET", "/waiting")[2]


def test_where_others_ask_under_a_code_already_one_more_is_told_so_and_nobody_is_pushed_out(room, guest, teacher):
    there = [waits(room, guest.card) for _ in range(MOST)]
    status, _, text = room.guest().ask("POST", "/", f"code={guest.card.code}")
    assert (status, "Other devices ask under this code already" in text) == (429, True)
    assert ["Your number is" in who.ask("GET", "/waiting")[2] for who in there] == [True] * MOST


def devices_of(teacher, code):
    return [one["device"] for card in teacher.desk()["cards"] if card["code"] == code for one in card["devices"]]


def test_of_too_many_devices_of_one_code_the_oldest_without_an_open_page_is_signed_out(room, guest, teacher):
    """The one at work stays, though it came first."""
    guest.comes_in()
    more, seen = [room.guest() for _ in range(MOST_DEVICES + 2)], []

    def come():
        for one in more:
            one.card = guest.card
            one.comes_in()
        seen.append(devices_of(teacher, guest.card.code))
        teacher.press("pause", on="no")

    told(guest, come)
    assert len(seen[0]) == MOST_DEVICES
    allowed = [one.ask("GET", PAGE)[0] for one in (guest, *more)]
    assert allowed == [200, *[302] * 3, *[200] * (MOST_DEVICES - 1)]


def test_all_devices_of_one_code_are_signed_out_by_one_button_and_no_other(room, guest, teacher):
    second, other = room.guest(), room.guest().comes_in()
    second.card = guest.card
    both = [guest.comes_in(), second.comes_in()]
    assert "All devices of this code" in teacher.press("all", code=guest.card.code)["said"]
    assert [one.ask("GET", PAGE)[0] for one in (*both, other)] == [302, 302, 200]


def test_the_teacher_can_leave_a_browser_and_whoever_uses_it_next_is_asked_for_the_key(teacher):
    status, found, _ = teacher.ask("POST", "/teacher/desk/leave", "")
    (gone,) = [one for one in found.get_all("Set-Cookie") if one.startswith("whosays-teacher=")]
    assert (status, 'whosays-teacher="";' in gone, "1970" in gone or "expires=" in gone.lower()) == (200, True, True)


def test_a_new_key_puts_out_every_browser_but_the_one_that_asked_and_is_not_shown_on_the_page(room, teacher):
    elsewhere, before = room.guest().shows_the_key(), room.register.teacher_key()
    status, found, text = teacher.ask("POST", "/teacher/desk/key", "")
    key = room.register.teacher_key()
    assert (status, key == before, key in text) == (200, False, False)
    assert (elsewhere.ask("GET", "/teacher/desk")[0], teacher.ask("GET", "/teacher/desk")[0]) == (403, 403)
    teacher.cookie = found["Set-Cookie"].split(";")[0]
    assert teacher.ask("GET", "/teacher/desk")[0] == 200
    assert elsewhere.ask("POST", "/teacher", f"key={before}")[0] == 403


def test_many_wrong_pins_at_one_card_are_told_to_the_teacher_until_it_has_a_new_one(room, guest, teacher, monkeypatch):
    def told_of():
        return {one["code"]: one["count"] for one in teacher.desk()["guessed"]}

    monkeypatch.setattr(Tries, "wait", lambda *_names: 0)
    guest.show_card(code="never-issued-42", pin="0")
    for _ in range(MANY - 1):
        guest.show_card(pin="no")
    assert told_of() == {}
    for _ in range(MANY + 3):
        guest.show_card(pin="12345")
    assert told_of() == {guest.card.code: 2 * MANY}
    teacher.press("pin", code=guest.card.code)
    assert told_of() == {}
