"""The kinds of exercise, by the name that stands in a lesson file."""

from exercises.kinds import annotate, bring, choose, compare, desk, evidence, mark, rate, sort, sources, tiles, write
from exercises.kinds.kind import Kind

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        mark.KIND,
        choose.KIND,
        sort.KIND,
        rate.KIND,
        write.KIND,
        tiles.KIND,
        desk.KIND,
        compare.KIND,
        bring.KIND,
        annotate.KIND,
        sources.KIND,
        evidence.KIND,
    )
}
