"""A view and all that it imports become one module that any notebook can load."""

from __future__ import annotations

from pathlib import Path

import pytest
from in_node import printed, run

import exercises
from exercises.page.joined import join_module
from exercises.page.script import ScriptTrouble

PACKAGE = Path(exercises.__file__).parent
VIEWS = sorted(file for file in PACKAGE.rglob("*.js") if "export default" in file.read_text("utf-8"))
OTHER = """
export const one = 1;
export function two() { return 2; }
export class Three { three = 3; }
export async function four() { return 4; }
export function* five() { yield 5; }
const six = 6;
export { six, six as half };
export default "default";
"""
# What a view may say; it is run natively and joined, and both must export this value.
FORMS = {
    "one line": ('import { one, two } from "./other.mjs";\nexport default [one, two()];', [1, 2]),
    "several lines": ('import {\n  one,\n  two, // why\n} from "./other.mjs";\nexport default [one, two()];', [1, 2]),
    "as": (
        'import { one as first, Three as Third } from "./other.mjs";\nexport default [first, new Third().three];',
        [1, 3],
    ),
    "no blanks": ("import{one}from'./other.mjs';export default one;", 1),
    "default": ('import word from "./other.mjs";\nexport default word;', "default"),
    "default in braces": ('import { default as word } from "./other.mjs";\nexport default word;', "default"),
    "default and names": ('import word, { one } from "./other.mjs";\nexport default [word, one];', ["default", 1]),
    "all": (
        'import * as other from "./other.mjs";\nexport default [other.one, other.default, other.half];',
        [1, "default", 6],
    ),
    "default and all": (
        'import word, * as other from "./other.mjs";\nexport default [word, other.two()];',
        ["default", 2],
    ),
    "for its effect": ('import "./effect.mjs";\nexport default globalThis.effect;', "done"),
    "for its effect, twice": ('import "./effect.mjs";\nimport "./effect.mjs";\nexport default globalThis.times;', 1),
    "below its use": ('export default two();\nimport { two } from "./other.mjs";', 2),
    "without semicolons": ('import { one } from "./other.mjs"\nexport default one', 1),
    "a function that waits": ('import { four } from "./other.mjs";\nexport default four() instanceof Promise;', True),
    "a generator": ('import { five } from "./other.mjs";\nexport default [...five()];', [5]),
    "a name of its own for each": (
        'import * as a from "./passing.mjs";\nexport default [a.first, a.other.one, a.half];',
        [1, 1, 6],
    ),
    "all passed on": ('import { two, one } from "./passing.mjs";\nexport default [two(), one];', [2, "own"]),
    "default function": ("export default function view() { return 1; }\nview.shown = true;", 1),
    "as default": ("const view = 7;\nexport { view as default };", 7),
    "the same name in two files": (
        'import { one } from "./other.mjs";\nimport { hidden } from "./hiding.mjs";\nexport default [one, hidden()];',
        [1, "mine"],
    ),
    "comments that look like imports": (
        '// import { no } from "./no.mjs";\n/* export default 1;\nimport "./no.mjs"; */\nexport default 2;',
        2,
    ),
    "strings that look like imports": (
        "const text = 'import \"./no.mjs\"; // no comment';\nexport default text;",
        'import "./no.mjs"; // no comment',
    ),
    "templates that look like imports": (
        "const a = 1;\nexport default `\n  import ${`{ ${a} }`} from './no.mjs';\n\n  ${{ b: 2 }.b}`;",
        "\n  import { 1 } from './no.mjs';\n\n  2",
    ),
    "patterns with quotes and slashes": (
        "export default 'a\"/b'.replace(/[\"/]+/g, '') + 8 / 2 / 1 + [6][0] / 3;",
        "ab42",
    ),
    "a bracket behind a list of exports": (
        "const g = (x) => x;\nconst f = g\nexport { f }\n(1, 2);\nexport default typeof f;",
        "function",
    ),
    "a template that is divided": ('const a = `8` / 2;\nconst b = "/";\nexport default a + b;', "4/"),
    "a property with the name of a word": ('const o = { of: 4 };\nexport default o.of / 2 + "/";', "2/"),
    "a wait inside a function": (
        'import { four } from "./other.mjs";\nconst f = async () => await four();\nexport default typeof f;',
        "function",
    ),
    "names that hold the words": (
        "const all = { import: 1, exported: 2 };\nexport default all.import + all.exported;",
        3,
    ),
}


