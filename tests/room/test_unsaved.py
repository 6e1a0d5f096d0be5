"""What was typed on the page of drafts is never gone, and never takes the place of what somebody wrote meanwhile."""

import re
from html import unescape

import pytest
from drafted_lesson import make
from small_lesson import change
from test_drafts_page import KEY, OWNER, Browser, served

FIELD = f"f|{OWNER}|why.source"


@pytest.fixture
def folder(tmp_path):
    return make(tmp_path / "lessons" / "bakery")


@pytest.fixture
def browser(folder):
    with served(folder) as port:
        made = Browser(port)
        made.ask("GET", f"/?key={KEY}")
        yield made


def press(browser, form, do, **fields):
    """Press a button in a window that was opened before, after typing there, and give the page that comes of it."""
    typed = {f"f|{OWNER}|{name}": words for name, words in fields.items()}
    _, headers, _ = browser.ask("POST", "/act", form | typed | {"do": do})
    return unescape(browser.page(headers["Location"].partition("#")[0]))


def in_field(page, name=FIELD):
    """Give what stands in a field of the page; None if there is no such field."""
    found = re.search(rf'name="{re.escape(name)}"[^>]*>\n([^<]*)</textarea>', page)
    return found and found[1]


def beside(page):
    """Give the words that stand on the page beside its fields, as no file holds them or a field is in doubt."""
    return re.findall(r'<div class="mend-beside"><p>.*?</p>\s*<pre>(.*?)</pre>', page, re.DOTALL)


def by_hand(folder, words="By hand."):
    """Write a reason of the owner in an editor."""
    file = folder / "key.yaml"
    text = file.read_text("utf-8")
    at = text.index("source:", text.index("why:", text.index("- id: A02a")))
    end = text.index("\n", at)
    file.write_text(f'{text[:at]}source: "{words}"{text[end:]}', encoding="utf-8")


@pytest.mark.parametrize("do", ["show|claims.yaml|l-1", "accept|key.yaml/attributions/A03a"])
def test_a_field_that_nobody_touched_holds_what_was_written_in_the_file_meanwhile(browser, folder, do):
    form = browser.form()
    by_hand(folder)
    page = press(browser, form, do)
    assert in_field(page) == "By hand."
    assert "in no file" not in page
    press(browser, browser.form(), f"change|{OWNER}", holder="the owner")
    assert "By hand." in (folder / "key.yaml").read_text("utf-8")


def test_an_older_window_does_not_bring_back_what_another_one_has_changed(browser, folder):
    older = browser.form()
    assert "Accepted: A02a." in press(browser, browser.form(), f"accept|{OWNER}", **{"why.source": "Look again."})
    page = press(browser, older, "show|claims.yaml|l-1")
    assert (in_field(page), beside(page)) == ("Look again.", [])


def test_an_older_window_does_not_throw_away_what_is_typed_in_another_one(browser):
    older = browser.form()
    press(browser, browser.form(), "show|claims.yaml|l-1", **{"why.source": "A long thought."})
    assert in_field(press(browser, older, "show|claims.yaml|l-1")) == "A long thought."


def test_what_a_window_does_not_show_is_not_saved_from_it_and_stays(browser, folder):
    older = browser.form()
    press(browser, browser.form(), "show|claims.yaml|l-1", **{"why.source": "A long thought."})
    page = press(browser, older, f"change|{OWNER}", holder="the owner")
    assert "A long thought." not in (folder / "key.yaml").read_text("utf-8")
    assert in_field(page) == "A long thought."


def test_what_two_windows_typed_in_one_field_is_both_there_until_one_is_let_go(browser, folder):
    one, two = browser.form(), browser.form()
    press(browser, one, "show|claims.yaml|l-1", **{"why.source": "Of the first."})
    page = press(browser, two, "show|claims.yaml|l-1", **{"why.source": "Of the second."})
    assert (in_field(page), beside(page)) == ("Of the second.", ["Of the first."])
    gone = re.search(r'value="(let-go\|[^"]*)"', page)[1]
    page = press(browser, browser.form(), f"change|{OWNER}")
    assert "Of the second." in (folder / "key.yaml").read_text("utf-8")
    assert (in_field(page), beside(page)) == ("Of the first.", ["Of the second."])
    page = press(browser, browser.form(), gone)
    assert (in_field(page), beside(page)) == ("Of the second.", [])


def test_what_was_typed_while_the_file_was_changed_stands_beside_what_the_file_holds(browser, folder):
    form = browser.form()
    by_hand(folder)
    page = press(browser, form, f"change|{OWNER}", **{"why.source": "On the page."})
    assert "nothing was overwritten" in page
    assert (in_field(page), beside(page)) == ("On the page.", ["By hand."])
    assert beside(press(browser, browser.form(), "show|claims.yaml|l-1")) == ["By hand."]
    page = press(browser, browser.form(), re.search(r'value="(let-go\|[^"]*)"', page)[1])
    assert (in_field(page), beside(page), "in no file" in page) == ("By hand.", [], False)


