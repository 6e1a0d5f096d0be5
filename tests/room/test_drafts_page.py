"""The page of whosays edit: for whoever has the key, from its own page alone; all words reach it as text."""

import asyncio
import http.client
import re
import threading
from contextlib import contextmanager
from html import unescape
from urllib.parse import urlencode

import pytest
import tornado.httpserver
import tornado.testing
from drafted_lesson import make
from small_lesson import change
from typer.testing import CliRunner

from exercises.cli import app
from exercises.room import addresses, edit
from exercises.room.drafts_page import application

KEY = "the-key-of-a-test"
OWNER = "key.yaml/attributions/A02a"


@contextmanager
def served(folder):
    socket, port = tornado.testing.bind_unused_port()
    loop, ready = asyncio.new_event_loop(), threading.Event()

    async def begin():
        server = tornado.httpserver.HTTPServer(application(folder, KEY, f"127.0.0.1:{port}"))
        server.add_sockets([socket])
        ready.set()

    def run():
        asyncio.set_event_loop(loop)
        loop.run_until_complete(begin())
        loop.run_forever()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    ready.wait()
    try:
        yield port
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        socket.close()
        loop.close()


class Browser:
    """Asks for pages as a browser does, and keeps cookies."""

    def __init__(self, port):
        self.port, self.cookies = port, {}

    def ask(self, method, path, form=None, **headers):
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        sent = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} | headers
        body = urlencode(form) if form is not None else None
        if body is not None:
            sent = {
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": f"http://127.0.0.1:{self.port}",
            } | sent
        line.request(method, path, body, sent)
        answer = line.getresponse()
        for name, value in answer.getheaders():
            if name == "Set-Cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        text = answer.read().decode()
        line.close()
        return answer.status, answer.headers, text

    def page(self, path="/"):
        return self.ask("GET", path)[2]

    def form(self):
        """Give all that the form of the page would send, but for its buttons."""
        page = self.page()
        sent = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', page))
        sent |= dict(re.findall(r'<textarea [^>]*name="([^"]+)"[^>]*>\n([^<]*)</textarea>', page))
        return {name: unescape(value) for name, value in sent.items()}

    def press(self, do, place="", **fields):
        """Press a button of a draft, with some of its fields changed, and give the page that comes of it."""
        typed = {f"f|{place.partition('|')[0]}|{name}": value for name, value in fields.items()}
        status, headers, _ = self.ask("POST", "/act", self.form() | typed | {"do": f"{do}|{place}" if place else do})
        assert status == 303
        return self.page(headers["Location"].partition("#")[0])

    def add(self, sentence, words, kind):
        """Make a draft of words of a sentence, and give the page that comes of it."""
        picked = {f"new|{sentence}|words": words, f"new|{sentence}|kind": kind, "do": f"add|{sentence}"}
        _, headers, _ = self.ask("POST", "/act", self.form() | picked)
        return self.page(headers["Location"].partition("#")[0])


@pytest.fixture
def folder(tmp_path):
    return make(tmp_path / "lessons" / "bakery")


@pytest.fixture
def browser(folder):
    with served(folder) as port:
        made = Browser(port)
        assert made.ask("GET", f"/?key={KEY}")[0] == 302
        yield made


def test_without_the_key_nothing_is_shown_or_changed(folder):
    with served(folder) as port:
        stranger, before = Browser(port), (folder / "key.yaml").read_bytes()
        for status, _, text in (
            stranger.ask("GET", "/"),
            stranger.ask("GET", "/?key=wrong"),
            stranger.ask("POST", "/act", {"do": "undo"}),
        ):
            assert (status, "the whole address that the command printed" in text) == (403, True)
            assert "bakery" not in text
        assert (folder / "key.yaml").read_bytes() == before


def test_a_foreign_name_and_a_foreign_page_are_refused(browser):
    assert browser.ask("GET", "/", Host="evil.example")[0] == 421
    for origin in ("http://evil.example", "null", f"http://127.0.0.1:{browser.port}.evil.example"):
        assert browser.ask("POST", "/act", {"do": "undo"}, Origin=origin)[0] == 403


def test_the_key_leaves_the_address_and_no_script_or_page_of_others_can_use_it(browser):
    status, headers, _ = browser.ask("GET", f"/?key={KEY}")
    assert (status, headers["Location"]) == (302, "/")
    assert {"HttpOnly", "SameSite=Strict"} <= set(headers["Set-Cookie"].split("; "))
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_it_shows_the_article_with_its_drafts_and_the_file_beside_it(browser):
    page = browser.page()
    assert '<mark class="mend-attributions-cue ">according to</mark>' in page
    assert "The key of the article: who says what" in page
    assert "claims.yaml" in page


def test_a_click_accepts_and_the_page_says_what_it_did(browser, folder):
    page = browser.press("accept", OWNER)
    assert "Accepted: A02a." in page
    assert f"accept|{OWNER}" not in page
    assert "draft: true" not in (folder / "key.yaml").read_text("utf-8").split("A02a")[1].split("- id")[0]
    assert "Accepted" not in browser.page()


