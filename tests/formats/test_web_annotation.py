"""A student's marks leave as Web Annotations that other programs read as we mean them."""

from __future__ import annotations

import json
from dataclasses import replace

import fastjsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import LANGUAGE, runes, write_locale
from json_ld import AS, DCTERMS, FOAF, OA, RDF, RDFS, expand, one, values
from small_lesson import ARTICLE

from exercises.formats.web_annotation import annotation_collection, annotations_file, quotation
from exercises.kinds.checked import Checked
from exercises.kinds.items import load_items
from exercises.kinds.mark.item import MarkAnswer
from exercises.kinds.mark.offers import marked_text
from exercises.lesson.load import load_lesson
from exercises.lesson.text import Text
from exercises.words import speaking
from exercises.words.spoken import MORE

AROUND = 32  # characters on each side of a quotation
CODE, WHEN = "amber-heron-42", "2026-11-23T12:00:00.123+02:00"
PIECES = [("source", "The mayor of Dovhe"), ("cue", "said"), ("content", "the old bridge may stay closed until May")]

AGENT = {
    "type": "object",
    "required": ["id", "type", "name"],
    "properties": {
        "id": {"pattern": "^urn:uuid:"},
        "type": {"enum": ["Person", "Organization", "Software"]},
        "name": {"type": "string", "minLength": 1},
        "nickname": {"type": "string"},
    },
    "additionalProperties": False,
}
# What the Web Annotation Data Model demands (its MUSTs), and what we promise on top.
SCHEMA = {
    "type": "object",
    "required": ["@context", "id", "type", "label", "creator", "created", "total", "first", "last"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": {"pattern": "^urn:uuid:"},
        "type": {"const": "AnnotationCollection"},
        "label": {"pattern": "^Practice"},
        "total": {"type": "integer", "minimum": 1},
        "created": {"pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
        "creator": AGENT,
        "first": {
            "type": "object",
            "required": ["id", "type", "partOf", "startIndex", "items"],
            "properties": {
                "type": {"const": "AnnotationPage"},
                "startIndex": {"const": 0},
                "items": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/annotation"}},
            },
            "not": {"required": ["@context"]},
        },
    },
    "$defs": {
        "annotation": {
            "type": "object",
            "required": ["id", "type", "motivation", "creator", "created", "generator", "partOf", "body", "target"],
            "additionalProperties": False,
            "properties": {
                "id": {"pattern": "^urn:uuid:"},
                "type": {"const": "Annotation"},
                "motivation": {"const": "tagging"},
                "created": {"pattern": "Z$"},
                "creator": AGENT,
                "generator": AGENT,
                "partOf": {"type": "object", "required": ["id", "type", "label"]},
                "body": {
                    "type": "object",
                    "required": ["type", "value", "purpose"],
                    "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string", "minLength": 1}},
                },
                "target": {
                    "type": "object",
                    "required": ["type", "source", "selector"],
                    "properties": {
                        "type": {"const": "SpecificResource"},
                        "source": {"type": "object", "required": ["id"]},
                        "selector": {
                            "type": "array",
                            "items": [
                                {"required": ["type", "exact", "prefix", "suffix"]},
                                {
                                    "required": ["type", "start", "end"],
                                    "properties": {
                                        "start": {"type": "integer", "minimum": 0},
                                        "end": {"type": "integer", "minimum": 1},
                                    },
                                },
                            ],
                            "additionalItems": False,
                        },
                    },
                },
            },
        }
    },
}


@pytest.fixture
def lesson(small_lesson):
    return load_lesson(small_lesson)


def work(lesson, marks, **fields):
    item = load_items(lesson)["mark-the-mayor"].model_copy(update=fields)
    return marked_text(Checked(item, MarkAnswer.model_validate({"marks": marks}), lesson, CODE, WHEN, shown=False))


def mark(text, label, words, group=1):
    start = text.index(words)
    return {"group": group, "label": label, "start": start, "end": start + len(words)}


def marks(text=ARTICLE):
    return [mark(text, label, words) for label, words in PIECES]


def annotations(collection):
    return collection["first"]["items"]


