"""A tiny lesson about an invented bridge, whole and sound, for tests to read, change and break."""

import hashlib
from pathlib import Path

ARTICLE = """The mayor of Dovhe said on Monday that the old bridge may stay closed until May.
The repair will reportedly cost about 40,000 crowns, and the bridge has stood since 1902.
Shopkeepers on the river road claimed that half of the customers of the road have stopped coming.
"""

LESSON = """id: bridge
title: The bridge of Dovhe
language: en
level: 15 and up
content_note: Nothing bad happens in this text.
published: "2025-05-02"
links: none
article:
  file: article.txt
  sha256: {sha256}
  publisher: Dovhe Post
  address: https://post.example/bridge
  dated: "2025-05-02"
  date_basis: The page shows it.
  use: written for tests
  contains_errors: true
notebooks:
  - {{name: one, title: One bridge, minutes: 20, to: bridge/one.ipynb}}
"""

KEY = """attributions:
  - id: A01a
    sentence: 1
    source: "The mayor of Dovhe"
    cue: "said"
    content: "the old bridge may stay closed until May"
    source_kind: described
    verb_stance: neutral
    also_accept:
      - {source: "mayor of Dovhe"}
    why:
      source: The office says who answers for it.
      cue: This verb adds nothing of its own.
      content: Everything behind “that” is what she answers for.
    claims: [C2]
  - id: A02a
    sentence: 2
    source: null
    cue: "reportedly"
    content: ["The repair will", "cost about 40,000 crowns"]
    source_kind: none
    verb_stance: distancing
    why:
      cue: Somebody reports, and the word hides who.
      content: The sum is what is reported; the year is not.
  - id: A03a
    sentence: 3
    source: "Shopkeepers on the river road"
    cue: "claimed"
    content: "half of the customers of the road have stopped coming"
    source_kind: described
    verb_stance: distancing
    why:
      source: A group with a place, and no names.
      cue: The reporter keeps a distance.
      content: Everything behind “that” is what the shopkeepers answer for.
voice:
  - {id: V02a, sentence: 2, quote: "the bridge has stood since 1902", proper: true, why: Anyone can look it up.}
certainty:
  - id: H01a
    sentence: 1
    cue: "may"
    scope: "stay closed until May"
    whose: source
    kind: modal
    direction: hedge
    also_accept: [{whose: cannot-tell}]
    why: The month is not settled.
  - id: H02a
    sentence: 2
    cue: "about"
    scope: "40,000 crowns"
    whose: cannot-tell
    kind: approximator
    direction: hedge
    why: The number is rounded.
not_certainty:
  - {id: N03a, sentence: 3, quote: "half", why: It says how many and not how sure.}
"""

PRACTICE = """texts:
  - id: p-ferry
    label: Written for this course
    sentences:
      - "The ferry is late, the captain admitted."
    attributions:
      - id: PF01a
        sentence: 1
        source: "the captain"
        cue: "admitted"
        content: "The ferry is late"
        source_kind: described
        verb_stance: reluctant
        why: {source: She speaks., cue: She would rather not., content: The words before the comma.}
"""

CLAIMS = """claims:
  - id: C1
    side: article
    sentence: S2
    quote: the bridge has stood since 1902
    kind: factual-checkable
    said:
      answer: not-applicable
      as_of: "2025-05-02"
      by: the article itself
      reason: Nobody is named.
    judged: true
    so:
      - as_of: "2025-05-02"
        verdict: disputed
        reason: The town gave another year.
        evidence: [town-page]
      - as_of: "2025-06-10"
        verdict: holds
        reason: The archive found the bill of the builder.
        evidence: [town-page, archive-note]
    also_accept: [cannot-be-tested]
    also_accept_why: The bridge was rebuilt twice.
  - id: C2
    side: neutral
    statement: The bridge will stay closed until May.
    stated_on: "2025-05-01"
    kind: prediction
    said:
      answer: "yes"
      as_of: "2025-05-01"
      by: the mayor
      reason: The town page prints it.
    judged: false
    note: A forecast gets no verdict.
"""

SOURCES = """origins:
  - {id: town-hall-2025-05-01, name: "The town hall of Dovhe, 1 May 2025"}
  - {id: archive-2025, name: "The archive of Dovhe, in 2025", from: builders-bill-1902}
  - {id: builders-bill-1902, name: "The builder's bill of 1902"}
  - {id: shop-blog, name: "A shopkeeper on the river road"}
sources:
  - id: town-page
    publisher: Town of Dovhe
    title: null
    url: https://town.example/bridge
    link: ok
    date: "2025-05-01"
    language: en
    type: official
    position: Page of the town hall.
    interest: The town pays for the bridge.
    near: party
    origin: town-hall-2025-05-01
    says: The bridge was built in 1904 and stays closed.
    supports: [C2]
    contradicts: [C1]
    core: true
    read: whole
    consulted: "2025-07-01"
  - id: archive-note
    publisher: Archive of Dovhe
    url: https://archive.example/note
    link: ok
    date: null
    date_inferred: "2025-06-01"
    date_basis: Between two dated notes.
    language: en
    type: archive
    position: Keeps the papers of the town.
    interest: None seen.
    near: measured-it
    origin: archive-2025
    says: The builder's bill is of 1902.
    supports: [C1]
    core: true
    read: whole
    consulted: "2025-07-01"
  - id: shop-blog
    publisher: A shop on the river road
    url: https://shop.example/blog
    link: none
    date: unknown
    date_basis: The page shows no day.
    language: en
    type: blog
    position: One of the shopkeepers.
    interest: Sells less while the bridge is closed.
    near: saw-it
    origin: shop-blog
    says: Fewer customers come.
    core: false
    read: opening
    consulted: "2025-07-01"
"""

EXERCISES = """exercises:
  - id: who-speaks
    kind: choose
    title: Who speaks?
    instruction: Choose the one who answers for the closing of the bridge.
    role: recall
    rubric: A
    prompt: Who answers for “the old bridge may stay closed until May”?
    options:
      - id: mayor
        text: The mayor of Dovhe
        right: true
        why: The words in front of “said” name her office.
      - id: reporter
        text: The reporter
        why: The reporter only passes it on and says from whom.
  - id: mark-the-mayor
    kind: mark
    title: Mark the mayor
    instruction: Mark the source, the cue and the content.
    role: alone
    rubric: A
    text: article
    sentences: [1]
    layer: attribution
    targets: [A01a]
    labels: [source, cue, content]
"""

PROSE = """---
title: One bridge
minutes: 20
able_to:
  - find who speaks
needs:
  - nothing
---

Read the three sentences.

```{exercise} who-speaks
```

```{exercise} mark-the-mayor
```
"""


def build_small_lesson(folder: Path) -> Path:
    """Write the files of the lesson into a folder and give the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    sha256 = hashlib.sha256(ARTICLE.encode()).hexdigest()
    files = {
        "article.txt": ARTICLE,
        "lesson.yaml": LESSON.format(sha256=sha256),
        "key.yaml": KEY,
        "practice.yaml": PRACTICE,
        "claims.yaml": CLAIMS,
        "sources.yaml": SOURCES,
        "one.md": PROSE,
        "one.yaml": EXERCISES,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def change(file: Path, old: str, new: str) -> int:
    """Replace words that stand once in a file; give the line (from 1) on which they began."""
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"“{old}” stands {text.count(old)} times in {file.name}"
    file.write_text(text.replace(old, new), encoding="utf-8")
    return text.count("\n", 0, text.index(old)) + 1
