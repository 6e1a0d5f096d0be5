"""What a page is told first: nothing in it twice, and nothing in it lost."""

import gzip
import json

from exercises.room.packing import MANY, in_columns, once, pack

LONG = {f"source-{number}": {"says": "It is so."} for number in range(MANY)}


def face(number, **body):
    return {"face": number, "traits": {"page": {"id": f"one-{number}", "body": body}, "state": {}}}


def put_back(one):
    if "plain" in one:
        return one["plain"]
    rows = zip(*one["columns"].values(), strict=True)
    return {name: dict(zip(one["columns"], row, strict=True)) for name, row in zip(one["ids"], rows, strict=True)}


def whole(told):
    """Put back what stands once, as the page does."""
    alike = [put_back(one) for one in told["alike"]]
    for one in told["faces"]:
        names = one.pop("same", {})
        if names:
            one["traits"]["page"]["body"] |= {name: alike[place] for name, place in names.items()}
    return told["faces"]


def test_what_two_desks_show_alike_is_told_once():
    told = once([face(0, sources=LONG, claims=["A"]), face(1, sources=dict(LONG), claims=["B"])])
    assert ([put_back(one) for one in told["alike"]], json.dumps(told).count('"source-0"')) == ([LONG], 1)


def test_entries_with_the_same_fields_are_told_field_by_field_and_all_others_as_they_are():
    assert in_columns({"a": {"day": 1, "says": "x"}, "b": {"day": 2, "says": None}}) == {
        "ids": ["a", "b"],
        "columns": {"day": [1, 2], "says": ["x", None]},
    }
    for other in ({}, [1], {"a": {}}, {"a": {"day": 1}, "b": {"says": 1}}, {"a": {"day": 1}, "b": 2}, {"a": [1]}):
        assert in_columns(other) == {"plain": other}


def test_what_differs_by_a_letter_stays_apart():
    other = LONG | {"source-0": {"says": "It is so!"}}
    faces = [face(0, sources=LONG), face(1, sources=other), face(2, log=LONG)]
    assert once(faces) == {"alike": [], "faces": faces}


def test_all_can_be_put_back_where_it_was():
    faces = [face(0, sources=LONG, more=[*LONG]), face(1), {"face": 2, "traits": {"page": {}, "state": {}}}]
    faces += [face(3, more=[*LONG], sources=LONG | {"b": {}}), face(4, sources=LONG, words=[*LONG][:-1])]
    before = json.loads(json.dumps(faces))
    told = once(faces)
    assert (len(told["alike"]), faces) == (2, before)
    assert whole(told) == before


def test_half_a_character_comes_as_it_is():
    told = {"answer": "половина \ud800 “всё” 🦢"}
    assert json.loads(gzip.decompress(pack(told)).decode("utf-8")) == told
