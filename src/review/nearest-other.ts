/** Counting away from a value, step by step: the fewest steps after which something is different. */

/** `unusable`: the value cannot be what is asked about. Undefined: no more may be asked. */
export type Answer = "same" | "other" | "unusable" | undefined;

/**
 * Between two probes the answer is taken to change once; what is returned has been asked, and one step less as well.
 *
 * @param probes numbers of steps, above 0 and rising, at which something may begin to be different.
 */
export function nearestOther(probes: readonly bigint[], ask: (steps: bigint) => Answer): bigint | undefined {
  let same = 0n;
  for (const probe of probes) {
    if (probe <= same) continue;
    const answer = ask(probe);
    if (answer === undefined) return undefined;
    if (answer === "other") return halved(same, probe, "other", ask);
    if (answer === "unusable") return beforeUnusable(same, probe, ask);
    same = probe;
  }
  return undefined;
}

/** The last value that can be asked about lies before one that cannot. */
function beforeUnusable(same: bigint, unusable: bigint, ask: (steps: bigint) => Answer): bigint | undefined {
  const first = halved(same, unusable, "unusable", ask);
  if (first === undefined || first - 1n <= same) return undefined;
  return ask(first - 1n) === "other" ? halved(same, first - 1n, "other", ask) : undefined;
}

/** `low` gives another answer, `high` this one: the first that gives it. */
function halved(low: bigint, high: bigint, wanted: Answer, ask: (steps: bigint) => Answer): bigint | undefined {
  let [below, from] = [low, high];
  while (from - below > 1n) {
    const middle = (below + from) / 2n;
    const answer = ask(middle);
    if (answer === undefined) return undefined;
    if (answer === wanted) from = middle;
    else below = middle;
  }
  return from;
}
