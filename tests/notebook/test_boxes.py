"""Boxes in a notebook's own text: the article to look up is text and nothing else."""

from html.parser import HTMLParser
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as some
from markdown_it import MarkdownIt

from exercises.notebook.boxes import article_text

TEXT = some.text(some.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=40)
ENTRY = SimpleNamespace(term="AFU", meaning="Armed Forces of Ukraine.")


class Reader(HTMLParser):
    """Collects the tags and the words of a page."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.words = set(), ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)

    def handle_data(self, data):
        self.words += data


def article(*sentences, invented=False, plain=None):
    numbered = [SimpleNamespace(number=number, text=text) for number, text in enumerate(sentences, start=1)]
    post = SimpleNamespace(publisher="Dovhe Post", dated="2025-05-02", known="errors")
    info = SimpleNamespace(article=post, invented=invented)
    text, background = SimpleNamespace(sentences=numbered), SimpleNamespace(glossary=[ENTRY])
    lesson = SimpleNamespace(info=info, texts={"article": text}, background=background, plain=plain or {})
    return article_text(lesson, ("AFU",))


def test_the_article_is_folded_numbered_dated_and_called_a_specimen():
    page = Reader(MarkdownIt().render(article("The bridge stands.", "It is old.")))
    assert "details" in page.tags
    for words in ("2 sentences", "S1 The bridge", "S2 It is old", "contains errors", "Dovhe Post", "2 May 2025"):
        assert words in page.words
    assert "AFU: Armed Forces of Ukraine." in page.words


def test_an_invented_article_says_so_and_nobody_is_told_that_it_appeared():
    words = Reader(article("The bridge stands.", invented=True)).words
    assert "invented" in words
    assert "published by" not in words


def test_a_plain_version_waits_behind_its_own_sentence_and_says_that_nobody_is_asked_about_it():
    source = article("The bridge stands.", "It is old.", plain={"S2": "It has <b>many</b> years."})
    page = Reader(MarkdownIt().render(source))
    told = " ".join(page.words.split())
    label = "In plain words, written for this course; the exercises ask about the sentence above:"
    assert f"S2 It is old. S2 in plain words{label} It has <b>many</b> years." in told
    assert "S1 in plain words" not in told
    assert page.tags == {"details", "summary", "strong", "em", "p"}
    assert source.count("<details") == source.count("</details>") == 2
    assert "open" not in source.split("<summary")[0]


@given(TEXT)
def test_whatever_stands_in_a_sentence_reaches_the_page_as_text(sentence):
    source = article(sentence, "*Second* <b>one</b> for $x$ and `code`.")
    page = Reader(MarkdownIt().render(source))
    assert page.tags == {"details", "summary", "strong", "em", "p"}
    assert f"S1 {' '.join(sentence.split())}\n" in page.words
    assert "*Second* <b>one</b> for $x$ and `code`." in page.words
    assert "$" not in source