def write(folder: Path, view: str) -> Path:
    """Lay a view beside the files that it may import."""
    files = {
        "other": OTHER,
        "effect": 'globalThis.effect = "done"; globalThis.times = (globalThis.times ?? 0) + 1;',
        "hiding": 'const one = "mine", two = one;\nexport function hidden() { return two; }',
        "passing": 'export { one as first, half } from "./other.mjs";\nexport * as other from "./other.mjs";\n'
        'export * from "./other.mjs";\nexport const one = "own";',
        "view": view,
    }
    for name, text in files.items():
        (folder / f"{name}.mjs").write_text(text, "utf-8")
    return folder / "view.mjs"


@pytest.mark.parametrize("form", FORMS)
def test_a_joined_module_exports_what_its_files_do_by_themselves(form, tmp_path):
    text, value = FORMS[form]
    view = write(tmp_path, text)
    (tmp_path / "joined.mjs").write_text(join_module(view), "utf-8")
    for name in ("view", "joined"):
        script = tmp_path / f"print-{name}.mjs"
        shown = 'JSON.stringify(typeof value === "function" ? value() : value)'
        script.write_text(f'import value from "./{name}.mjs";\nconsole.log({shown});', "utf-8")
        assert printed(script) == value, name


def test_what_is_taken_while_a_view_runs_comes_as_a_promise_joined_or_not(tmp_path):
    text = 'export default () => Promise.all([import("./other.mjs"), import("./passing.mjs")]);\n'
    view = write(tmp_path, text + 'export const text = "$later0 import(1)";')
    (tmp_path / "joined.mjs").write_text(join_module(view), "utf-8")
    for name in ("view", "joined"):
        script = tmp_path / f"print-{name}.mjs"
        shown = "JSON.stringify([other.one, other.default, passing.first, passing.one, text])"
        taken = f'import take, {{ text }} from "./{name}.mjs";\nconst [other, passing] = await take();\n'
        script.write_text(f"{taken}console.log({shown});", "utf-8")
        assert printed(script) == [1, "default", 1, "own", "$later0 import(1)"], name


# What cannot be read, on which line of the view it stands, and words of the sentence that says so.
REFUSED = {
    "by a name that is made": ("\nconst other = import(`./other.mjs`);", 2, "import at the top of the file"),
    "no file at run time": ('\nconst other = import("./missing.mjs");', 2, "there is no file ./missing.mjs"),
    "about itself": ("export default import.meta.url;", 1, "import at the top of the file"),
    "in a block": ("{\n  export { a };\n}", 2, "top level"),
    "with attributes": ('import data from "./other.mjs" with { type: "json" };', 1, "cannot be read"),
    "no file": ('\n\nimport { one } from "./missing.mjs";', 3, "there is no file ./missing.mjs"),
    "a package": ('import { one } from "lodash";', 1, "begins with ./ or ../"),
    "an address": ('import "https://example.org/one.mjs";', 1, "begins with ./ or ../"),
    "no such name": ('import { seven } from "./other.mjs";', 1, "other.mjs exports no seven"),
    "no such name to pass on": ('export { seven } from "./other.mjs";', 1, "other.mjs exports no seven"),
    "no default": ('import hiding from "./hiding.mjs";', 1, "hiding.mjs exports no default"),
    "a name in quotes": ('import { "a b" as c } from "./other.mjs";', 1, "names cannot be read"),
    "a stray comma": ('import one, from "./other.mjs";', 1, "commas"),
    "two at once": ("export const a = [1, 2], b = 2;", 1, "one constant a statement"),
    "what can change": ("\nexport let a = 1;", 2, "cannot be read"),
    "parts": ("export const { a } = { a: 1 };", 1, "cannot be read"),
    "no name": ("export default function () {}", 1, "a name"),
    "no name, but an ancestor": ("export default class extends Array {}", 1, "a name"),
    "twice": ("export const a = 1;\nexport { a };", 2, "a is exported twice"),
    "twice from elsewhere": ('export const one = 1;\nexport { one } from "./other.mjs";', 2, "one is exported twice"),
    "twice from two files": ('export * from "./other.mjs";\nexport * from "./passing.mjs";', 2, "is exported twice"),
    "a name of the joiner": ("const $1 = 1;", 1, "the name $1"),
    "a wait at the top": ('import { four } from "./other.mjs";\nexport default await four();', 2, "await"),
    "a wait in brackets": ('import { four } from "./other.mjs";\nexport default Number(await four());', 2, "await"),
    "a wait in a block": ("let a = 0;\nif (true) {\n  a = await 1;\n}\nexport default a;", 3, "await"),
    "a wait in a template": ("const a = 1;\nexport default `${await a}`;", 2, "await"),
    "a list with what can change": ("let n = 0;\nexport { n };", 2, "n may change"),
    "a line for the shell": ("#!/usr/bin/env node\nexport default 1;", 1, "for the shell"),
    "itself": ('import "./view.mjs";', 1, "view.mjs -> view.mjs is a circle"),
    "a string without an end": ('const a = 1;\nconst b = "b;\n', 2, "no end"),
    "a comment without an end": ("const a = 1;\n/* b", 2, "no end"),
    "a template without an end": ("const a = `${1} b", 1, "no end"),
}


