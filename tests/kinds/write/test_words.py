"""The page and the kernel count the words of a text alike."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from in_node import printed

from exercises.kinds.write.form import count_words
from exercises.page.joined import HERE

WORDS = (HERE.parent / "kinds" / "write" / "words.js").as_uri()
PIECES = st.sampled_from(
    [" ", "\u00a0", "\u2028", "\t", "—", "-", "’", "🙂", "12", "½", "co-op", "don’t", "слово", "שלום", "a\u0301"]
)
TEXTS = st.lists(st.one_of(PIECES, st.characters(exclude_categories=("Cs", "Cn"))), max_size=12).map("".join)


@given(st.lists(TEXTS, min_size=60, max_size=60))
@settings(max_examples=8)
def test_every_text_has_the_same_number_of_words_on_the_page_and_in_the_kernel(tmp_path_factory, texts):
    script = tmp_path_factory.mktemp("words") / "count.mjs"
    script.write_text(
        f'import {{ countWords }} from "{WORDS}";\nconsole.log(JSON.stringify({json.dumps(texts)}.map(countWords)));'
    )
    assert printed(script) == [count_words(text) for text in texts]
