"""Words, dates and numbers come in the language that is spoken, and in no other that is spoken at the same time."""

from datetime import date
from threading import Barrier, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as some
from invented import LANGUAGE, runes, write_locale
from small_lesson import change

from exercises.files.problems import LessonError
from exercises.files.reading import read_plain
from exercises.kinds.items import check_lesson
from exercises.kinds.writing import says_nothing
from exercises.lesson.load import load_lesson
from exercises.words import UnknownLanguage, language, languages, plain_date, plain_number, speaking, words
from exercises.words.spoken import MORE, OWN_FOLDER


@pytest.fixture(scope="module", autouse=True)
def _invented(tmp_path_factory):
    folder = tmp_path_factory.mktemp("words") / "locale"
    write_locale(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(MORE, str(folder))
        yield


def test_words_come_in_the_language_that_is_spoken_until_the_end_of_the_block():
    assert (language(), words("kit")["check"]) == ("en", "Check")
    with speaking(LANGUAGE):
        assert (language(), words("kit")["check"]) == (LANGUAGE, runes("Check"))
        with speaking("en"):
            assert words("kit")["check"] == "Check"
        assert words("kit")["check"] == runes("Check")
    assert words("kit")["check"] == "Check"


def test_an_error_inside_the_block_ends_it_too():
    with pytest.raises(ZeroDivisionError), speaking(LANGUAGE):
        raise ZeroDivisionError
    assert language() == "en"


def test_two_threads_speak_two_languages_at_the_same_time():
    heard, both = {}, Barrier(2)

    def speak(code):
        with speaking(code):
            both.wait(timeout=60)
            heard[code] = words("kit")["check"]
            both.wait(timeout=60)

    threads = [Thread(target=speak, args=(code,)) for code in ("en", LANGUAGE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert heard == {"en": "Check", LANGUAGE: runes("Check")}


@pytest.mark.parametrize("code", ["zz", "", "../locale/en", "en.yaml", "EN"])
def test_an_unknown_language_is_one_sentence_that_names_those_there_are(code):
    with pytest.raises(UnknownLanguage) as refused, speaking(code):
        pass
    assert str(refused.value) == f"There are no words for the language “{code}”. There are: en, {LANGUAGE}."


def test_a_folder_of_languages_adds_to_ours_and_replaces_none(tmp_path, monkeypatch):
    (tmp_path / "en.yaml").write_text("kit: {check: Hijacked}", encoding="utf-8")
    monkeypatch.setenv(MORE, str(tmp_path))
    assert languages() == ("en",)
    assert words("kit")["check"] == "Check"


def test_a_lesson_in_a_language_without_words_is_told_with_line_and_cure(small_lesson):
    line = change(small_lesson / "lesson.yaml", "language: en", "language: zz")
    with pytest.raises(LessonError) as refused:
        load_lesson(small_lesson)
    (problem,) = refused.value.problems
    assert (problem.file.name, problem.line) == ("lesson.yaml", line)
    assert problem.what == "There are no words for the language “zz”"
    assert problem.cure == f"Write one of en, {LANGUAGE}."
    assert problem in check_lesson(small_lesson)


@pytest.mark.parametrize(
    ("day", "told"),
    [("2025-11-21", "21 November 2025"), (date(2024, 2, 29), "29 February 2024"), ("0999-01-01", "1 January 999")],
)
def test_a_date_is_written_as_people_read_it(day, told):
    assert plain_date(day) == told


def test_a_date_follows_the_language_and_not_the_computer():
    with speaking(LANGUAGE):
        assert plain_date("2025-11-21") == f"21 {runes('November')} 2025"


@pytest.mark.parametrize("day", ["", "soon", "2025-13-01"])
def test_what_is_no_date_is_refused(day):
    with pytest.raises(ValueError, match=r"date|isoformat|month"):
        plain_date(day)


def test_a_number_is_grouped_as_the_language_does_it(tmp_path, monkeypatch):
    assert [plain_number(number) for number in (0, 999, 5000, 1234567)] == ["0", "999", "5,000", "1,234,567"]
    english = (OWN_FOLDER / "en.yaml").read_text(encoding="utf-8")
    (tmp_path / "yy.yaml").write_text(english.replace('thousands: ","', 'thousands: "."'), encoding="utf-8")
    monkeypatch.setenv(MORE, str(tmp_path))
    with speaking("yy"):
        assert plain_number(1234567) == "1.234.567"


@given(some.dates())
def test_every_day_keeps_its_numbers(day):
    first, month, year = plain_date(day).split()
    assert (int(first), int(year)) == (day.day, day.year)
    assert month in words("dates")["months"]


@pytest.mark.parametrize("reason", ["That’s right.", "No, this is the wrong answer!", "Well done, yes", "Too short"])
def test_a_reason_that_only_judges_says_nothing_in_its_own_language(reason):
    assert says_nothing(reason)
    with speaking(LANGUAGE):
        assert says_nothing(runes(reason))


def sentences(said, place=""):
    for name, value in said.items() if isinstance(said, dict) else enumerate(said):
        if isinstance(value, dict | list):
            yield from sentences(value, f"{place}{name}.")
        elif isinstance(value, str) and value.endswith(".") and len(value.split()) > 4:
            yield value, f"{place}{name}"


def test_no_sentence_stands_at_two_places():
    places = {}
    for sentence, place in sentences(read_plain(OWN_FOLDER / "en.yaml")):
        places.setdefault(sentence, []).append(place)
    assert [found for found in places.values() if len(found) > 1] == []


def test_a_reason_in_another_language_is_not_judged_by_english_words():
    with speaking(LANGUAGE):
        assert not says_nothing("That is right so")
    assert not says_nothing("The words in front name her office.")
