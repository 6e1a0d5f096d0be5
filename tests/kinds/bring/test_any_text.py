"""Any text works in *bring* and in what stands on it, or is refused in one clear sentence: all of it through the faces.

What can be wrong inside a file is tried at the door itself, in ``tests/texts``; here each way reaches the student.
"""

import base64
import io
import json
import re
import threading

import pytest
from every_lesson import items_of, named
from made_files import SENTENCES, body, packed_with, pdf, word_with
from pypdf import PdfWriter
from talk import Line

from exercises.answers.store import Store
from exercises.kinds.bring.item import MOST_KEPT
from exercises.page.limits import LARGEST_FILE
from exercises.visit import Visit

LESSON = named("your_article")
BRING, MARK = "bring-text", "who-says-what"
PIECE = 90_000


class Student:
    """Somebody who brings a text, checks it, marks its first word and checks that."""

    def __init__(self, folder):
        visit = Visit(LESSON, items_of(LESSON), Store(folder), "your_article")
        self.bring, self.mark = (Line(visit, visit.exercise(name)) for name in (BRING, MARK))

    def reads(self, data, name=""):
        """Bring bytes in pieces, as the page does, and give the last reply."""
        pieces = [data[at : at + PIECE] for at in range(0, max(len(data), 1), PIECE)]
        for at, piece in enumerate(pieces):
            reply = self._sends(piece, name, at, last=at + 1 == len(pieces))
            if reply["kind"] != "piece":
                break
        return reply

    def _sends(self, data, name, at, *, last):
        self.bring.seq += 1
        piece = {"name": name, "at": at, "last": last, "data": base64.b64encode(data).decode()}
        message = {"kind": "read", "tab": "tab-of-a-page", "seq": self.bring.seq, "what": "one", "answer": piece}
        there, replies = threading.Event(), []

        def hear(reply):
            replies.append(reply)
            if reply["kind"] != "pong":
                there.set()

        self.bring.shown.receive(message, hear)
        assert there.wait(120)
        return replies[-1]

    def works_on(self, read):
        """Check the first sentences, mark the first word in them, check that, and give both results."""
        sentences = read["sentences"]
        kept = sentences if len(json.dumps(sentences)) <= MOST_KEPT else sentences[:12]
        last = min(12, len(sentences))
        answer = {"title": read["title"], "sentences": kept, "total": len(sentences), "first": 1, "last": last}
        self.bring("check", answer | {"language": read["language"], "notes": read["notes"]})
        self.mark("draft", {"on": None, "marks": []})
        part = self.mark.state["earlier"]["part"]
        at = re.search(r"\w+", "\n".join(part["sentences"]))
        mark = {"group": 1, "label": "source", "start": at.start(), "end": at.end()}
        self.mark("check", {"on": part, "marks": [mark]})
        return self.bring.state["result"], self.mark.state["result"]


@pytest.fixture
def student(tmp_path):
    return Student(tmp_path)


def utf8(text):
    return text.encode("utf-8", "surrogatepass")


def locked():
    writer, file = PdfWriter(clone_from=io.BytesIO(pdf(SENTENCES))), io.BytesIO()
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(file)
    return file.getvalue()


SAID = "The mayor said that the bridge is safe, and that it will open in May."
WORKS = {
    "one word": ("", utf8("Shut"), ("Shut",)),
    "no final full stop": ("", utf8("It is shut. Nobody said why"), ("It is shut.", "Nobody said why")),
    "odd and single marks": ("", utf8("‘It is shut’, she said. `So it is', he said."), None),
    "marks of other languages": ("", utf8("«It is shut,» she said. „So it is,“ he said."), None),
    "dashes of dialogue": (
        "",
        utf8("— It is shut, said Ann.\n— Why? asked Ben."),
        ("— It is shut, said Ann.", "— Why? asked Ben."),
    ),
    "all capitals": ("", utf8("THE BRIDGE IS SHUT, THE MAYOR SAID. NOBODY ASKED WHY."), None),
    "a list": ("", utf8("• the bridge is shut\n• the road is open\n- so it is said"), None),
    "emoji": ("", utf8("It is shut 🙂 said Ann. 👩‍👩‍👧 was there."), None),
    "hidden and control signs": ("", utf8("It\u200b is\0 shut\u202e, Ann\x07 said."), ("It is shut, Ann said.",)),
    "half a sign": ("", utf8("It is shut \ud83d, Ann said."), None),
    "line ends of all systems": ("", utf8("It is shut.\r\n\r\nAnn said so.\rBen did not."), None),
    "Latin-1": ("a.txt", f"Café Müller: {SAID}".encode("latin-1"), (f"Café Müller: {SAID}",)),
    "UTF-16": ("a.txt", f"Café Müller: {SAID}".encode("utf-16"), (f"Café Müller: {SAID}",)),
    "a page with scripts": (
        "a.html",
        utf8(f"<html><script>alert('lied')</script><p onclick='steal()'>{SAID}<img src=x onerror=alert(1)></p></html>"),
        (SAID,),
    ),
    "200,000 words": ("", utf8("So it is said. " * 50_000), None),
}


