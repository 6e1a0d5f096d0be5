"""The page finds the same words in a text as the kernel, at the same places."""

import json

from in_node import run

from exercises.kinds.annotate import KIND
from exercises.kinds.bring.item import Part

PART = '{ title: "", first: 1, sentences: lines, language: "en" }'
LINES = [
    "“Odd”, she said – ‘so’…",
    "— Nein, «так» сказала вона. 100% of 3.5 €!",
    "😀👩‍👩‍👧 e\u0301tude 🇺🇦flag #️⃣ x",
    "…",
    "• a list\u00a0with\u3000blanks",
    "don't re-open (it), U.S.",
    "العربية، עברית!",
]


def test_words_and_places_are_those_of_the_kernel(tmp_path):
    file = tmp_path / "words.mjs"
    module = (KIND.folder / "sentences.js").as_uri()
    told = f"const lines = {json.dumps(LINES)}; process.stdout.write(JSON.stringify(sentencesOf({PART})))"
    file.write_text(f"import {{ sentencesOf }} from {json.dumps(module)};\n{told};\n", encoding="utf-8")
    done = run(file)
    assert done.returncode == 0, done.stderr
    text = Part(first=1, sentences=LINES).text
    here = [
        (one.start, one.text, [[word.start, word.end] for word in text.words(one.number)]) for one in text.sentences
    ]
    assert [(one["start"], one["text"], one["words"]) for one in json.loads(done.stdout)] == here
