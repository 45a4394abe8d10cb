/** The same value with the keys of every map in another order; lists keep theirs. */
import { isList, isMap } from "../oracle/plain.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Random } from "./prng.js";

export function shuffled(random: Random, value: PlainMap): PlainMap {
  return Object.fromEntries(
    random
      .shuffle(Object.entries(value))
      .map(([key, one]) => [key, one === undefined ? one : shuffledAny(random, one)]),
  );
}

function shuffledAny(random: Random, value: Plain): Plain {
  if (isList(value)) return value.map((one) => shuffledAny(random, one));
  return isMap(value) ? shuffled(random, value) : value;
}
