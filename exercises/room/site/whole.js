/* What a class tells a page first holds what several faces show alike once: here each gets it back. */

/**
 * A face as the class tells it first; `same` says what of its body stands among what several show alike, and where.
 * @typedef {{face: number, module: string, traits: Record<string, any>, same?: Record<string, number>}} Told
 */

/**
 * Put back into each face what stands once for several.
 * @param {Told[]} all
 * @param {any[]} alike
 * @returns {Told[]}
 */
export function whole(all, alike) {
  return all.map(({ same = {}, traits, ...told }) => {
    const shared = Object.entries(same).map(([name, place]) => [name, alike[place]]);
    const body = { ...traits.page.body, ...Object.fromEntries(shared) };
    return { ...told, traits: shared.length ? { ...traits, page: { ...traits.page, body } } : traits };
  });
}
