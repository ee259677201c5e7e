/** A small seeded generator of random numbers (an xorshift over 32 bits, mixed at the end): same seed, same stream. */
export function randomFrom(seed, purpose) {
  let state = hash(`${seed}/${purpose}`) || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (Math.imul(state, 0x2545f491) >>> 0) / 4_294_967_296;
  };
  for (let round = 0; round < 8; round++) next();
  const integer = (bound) => Math.floor(next() * bound);
  const pick = (list) => list[integer(list.length)];
  const between = (low, high) => low + integer(high - low + 1);
  const shuffled = (list) => {
    const copy = [...list];
    for (let last = copy.length - 1; last > 0; last--) {
      const other = integer(last + 1);
      [copy[last], copy[other]] = [copy[other], copy[last]];
    }
    return copy;
  };
  return { next, integer, pick, between, shuffled, chance: (share) => next() < share };
}

/**
 * Endless dealing from a shuffled pack: everything comes once before anything comes twice, and what was dealt last
 * comes late in the next round.
 */
export function deck(list, random) {
  const keptApart = Math.max(1, Math.floor(list.length / 3));
  let left = [];
  let dealt = [];
  return () => {
    if (left.length === 0) {
      const recent = new Set(dealt.slice(-keptApart));
      const mixed = random.shuffled(list);
      left = [...mixed.filter((item) => recent.has(item)), ...mixed.filter((item) => !recent.has(item))];
      dealt = [];
    }
    dealt.push(left.pop());
    return dealt.at(-1);
  };
}

function hash(text) {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0), 0x01000193);
  return value ^ (value >>> 15);
}
