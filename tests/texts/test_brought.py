"""What can be used becomes plain text with a title, sentences and notes on what was mended or left out."""

import io

import pytest
from made_files import SENTENCES, body, pdf, stream, word, word_with
from pypdf import PdfWriter

from exercises.texts.brought import read_brought, read_file, read_pasted

TWO = ("The mayor said that the bridge is safe.", "Nobody has seen the report.")
ARTICLE = "".join(
    f"<p>The mayor said on day {at} that the <b>bri</b>dge is safe, and nobody has seen the report.</p>"
    for at in range(20)
)
SAVED = f"""<!doctype html><html><head><title>Safe &amp; sound - Post</title>
<meta property="og:title" content="Safe &amp; sound">
<script>document.write("The mayor lied.")</script><style>p {{ color: red }}</style></head>
<body onload="steal()"><nav><ul>{'<li><a href="/x">Menu of the page</a></li>' * 30}</ul></nav>
<article><h1>Safe &amp; sound</h1>{ARTICLE}<script>var hidden = "The mayor lied."</script>
<p onclick="steal()" style="display:none">The mayor lied.</p>
<svg><text>The mayor lied.</text></svg></article><footer>All rights reserved</footer></body></html>"""
MARKDOWN = """---
title: "Safe and sound"
---
# The *bridge*

The mayor said that the [bridge](http://example.org) is
**safe**. Nobody has seen the `report`.

- one
- two

<script>alert("The mayor lied.")</script>

| who | what |
|-----|------|
| Ann | no   |
"""


def test_a_pasted_text_has_numbered_sentences():
    brought = read_pasted(f"{SENTENCES}\r\n\r\n“Why?” he asked. No final full stop")
    assert brought.lines == (*TWO, "“Why?” he asked.", "No final full stop")
    assert brought.text == f"{SENTENCES}\n\n“Why?” he asked. No final full stop"
    assert (brought.title, brought.notes, brought.language) == ("", (), "en")


def test_a_splitter_of_ones_own_may_be_given_and_is_not_believed():
    places = [(-5, 9), (3, 20), (20, 20), (18, 900), (2, 4), (950, 990)]
    brought = read_pasted("Cafe\u0301 “no”, the mayor said.", lambda _: places)
    assert [(span.start, span.end) for span in brought.sentences] == [(0, 9), (9, 20), (21, 26)]


@pytest.mark.parametrize(
    "text", ["Word", "WHO SAYS THAT THE BRIDGE IS SAFE", "‘Who?’ «Who?» „Wer?“", "– Who?\n– Me.", "1", "🙂 yes"]
)
def test_odd_texts_work(text):
    brought = read_pasted(text)
    assert brought.text == text
    assert "".join("".join(brought.lines).split()) == "".join(text.split())


def test_as_many_words_as_may_be():
    brought = read_pasted("It is so. " * 66_666 + "Two words.")
    assert len(brought.sentences) == 66_667


KINDS = {
    "text": ("a.txt", SENTENCES.encode()),
    "no ending": ("article", SENTENCES.encode()),
    "another ending": ("a.csv", SENTENCES.encode()),
    "Markdown": ("a.md", SENTENCES.encode()),
    "page": ("a.html", f"<p>{SENTENCES}</p>".encode()),
    "page without tags": ("a.htm", SENTENCES.encode()),
    "Word": ("a.docx", word()),
    "Word in capitals": ("A.DOCX", word()),
    "PDF": ("a.pdf", pdf(SENTENCES)),
    "PDF behind junk": ("a.pdf", b"junk\n" + pdf(SENTENCES)),
}


@pytest.mark.parametrize(("name", "data"), KINDS.values(), ids=KINDS)
def test_every_kind_of_file_becomes_the_same_text(name, data):
    brought = read_brought(name, data)
    assert (brought.lines, brought.notes, brought.language) == (TWO, (), "en")


def test_a_file_on_this_computer_is_read(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf(SENTENCES))
    assert read_file(tmp_path / "a.pdf").lines == TWO


LIES = {
    "Word as .pdf": ("pdf", word(), "a Word file"),
    "PDF as .docx": ("docx", pdf(SENTENCES), "a PDF"),
    "PDF as .txt": ("txt", pdf(SENTENCES), "a PDF"),
    "text as .docx": ("docx", SENTENCES.encode(), "a text file"),
    "page as .md": ("md", f"<html><p>{SENTENCES}".encode(), "a web page"),
}


@pytest.mark.parametrize(("ending", "data", "kind"), LIES.values(), ids=LIES)
def test_a_name_that_lies_is_told(ending, data, kind):
    brought = read_brought(f"a.{ending}", data)
    note = f"The name ends in .{ending}, but the file is {kind}, and it was read as one."
    assert (brought.lines, brought.notes) == (TWO, (note,))


