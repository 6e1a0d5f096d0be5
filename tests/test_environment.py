"""What Binder and conda read fits what pip reads, and the README tells the truth about it."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.version import Version

HOME = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
ENVIRONMENT: dict[str, Any] = yaml.safe_load((HOME / "environment.yml").read_text(encoding="utf-8"))
# conda-forge's smaller build of the same package.
OTHER_NAMES = {"matplotlib-base": "matplotlib"}
# First releases that the bounds name; each was more than a year old when the bound was set.
RELEASED = {
    "python": ("3.11", "2022-10"),
    "jupyterlab": ("4.2", "2024-05"),
    "notebook": ("7.2", "2024-05"),
    "ipywidgets": ("8.1", "2023-08"),
    "matplotlib": ("3.8", "2023-09"),
    "nltk": ("3.9.1", "2024-08"),
    "lxml": ("5.3", "2024-08"),
    "python-docx": ("1.1.2", "2024-05"),
    "trafilatura": ("2.0", "2024-12"),
}


def conda() -> dict[str, Requirement]:
    lines = [Requirement(line) for line in ENVIRONMENT["dependencies"] if isinstance(line, str)]
    return {OTHER_NAMES.get(line.name, line.name): line for line in lines}


def pip() -> dict[str, Requirement]:
    lines = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
    python = Requirement(f"python{PROJECT['project']['requires-python']}")
    return {line.name: line for line in [*lines, python]}


def lowest(requirement: Requirement) -> Version:
    (bound,) = requirement.specifier
    assert bound.operator == ">=", f"{requirement}: a lower bound only"
    return Version(bound.version)


def test_condas_bounds_are_no_tighter_than_pips() -> None:
    wanted = {name: line for name, line in conda().items() if name != "pip"}
    assert set(wanted) <= set(pip())
    assert {name for name, line in wanted.items() if lowest(line) > lowest(pip()[name])} == set()


def test_condas_bounds_are_releases_of_before_november_2025() -> None:
    bounds = {name: str(lowest(line)) for name, line in conda().items() if name != "pip"}
    assert bounds == {name: release for name, (release, _) in RELEASED.items()}
    assert all(month < "2025-11" for _, month in RELEASED.values())


def test_conda_leaves_the_rest_to_pip() -> None:
    assert ENVIRONMENT["name"] == "whosays"
    assert ENVIRONMENT["channels"] == ["conda-forge"]
    assert "pip" in conda()
    assert ENVIRONMENT["dependencies"][-1] == {"pip": ["-e ."]}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy what a clone would hold: no virtual environment, no leftovers."""
    target = tmp_path_factory.mktemp("clone") / "whosays"
    for name in clone_files():
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HOME / name, place)
    return target


def clone_files() -> list[str]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=HOME, capture_output=True, check=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a clone: git does not know these files")
    return [name for name in listed.split("\0") if name and (HOME / name).is_file()]


def test_binder_takes_the_environment(copy: Path) -> None:
    command = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", "."]
    ran = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False, timeout=120)
    said = ran.stdout + ran.stderr
    assert ran.returncode == 0, said
    assert "Building conda environment" in said
    assert 'env update -p ${NB_PYTHON_PREFIX} --file "environment.yml"' in said
    assert "FROM " in said


def test_the_readme_and_the_setting_name_the_same_repository() -> None:
    repository = PROJECT["tool"]["whosays"]["repository"]
    readme = (HOME / "README.md").read_text(encoding="utf-8")
    owners = re.findall(r"mybinder\.org/v2/gh/([^/)\s]+/[^/)\s]+)/", readme)
    assert owners == [repository]
    assert ("is not published yet" in readme) == repository.startswith("OWNER/")


def test_the_two_commands_and_the_pictures_stand_on_the_readmes_first_screen() -> None:
    first = "\n".join((HOME / "README.md").read_text(encoding="utf-8").splitlines()[:22])
    for words in ("make lab", "make test", "docs/screenshot-mark.png", "docs/screenshot-desk.png", "Python 3.11"):
        assert words in first


def test_the_commands_for_a_class_run_as_they_are_written_after_make_lab() -> None:
    part = (HOME / "README.md").read_text(encoding="utf-8").split("## A class from one computer")[1].split("\n## ")[0]
    commands = part.split("```")[1].strip().splitlines()
    assert {line.split()[0] for line in commands} == {".venv/bin/whosays"}
    assert part.index("make lab") < part.index(commands[0])


@pytest.mark.parametrize("row", ["an exercise does not show", "*No connection to the notebook*"])
def test_where_there_are_no_menus_the_readme_names_the_other_way_as_the_page_does(row: str) -> None:
    lines = (HOME / "README.md").read_text(encoding="utf-8").splitlines()
    (line,) = [line for line in lines if line.startswith(f"| {row}")]
    assert ("Run All Cells" in line, "reload the page" in line) == (True, True)


def test_the_version_to_cite_is_the_version_to_install() -> None:
    citation = yaml.safe_load((HOME / "CITATION.cff").read_text(encoding="utf-8"))
    assert str(citation["version"]) == PROJECT["project"]["version"]