@pytest.mark.parametrize("form", REFUSED)
def test_what_cannot_be_joined_is_named_with_file_and_line_in_one_sentence(form, tmp_path):
    text, line, said = REFUSED[form]
    view = write(tmp_path, text)
    with pytest.raises(ScriptTrouble) as trouble:
        join_module(view)
    sentence = str(trouble.value)
    assert sentence.startswith(f"{view}, line {line}: ")
    assert said in sentence
    assert "\n" not in sentence


def test_a_circle_is_named_from_file_to_file(tmp_path):
    view = write(tmp_path, 'import "./a.mjs";')
    (tmp_path / "a.mjs").write_text('\nimport { b } from "./b.mjs";\nexport const a = 1;')
    (tmp_path / "b.mjs").write_text('export * from "./a.mjs";\nexport const b = 1;')
    with pytest.raises(ScriptTrouble, match=r"b\.mjs, line 1: a\.mjs -> b\.mjs -> a\.mjs is a circle"):
        join_module(view)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.parent.name}-{view.stem}")
def test_a_joined_view_is_a_module_that_imports_nothing_and_gives_only_its_view(view, tmp_path):
    (tmp_path / "joined.mjs").write_text(join_module(view), "utf-8")
    script = tmp_path / "names.mjs"
    script.write_text(
        'import * as view from "./joined.mjs";\n'
        "console.log(JSON.stringify([Object.keys(view), Object.keys(view.default), typeof view.default.render]));"
    )
    assert printed(script) == [["default"], ["render"], "function"]


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.parent.name}-{view.stem}")
def test_a_view_can_be_loaded_just_as_it_lies_there(view):
    script = f"const view = await import({view.as_uri()!r}); console.log(typeof view.default.render)"
    assert (
        run("--input-type=module", "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "-e", script).stdout
        == "function\n"
    )


def test_what_a_host_puts_around_a_view_is_given_the_view(tmp_path):
    (tmp_path / "view.js").write_text("const word = 1;\nexport default { word };\n", "utf-8")
    (tmp_path / "host.js").write_text("const word = 2;\nexport const both = (view) => [view.word, word];\n", "utf-8")
    script = tmp_path / "joined.mjs"
    joined = join_module(tmp_path / "view.js", tmp_path / "host.js").replace("export default", "const given =")
    script.write_text(f"{joined}\nconsole.log(JSON.stringify(given));", "utf-8")
    assert printed(script) == [1, 2]


def test_what_two_modules_import_stands_only_once():
    assert join_module(PACKAGE / "kinds" / "mark" / "view.js").count("function make(") == 1


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.parent.name}-{view.stem}")
def test_no_view_turns_text_into_html_or_asks_the_network(view):
    module = join_module(view)
    for danger in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "fetch(",
        "XMLHttpRequest",
        "eval(",
    ):
        assert danger not in module
