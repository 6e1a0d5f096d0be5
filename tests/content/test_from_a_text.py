"""What lessons/README.md tells a new teacher is true: its examples can be written, its fields and commands exist."""

import re
from pathlib import Path
from typing import get_args

import pytest
from every_lesson import HOME
from pydantic import TypeAdapter
from typer.testing import CliRunner

from exercises.cli import app
from exercises.files.document import read_document
from exercises.kinds.sort.item import Card
from exercises.lesson.models import key
from exercises.lesson.models.lesson import SideEntry

GUIDE = (HOME / "lessons" / "README.md").read_text("utf-8")
EXAMPLES = [
    "\n".join(line.removeprefix(indent) for line in block.split("\n"))
    for indent, block in re.findall(r"^( *)```yaml\n(.*?)^ *```", GUIDE, re.MULTILINE | re.DOTALL)
]
FIELDS = re.findall(r"^\| `(\w+)` \| (.*) \|$", GUIDE, re.MULTILINE)
ONE_OF = {
    "source_kind": key.SourceKind,
    "verb_stance": key.VerbStance,
    "whose": key.Whose,
    "kind": key.CertaintyKind,
    "direction": key.Direction,
}


def model_of(name, entry):
    """Give the model of an entry that the guide shows."""
    if name in ("also_accept", "sides"):
        return {"also_accept": key.AttributionAlternative, "sides": SideEntry}[name]
    if "bin" in entry:
        return Card
    return {"A": key.Attribution, "V": key.VoiceClause, "N": key.NotCertainty}[entry["id"][0]]


def test_there_is_an_example_of_each_thing_that_is_written_by_hand():
    assert len(EXAMPLES) >= 6
    assert all(
        word in GUIDE for word in ("goes_on:", "not_certainty:", "sides:", "voice", "also_accept:", "- claim: C6")
    )


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.split("\n")[0].strip()[:30])
def test_each_example_is_an_entry_as_it_may_stand_in_a_file(example):
    document = read_document(Path(), example)
    assert not document.problems
    name, entries = next(iter(document.data.items())) if isinstance(document.data, dict) else ("", document.data)
    for entry in entries:
        TypeAdapter(model_of(name, entry)).validate_python(entry)


@pytest.mark.parametrize(("name", "told"), FIELDS, ids=[name for name, _ in FIELDS])
def test_each_field_of_a_table_exists_and_its_words_are_all_there(name, told):
    known = {*key.Attribution.model_fields, *key.CertaintyCue.model_fields}
    assert name in known
    if name in ONE_OF:
        assert [word for word in get_args(ONE_OF[name]) if f"`{word}`" not in told] == []


@pytest.mark.parametrize("line", sorted(set(re.findall(r"^whosays .*$", GUIDE, re.MULTILINE))))
def test_each_command_and_option_of_the_guide_exists(line):
    _, command, *rest = line.split()
    shown = CliRunner().invoke(app, [command, "--help"], terminal_width=200, env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    assert [word for word in rest if word.startswith("--") and word not in shown.output] == []
