import { describe, expect, test } from "vitest";
import { contest } from "../helpers/contest.js";
import { randomPair } from "../helpers/random/pair.js";

const SEED = 20231110;
const BATCH = 250;

/** Every score, bound, contribution and outcome of 1 000 random pairs; one in ten goes through YAML text. */
describe("the engine and the oracle agree", () => {
  test.each(Array.from({ length: 4 }, (_, i) => i * BATCH))("on the pairs from %i", { timeout: 120_000 }, (first) => {
    const mismatches: string[] = [];
    let compared = 0;
    for (let index = first; index < first + BATCH; index += 1) {
      const found = contest(randomPair(SEED, index), index);
      compared += found.compared;
      mismatches.push(...found.differences.map((difference) => `pair ${index}: ${difference}`));
    }
    expect(mismatches.slice(0, 10)).toEqual([]);
    expect(compared).toBeGreaterThan(BATCH * 50);
  });
});