def test_a_changed_field_stands_in_the_file_and_on_the_page(browser, folder):
    assert "Changed: A02a." in browser.press("change", OWNER, source="owner")
    assert 'source: "owner"' in (folder / "key.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "do", ["accept|key.yaml/certainty/H03a", "drop|key.yaml/certainty/H03a", "show|claims.yaml|l-9"]
)
def test_what_is_typed_for_one_draft_stays_while_another_button_is_pressed(browser, folder, do):
    typed = {f"f|{OWNER}|source": "the owner <herself>", "do": do}
    browser.ask("POST", "/act", browser.form() | typed)
    page = browser.page()
    assert "the owner &lt;herself&gt;</textarea>" in page
    assert "What you typed here is in no file yet." in page
    assert "herself" not in (folder / "key.yaml").read_text("utf-8")
    assert "Changed: A02a." in browser.press("change", OWNER, source="owner")
    assert "in no file yet" not in browser.page()


def test_what_is_wrong_after_a_change_is_said_with_its_line(browser):
    page = browser.press("change", OWNER, source="nobody of that name")
    assert re.search(r"key\.yaml:\d+: “nobody of that name” does not occur in sentence 2", page)
    assert "To mend: 1" in page


def test_a_dropped_draft_can_be_had_back(browser, folder):
    before = (folder / "key.yaml").read_bytes()
    assert "Dropped: A02a." in browser.press("drop", OWNER)
    assert "Undone; key.yaml is as it was before." in browser.press("undo")
    assert (folder / "key.yaml").read_bytes() == before


def test_a_file_that_was_edited_meanwhile_is_read_anew(browser, folder):
    form = browser.form()
    change(folder / "key.yaml", "# The key of the article", "# My own remark. The key of the article")
    before = (folder / "key.yaml").read_bytes()
    typed = {"do": f"accept|{OWNER}", f"f|{OWNER}|source": "the owner herself"}
    browser.ask("POST", "/act", form | typed)
    page = browser.page()
    assert "nothing was overwritten" in page
    assert "My own remark" in page
    assert "the owner herself</textarea>" in page
    assert (folder / "key.yaml").read_bytes() == before


def test_a_claim_that_is_still_open_says_what_to_fill_in(browser):
    page = browser.press("accept", "claims.yaml/claims/C1")
    assert "C1 is not saved as accepted. First fill in: said.answer, said.by" in page
    assert '<details class="mend-draft" id="d-claims.yaml-claims-C1" open>' in page


def test_words_of_a_file_reach_the_page_as_text(tmp_path):
    hostile = (
        "<script>alert(1)</script> Mara Quist said that “<img src=x onerror=alert(2)>” was </textarea></pre> there."
    )
    folder = make(tmp_path / "lessons" / "bakery", hostile)
    file = folder / "key.yaml"
    file.write_text(f"# </pre><script>alert(3)</script>\n{file.read_text('utf-8')}", encoding="utf-8")
    with served(folder) as port:
        browser = Browser(port)
        browser.ask("GET", f"/?key={KEY}")
        page = browser.page()
    assert "alert(3)" in page
    assert "<script>" not in page
    assert "<img" not in page


@pytest.mark.parametrize("form", [{"do": "delete"}, {}, {"do": "undo"}])
def test_a_button_that_there_is_not_does_nothing(browser, form):
    status, _, text = browser.ask("POST", "/act", form)
    assert (status, "nothing was changed" in text) == (400, True)


@pytest.mark.parametrize("path", ["/teacher", "/files/0000000000000000/room/site/room.css", "/../key.yaml", "/act"])
def test_there_is_nothing_else(browser, path):
    assert browser.ask("GET", path)[0] in (404, 405)


def test_a_disk_that_takes_nothing_is_told_and_the_file_stays(browser, folder, monkeypatch):
    def fail(*_args):
        raise OSError(28, "No space left on device")

    before = (folder / "key.yaml").read_bytes()
    monkeypatch.setattr("exercises.notebook.mending.os.replace", fail)
    assert "key.yaml cannot be written (No space left on device)" in browser.press("accept", OWNER)
    assert (folder / "key.yaml").read_bytes() == before
    assert [file.name for file in folder.iterdir() if file.name.startswith(".")] == []


def test_a_lesson_that_cannot_be_read_is_still_shown_with_what_is_to_mend(browser, folder):
    (folder / "lesson.yaml").write_text("id: [", encoding="utf-8")
    assert "lesson.yaml:1" in browser.page()


def test_the_command_prints_the_address_with_a_key_and_ends_in_one_sentence(folder, monkeypatch):
    asked = []

    async def serve(lesson, key, port, unsaved):
        asked.append((lesson, port))
        unsaved.note([], {f"f|{OWNER}|why.source": "A long\x9b thought."})

    monkeypatch.setattr("exercises.room.drafts_page.serve", serve)
    monkeypatch.setattr(addresses, "is_free", lambda *_: True)
    result = CliRunner().invoke(app, ["edit", str(folder)])
    assert re.search(r"http://127\.0\.0\.1:8766/\?key=\S{20,} ", result.output)
    assert (result.exit_code, asked) == (0, [(folder, edit.PORT)])
    assert "The page is closed." in result.output
    assert "  key.yaml: A02a, why.source: A long thought." in result.output
    monkeypatch.setattr(addresses, "is_free", lambda *_: False)
    result = CliRunner().invoke(app, ["edit", str(folder)])
    assert (result.exit_code, "choose another one with --port" in result.output) == (1, True)


