"""How much may be written at a desk: the page says it, and the kernel holds it."""

from pathlib import Path

import pytest
from in_node import printed
from pydantic import ValidationError

from exercises.kinds.desk.answer import ClaimWork

PARTS = (Path(__file__).parents[3] / "exercises" / "kinds" / "desk" / "parts.js").as_uri()


def test_page_and_kernel_take_as_many_signs(tmp_path):
    script = tmp_path / "ask.mjs"
    script.write_text(
        f'import {{ LONGEST }} from "{PARTS}";\nconsole.log(JSON.stringify(LONGEST));\n', encoding="utf-8"
    )
    limits = printed(script)
    assert set(limits) == {"reason", "searched_nothing"}
    for field, most in limits.items():
        ClaimWork.model_validate({field: f" {'😀' * most} "})
        with pytest.raises(ValidationError, match="at most"):
            ClaimWork.model_validate({field: "x" * (most + 1)})
