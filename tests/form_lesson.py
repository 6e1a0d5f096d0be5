"""The tiny lesson with two forms: form A begins, in its only notebook."""

from pathlib import Path

from small_lesson import build_small_lesson, change

SIGNS = "source: unnamed, certainty: unhedged, tone: neutral, length: short"
FORM = """  - id: form-{letter}
    kind: rate
    title: Two claims (form {letter})
    instruction: Rate each claim.
    role: form
    rubric: null
    label: Written for this course
    prompt: How well is this supported?
    scale: {{low: not supported, high: well supported, steps: [None, Weak, Fair, Good]}}
    cannot_tell: true
    each_sure: true
    statements:
      - id: ferry-{letter}
        features: {{support: well, SIGNS}}
        text: The ferry carried 212 people, the harbour office wrote.
        accept: [3, 4]
        best: 4
        why:
          1: "CANARY: the first step looks at who speaks."
          2: "CANARY: the second step looks at what was heard."
          3: "CANARY: the third step looks at who counted."
          4: "CANARY: the fourth step looks at the list."
        cannot_tell: {{counts: apart, why: "CANARY: the words tell you how it is known."}}
      - id: bakery-{letter}
        features: {{support: poorly, SIGNS}}
        text: The bakery will close, a guest heard.
        accept: [1, 2]
        best: 1
        why:
          1: "CANARY: the first step looks at who speaks."
          2: "CANARY: the second step looks at what was heard."
          3: "CANARY: the third step looks at who counted."
          4: "CANARY: the fourth step looks at the list."
        cannot_tell: {{counts: apart, why: "CANARY: the words tell you how it is known."}}
"""
FORMS = "exercises:\n" + "".join(FORM.format(letter=letter) for letter in "ab").replace("SIGNS", SIGNS)


def build_form_lesson(folder: Path) -> Path:
    """Write the lesson into a folder and give the folder."""
    build_small_lesson(folder)
    (folder / "forms.yaml").write_text(FORMS, encoding="utf-8")
    change(folder / "lesson.yaml", "links: none\n", "links: none\nfirst_form: A\n")
    with (folder / "one.md").open("a", encoding="utf-8") as prose:
        prose.write("\n```{form} first\n```\n")
    return folder


def build_borrowing_lesson(folder: Path, lender: str = "bridge") -> Path:
    """Write a lesson that takes its forms from another one beside it, and give its folder."""
    build_small_lesson(folder)
    change(folder / "lesson.yaml", "id: bridge\n", f"id: {folder.name}\nborrows_from: {lender}\n")
    change(folder / "lesson.yaml", "to: bridge/one.ipynb", f"to: {folder.name}/one.ipynb")
    with (folder / "one.md").open("a", encoding="utf-8") as prose:
        prose.write("\n```{form} first\n```\n")
    return folder