@pytest.mark.parametrize(("name", "data", "sentences"), WORKS.values(), ids=WORKS)
def test_it_is_read_checked_and_marked(student, name, data, sentences):
    reply = student.reads(data, name)
    assert reply["kind"] == "read"
    assert sentences is None or tuple(reply["read"]["sentences"]) == sentences
    brought, marked = student.works_on(reply["read"])
    assert brought["summary"].startswith("You work on")
    assert marked["summary"].startswith("Groups that you marked: 1 (Source: 1).")


def test_of_200_000_words_the_page_is_told_how_many_sentences_there_are(student):
    read = student.reads(*reversed(WORKS["200,000 words"][:2]))["read"]
    assert student.works_on(read)[0]["summary"] == "You work on sentences 1 to 12 of 50,000. Words: 48."


@pytest.mark.parametrize(
    "text",
    [
        "Мер сказав, що міст закрито. Ніхто не знає, чому це так.",
        "Der Bürgermeister sagte, dass die Brücke geschlossen ist. Niemand weiß, warum das so ist.",
    ],
    ids=["Ukrainian", "German"],
)
def test_another_language_is_marked_by_hand_and_told_what_drafting_is_for(student, text):
    read = student.reads(utf8(text))["read"]
    assert "Drafting is for English; marking by hand works." in read["notes"]
    brought, marked = student.works_on(read)
    assert "Drafting is for English" in " ".join(one["reason"] for one in brought["remarks"])
    assert "Drafting is for English" in " ".join(one["reason"] for one in marked["remarks"])
    assert marked["extra"]["pairs"] == []


REFUSED = {
    "nothing": ("", b"", "There is no text here: copy an article and paste it, or open a file that holds one."),
    "an empty file": ("a.txt", b"", "This file is empty: open one that holds a text."),
    "only signs": ("", utf8("… – 🙂"), "There are only signs here and no words: paste a text with at least one word."),
    "200,001 words": (
        "",
        b"so " * 200_001,
        "This text has 200,001 words, and 200,000 is the most: bring a part of it.",
    ),
    "a large file": (
        "a.txt",
        b"a " * (LARGEST_FILE // 2 + 1),
        "This is larger than 5 MB, and more is not read here: copy the part that you need and paste it.",
    ),
    "a zip that is no .docx": (
        "a.docx",
        packed_with({"a.txt": b"So it is said."}),
        "This is a packed file (zip), but no Word file: open a .docx, or unpack it and open the text that is in it.",
    ),
    "a zip bomb": (
        "a.docx",
        word_with({"word/document.xml": body(" " * 50_000_000)}),
        "This file becomes far too large when it is unpacked, so it was not opened: copy the text and paste it.",
    ),
    "a locked PDF": (
        "a.pdf",
        locked(),
        "This PDF is locked with a password: copy the text in your PDF reader and paste it.",
    ),
    "a page of scripts": (
        "a.html",
        b"<html><script>var a = 'The mayor said so.'</script></html>",
        "There is no text here: copy an article and paste it, or open a file that holds one.",
    ),
}


@pytest.mark.parametrize(("name", "data", "sentence"), REFUSED.values(), ids=REFUSED)
def test_it_is_refused_in_one_sentence_and_check_says_what_to_bring(student, name, data, sentence):
    reply = student.reads(data, name)
    assert (reply["kind"], reply["words"]) == ("refused", sentence)
    assert student.bring("check", {}) == reply | {
        "seq": student.bring.seq,
        "tab": f"tab-{id(student.bring)}",
        "words": "Bring a text first: paste it, open a file, or take our example.",
    }
    assert student.mark.state["earlier"] is None
