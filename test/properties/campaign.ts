/** A long run of random rubrics and facts, engine against oracle: `npm run campaign -- --pairs 20000 --seed 1`. */
import { parseArgs } from "node:util";
import { contest } from "../helpers/contest.js";
import { consult } from "../helpers/oracle/oracle.js";
import { randomPair } from "../helpers/random/pair.js";
import { shrink } from "../helpers/random/shrink.js";
import { countPair, EXPECTED } from "../helpers/random/tally.js";
import { yamlText } from "../helpers/random/yaml-text.js";
import type { Pair } from "../helpers/random/pair.js";
import type { Tally } from "../helpers/random/tally.js";

/** Everything has to be met this often, or the run has not shown anything about it. */
const ENOUGH = 50;

const { values } = parseArgs({
  options: {
    pairs: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    only: { type: "string" },
    dump: { type: "boolean", default: false },
    shrink: { type: "boolean", default: false },
    show: { type: "string", default: "5" },
  },
});
const seed = Number(values.seed);
process.exitCode =
  values.only === undefined
    ? campaign(seed, Number(values.pairs), Number(values.show))
    : replay(seed, Number(values.only), values.dump, values.shrink);

function campaign(seed: number, pairs: number, show: number): number {
  const started = performance.now();
  const tally: Tally = new Map();
  let compared = 0;
  const mismatches: number[] = [];
  for (let index = 0; index < pairs; index += 1) {
    const pair = randomPair(seed, index);
    const said = consult(pair.rubrics, pair.factSheet);
    countPair(tally, pair, said);
    const found = contest(pair, index, said);
    compared += found.compared;
    if (found.differences.length === 0) continue;
    mismatches.push(index);
    if (mismatches.length <= show)
      console.log(`mismatch at --seed ${seed} --only ${index}\n  ${found.differences.slice(0, 6).join("\n  ")}`);
  }
  const rare = EXPECTED.filter((name) => (tally.get(name) ?? 0) < ENOUGH);
  for (const name of EXPECTED) console.log(`${String(tally.get(name) ?? 0).padStart(9)}  ${name}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `seed ${seed}, ${pairs} pairs, ${compared} comparisons, ${mismatches.length} mismatches, ${seconds} seconds`,
  );
  if (rare.length > 0) console.log(`fewer than ${ENOUGH} times: ${rare.join(", ")}`);
  return mismatches.length > 0 || rare.length > 0 ? 1 : 0;
}

function replay(seed: number, index: number, dump: boolean, small: boolean): number {
  const whole = randomPair(seed, index);
  const sort = sortOf(whole, index);
  const pair = small && sort !== undefined ? shrink(whole, (one) => sortOf(one, index) === sort) : whole;
  if (dump) {
    for (const document of [...pair.rubrics, pair.factSheet]) console.log(`---\n${yamlText(document)}`);
  }
  const found = contest(pair, index);
  console.log(found.differences.length === 0 ? `agreed on ${found.compared} figures` : found.differences.join("\n"));
  return found.differences.length === 0 ? 0 : 1;
}

/** What kind of difference comes first, so that shrinking does not slip into another; undefined: none, or no valid pair. */
function sortOf(pair: Pair, index: number): string | undefined {
  try {
    const [first] = contest(pair, index).differences;
    return first
      ?.replace(/: engine .*$/, "")
      .replace(/^.*\.(?=bounds|status|available|awarded|contribution|shortfall|adjust)/, "")
      .replace(/^(threw (?:an invalid rubric: )?\S+).*$/, "$1");
  } catch {
    return undefined;
  }
}
