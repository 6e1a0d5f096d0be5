"""Puts the course into the wheel: lessons, notebooks and the rules for using them, as git knows them."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

COURSE = ("lessons", "notebooks", "LICENSE")


class CourseInWheel(BuildHookInterface):
    """Lays every file of the course below ``exercises/course/``; an editable install uses the repository itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files to hatchling just before it builds."""
        if version == "editable":
            return
        root = Path(self.root)
        files = {str(root / name): f"exercises/course/{name}" for name in known_to_git(root) or all_there(root)}
        build_data["force_include"].update(files)


def known_to_git(root: Path) -> list[str]:
    """Name the files of the course that are in git; none where this is no clone."""
    command = ["git", "ls-files", "-z", "--", *COURSE]
    try:
        listed = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout.decode()  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return []
    return [name for name in listed.split("\0") if name and (root / name).is_file()]


def all_there(root: Path) -> list[str]:
    """Name all files of the course, as an unpacked archive of the source holds them."""
    files = [file for name in COURSE for file in (root / name, *(root / name).rglob("*")) if file.is_file()]
    names = [file.relative_to(root) for file in files]
    return [name.as_posix() for name in names if not any(part.startswith(".") for part in name.parts)]
