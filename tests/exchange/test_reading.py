"""What a page brings to be read: in pieces, each answered, the whole read once, refused in words, bounded."""

import base64
import threading

import pytest
from every_lesson import items_of, named
from talk import Talk

from exercises.answers.store import Store
from exercises.exchange import reading
from exercises.exchange.reading import MOST_AT_ONCE, Reading
from exercises.page.limits import LARGEST_FILE

LESSON = named("your_article")
TEXT = "“It is shut,” the mayor said. Nobody asked why."


class Page:
    """Sends pieces, and waits for the reply that is no pong."""

    def __init__(self, receive):
        self.receive, self.seq, self.replies, self.there = receive, 0, [], threading.Event()

    def hear(self, reply):
        self.replies.append(reply)
        if reply["kind"] != "pong":
            self.there.set()

    def send(self, data, *, name="", at=0, last=True, what="one"):
        self.seq += 1
        self.there.clear()
        piece = {"name": name, "at": at, "last": last, "data": base64.b64encode(data).decode()}
        message = {"kind": "read", "tab": "tab-of-a-page", "seq": self.seq, "what": what, "answer": piece}
        self.receive(message, self.hear)
        assert self.there.wait(60)
        return self.replies[-1]


@pytest.fixture
def page(tmp_path):
    talk = Talk(LESSON, items_of(LESSON)["bring-text"], Store(tmp_path))
    return Page(lambda message, send: talk.face.receive(talk.student, message, send))


def test_a_pasted_text_comes_back_in_sentences(page):
    told = page.send(TEXT.encode())
    assert told["kind"] == "read"
    assert told["read"]["sentences"] == ["“It is shut,” the mayor said.", "Nobody asked why."]
    assert told["read"]["language"] == "en"
    assert [one["kind"] for one in page.replies] == ["pong", "read"]


def test_pieces_are_put_together_and_each_is_answered(page):
    data = TEXT.encode()
    assert page.send(data[:9], last=False)["kind"] == "piece"
    # A reply was lost: the same piece comes again, and counts once.
    assert page.send(data[:9], last=False)["kind"] == "piece"
    told = page.send(data[9:], at=1)
    assert len(told["read"]["sentences"]) == 2
    assert page.send(data[9:], at=1)["read"] == told["read"]


def test_a_file_is_read_as_what_it_is(page):
    told = page.send(b"<title>Shut</title><p>The bridge is shut, the mayor said.", name="a.html")
    assert told["read"]["sentences"] == ["The bridge is shut, the mayor said."]


# What is tried at the door itself stands in tests/texts: here, that each way of being refused reaches the page.
@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("", b"   ", "There is no text here"),
        ("", b"!?", "only signs"),
        ("a.docx", b"PK\3\4nothing", "damaged"),
        ("a.pdf", b"%PDF-1.4 damaged", "damaged"),
        ("a.png", b"\x89PNG\r\n\x1a\n\0\0", "picture"),
        ("a.txt", b"", "empty"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence(page, name, data, why):
    told = page.send(data, name=name)
    assert told["kind"] == "refused"
    assert why in told["words"]


@pytest.mark.parametrize(
    "text",
    ["word", "no full stop at the end", "‘Odd’ and «so» and „so“", "— Said he.", "ALL CAPITALS SAID.", "• one\n• two",
     "Der Bürgermeister sagte, dass die Brücke geschlossen ist.", "Мер сказав, що міст закрито.", "🙂 said so. 👩‍👩‍👧",
     "a\u200bb\0c\u202ed said.", "one\r\ntwo\rthree", "said. " * 40_000, "\ud83d half"],
    ids=["one word", "no stop", "quotation marks", "dashes", "capitals", "bullets", "German", "Ukrainian", "emoji",
         "controls", "line ends", "40,000 words", "half a sign"],
)  # fmt: skip
def test_any_text_works(page, text):
    data, size, at = text.encode("utf-8", "surrogatepass"), 90_000, 0
    while (at + 1) * size < len(data):
        page.send(data[at * size : (at + 1) * size], at=at, last=False)
        at += 1
    told = page.send(data[at * size :], at=at)
    assert told["kind"] == "read"
    assert all(one == " ".join(one.split()) != "" for one in told["read"]["sentences"])


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_files_in_other_letters_are_read(page, encoding):
    told = page.send("Café Müller is shut, the mayor said.".encode(encoding), name="a.txt")
    assert told["read"]["sentences"] == ["Café Müller is shut, the mayor said."]


def test_more_than_may_come_is_refused_before_it_is_read(page):
    size = 100_000
    for at in range(LARGEST_FILE // size):
        assert page.send(b"a" * size, at=at, last=False)["kind"] == "piece"
    told = page.send(b"a", at=LARGEST_FILE // size)
    assert (told["kind"], "larger than 5 MB" in told["words"]) == ("refused", True)


def test_a_piece_of_something_that_is_not_here_begins_anew(page):
    assert "try once more" in page.send(b"a", at=3)["words"]
    page.send(b"a", last=False)
    assert "try once more" in page.send(b"a", at=2)["words"]
    assert "try once more" in page.send(b"a", at=1, what="another")["words"]


@pytest.mark.parametrize("change", [{"what": None}, {"answer": None}, {"answer": {"name": "a"}}])
def test_what_makes_no_sense_is_refused(page, change):
    sent = page.receive

    def changed(message, send):
        sent(message | change, send)

    page.receive = changed
    assert page.send(b"a")["kind"] == "refused"


def test_data_that_are_no_base64_are_refused(page):
    sent = page.receive
    page.receive = lambda message, send: sent(message | {"answer": message["answer"] | {"data": "?"}}, send)
    assert page.send(b"a")["kind"] == "refused"


def test_an_exercise_that_reads_nothing_says_so(tmp_path):
    talk = Talk(LESSON, items_of(LESSON)["who-says-what"], Store(tmp_path))
    assert Page(lambda message, send: talk.face.receive(talk.student, message, send)).send(b"a")["kind"] == "refused"


def test_a_reader_that_stops_is_said_and_the_next_text_is_read(page, monkeypatch):
    real = reading.ask_elsewhere
    monkeypatch.setattr(reading, "ask_elsewhere", lambda *_a, **_m: real("exercises.no_such_module"))
    assert "could not be read in time" in page.send(b"a")["words"]
    monkeypatch.setattr(reading, "ask_elsewhere", real)
    assert page.send(TEXT.encode(), what="two")["kind"] == "read"


def test_of_many_students_only_the_last_ones_are_held():
    held = Reading("exercises.texts")
    pages = [
        Page(lambda message, send, code=f"code-{number}": held.receive(message_of(message), code, send))
        for number in range(MOST_AT_ONCE + 1)
    ]
    for one in pages:
        assert one.send(b"a", last=False)["kind"] == "piece"
    assert "try once more" in pages[0].send(b"b", at=1)["words"]
    assert pages[-1].send(b"b", at=1)["read"]["sentences"] == ["ab"]


def message_of(content):
    from exercises.exchange.message import read_message

    return read_message(content)
