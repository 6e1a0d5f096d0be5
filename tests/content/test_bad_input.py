"""Every way to break a lesson is told with file, line and cure, and all of them in one run."""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from small_lesson import change
from stub_kinds import STUB_KINDS

from exercises.kinds import KINDS
from exercises.kinds.items import ExercisesFile, check_lesson
from exercises.lesson.guide import Plan
from exercises.lesson.models.lesson import BackgroundFile, ClaimsFile, KeyFile, LessonFile, PracticeFile, SourcesFile
from exercises.notebook.front_matter import FrontMatter


@dataclass(frozen=True)
class Fault:
    """One way to break the small lesson: words to replace in a file, and what must be said about it."""

    name: str
    file: str
    old: str
    new: str
    what: str
    cure: str
    told_in: str = ""

    def break_it(self, folder: Path) -> tuple[str, int]:
        line = change(folder / self.file, self.old, self.new)
        return self.told_in or self.file, line


FAULTS = [
    Fault("unknown field", "key.yaml", "    claims: [C2]", "    claimz: [C2]", "“claimz”", "“claims”"),
    Fault("unknown field in an exercise", "one.yaml", "prompt: Who", "promt: Who", "“promt”", "“prompt”"),
    Fault("duplicate key", "claims.yaml", "    note: A f", "    kind: prediction\n    note: A f", "twice", "Keep one"),
    Fault("duplicate id of a mark", "key.yaml", "id: A03a", "id: A02a", "key.yaml, line 16", "another id"),
    Fault("duplicate id of a practice mark", "practice.yaml", "id: PF01a", "id: A01a", "key.yaml, line 2", "another"),
    Fault("duplicate id of a claim", "claims.yaml", "id: C2", "id: C1", "claims.yaml, line 2", "another id"),
    Fault("duplicate id of a source", "sources.yaml", "id: shop-blog\n", "id: town-page\n", "line 7", "another id"),
    Fault("duplicate id of a text", "practice.yaml", "id: p-ferry", "id: article", "“article” stands twice", "another"),
    Fault("quotation that does not occur", "key.yaml", '"claimed"', '"proclaimed"', "does not occur", "Copy the words"),
    Fault("quotation of another sentence", "key.yaml", '"claimed"', '"said"', "sentence 3", "sentence 1"),
    Fault("quotation that occurs twice", "key.yaml", 'quote: "half"', 'quote: "of"', "2 times", "[square brackets]"),
    Fault(
        "quotation that crosses a sentence",
        "key.yaml",
        '"stay closed until May"',
        '"until May. The repair"',
        "crosses the end",
        "one sentence",
    ),
    Fault("quotation that cuts a word", "key.yaml", "the bridge has stood", "he bridge has stood", "“the”", "whole w"),
    Fault("claim that is not in the article", "claims.yaml", "since 1902", "since 1904", "does not occur", "Copy"),
    Fault(
        "sentence that does not exist", "key.yaml", "sentence: 3\n    source", "sentence: 4\n    source", "4", "1 to 3"
    ),
    Fault(
        "changed article", "article.txt", "old bridge", "new bridge", "SHA-256", "old text back", told_in="lesson.yaml"
    ),
    Fault(
        "reason left out", "key.yaml", "      cue: The reporter keeps a distance.\n", "", "no reason", "what the words"
    ),
    Fault("empty reason", "key.yaml", "why: The number is rounded.", 'why: ""', "“why” is empty", "Fill it in"),
    Fault("missing reason of a hedge", "key.yaml", "    why: The number is rounded.\n", "", "“why” is missing", "Add"),
    Fault("verdict without reason", "claims.yaml", "reason: The town g", "reason: null #", "“reason”", "Write words"),
    Fault(
        "evidence later than its verdict",
        "claims.yaml",
        "evidence: [town-page]",
        "evidence: [archive-note]",
        "2025-06-01, later than the verdict of 2025-05-02",
        "evidence_later",
    ),
    Fault("evidence without a day", "claims.yaml", "[town-page, arch", "[shop-blog, arch", "no known date", "context"),
    Fault("unknown evidence", "claims.yaml", "[town-page, arch", "[town-pages, arch", "“town-pages”", "“town-page”"),
    Fault("verdicts out of order", "claims.yaml", '"2025-06-10"', '"2025-05-02"', "stands after", "oldest first"),
    Fault("verdict without a date", "claims.yaml", '- as_of: "2025-06-10"', "- as_of: soon", "no date", "year-month"),
    Fault("verdict that lacks its date", "claims.yaml", '- as_of: "2025-06-10"\n        ', "- ", "“as_of”", "Add"),
    Fault(
        "opinion with a verdict",
        "claims.yaml",
        "    note: A f",
        '    so:\n      - {as_of: "2025-05-02", verdict: holds, reason: So., evidence: [town-page]}\n    note: A f',
        "“prediction” and is judged",
        "take “so:” out",
    ),
    Fault(
        "judged opinion", "claims.yaml", "    judged: false", "    judged: true", "“prediction” and is", "judged: false"
    ),
    Fault("unjudged claim without a note", "claims.yaml", "    note: A forecast gets no verdict.\n", "", "why", "note"),
    Fault(
        "second verdict without why", "claims.yaml", "    also_accept_why: The", "    fact: The", "does not say", "why"
    ),
    Fault(
        "second saying without why",
        "claims.yaml",
        "      reason: The town page prints it.",
        "      reason: The town page prints it.\n      also_accept: [not-found]",
        "does not say why",
        "also_accept_why",
    ),
    Fault(
        "saying accepted twice",
        "claims.yaml",
        "      reason: The town page prints it.",
        '      reason: The town page prints it.\n      also_accept: ["yes"]\n      also_accept_why: It says so.',
        "its own answer",
        "Take it out",
    ),
    Fault("YAML alias", "key.yaml", '"mayor of Dovhe"}', "*mayor}", "*mayor", "Write the words out"),
    Fault("YAML anchor", "key.yaml", "- id: H01a", "- id: &h H01a", "&h", "Take out &h"),
    Fault("YAML tag", "lesson.yaml", "minutes: 20", "minutes: !!int 20", "tag", "plain value"),
    Fault(
        "link that runs a script", "sources.yaml", "https://shop.example/blog", "javascript:alert(1)", "no link", "http"
    ),
    Fault("article's address", "lesson.yaml", "https://post.example/bridge", "data:x", "no link", "http"),
    Fault(
        "unknown day without a reason", "sources.yaml", "    date_basis: The page shows no day.\n", "", "unknown", "why"
    ),
    Fault(
        "long words on a source", "sources.yaml", "interest: None seen.", f"interest: {'None ' * 41}", "40", "Shorten"
    ),
    Fault("source without a date", "sources.yaml", "    date: unknown\n", "", "no date", "date: unknown"),
    Fault("unknown origin", "sources.yaml", "origin: shop-blog", "origin: shop-blogs", "“shop-blogs”", "“shop-blog”"),
    Fault("origin without a name", "sources.yaml", ', name: "A shopkeeper on the river road"', "", "“name”", "Add"),
    Fault("duplicate id of an origin", "sources.yaml", "{id: shop-blog,", "{id: archive-2025,", "line 3", "another id"),
    Fault("origin on an unknown one", "sources.yaml", "from: builders", "from: builder", "bill-1902”", "Did you mean"),
    Fault(
        "origin on itself", "sources.yaml", "from: builders-bill-1902", "from: archive-2025", "rests on its", "from:"
    ),
    Fault(
        "unknown way",
        "sources.yaml",
        "    says: The builder",
        "    via: town-pag\n    says: The b",
        "“town-pag”",
        "page",
    ),
    Fault(
        "way through itself", "sources.yaml", "    says: Few", "    via: shop-blog\n    says: Few", "through", "via:"
    ),
    Fault(
        "way of another origin", "sources.yaml", "    says: Few", "    via: town-page\n    says: Few", "rest", "from:"
    ),
    Fault(
        "way that is later",
        "sources.yaml",
        "    says: The bridge",
        "    via: archive-note\n    says: The bridge",
        "2025-06-01, later than “town-page” of 2025-05-01",
        "correct a date",
    ),
    Fault(
        "second statement of unknown origin",
        "sources.yaml",
        "    says: The bridge",
        "    also_carries: [{origin: nobody, claims: [C1]}]\n    says: The bridge",
        "“nobody”",
        "origins:",
    ),
    Fault(
        "second statement for a claim not listed",
        "sources.yaml",
        "    says: The builder",
        "    also_carries: [{origin: shop-blog, claims: [C2]}]\n    says: The builder",
        "does not list",
        "supports:",
    ),
    Fault("unknown claim of a source", "sources.yaml", "contradicts: [C1]", "contradicts: [C7]", "“C7”", "Did you"),
    Fault("claim read twice", "sources.yaml", "contradicts: [C1]", "contradicts: [C1, C2]", "and under", "in one"),
    Fault("unknown claim of a mark", "key.yaml", "claims: [C2]", "claims: [C3]", "“C3”", "Did you mean"),
    Fault("unknown outer attribution", "key.yaml", "    claims: [C2]", "    inside: A01b", "“A01b”", "Take it out"),
    Fault("unknown kind of exercise", "one.yaml", "kind: mark", "kind: marks", "“marks”", "Did you mean “mark”?"),
    Fault("kind that is a list", "one.yaml", "kind: mark", "kind: [mark]", "names no kind of exercise", ", mark"),
    Fault("kind left empty", "one.yaml", "kind: mark", "kind:", "names no kind of exercise", ", mark"),
    Fault(
        "notebook called like a data file", "lesson.yaml", "name: one", "name: key", "“key.yaml” is a file", "another"
    ),
    Fault("name too long for a file", "lesson.yaml", "name: one", f"name: {'a' * 300}", "too long", "80 characters"),
    Fault(
        "name of a notebook that leaves the folder", "lesson.yaml", "name: one", "name: ../../x", "“../../x”", "- and _"
    ),
    Fault("notebook outside of its folder", "lesson.yaml", "to: ", "to: ../", "the form of “to”", "/ behind a folder"),
    Fault("id with a blank", "lesson.yaml", "id: bridge", "id: the bridge", "the form of “id”", "letters from a to z"),
    Fault("language in full", "lesson.yaml", "language: en", "language: English", "“English”", "such as “en”"),
    Fault("fingerprint cut short", "lesson.yaml", "sha256: ", "sha256: x", "form of “sha256”", "64 digits"),
    Fault(
        "sentence without its S",
        "claims.yaml",
        "sentence: S2",
        "sentence: sentence 2",
        "form of “sentence”",
        "such as “S12”",
    ),
    Fault(
        "id of an exercise in capitals",
        "one.yaml",
        "id: mark-the-mayor",
        "id: Mark-the-mayor",
        "the form of “id”",
        "small letters",
    ),
    Fault("unknown word of a choice", "lesson.yaml", "links: none", "links: some", "“some”", "none"),
]