def test_whoever_has_seen_both_may_save_what_was_typed(browser, folder):
    form = browser.form()
    by_hand(folder)
    press(browser, form, "show|claims.yaml|l-1", **{"why.source": "On the page."})
    assert "Changed: A02a." in press(browser, browser.form(), f"change|{OWNER}")
    assert "On the page." in (folder / "key.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("attributions:\n", "attributions: [\n"),
        ("  - id: A02a\n", "  - id: A02x\n"),
        ("  - id: A02a\n", "  - {id: A02a, draft: true, sentence: 2, cue: said}\n  - id: A02a\n"),
    ],
)
def test_words_without_a_field_are_shown_as_text_and_come_back_with_their_entry(browser, folder, old, new):
    form, before = browser.form(), (folder / "key.yaml").read_bytes()
    change(folder / "key.yaml", old, new)
    page = press(browser, form, f"change|{OWNER}", **{"why.source": "My <long> thought."})
    assert (in_field(page), beside(page)) == (None, ["My <long> thought."])
    assert "key.yaml: A02a, why.source" in page
    assert "<long>" not in browser.page()
    (folder / "key.yaml").write_bytes(before)
    page = browser.page()
    assert "My &lt;long&gt; thought.</textarea>" in page
    assert beside(page) == []


def test_words_that_nobody_needs_any_more_are_let_go(browser, folder):
    form = browser.form()
    change(folder / "key.yaml", "  - id: A02a\n", "  - id: A02x\n")
    page = press(browser, form, "show|claims.yaml|l-1", **{"why.source": "My thought."})
    page = press(browser, browser.form(), re.search(r'value="(let-go\|[^"]*)"', page)[1])
    assert "My thought." not in page


def test_an_id_that_stands_twice_is_told_and_has_no_fields_in_which_words_would_be_lost(browser, folder):
    change(folder / "key.yaml", "  - id: A02a\n", "  - {id: A02a, sentence: 2, cue: said}\n  - id: A02a\n")
    page = browser.page()
    assert page.count("The id A02a stands twice in key.yaml") == 2
    assert (OWNER + "|" in page, f"change|{OWNER}" in page, f"drop|{OWNER}" in page) == (False, False, False)
    assert "by hand" in press(browser, browser.form(), f"drop|{OWNER}")


def test_cards_with_one_id_have_no_fields_in_which_words_would_be_lost(browser, folder):
    file = folder / "01_first_read.yaml"
    change(file, "      - id: n-a03a\n", "      - id: n-a02a\n")
    assert "|n-a02a.why" not in browser.page()
    before = file.read_bytes()
    assert "by hand" in press(browser, browser.form(), "drop|01_first_read.yaml/exercises/first-named|n-a02a")
    assert file.read_bytes() == before


def test_words_picked_in_one_window_stay_when_an_older_one_presses_a_button(browser):
    older = browser.form()
    press(browser, browser.form() | {"new|4|words": "wrote"}, "show|claims.yaml|l-1")
    assert in_field(press(browser, older, "show|claims.yaml|l-1"), "new|4|words") == "wrote"


def test_a_long_answer_in_any_script_is_read_on_the_page_as_no_browser_takes_a_long_cookie(browser):
    typed = {f"f|{OWNER}|source": "“довгі” " * 300, "do": f"accept|{OWNER}"}
    _, headers, _ = browser.ask("POST", "/act", browser.form() | typed)
    assert all(len(value) < 4096 for value in headers.values())
    assert "A02a is not saved as accepted." in browser.page()
    assert "A02a is not saved as accepted." not in browser.page()


def test_a_page_of_before_the_command_was_started_anew_brings_its_words_with_it(browser, folder):
    press(browser, browser.form(), "show|claims.yaml|l-1", **{"why.source": "A long thought."})
    form = browser.form()
    with served(folder) as port:
        anew = Browser(port)
        anew.ask("GET", f"/?key={KEY}")
        assert in_field(press(anew, form, "show|claims.yaml|l-1")) == "A long thought."


def test_undo_brings_back_beside_what_was_typed_since(browser):
    press(browser, browser.form(), f"change|{OWNER}", **{"why.source": "First."})
    press(browser, browser.form(), "show|claims.yaml|l-1", **{"why.source": "Second."})
    page = press(browser, browser.form(), "undo")
    assert in_field(page) == "Second."
    assert "First." in beside(page)
