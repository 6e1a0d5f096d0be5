"""A lesson made of a short invented report, and what a teacher does by hand to take its drafts over."""

import re
from pathlib import Path

from exercises.notebook.fresh.article import article_of
from exercises.notebook.fresh.drafting import drafted
from exercises.notebook.fresh.laid import lay
from exercises.notebook.fresh.pages import About, files_of
from exercises.texts.brought import read_pasted

REPORT = """A new oven for the bakery of Dovhe

The bakery of Dovhe sold 1,200 loaves a week last year, according to its owner.

Neighbours said that the smell may have become stronger since May. The town wrote in a letter that it has measured
nothing.

“We will look again in autumn,” said Mara Quist, who runs the health office. Critics claim that about 40 families have
complained. It is unclear whether the oven will stay. The shocking noise was reportedly caused by a fan.
"""
MARK = re.compile(r"^ *draft: true.*\n", re.MULTILINE)


def make(folder: Path, report: str = REPORT, **about: object) -> Path:
    """Make a lesson of a text in a folder of that name, and give the folder."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    article = article_of(read_pasted(report))
    told = About(folder.name, **{"dated": "2026-06-11"} | about)
    return lay(folder, files_of(told, article, drafted(article)))


def take_over(folder: Path, *names: str) -> None:
    """Take the mark of every draft out of some files; of all where none is named."""
    for file in [folder / name for name in names] or sorted(folder.glob("*.yaml")):
        text = file.read_text(encoding="utf-8")
        if file.name == "claims.yaml":
            text = answered(text)
        text = text.replace('"Still open: nobody has looked at this yet."', "Nothing bad happens.")
        file.write_text(MARK.sub("", text).replace("    proper:\n", "    proper: true\n"), encoding="utf-8")


def answered(claims: str) -> str:
    """Fill in what every drafted claim leaves open."""
    for field, value in (("answer", "not-found"), ("by", "nobody"), ("reason", "We searched the page of the town.")):
        claims = claims.replace(f"      {field}:\n", f'      {field}: "{value}"\n')
    return claims.replace("    judged:\n", "    judged: false\n    note: Nobody outside has counted.\n")