# Where the fault is something left out or far away, the line told is that of the part around it.
OTHER_LINES = {
    "second saying without why": ("claims.yaml", "also_accept: [not-found]"),
    "saying accepted twice": ("claims.yaml", 'also_accept: ["yes"]'),
    "changed article": ("lesson.yaml", "sha256"),
    "reason left out": ("key.yaml", "why:\n      source: A group"),
    "missing reason of a hedge": ("key.yaml", "id: H02a"),
    "unjudged claim without a note": ("claims.yaml", "id: C2"),
    "second verdict without why": ("claims.yaml", "also_accept: ["),
    "unknown day without a reason": ("sources.yaml", "date: unknown"),
    "source without a date": ("sources.yaml", "id: shop-blog\n"),
    "verdict that lacks its date": ("claims.yaml", "- verdict: holds"),
}


def line_of(file: Path, words: str) -> int:
    text = file.read_text(encoding="utf-8")
    return text.count("\n", 0, text.index(words)) + 1


def expected_place(fault: Fault, folder: Path) -> tuple[str, int]:
    place = fault.break_it(folder)
    if fault.name not in OTHER_LINES:
        return place
    file, words = OTHER_LINES[fault.name]
    return file, line_of(folder / file, words)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_told_with_file_line_and_cure(small_lesson, fault):
    place = expected_place(fault, small_lesson)
    found = [problem for problem in check_lesson(small_lesson, STUB_KINDS) if fault.what in problem.what]
    assert found, [str(problem) for problem in check_lesson(small_lesson, STUB_KINDS)]
    assert (found[0].file.name, found[0].line) == place
    assert fault.cure in found[0].cure


