"""Full answers of our own to every exercise, for tests that need one, and the words by which each is known again."""

from exercises.kinds import KINDS


def full_answer(item, lesson):
    """Give an answer that leaves nothing to be desired, as plain data."""
    if item.kind == "write":
        return {"text": next(sample.text for sample in item.samples if sample.level == 3)}
    ours = KINDS[item.kind].reveal(item, lesson)
    return FILLED[item.kind](ours, item, lesson) if item.kind in FILLED else ours


def _rated(ours, item, lesson):
    """Rate what is not scored, too, and say everywhere how sure."""
    ratings = {one.id: ours["ratings"].get(one.id) or 2 for one in item.statements}
    return {"ratings": ratings, **({"sure": dict.fromkeys(ratings, 3)} if item.each_sure else {})}


def _worked(ours, item, lesson):
    """Say of each claim how sure and why, and give a verdict where we give none."""
    days = {card["id"]: card["days"] for card in KINDS["desk"].page(item, lesson)["claims"]}
    for claim, work in ours["claims"].items():
        verdicts = {day: work["so"].get(day, "cannot-be-tested") for day in days[claim]}
        work |= {"so": verdicts, "confidence": 3, "reason": "Because."}
    return ours


def _brought(ours, item, lesson):
    """Bring the article of the lesson, and work on the first sentences."""
    sentences = [one.text for one in lesson.article.sentences]
    last = min(len(sentences), 3)
    return {"title": lesson.info.title, "sentences": sentences, "total": len(sentences), "first": 1, "last": last}


def _annotated(ours, item, lesson):
    """Mark the first word of the article."""
    shown = [one.text for one in lesson.article.sentences[:3]]
    word = lesson.article.words(1)[0]
    mark = {"group": 1, "label": item.labels[0], "start": word.start, "end": word.end}
    return {"on": {"title": lesson.info.title, "first": 1, "sentences": shown}, "marks": [mark]}


def _sorted(ours, item, lesson):
    """Put one card into the first bin."""
    return {"cards": [{"id": "s1", "text": lesson.info.title}], "placed": {"s1": item.bins[0].id}}


def _checked(ours, item, lesson):
    """Check the first sentence of the article against two sources."""
    first = lesson.article.sentence(1)
    about = {"read": "2026-02-02", "tells": "Because.", "shows": "supports"}
    log = [
        {"id": "s1", "who": "A 1", "where": "§ 5", "day": "2026-02-01", "near": "party", **about},
        {"id": "s2", "who": "A 2", "near": "repeats", "same_as": "s1", **about},
    ]
    claim = {"title": lesson.info.title, "number": 1, "sentence": first.text}
    answers = {"said": "yes", "so": "holds", "as_of": "2026-02-02", "sure": 3}
    return {"claim": claim, "log": log, **answers, "reason": "Because.", "change": "Because."}


FILLED = {
    "rate": _rated,
    "desk": _worked,
    "bring": _brought,
    "annotate": _annotated,
    "sources": _sorted,
    "evidence": _checked,
}


def words_of(item, answer, lesson):
    """Give words of the answer that anyone would look for in a report of it."""
    if item.kind == "write":
        return [answer["text"]]
    if item.kind == "choose":
        return [option.text for option in item.options if option.id in answer["chosen"]]
    if item.kind == "sort":
        return [card.text for card in item.cards]
    if item.kind == "rate":
        return [one.text for one in item.statements]
    if item.kind == "tiles":
        return [" ".join(tile.text for name in answer["line"] for tile in item.tiles if tile.id == name)]
    if item.kind == "mark":
        text = lesson.texts[item.text].text
        # A long quotation is shortened in the report.
        quotes = [text[mark["start"] : mark["end"]] for mark in answer["marks"]]
        return [" ".join(quote.split()[:5]) for quote in quotes]
    return [item.title]
