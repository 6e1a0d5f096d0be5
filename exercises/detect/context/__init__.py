"""What stands around a listed word: small rules that tell the month of May from “it may rain”, and the like."""

from collections.abc import Callable, Mapping

from exercises.detect.context import amounts, clauses, senses
from exercises.detect.context.place import Place, listed

__all__ = ["CONTEXTS", "Place", "listed"]

_RULES: tuple[Callable[[Place], bool], ...] = (
    amounts.before_number,
    amounts.no_number_before,
    amounts.of_them,
    amounts.stretch_over,
    amounts.topic,
    clauses.after_if,
    clauses.as_if,
    clauses.asked,
    clauses.be_before,
    clauses.before_clause,
    clauses.before_to,
    clauses.held_as,
    clauses.it_before,
    clauses.negated,
    clauses.passive,
    clauses.with_if,
    senses.ability,
    senses.about_what,
    senses.attributive,
    senses.bare,
    senses.feasible,
    senses.known,
    senses.manner,
    senses.measure,
    senses.month,
    senses.no_before,
    senses.not_held_now,
    senses.noun,
    senses.owed,
    senses.owned,
    senses.proposed,
    senses.strength,
    senses.thing,
    senses.took,
    senses.trusted,
    senses.utmost,
    senses.verb,
)

CONTEXTS: Mapping[str, Callable[[Place], bool]] = {rule.__name__: rule for rule in _RULES}
"""Every context by the name that the lists use for it."""