def test_an_attribution_that_stands_in_itself_is_told(small_lesson):
    line = change(small_lesson / "key.yaml", "    claims: [C2]", "    inside: A01a")
    (problem,) = check_lesson(small_lesson, STUB_KINDS)
    assert (problem.file.name, problem.line) == ("key.yaml", line)


def test_all_faults_are_told_in_one_run(small_lesson):
    together = [
        "duplicate id of a mark",
        "quotation that does not occur",
        "quotation that crosses a sentence",
        "quotation that cuts a word",
        "YAML anchor",
        "empty reason",
        "unknown field",
        "duplicate key",
        "evidence later than its verdict",
        "duplicate id of a text",
        "link that runs a script",
        "article's address",
        "unknown field in an exercise",
        "changed article",
        "origin on itself",
        "judged opinion",
    ]
    faults = [fault for fault in FAULTS if fault.name in together]
    assert len(faults) == len(together)
    places = {expected_place(fault, small_lesson) for fault in faults}
    told = {(problem.file.name, problem.line) for problem in check_lesson(small_lesson, STUB_KINDS)}
    assert places <= told


SIX_MORE = """  - id: C3
    side: neutral
    statement: The bridge is ugly.
    kind: opinion
    said: {answer: "yes", as_of: "2025-05-01", by: the mayor, reason: She said so.}
    judged: true
    so:
      - {as_of: "2025-05-02", verdict: holds, reason: Look., evidence: [town-page]}
  - id: C4
    side: neutral
    statement: The bridge is long.
    kind: factual-checkable
    said: {answer: "yes", as_of: "2025-05-01", by: the mayor, reason: She said so.}
    judged: true
    so:
      - {verdict: holds, reason: Measure it., evidence: [town-page]}
"""


