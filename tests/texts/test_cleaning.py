"""Letters of all makes come out right; what nobody sees is taken out, and told."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from exercises.texts.brought import read_brought, read_pasted
from exercises.texts.cleaning import clean, one_line
from exercises.texts.halves import end_of_character, is_inside

SAID = {
    "en": "The café said “no” – it’s closed, the minister told us.",
    "de": "Der Präsident sagte, er könne nicht kommen. Die Straße war gesperrt.",
    "fr": "Le président a déclaré qu’il était très préoccupé par la situation – « grave ».",
    "pl": "Premier powiedział, że nie może przyjechać. Ulica była zamknięta, a później również.",
    "uk": "Президент сказав, що не може приїхати. Вулиця була закрита.",
    "ru": "Президент сказал, что не может приехать. Улица была закрыта.",
}
SURE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")
GUESSED = {
    "en": ["cp1252"],
    "de": ["cp1252", "latin_1"],
    "fr": ["cp1252"],
    "pl": ["cp1250"],
    "uk": ["cp1251", "koi8_u"],
    "ru": ["cp1251", "koi8_u"],
}


@pytest.mark.parametrize("language", SAID)
def test_letters_of_all_makes_come_out_right(language):
    said = SAID[language]
    for encoding in (*SURE, *GUESSED[language]):
        for text in (said, f"{said}\r\n{said}"):
            brought = read_brought("a.txt", text.encode(encoding))
            assert brought.text == text.replace("\r", ""), encoding
            told = [note for note in brought.notes if note.startswith("The file does not say how its letters")]
            assert len(told) == (encoding in GUESSED[language])


def test_a_page_that_says_how_it_is_written_is_believed_unless_its_bytes_say_otherwise():
    page = f'<html><meta charset="windows-1251"><p>{SAID["uk"]}</p></html>'
    for encoding in ("cp1251", "utf-8", "utf-16"):
        assert read_brought("a.html", page.encode(encoding)).text == SAID["uk"]
    for name in ("rot13", "zip", "no-such", "utf-7", "\0"):
        assert (
            read_brought("a.html", f'<html><meta charset="{name}"><p>{SAID["de"]}'.encode("cp1252")).text == SAID["de"]
        )


MENDED = {
    "line ends": ("a\r\nb\rc\x85d\u2028e\u2029f\x0bg\x0ch", "a\nb\nc\nd\ne\n\nf\ng\nh", None),
    "blanks": ("a\u00a0b\u3000c\td \n e", "a b c d\n e", None),
    "many lines": ("a\n\n\n\n \n\nb", "a\n\nb", None),
    "order mark": ("\ufeffa", "a", "Signs that nobody can see were taken out: 1."),
    "zero": ("a\0b\x07\x1b[0m", "ab[0m", "Signs that steer machines and are no text were taken out: 3."),
    "zero width": ("a\u200bb\u2060\u00adc", "abc", "Signs that nobody can see were taken out: 3."),
    "joiners that join nothing": ("a\u200db \u200dc\u200d", "ab c", "Signs that nobody can see were taken out: 3."),
    "no character": ("a\ufdd0b\U0001ffff", "ab", "Signs that nobody can see were taken out: 2."),
    "unseen letters": ("a\U000e0041b", "ab", "Signs that nobody can see were taken out: 1."),
    "direction": ("a\u202eb\u2066c", "abc", "Hidden signs that turn the direction of writing were taken out: 2."),
    "half": ("a\ud83db", "a\ufffdb", "Signs that were cut in half: 1."),
    "two halves": ("a\ud83d\ude42b", "a🙂b", None),
    "lost": ("a\ufffdb", "a\ufffdb", "Signs that were already lost in this text: 1."),
    "lone accents": (
        "\u0301a \u0301\u0301b",
        "a b",
        "Accents that stood on no letter, or too many on one, were taken out: 3.",
    ),
    "accents on accents": ("z" + "\u0335" * 20, "z" + "\u0335" * 8, "Accents that stood on no letter"),
    "letters in parts": ("Cafe\u0301 \u1100\u1161", "Café 가", None),
    "two letters as one sign": ("ﬁnd oﬃce", "find office", None),
    "family": ("👨\u200d👩\u200d👧 yes", "👨\u200d👩\u200d👧 yes", None),
    "Persian": ("می\u200cخواهم", "می\u200cخواهم", None),
    "Wales": ("🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f a", None, None),
}


@pytest.mark.parametrize(("text", "wanted", "note"), MENDED.values(), ids=MENDED)
def test_what_nobody_sees_is_taken_out_and_told(text, wanted, note):
    kept, notes = clean(text)
    assert kept == (text if wanted is None else wanted)
    assert [told[: len(note or told)] for told in notes] == ([note] if note else [])


@given(some.text(some.characters(exclude_categories=())))
def test_a_clean_text_is_whole_and_cleaning_it_again_changes_nothing(text):
    kept, _ = clean(text)
    kept.encode()
    assert clean(kept)[0] == kept
    assert not any(unicodedata.category(sign) == "Cc" and sign != "\n" for sign in kept)


def test_a_title_is_one_line_and_not_too_long():
    assert one_line("Safe\n and\u202e sound\0", 30) == "Safe and sound"
    assert one_line("Safe and sound", 12) == "Safe and…"
    assert one_line("x" * 50_000, 12) == "x" * 11 + "…"


@pytest.mark.parametrize("whole", ["e\u0335", "👍🏽", "👨\u200d👩\u200d👧", "🇺🇦", "❤\ufe0f", "1\ufe0f\u20e3", "கு"])
def test_no_place_inside_of_a_character_is_an_end(whole):
    text = f"a{whole * 3}b"
    ends = [at for at in range(len(text) + 1) if not is_inside(text, at)]
    assert ends == [0, *(1 + len(whole) * at for at in range(4)), len(text)]
    assert all(end_of_character(text, at) == min(end for end in ends if end >= at) for at in range(len(text) + 1))


GUESSES = {
    "de": SAID["de"],
    "uk": SAID["uk"],
    "other": SAID["ru"],
    "other ": SAID["pl"],
    "other  ": "市长说大桥是安全的。",
    "other   ": "قال رئيس البلدية إن الجسر آمن",
    "en": "MAYOR: THE BRIDGE IS SAFE AND THE REPORT IS WRONG",
    "unknown": "Bridge safe",
    "unknown ": "1 2 3",
    "uk ": "Їжак",
}


@pytest.mark.parametrize(("language", "text"), GUESSES.items())
def test_drafting_is_said_to_be_for_english(language, text):
    brought = read_pasted(text)
    assert brought.language == language.strip()
    said = brought.notes[-1] if brought.notes else ""
    assert ("Drafting is for English; marking by hand works." in said) == (brought.language != "en")
    assert ("could not be told" in said) == (brought.language == "unknown")
