/** Chance that can be had again: the same seed gives the same sequence (mulberry32 over an FNV-1a hash of the seed). */
export function chance(seed: string) {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);

  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  function below(bound: number): number {
    return Math.floor(next() * bound);
  }
  return {
    below,
    /** A new array in another order (Fisher and Yates). */
    shuffle<Item>(items: Item[]): Item[] {
      const order = [...items];
      for (let last = order.length - 1; last > 0; last -= 1) {
        const pick = below(last + 1);
        const kept = order[last] as Item;
        order[last] = order[pick] as Item;
        order[pick] = kept;
      }
      return order;
    },
  };
}
