"""Words on their way to paper: Markdown without HTML and links."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.paper.markdown import from_last_heading, headings_of, html_of, line_of, lines_of, on_paper


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a [page](https://example.org) *here*", "<p>a page <em>here</em></p>"),
        ("![alt words](picture.png) and more", "<p> and more</p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;</p>"),
    ],
)
def test_markdown_keeps_words_and_leaves_out_links_pictures_and_html(text, html):
    assert html_of(text).strip() == html


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=80))
def test_no_tag_that_an_author_types_reaches_the_page(text):
    tags = set(re.findall(r"</?([a-z0-9]+)", html_of(f"<b>{text}</b>")))
    assert "b" not in tags
    assert "<b>" in unescape(html_of(f"<b>{text}</b>"))


def test_a_heading_keeps_its_italics_and_no_sign_of_markdown_or_html():
    assert line_of("The *not* button <b> (6 minutes)") == "The <em>not</em> button &lt;b&gt; (6 minutes)"


def test_headings_of_the_second_rank_name_the_places():
    assert list(headings_of("## Recall (4 minutes)\n\ntext\n### Not this\n## Exit")) == ["Recall (4 minutes)", "Exit"]


@pytest.mark.parametrize(
    ("screen", "paper"),
    [
        ("Answer it. Then move\nthe day.", "Answer it. Then open the next envelope."),
        ("Move the day: what is new?", "Look at your last envelope: what is new?"),
        ("Open a source. Read **About this\nsource** as well.", "Open a source. Read **Who they are** as well."),
        (
            "If you wrote one, you see it beside the new one.",
            "If you wrote one, take it out and lay it beside the new one.",
        ),
        ("It has S1 to S9. Here you can look up the rest.\n\nGo on.", "It has S1 to S9. \n\nGo on."),
        ("One now. The rest can wait: choose *Save my work* and go.\n\n- next", "One now. \n\n- next"),
        ("## Desk\n\nChoose *Save my work*. Stay.", "## Desk\n\n Stay."),
        ("Look. You can search all the others by name. Go on.", "Look.  Go on."),
        ("Nothing here names a screen.", "Nothing here names a screen."),
    ],
)
def test_what_only_a_screen_has_is_said_for_paper_or_left_out(screen, paper):
    assert on_paper(screen) == paper


def test_a_long_row_of_underscores_is_a_line_to_write_on_wherever_it_stands():
    alone, behind = html_of("What was good:\n" + "_" * 62), html_of("a\n\n---\n\nb")
    assert alone.count('<i class="rule"></i>') == 1
    assert "<hr" not in alone
    assert "<hr />" in behind


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("HEADLINE: A win. TEXT: They won.", ["HEADLINE: A win.", "TEXT: They won."]),
        ("Echo.\nHEADLINE (translated): A\nTEXT: B", ["Echo.", "HEADLINE (translated): A", "TEXT: B"]),
        ("The ICJ said: no. AP: yes.", ["The ICJ said: no. AP: yes."]),
    ],
)
def test_a_headline_and_its_text_stand_on_lines_of_their_own(text, lines):
    assert lines_of(text).split("\n") == lines


@given(st.text(alphabet="ab #\n", max_size=60))
def test_a_text_parted_before_its_last_heading_loses_nothing(text):
    before, last = from_last_heading(text)
    assert before + last == text
    assert not list(headings_of(last.partition("\n")[2]))
