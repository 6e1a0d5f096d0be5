"""Three pages, two kernels, one store, and everything goes wrong: nothing that was typed or committed is lost.

The pages are the real exercise in Node, with a clock that goes when it is told to; the kernels are processes, and every
25th storm kills them. Each storm has a seed: ``WHOSAYS_STORM=20000`` runs so many, ``WHOSAYS_STORM=7:1`` that of 7.
"""

import json
import os
import sys
from pathlib import Path

import pytest
from in_node import run

STORM = Path(__file__).parent / "storm.mjs"
FIRST, COUNT = 1, 500


def asked():
    """Give the first seed, and how many storms."""
    *first, count = os.environ.get("WHOSAYS_STORM", f"{FIRST}:{COUNT}").split(":")
    return (first[0] if first else str(FIRST)), count


@pytest.mark.timeout(0)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="a killed kernel is one of many only where processes fork")
def test_no_committed_answer_disappears_no_typed_text_is_out_of_reach_and_attempts_keep_their_order(tmp_path):
    for name in ("kernel-0", "kernel-1", "store"):
        (tmp_path / name).mkdir()
    first, count = asked()
    done = run("--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", STORM, sys.executable, tmp_path, first, count)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    told = [f"Seed {one['seed']}:\n" + "\n".join([*one["acts"], *one["faults"]]) for one in found["failed"]]
    assert not told, "\n\n".join(told)
    assert found["count"] == int(count)
