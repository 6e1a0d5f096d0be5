"""What a student's device receives before its commits holds no key, reason or verdict: pages, files, lines."""

from __future__ import annotations

import html
import json
import re

import pytest
from canary import given_away, secrets_of_lesson, texts
from every_lesson import LESSONS, items_of
from rooms import opened

from exercises.room.assets import PACKAGE

SECRETS = {lesson.id: secrets_of_lesson(lesson, items_of(lesson).values()) for lesson in LESSONS}
EVERY = [
    pytest.param(lesson, entry.name, id=f"{lesson.id}-{entry.name}")
    for lesson in LESSONS
    for entry in lesson.info.notebooks
]


@pytest.fixture(scope="module")
def class_of_two(tmp_path_factory):
    """Both lessons side by side, and a student who has done nothing yet."""
    with opened([lesson.folder for lesson in LESSONS], tmp_path_factory.mktemp("class")) as room:
        yield room.guest().comes_in()


def found_in(text):
    """Give the secrets of all lessons that stand in what was received, as it is written there and as it reads."""
    plain = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())
    return [secret for secrets in SECRETS.values() for secret in secrets if secret in text or secret in plain]


def test_there_are_secrets_to_look_for_in_every_lesson():
    assert {lesson: len(secrets) > 100 for lesson, secrets in SECRETS.items()} == dict.fromkeys(SECRETS, True)
    one = min(SECRETS["kupyansk"])
    assert found_in(f"<p>{html.escape(one)}</p>") == [one]


@pytest.mark.parametrize(("lesson", "notebook"), EVERY)
def test_a_page_and_all_that_its_line_brings_at_the_opening_give_nothing_away(class_of_two, lesson, notebook):
    path = f"/{lesson.id}/{notebook}"
    assert found_in(class_of_two.ask("GET", path)[2]) == []
    heard, items = class_of_two.talk(path), items_of(lesson)
    assert found_in("\n".join(texts(heard))) == []
    shown = [one["traits"] for one in heard[0]["faces"] if one["traits"]["page"].get("id") in items]
    given = [given_away(items[one["page"]["id"]], lesson, one["page"], one["state"]) for one in shown]
    assert (len(shown) > 0, [one for one in given if one]) == (True, [])


@pytest.mark.parametrize("path", ["/", "/here", "/waiting", "/teacher", "/nothing"])
def test_entry_list_and_what_is_refused_give_nothing_away(class_of_two, path):
    assert found_in(class_of_two.ask("GET", path)[2]) == []


def test_no_file_that_a_page_loads_gives_anything_away(class_of_two):
    """Also what no page names: every path of the package is asked for, and only views come."""
    edition = class_of_two.ask("GET", "/")[2].split("/files/")[1][:16]
    names = [file.relative_to(PACKAGE).as_posix() for file in sorted(PACKAGE.rglob("*")) if file.is_file()]
    answers = {name: class_of_two.ask("GET", f"/files/{edition}/{name}") for name in names if "__pycache__" not in name}
    given = {name: text for name, (status, _, text) in answers.items() if status == 200}
    assert {name.rpartition(".")[2] for name in given} == {"js", "css"}
    assert [name for name, text in given.items() if found_in(text)] == []


def test_a_seal_gives_nothing_away_before_it_is_opened(class_of_two):
    lesson, notebook, item = next(
        (lesson, entry.name, item)
        for lesson in LESSONS
        for entry in lesson.info.notebooks
        for item in items_of(lesson).of(entry.name)
        if item.seal and item.kind == "choose"
    )
    path = f"/{lesson.id}/{notebook}"
    heard = class_of_two.talk(path)
    face = next(one for one in heard[0]["faces"] if one["traits"]["page"].get("id") == item.id)
    chosen = face["traits"]["page"]["body"]["options"][0]["id"]
    content = {"kind": "seal", "tab": "tab-of-guest", "seq": 1, "answer": {"chosen": [chosen]}, "confidence": 2}
    message = {"face": face["face"], "content": content | {"code": class_of_two.card.code, "base": None}}
    replies = class_of_two.talk(path, message)
    assert (replies[-1]["reply"]["kind"], found_in(json.dumps(replies))) == ("result", [])