def test_of_a_saved_page_the_article_stays_and_nothing_is_run_or_kept():
    brought = read_brought("a.html", SAVED.encode())
    assert brought.title == "Safe & sound"
    assert sum("the bridge is safe, and" in line for line in brought.lines) == 20
    for left in ("lied", "Menu", "rights", "steal", "color", "<"):
        assert left not in brought.text
    (note,) = brought.notes
    assert note.startswith("Menus, links and other things around the article were left out: of 4")


def test_a_short_page_is_kept_whole_but_for_its_menus():
    said = "The mayor said that the <b>bri</b>dge is safe.<br>Nobody <a href=x>has</a> seen the report."
    page = f"<nav>Menu</nav><h1>Safe</h1><form><p>{said}</form>"
    brought = read_brought("a.html", page.encode())
    assert (brought.lines, brought.title) == (("Safe", *TWO), "Safe")


def test_a_page_with_too_many_parts_to_find_its_article_is_kept_whole():
    brought = read_brought("a.html", b"<p>It is so.</p>" * 41_000)
    assert (len(brought.sentences), brought.notes) == (
        41_000,
        ("Where the article on this page begins and ends could not be told, so all words of the page are here.",),
    )


def test_of_markdown_the_signs_are_taken_off():
    brought = read_brought("a.md", MARKDOWN.encode())
    assert brought.title == "Safe and sound"
    assert brought.lines == ("The bridge", *TWO, "- one", "- two", "who what", "Ann no")
    assert read_brought("a.md", b"# The bridge\n\nIt is so.").title == "The bridge"


@pytest.mark.parametrize("text", [">" * 300 + " It is so.", "[" * 10_001 + " It is so.", "- " * 300 + "It is so."])
def test_markdown_that_would_lose_its_text_stays_as_it_is(text):
    brought = read_brought("a.md", text.encode())
    assert "It is so." in brought.text
    assert brought.notes[0].startswith("The signs of Markdown")


def test_a_word_file_is_read_as_it_would_be_after_all_changes():
    inner = (
        "<w:p><w:pPr><w:t>no</w:t></w:pPr><w:r><w:t>The mayor said</w:t></w:r>"
        "<w:ins><w:r><w:tab/><w:t>that</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText> lied</w:delText></w:r></w:del><w:moveFrom><w:r><w:t> away</w:t></w:r></w:moveFrom>"
        "<w:hyperlink><w:r><w:t> the bridge is safe.</w:t></w:r></w:hyperlink></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Nobody has</w:t></w:r>"
        "<w:r><w:t> seen the report.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    brought = read_brought("a.docx", word_with({"word/document.xml": body(inner)}, title="Safe\nand sound"))
    assert (brought.lines, brought.title) == (TWO, "Safe and sound")


def test_the_title_of_a_pdf_is_given_unless_a_program_made_it_up():
    assert read_brought("a.pdf", pdf(SENTENCES, info="Safe")).title == "Safe"
    assert read_brought("a.pdf", pdf(SENTENCES, info="Microsoft Word - safe.docx")).title == ""
    assert len(read_brought("a.pdf", pdf(SENTENCES, info="safe " * 900)).title) <= 300


def test_what_lines_and_pages_did_to_the_text_of_a_pdf_is_mended():
    pages = [f"Daily Post\nThe mayor said on day {at} that the bri-\ndge is safe.\nPage {at}" for at in range(4)]
    brought = read_brought("a.pdf", pdf(*pages, b""))
    assert brought.lines == tuple(f"The mayor said on day {at} that the bridge is safe." for at in range(4))
    assert brought.notes == (
        "Pages without text, perhaps pictures: 1 of 5. They were left out.",
        "Lines that stand at the top or bottom of most pages were left out: 8.",
        "Words that were broken at the end of a line were joined: 4. If one had a hyphen of its own, it is gone.",
    )


def test_a_font_with_meanings_of_its_own_is_read():
    meanings = b"begincmap\n1 beginbfrange\n<01> <1A> <0061>\nendbfrange\n1 beginbfchar\n<20> <0020>\nendbfchar endcmap"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /A /ToUnicode 5 0 R >>"
    said = b"BT /F1 9 Tf 50 700 Td (\\009\\017\\040\\011\\023\\040\\023\\017) Tj ET".replace(b"\\009", b"\\011\\024")
    assert read_brought("a.pdf", pdf(said, objects={3: font, 5: stream(meanings)})).text == "ito is so"


def test_a_pdf_that_is_locked_against_printing_alone_is_read():
    for user, opens in (("", True), ("secret", False)):
        writer, file = PdfWriter(clone_from=io.BytesIO(pdf(SENTENCES))), io.BytesIO()
        writer.encrypt(user, "owner", algorithm="RC4-128")
        writer.write(file)
        if opens:
            assert read_brought("a.pdf", file.getvalue()).lines == TWO
        else:
            with pytest.raises(ValueError, match="locked with a password"):
                read_brought("a.pdf", file.getvalue())
