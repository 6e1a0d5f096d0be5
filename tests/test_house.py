"""The plan of the house: a room imports only rooms below it, each thing has its room, files stay short."""

import ast
import gc
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

HOME = Path(__file__).parent.parent
PACKAGE = HOME / "exercises"
NOT_OURS = {"__pycache__", "node_modules"}
LONGEST = {"exercises": 250, "tests": 400}
ENDINGS = ("py", "js", "mjs", "ts", "css", "html", "j2")

# From the ground up. A room is a folder or a single module right below exercises/; it imports only rooms before it.
ROOMS = (
    "files",
    "words",
    "laying",
    "page",
    "lesson",
    "detect",
    "texts",
    "formats",
    "kinds",  # some stand on a text that a student brought, and show what a machine would draft in it
    "charts",
    "answers",
    "ending",
    "exchange",
    "figures",
    "bar",
    "report",
    "visit",
    "notebook",
    "paper",
    "jupyter",
    "room",
    "doctor",
    "cli",
    "",  # the package itself: open_lesson(), all a notebook needs
)
MOST_ROOMS = 24


@cache
def modules() -> dict[str, Path]:
    return {name_of(file): file for file in sorted(PACKAGE.rglob("*.py"))}


def name_of(file: Path) -> str:
    return ".".join(file.relative_to(PACKAGE).with_suffix("").parts).removesuffix("__init__").rstrip(".")


def room_of(module: str) -> str:
    return module.split(".")[0]


@cache
def parsed(file: Path) -> ast.Module:
    """Read a module as a tree, with no garbage collected meanwhile.

    Python 3.11 counts the depth of a tree in one place for all. What is thrown away then may print where it came from,
    which reads a tree too, and ours would end in "recursion depth mismatch".
    """
    gc.disable()
    try:
        return ast.parse(file.read_text(encoding="utf-8"))
    finally:
        gc.enable()


@cache
def imported(file: Path) -> frozenset[str]:
    return frozenset(imports(file))


def imports(file: Path) -> Iterator[str]:
    """Name all that a file imports, lazily or for the types alone; ``from a import b`` counts as ``a`` and ``a.b``."""
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: write the import in full"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def neighbours(file: Path) -> set[str]:
    known = modules()
    found = {name.removeprefix("exercises.") for name in imported(file) if name.startswith("exercises.")} & set(known)
    # A package that is named only on the way to one of its modules is not itself imported for its contents.
    return {name for name in found if not any(other.startswith(f"{name}.") for other in found)}


def arrows() -> set[tuple[str, str]]:
    """Give the imports between rooms: from, to."""
    pairs = {(room_of(name), room_of(other)) for name, file in modules().items() for other in neighbours(file)}
    return {(room, other) for room, other in pairs if room != other}


def test_every_room_has_its_place_and_every_place_its_room() -> None:
    assert {room_of(module) for module in modules()} == set(ROOMS)
    assert len(ROOMS) <= MOST_ROOMS


def test_a_room_imports_only_rooms_below_it() -> None:
    assert [f"{a} imports {b}" for a, b in sorted(arrows()) if ROOMS.index(b) > ROOMS.index(a)] == []


def test_no_module_imports_itself_in_a_circle() -> None:
    edges = {module: neighbours(file) for module, file in modules().items()}
    done: set[str] = set()

    def walk(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, f"a circle: {' > '.join((*path[path.index(module) :], module))}"
        if module not in done:
            for other in sorted(edges[module]):
                walk(other, (*path, module))
            done.add(module)

    for module in edges:
        walk(module, ())


def test_only_the_kinds_know_one_kind_from_another() -> None:
    of_one_kind = tuple(f"kinds.{folder.name}." for folder in (PACKAGE / "kinds").iterdir() if folder.is_dir())
    above = {name: file for name, file in modules().items() if room_of(name) != "kinds"}
    known = {other for file in above.values() for other in neighbours(file) if f"{other}.".startswith(of_one_kind)}
    # The two forms are places of the lesson, and the room of rate says which one stands where.
    assert known == {"kinds.rate.forms"}
    names = {one.strip(".").split(".")[1] for one in of_one_kind}
    assert [f"{name}: {found}" for name, file in above.items() for found in compared(file, names)] == []


def compared(file: Path, names: set[str]) -> Iterator[str]:
    """Give the names of kinds that the field ``kind`` is compared with."""
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute) and node.left.attr == "kind":
            constants = (
                one.value for other in node.comparators for one in ast.walk(other) if isinstance(one, ast.Constant)
            )
            yield from (value for value in constants if value in names)


def test_only_the_room_of_jupyter_knows_its_widgets() -> None:
    assert users("anywidget", "ipywidgets", "traitlets") <= {"jupyter"}


def test_only_charts_import_matplotlib() -> None:
    assert users("matplotlib") <= {"charts"}


def test_only_the_rooms_of_hosts_know_tornado() -> None:
    assert users("tornado") <= {"jupyter", "room"}


def test_only_the_store_and_who_looks_at_its_rows_know_sqlalchemy() -> None:
    assert users("sqlalchemy") <= {"answers", "room"}


def test_only_the_room_of_jupyter_and_the_command_know_jupyter_itself() -> None:
    assert users("jupyter_server", "jupyterlab", "IPython") <= {"jupyter", "doctor", "cli"}


def test_only_what_builds_notebooks_knows_their_library_and_a_class_opens_without_it() -> None:
    # It brings a checker whose rules take seconds to read.
    assert users("nbformat") <= {"notebook"}
    look = "import sys, exercises.cli, exercises.room.opening, exercises.room.server; print('nbformat' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout == "False\n"


def test_only_the_room_of_texts_opens_files_of_other_programs_and_their_readers_wait_until_then() -> None:
    readers = ("trafilatura", "docx", "pypdf", "lxml")
    assert users(*readers) == {"texts"}
    look = f"import sys, exercises.texts.brought; print([one for one in {(*readers, 'nltk')} if one in sys.modules])"
    assert subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True).stdout == "[]\n"


def users(*packages: str) -> set[str]:
    found = {name: {one.split(".")[0] for one in imported(file)} for name, file in modules().items()}
    return {room_of(name) for name, known in found.items() if known & set(packages)}


def test_lessons_hold_words_and_facts_but_no_code_and_no_html() -> None:
    kinds = {file.suffix for file in (HOME / "lessons").rglob("*") if file.is_file() and not file.name.startswith(".")}
    assert kinds <= {".md", ".yaml", ".txt"}


def test_no_file_of_code_is_too_long_to_read_at_one_sitting() -> None:
    for room, longest in LONGEST.items():
        files = [file for ending in ENDINGS for file in code(room, ending)]
        lengths = {str(file.relative_to(HOME)): len(file.read_text(encoding="utf-8").splitlines()) for file in files}
        assert {name: length for name, length in lengths.items() if length > longest} == {}


def code(room: str, ending: str) -> list[Path]:
    return [file for file in (HOME / room).rglob(f"*.{ending}") if not NOT_OURS & set(file.parts)]


def test_every_module_begins_with_one_sentence_on_its_role() -> None:
    silent = [module for module, file in modules().items() if not ast.get_docstring(parsed(file))]
    assert silent == []


def test_names_of_files_are_fit_for_every_system() -> None:
    rooms = [HOME / room for room in ("exercises", "lessons", "notebooks", "tests")]
    names = [file.name for room in rooms for file in room.rglob("*") if not NOT_OURS & set(file.parts)]
    assert [name for name in names if set(name) & set('<>:"\\|?*') or name.endswith((" ", "."))] == []