def test_the_file_holds_one_annotation_a_mark_in_a_collection_of_one_page(lesson):
    collection = annotation_collection(work(lesson, marks()))
    assert collection["total"] == len(annotations(collection)) == 3
    assert [one["body"]["value"] for one in annotations(collection)] == ["Source", "Cue", "Content"]
    assert [one["target"]["selector"][0]["exact"] for one in annotations(collection)] == [words for _, words in PIECES]


def test_the_file_has_the_shape_that_the_data_model_demands(lesson):
    collection = annotation_collection(work(lesson, marks()))
    assert fastjsonschema.compile(SCHEMA)(collection) == collection


def test_a_json_ld_processor_understands_every_term_of_it(lesson):
    (collection,) = expand(annotation_collection(work(lesson, marks())))
    assert collection["@type"] == [f"{AS}OrderedCollection"]
    page = one(collection, f"{AS}first")
    (listed,) = page[f"{AS}items"]
    first = listed["@list"][0]
    assert one(first, f"{OA}motivatedBy")["@id"] == f"{OA}tagging"
    assert one(one(first, f"{OA}hasBody"), f"{RDF}value") == "Source"
    assert one(one(first, f"{DCTERMS}creator"), f"{FOAF}nick") == CODE
    assert one(first, f"{DCTERMS}created") == "2026-11-23T10:00:00Z"
    quote, place = values(one(first, f"{OA}hasTarget"), f"{OA}hasSelector")
    assert one(quote, f"{OA}exact") == "The mayor of Dovhe"
    assert (one(place, f"{OA}start"), one(place, f"{OA}end")) == (0, 18)


def test_a_term_that_no_context_knows_is_noticed(lesson):
    spoilt = annotation_collection(work(lesson, marks())) | {"motivaton": "tagging"}
    with pytest.raises(AssertionError, match="motivaton"):
        expand(spoilt)


def test_the_target_is_the_article_by_its_fingerprint_and_the_sentence_by_its_line(lesson):
    second = mark(ARTICLE, "cue", "reportedly")
    target = annotations(annotation_collection(work(lesson, [second])))[0]["target"]
    assert target["source"]["id"] == f"nih:sha-256;{lesson.info.article.sha256}"
    assert target["scope"] == {"id": f"{target['source']['id']}#line=1,2", "label": "Sentence 2"}
    assert lesson.info.article.address not in json.dumps(target)


def test_marks_of_one_group_share_its_name_and_other_groups_have_another(lesson):
    second = mark(ARTICLE, "cue", "reportedly", group=2)
    (collection,) = expand(annotation_collection(work(lesson, [*marks(), second])))
    (listed,) = one(collection, f"{AS}first")[f"{AS}items"]
    groups = [one(entry, f"{AS}partOf") for entry in listed["@list"]]
    assert [one(group, f"{RDFS}label") for group in groups] == ["Group 1", "Group 1", "Group 1", "Group 2"]
    assert len({group["@id"] for group in groups}) == 2


def test_a_tag_is_a_word_of_the_language_that_is_spoken_and_names_it(lesson, tmp_path, monkeypatch):
    write_locale(tmp_path / "locale")
    monkeypatch.setenv(MORE, str(tmp_path / "locale"))
    english = annotations(annotation_collection(work(lesson, marks())))
    with speaking(LANGUAGE):
        invented = annotations(annotation_collection(work(lesson, marks())))
    told = [(one["body"]["value"], one["body"]["language"]) for one in (english[0], invented[0])]
    assert told == [("Source", "en"), (runes("Source"), LANGUAGE)]
    assert [one["id"] for one in english] == [one["id"] for one in invented]


def test_every_mark_says_that_it_is_practice_and_the_article_says_what_it_is(lesson):
    collection = annotation_collection(work(lesson, marks()))
    assert "Teaching specimen: contains errors" in collection["label"]
    assert all("practice" in entry["creator"]["name"] for entry in annotations(collection))
    practice = mark("The ferry is late, the captain admitted.", "cue", "admitted")
    ferry = work(lesson, [practice], text="p-ferry", sentences=(1,), targets=("PF01a",))
    assert annotation_collection(ferry)["label"].endswith("Written for this course.")


