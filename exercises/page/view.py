"""A view: the files that draw one thing on the page in the browser."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exercises.page.joined import join_module, join_style


@dataclass(frozen=True, slots=True)
class View:
    """The files of a view.

    Attributes
    ----------
    module : Path
        A JavaScript module whose default export has ``render``. Its imports lead to other files of this package.
    style : Path
        Its own style sheet; that of the page comes before it.
    shared : tuple of Path
        Style sheets between the two, which several views have in common.
    """

    module: Path
    style: Path
    shared: tuple[Path, ...] = ()

    def joined_module(self, around: Path | None = None) -> str:
        """Give the module with all that it imports, for a host that loads one file a view and may put one around."""
        return join_module(self.module, around)

    def joined_style(self) -> str:
        """Give all style sheets in one."""
        first, *more = (*self.shared, self.style)
        return "\n".join([join_style(first), *(sheet.read_text("utf-8") for sheet in more)])
