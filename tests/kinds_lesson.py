"""The tiny lesson with exercises to rate, to write and to seal; every reason in it carries the word CANARY."""

from __future__ import annotations

from copy import copy
from pathlib import Path

from small_lesson import build_small_lesson
from talk import Talk

from exercises.answers.store import Store
from exercises.kinds.items import load_items, taken_up
from exercises.lesson.load import load_lesson

RATE_AND_WRITE = """exercises:
  - id: bet
    kind: choose
    seal: true
    title: A guess about the bridge
    instruction: Choose, say how sure you are, and seal it.
    role: alone
    rubric: E
    label: Written for this course
    hints: [Read the sentence about the repair once more.]
    prompt: Will the old bridge open in May?
    options:
      - {id: opens, text: It will open in May, right: true, why: "CANARY: the town hall kept its day this time."}
      - {id: stays, text: It will stay closed, why: "CANARY: the word may made it look open."}
  - id: first-item
    kind: write
    title: Tell it in one sentence
    instruction: Write what you could stand behind.
    role: alone
    rubric: A
    label: Written for this course
    prompt: Write the news about the bridge for the school radio.
    quote: The mayor of Dovhe said on Monday that the old bridge may stay closed until May.
    length: {least: 5, most: 40}
    checks:
      - id: source
        asks: Who says it?
        looks_for: [mayor, town hall]
        found: "CANARY: which of your words are hers?"
        absent: "CANARY: we found no speaker that we know. Who speaks in your text?"
      - id: hedge
        asks: How sure is she?
        looks_for: [may, might, perhaps]
        found: "CANARY: which part does it make less sure?"
        absent: "CANARY: how sure was she of the month? Look at her own words."
      - id: no-admit
        asks: Does a verb take sides?
        looks_for: [admit*, confess*]
        around: true
        told: false
        found: "CANARY: would she use this word of herself?"
        absent: "CANARY: other verbs take sides too. Which one do you use?"
    samples:
      - {level: 0, text: The bridge stays closed until May., why: "CANARY: nobody says it here."}
      - {level: 1, text: The mayor speaks about the bridge., why: "CANARY: a speaker and no content."}
      - {level: 2, text: The bridge may stay closed; so the mayor., why: "CANARY: who and what and how sure."}
      - level: 3
        text: The mayor of Dovhe said the bridge may stay closed until May.
        why: "CANARY: source, cue and exactly the content."
  - id: support
    kind: rate
    title: How well supported?
    instruction: Rate each claim by what its own words show.
    role: alone
    rubric: B
    label: Written for this course
    prompt: How well is this supported by what you read?
    scale:
      low: not at all
      high: very well
      steps: [Not supported, Weakly supported, Fairly well supported, Well supported]
    cannot_tell: true
    each_sure: true
    shuffle: true
    statements:
      - id: ferry
        text: The ferry carried 212 people on Monday, the harbour office wrote.
        context: The office counts tickets at the gate. Its list for Monday was on the door.
        accept: [3, 4]
        best: 4
        why:
          1-2: "CANARY: low tempts because no person is named, yet an office answers for it."
          3: "CANARY: fairly well, if you ask who checks the list."
          4: "CANARY: the office counts, and anyone can read the list."
        cannot_tell: {counts: wrong, why: "CANARY: the words tell you how it is known."}
      - id: bakery
        text: The new bakery is the best in Dovhe, its owner said.
        accept: [1]
        best: 1
        why:
          1: "CANARY: the owner speaks for the own shop, and gives nothing to look at."
          high: "CANARY: a named speaker is no support by itself."
        cannot_tell: {counts: accepted, why: "CANARY: what is best cannot be counted."}
  - id: said-lab
    kind: rate
    title: How sure does it sound?
    instruction: Rate each sentence; nothing is scored.
    role: alone
    rubric: C
    label: Written for this course
    prompt: How sure does the speaker sound?
    scale: {low: not sure at all, high: very sure, steps: ["1 of 5", "2 of 5", "3 of 5", "4 of 5", "5 of 5"]}
    statements:
      - {id: ferry, text: The captain said the ferry was late., scored: false, why: "CANARY: said adds nothing."}
      - {id: bus, text: The driver said the bus was full., scored: false, why: "CANARY: said stays out of the way."}
  - id: claim-lab
    kind: rate
    title: And with another verb?
    instruction: Rate each sentence; nothing is scored.
    role: alone
    rubric: C
    label: Written for this course
    prompt: How sure does the speaker sound?
    scale: {low: not sure at all, high: very sure, steps: ["1 of 5", "2 of 5", "3 of 5", "4 of 5", "5 of 5"]}
    compare_with: said-lab
    statements:
      - {id: ferry, text: The captain claimed the ferry was late., scored: false, why: "CANARY: claimed keeps away."}
      - {id: bus, text: The driver insisted the bus was full., scored: false, why: "CANARY: insisted sounds doubted."}
  - id: second-item
    kind: write
    title: Tell it again
    instruction: Write the news once more, now that you know more.
    role: exit
    rubric: A
    label: Written for this course
    prompt: Write the news about the bridge once more.
    length: {most: 40}
    starts_from: first-item
    rows: [A, E]
    samples:
      - {level: 0, text: The bridge is closed., why: "CANARY: nobody says it and nothing is dated."}
      - {level: 1, text: The mayor says it is closed., why: "CANARY: a speaker, not more."}
      - {level: 2, text: The bridge may stay closed says the mayor., why: "CANARY: with the doubt that she left."}
      - {level: 3, text: On Monday the mayor said it may stay closed., why: "CANARY: dated, owned, of the right size."}
"""
PLACES = ("bet", "first-item", "support", "said-lab", "claim-lab", "second-item")
PROSE = """---
title: One bridge
minutes: 20
able_to:
  - find who speaks
needs:
  - nothing
---

Read the three sentences.

"""
OPENING = """Now the bridge is known.

```{open} bet
```
"""


def build_kinds_lesson(folder: Path) -> Path:
    """Write the lesson into a folder and give the folder."""
    build_small_lesson(folder)
    (folder / "one.yaml").write_text(RATE_AND_WRITE, encoding="utf-8")
    places = "".join(f"```{{exercise}} {name}\n```\n\n" for name in PLACES)
    (folder / "one.md").write_text(PROSE + places + OPENING, encoding="utf-8")
    return folder


class Kernel:
    """What a kernel knows of the lesson: its exercises, and one store for all exchanges."""

    def __init__(self, folder: Path) -> None:
        self.lesson = load_lesson(build_kinds_lesson(folder / "lessons" / "bridge"))
        self.items = load_items(self.lesson)
        self.store = Store(folder / "store")

    def with_empty_store(self, folder: Path) -> Kernel:
        """Give a kernel of the same lesson whose answers are kept in a folder of their own."""
        other = copy(self)
        other.store = Store(folder / "store")
        return other

    def exchange(self, name: str, *, opening: bool = False) -> Talk:
        """Make the exchange of one exercise, or of the place where its seal is opened."""
        item = self.items[name]
        earlier = self.items.get(taken_up(item))
        return Talk(self.lesson, item, self.store, "one", earlier=earlier, opening=opening)