def test_accept_says_what_check_would_say_and_keeps_what_was_typed(browser, folder):
    before = (folder / "key.yaml").read_bytes()
    page = browser.press("accept", OWNER, source="nobody of that name")
    assert "A02a is not saved as accepted." in page
    assert "“nobody of that name” does not occur in sentence 2" in page
    assert "nobody of that name</textarea>" in page
    assert (folder / "key.yaml").read_bytes() == before


def test_what_is_wrong_stands_at_its_entry_too_and_the_bar_leads_to_the_list(browser):
    page = browser.press("change", OWNER, source="nobody of that name")
    entry = page.split(f'id="d-{OWNER.replace("/", "-")}"')[1].split("</details>")[0]
    assert "“nobody of that name” does not occur in sentence 2" in unescape(entry)
    assert '<a href="#top">To mend: 1</a>' in page


def test_what_was_accepted_stays_on_the_page_with_its_marks_and_can_be_opened(browser, folder):
    page = browser.press("accept", OWNER)
    assert '<mark class="mend-attributions-cue mend-accepted ">according to</mark>' in page
    assert "in key.yaml, line" in page.split(f'id="d-{OWNER.replace("/", "-")}"')[1].split("</summary>")[0]
    assert ", accepted" in page
    assert "Changed: A02a." in browser.press("change", OWNER, holder="the owner")
    assert 'holder: "the owner"' in (folder / "key.yaml").read_text("utf-8")
    assert "Dropped: A02a." in browser.press("drop", OWNER)


def test_undo_gives_back_what_was_typed_beside_what_stood_in_the_file(browser, folder):
    before = (folder / "key.yaml").read_bytes()
    browser.press("accept", OWNER, source="owner", **{"why.cue": "These two words name who says it."})
    page = browser.press("undo")
    assert (folder / "key.yaml").read_bytes() == before
    assert "These two words name who says it.</textarea>" in page
    assert "What you typed here is in no file yet." in page


def test_a_card_is_dropped_alone(browser, folder):
    place = "01_first_read.yaml/exercises/first-named"
    assert "Dropped: n-a02a." in browser.press("drop", f"{place}|n-a02a")
    text = (folder / "01_first_read.yaml").read_text("utf-8")
    assert ("n-a02a" in text, "n-a03a" in text) == (False, True)


def test_picked_words_become_a_draft_and_those_that_are_none_stay_to_be_mended(browser, folder):
    page = browser.add(4, "no such words", "certainty")
    assert "No draft was made. “no such words” does not occur in sentence 4." in unescape(page)
    assert "no such words</textarea>" in page
    assert "New draft: A04a. Fill in the rest of it" in browser.add(4, "wrote", "attributions")
    assert 'cue: "wrote"' not in (folder / "key.yaml").read_text("utf-8")
    assert "cue: wrote" in (folder / "key.yaml").read_text("utf-8")
    assert "no such words" not in browser.page()


def test_what_was_picked_stays_while_another_button_is_pressed(browser):
    browser.ask("POST", "/act", browser.form() | {"new|4|words": "wrote", "do": f"accept|{OWNER}"})
    assert "wrote</textarea>" in browser.page()


@pytest.mark.parametrize(("place", "kind"), [("4", "nothing"), ("x", "voice"), ("4", ""), ("", "voice")])
def test_a_new_entry_of_no_kind_or_sentence_changes_nothing(browser, folder, place, kind):
    before = (folder / "key.yaml").read_bytes()
    form = browser.form() | {"do": f"add|{place}", f"new|{place}|kind": kind, f"new|{place}|words": "wrote"}
    assert browser.ask("POST", "/act", form)[0] == 400
    assert (folder / "key.yaml").read_bytes() == before


def test_other_readings_are_typed_as_in_the_file_and_one_that_cannot_be_read_says_how(browser, folder):
    page = browser.press("accept", OWNER, also_accept="owner")
    assert "this line cannot be read: “owner”" in unescape(page)
    assert "Accepted: A02a." in browser.press("accept", OWNER, also_accept='{source: "owner"}')
    assert 'also_accept: [{source: "owner"}]' in (folder / "key.yaml").read_text("utf-8")


def test_the_page_says_what_its_lines_mean(browser):
    legend = browser.page().split('class="mend-legend"')[1].split("</p>")[0]
    assert all(word in legend for word in ("source", "word of saying", "how sure", "loud word", "accepted"))


def test_whoever_changes_what_a_reason_is_about_is_asked_whether_it_still_fits(browser):
    asked = "Does the reason still fit? Look at why.source."
    assert asked not in browser.press("change", OWNER, source="owner")
    assert asked in browser.press("change", OWNER, source_kind="named-person")
    assert asked not in browser.press("accept", OWNER, source_kind="described", **{"why.source": "It is a job."})