def test_what_can_be_wrong_with_claims_and_sources_is_told_in_one_run(small_lesson):
    claims, sources = small_lesson / "claims.yaml", small_lesson / "sources.yaml"
    claims.write_text(claims.read_text(encoding="utf-8") + SIX_MORE, encoding="utf-8")
    change(
        claims,
        'evidence: [town-page]\n      - as_of: "2025-06-10"',
        'evidence: [archive-note]\n      - as_of: "2025-06-10"',
    )
    change(claims, "[town-page, archive-note]", "[town-page, arkive-note]")
    change(sources, 'of 1902"}', 'of 1902", from: archive-2025}')
    change(sources, "https://shop.example/blog", "javascript:alert(1)")
    told = {(problem.file.name, problem.line): problem for problem in check_lesson(small_lesson, STUB_KINDS)}
    expected = {
        ("claims.yaml", line_of(claims, "kind: opinion") + 2): "judged",
        ("claims.yaml", line_of(claims, "{verdict: holds, reason: Measure")): "“as_of” is missing",
        ("claims.yaml", line_of(claims, "evidence: [archive-note]")): "later than the verdict",
        ("claims.yaml", line_of(claims, "[town-page, arkive-note]")): "“arkive-note”",
        ("sources.yaml", line_of(sources, "from: archive-2025")): "rests on itself",
        ("sources.yaml", line_of(sources, "javascript:")): "is no link",
    }
    assert {place: words in told[place].what for place, words in expected.items()} == dict.fromkeys(expected, True)
    assert all(problem.cure for problem in told.values())


def test_an_entry_that_cannot_be_read_is_still_known_to_those_that_name_it(small_lesson):
    line = change(small_lesson / "sources.yaml", "near: party", "near: by")
    (problem,) = check_lesson(small_lesson, STUB_KINDS)
    assert (problem.file.name, problem.line) == ("sources.yaml", line)
    assert "town-page" not in problem.what


def test_faults_behind_an_entry_that_cannot_be_read_keep_their_lines(small_lesson):
    first = change(small_lesson / "key.yaml", "sentence: 1\n    source", "sentence: one\n    source")
    later = change(small_lesson / "key.yaml", '"claimed"', '"proclaimed"')
    assert [problem.line for problem in check_lesson(small_lesson, STUB_KINDS)] == [first, later]


def test_a_sound_lesson_has_nothing_to_tell(small_lesson):
    assert check_lesson(small_lesson, STUB_KINDS) == []


FILES = [LessonFile, KeyFile, PracticeFile, ClaimsFile, SourcesFile, BackgroundFile, ExercisesFile, Plan, FrontMatter]


@pytest.mark.parametrize("model", [*FILES, *(kind.item for kind in KINDS.values())], ids=lambda model: model.__name__)
def test_no_field_of_a_file_is_refused_with_a_pattern_instead_of_words(model):
    assert '"pattern":' not in json.dumps(model.model_json_schema())
