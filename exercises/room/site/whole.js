/* What a class tells a page first holds what several faces show alike once: here each gets it back. */

/**
 * What stands once: entries by id, written field by field, or anything else as it is.
 * @typedef {{plain: any} | {ids: string[], columns: Record<string, any[]>}} Alike
 */

/**
 * A face as the class tells it first; `same` says what of its body stands among what several show alike, and where.
 * @typedef {{face: number, module: string, traits: Record<string, any>, same?: Record<string, number>}} Told
 */

/**
 * Put back into each face what stands once for several.
 * @param {Told[]} all
 * @param {Alike[]} alike
 * @returns {Told[]}
 */
export function whole(all, alike) {
  const values = alike.map((one) => ("plain" in one ? one.plain : byId(one)));
  return all.map(({ same = {}, traits, ...told }) => {
    const shared = Object.entries(same).map(([name, place]) => [name, values[place]]);
    const body = { ...traits.page.body, ...Object.fromEntries(shared) };
    return { ...told, traits: shared.length ? { ...traits, page: { ...traits.page, body } } : traits };
  });
}

/**
 * @param {{ids: string[], columns: Record<string, any[]>}} written
 * @returns {Record<string, Record<string, any>>}
 */
function byId({ ids, columns }) {
  const fields = Object.entries(columns);
  return Object.fromEntries(
    ids.map((id, place) => [id, Object.fromEntries(fields.map(([name, column]) => [name, column[place]]))]),
  );
}