def test_marks_that_were_given_are_there_but_not_as_the_students(lesson):
    own = [one for one in marks() if one["label"] != "source"]
    collection = annotation_collection(work(lesson, marks(), given=("source",)))
    creators = [(entry["body"]["value"], entry["creator"]["type"]) for entry in annotations(collection)]
    assert creators == [("Source", "Organization"), ("Cue", "Person"), ("Content", "Person")]
    assert collection == annotation_collection(work(lesson, own, given=("source",)))


def test_the_name_of_the_file_says_whose_it_is_and_what_it_holds(lesson):
    file = annotations_file(work(lesson, marks()))
    assert file.name == "whosays-amber-heron-42-mark-the-mayor-annotations.jsonld"
    assert file.type.startswith("application/ld+json")
    assert json.loads(file.text) == annotation_collection(work(lesson, marks()))


def test_the_same_check_gives_the_same_identifiers_and_another_check_others(lesson):
    first, second = (annotation_collection(work(lesson, marks())) for _ in range(2))
    assert first == second
    marked = work(lesson, marks())
    later = replace(marked, made=replace(marked.made, moment="2026-11-24T12:00:00Z"))
    assert not {one["id"] for one in annotations(first)} & {
        one["id"] for one in annotations(annotation_collection(later))
    }


SIGNS = st.sampled_from(
    ["a", "b", " ", "\n", "“", "</script>", '"', "\\", "\u0301", "\u200f", "\u202e", "שלום", "🙂", "👩‍🏫", "e\u0301"]
)


@settings(max_examples=300)
@given(st.lists(SIGNS, min_size=1, max_size=120).map("".join), st.data())
def test_the_selectors_of_any_words_find_exactly_these_words_again(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = json.loads(json.dumps(quotation(text, start, end), ensure_ascii=False))
    whole = quote["prefix"] + quote["exact"] + quote["suffix"]
    assert quote["exact"] == text[start:end]
    places = [at for at in range(len(text)) if text.startswith(whole, at)]
    assert places == [start - len(quote["prefix"])]


def test_32_characters_stand_on_both_sides_of_a_quotation_that_needs_no_more():
    before, behind = "".join(map(chr, range(200, 400))), "".join(map(chr, range(400, 600)))
    quote = quotation(f"{before}here{behind}", len(before), len(before) + len("here"))
    assert (quote["prefix"], quote["suffix"]) == (before[-AROUND:], behind[:AROUND])


@pytest.mark.parametrize(("same", "longer"), [(AROUND - 1, False), (AROUND, True)])
def test_more_stands_around_a_quotation_only_where_all_of_it_stands_twice(same, longer):
    alike = "x" * same
    text = f"one{alike}here{alike}two{alike}here{alike}end"
    quote = quotation(text, text.index("here"), text.index("here") + len("here"))
    assert (len(quote["suffix"]) > AROUND) is longer


LINES = st.lists(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), max_size=40).map(
        lambda text: f"{text}\u2066w"
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES, data=st.data())
def test_any_text_comes_back_from_the_file_as_it_was(lesson, lines, data):
    text = Text.from_lines("p-any", lines)
    sentence = data.draw(st.sampled_from(text.sentences))
    start = data.draw(st.integers(sentence.start, sentence.span.end - 1))
    end = data.draw(st.integers(start + 1, sentence.span.end))
    other = replace(lesson, texts={**lesson.texts, "p-any": text}, labels={**lesson.labels, "p-any": "Any"})
    file = annotations_file(work(other, [{"group": 1, "label": "cue", "start": start, "end": end}], text="p-any"))
    (collection,) = expand(json.loads(file.text.encode()))
    (listed,) = one(collection, f"{AS}first")[f"{AS}items"]
    target = one(listed["@list"][0], f"{OA}hasTarget")
    quote, place = values(target, f"{OA}hasSelector")
    assert one(quote, f"{OA}exact") == text.text[one(place, f"{OA}start") : one(place, f"{OA}end")]
    assert one(one(target, f"{OA}hasScope"), f"{RDFS}label") == f"Sentence {sentence.number}"
