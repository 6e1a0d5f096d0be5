"""The remarks of a YAML file: what stands behind a ``#`` and outside of all words, which no data tells of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import yaml

from exercises.files.document import LOADER

_REMARK = re.compile(r"#.*")


def lost_remarks(before: str, after: str) -> list[str]:
    """Give the remarks of a text that do not stand in another one any more.

    Parameters
    ----------
    before, after : str
        A file before and after an edit.
    """
    return list((Counter(_remarks(before)) - Counter(_remarks(after))).elements())


def _remarks(text: str) -> Iterator[str]:
    """Give each remark, without blanks around it; all of them up to where the text is no YAML any more."""
    at = 0
    try:
        for token in yaml.scan(text, Loader=LOADER):
            start, end = token.start_mark.index, token.end_mark.index
            if start < end:
                # Only blanks and remarks stand between two tokens.
                yield from _found(text[at:start])
                at = end
            if getattr(token, "style", None) in ("|", ">"):
                # Of a block, what stands behind its sign is no words yet.
                yield from _found(text[start:end].partition("\n")[0])
    except yaml.YAMLError:
        return
    yield from _found(text[at:])


def _found(between: str) -> Iterator[str]:
    return (remark.rstrip() for remark in _REMARK.findall(between))
