"""What must not be in a page before the commit: each kind says its own secrets, the lesson adds those of its key."""

from collections.abc import Iterator

from exercises.kinds import KINDS

SHORTEST = 25  # letters; less may stand in another exercise by chance


def nested(content: object) -> Iterator[object]:
    """Give nested data itself, and every part of it."""
    yield content
    parts = content.values() if isinstance(content, dict) else content if isinstance(content, (list, tuple)) else ()
    for part in parts:
        yield from nested(part)


def texts(content: object) -> Iterator[str]:
    """Give every text in nested data."""
    return (part for part in nested(content) if isinstance(part, str))


def names(content: object) -> Iterator[str]:
    """Give every name of a field in nested data."""
    return (name for part in nested(content) if isinstance(part, dict) for name in part)


def secrets_of_item(item, lesson) -> set[str]:
    """Give what the kind of an exercise keeps secret of it."""
    return set(KINDS[item.kind].secrets(item, lesson))


def secrets_of_lesson(lesson, items) -> set[str]:
    """Give what no page of a lesson may hold: the secrets of all exercises, and every reason of key and verdicts."""
    found = {secret for item in items for secret in secrets_of_item(item, lesson)}
    for trace in lesson.background.trace:
        found |= {trace.title, *trace.shown, *trace.inferred}
    found |= {negation.why for negation in lesson.background.negations}
    for key in lesson.key.values():
        for entry in (*key.attributions, *key.voice, *key.certainty, *key.not_certainty):
            found |= set(texts([*entry.why.values(), getattr(entry.entry, "why_whose", None)]))
    for claim in lesson.claims.values():
        found |= set(texts([claim.said.reason, claim.said.also_accept_why, claim.note, claim.also_accept_why]))
        found |= {verdict.reason for verdict in claim.so}
    return {text for text in found if len(text) >= SHORTEST}


def given_away(item, lesson, page: dict, state: dict | None = None) -> list[object]:
    """Give what page and state tell of the key of one exercise: secret words, fields that hold it, our own answer."""
    kind = KINDS[item.kind]
    told, fields, parts = "\n".join(texts([page, state])), set(names(page)), list(nested(page))
    words = [secret for secret in secrets_of_item(item, lesson) if secret in told]
    ours = [part for part in kind.reveal(item, lesson).values() if part and part in parts]
    return [*words, *(name for name in kind.hidden if name in fields), *ours]
