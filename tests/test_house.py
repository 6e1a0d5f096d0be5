"""The plan of the house: imports run one way, each thing has its room, files stay short."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

HOME = Path(__file__).parent.parent
PACKAGE = HOME / "exercises"
LONGEST = {"exercises": 300, "tests": 420}

# From the ground up. A module imports from its own floor and from those below; the first pattern that fits counts.
FLOORS = (
    ("words", "problems", "text", "quotation", "pairing", "yaml_*", "kinds.printed"),
    ("pack", "pack_*"),
    ("lesson", "lesson_*", "located"),
    ("detect", "detect.*"),
    ("kinds", "kinds.base", "kinds.writing", "marks", "marking", "kinds.*.item", "kinds.*.score", "kinds.*.[!w]*"),
    ("items", "forms"),
    ("student_code", "answers", "store", "store_*", "exports", "calibration"),
    ("formats", "formats.*"),
    ("message", "record", "seal", "two_parts", "exchange", "charts", "charts.*", "charts_*"),
    ("report", "report.*"),
    ("kinds.widget", "kinds.*.widget", "bar", "bar.*", "figures", "figures.*", "report.widget"),
    ("session",),
    ("front_matter", "boxes", "prose", "prose_cells", "guide_texts", "check", "build", "doctor", "server", ""),
    ("paper", "paper.*", "cli"),
)
PACKAGES_OF_KINDS = tuple(
    f"kinds.{name}" for name in ("mark", "choose", "sort", "rate", "write", "tiles", "desk", "compare")
)


def modules() -> dict[str, Path]:
    return {name_of(file): file for file in sorted(PACKAGE.rglob("*.py"))}


def name_of(file: Path) -> str:
    return ".".join(file.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".")


def floor_of(module: str) -> int:
    if module in PACKAGES_OF_KINDS:
        return floor_of("kinds.base")
    # Widgets stand higher than the rest of their kind.
    for floor, patterns in sorted(enumerate(FLOORS), key=lambda pair: "kinds.widget" not in pair[1]):
        if any(fnmatch(module, pattern) for pattern in patterns):
            return floor
    raise AssertionError(f"exercises/{module.replace('.', '/')}.py has no place in the house: give it a floor here")


def nodes(file: Path, *, when_run: bool) -> Iterator[ast.AST]:
    """Walk over a file; ``when_run`` leaves out what is imported for the types alone."""
    waiting: list[ast.AST] = [ast.parse(file.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if when_run and isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield node
        waiting.extend(ast.iter_child_nodes(node))


def imported(file: Path, *, when_run: bool = False) -> Iterator[str]:
    """Name all that a file imports, lazily or not; ``from a import b`` counts as ``a`` and as ``a.b``."""
    for node in nodes(file, when_run=when_run):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: write the import in full"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def neighbours(file: Path, *, when_run: bool = False) -> set[str]:
    named = imported(file, when_run=when_run)
    found = {name.removeprefix("exercises.") for name in named if name.startswith("exercises.")} & set(modules())
    # A package that is named only on the way to one of its modules is not itself imported for its contents.
    return {name for name in found if not any(other.startswith(f"{name}.") for other in found)}


def test_imports_run_one_way() -> None:
    wrong = [
        f"{module} imports {other}"
        for module, file in modules().items()
        for other in neighbours(file)
        if floor_of(other) > floor_of(module)
    ]
    assert wrong == []


def test_no_module_imports_itself_in_a_circle() -> None:
    edges = {module: neighbours(file, when_run=True) for module, file in modules().items()}
    done: set[str] = set()

    def walk(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, f"a circle: {' > '.join((*path[path.index(module) :], module))}"
        if module not in done:
            for other in sorted(edges[module]):
                walk(other, (*path, module))
            done.add(module)

    for module in edges:
        walk(module, ())


def test_only_widgets_import_anywidget() -> None:
    users = [module for module, file in modules().items() if "anywidget" in packages(file)]
    assert [module for module in users if module.rsplit(".", 1)[-1] != "widget"] == []


def test_only_charts_import_matplotlib() -> None:
    users = [module for module, file in modules().items() if "matplotlib" in packages(file)]
    assert [module for module in users if not module.startswith("charts")] == []


def packages(file: Path) -> set[str]:
    return {name.split(".")[0] for name in imported(file)}


def test_lessons_hold_words_and_facts_but_no_code_and_no_html() -> None:
    kinds = {file.suffix for file in (HOME / "lessons").rglob("*") if file.is_file() and not file.name.startswith(".")}
    assert kinds <= {".md", ".yaml", ".txt"}


def test_no_file_of_code_is_too_long_to_read_at_one_sitting() -> None:
    for room, longest in LONGEST.items():
        files = [file for ending in ("py", "js", "css") for file in code(room, ending)]
        lengths = {str(file.relative_to(HOME)): len(file.read_text(encoding="utf-8").splitlines()) for file in files}
        assert {name: length for name, length in lengths.items() if length > longest} == {}


def code(room: str, ending: str) -> list[Path]:
    return [file for file in (HOME / room).rglob(f"*.{ending}") if "__pycache__" not in file.parts]


def test_every_module_begins_with_one_sentence_on_its_role() -> None:
    silent = [module for module, file in modules().items() if not ast.get_docstring(ast.parse(file.read_text("utf-8")))]
    assert silent == []


def test_names_of_files_are_fit_for_every_system() -> None:
    rooms = [HOME / room for room in ("exercises", "lessons", "notebooks", "tests")]
    names = [file.name for room in rooms for file in room.rglob("*") if "__pycache__" not in file.parts]
    assert [name for name in names if set(name) & set('<>:"\\|?*') or name.endswith((" ", "."))] == []
