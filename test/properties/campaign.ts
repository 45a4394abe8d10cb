/** A long run of random rubrics and facts, engine against oracle: `npm run campaign -- --pairs 20000 --seed 1`. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { contest } from "../helpers/contest.js";
import { consult } from "../helpers/oracle/oracle.js";
import { randomPair } from "../helpers/random/pair.js";
import { shrink } from "../helpers/random/shrink.js";
import { count, countPair, EXPECTED } from "../helpers/random/tally.js";
import { yamlText } from "../helpers/random/yaml-text.js";
import type { Pair } from "../helpers/random/pair.js";
import type { Tally } from "../helpers/random/tally.js";

/** Everything has to be met this often, or the run has not shown anything about it. */
const ENOUGH = 50;

const { values } = parseArgs({
  options: {
    pairs: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    /** Which of how many processes this one is, such as `0/2`; without it there is one for each core. */
    share: { type: "string" },
    only: { type: "string" },
    dump: { type: "boolean", default: false },
    shrink: { type: "boolean", default: false },
    show: { type: "string", default: "5" },
  },
});
const seed = Number(values.seed);
if (values.only !== undefined) process.exitCode = replay(seed, Number(values.only), values.dump, values.shrink);
else if (values.share !== undefined) tellParent(fight(seed, Number(values.pairs), values.share));
else process.exitCode = await campaign(seed, Number(values.pairs), Number(values.show));

interface Fought {
  readonly tally: readonly (readonly [string, number])[];
  readonly compared: number;
  readonly mismatches: readonly { readonly index: number; readonly differences: readonly string[] }[];
}

/** A pair is made from the seed and its number alone, so it does not matter which process meets it. */
async function campaign(seed: number, pairs: number, show: number): Promise<number> {
  const started = performance.now();
  const processes = availableParallelism();
  const shares = await Promise.all(
    Array.from({ length: processes }, (_, i) => inProcess(seed, pairs, `${i}/${processes}`)),
  );
  const tally: Tally = new Map();
  for (const [name, times] of shares.flatMap((share) => share.tally)) count(tally, name, times);
  const mismatches = shares.flatMap((share) => share.mismatches).sort((a, b) => a.index - b.index);
  for (const { index, differences } of mismatches.slice(0, show))
    console.log(`mismatch at --seed ${seed} --only ${index}\n  ${differences.join("\n  ")}`);
  const compared = shares.reduce((sum, share) => sum + share.compared, 0);
  const rare = EXPECTED.filter((name) => (tally.get(name) ?? 0) < ENOUGH);
  for (const name of EXPECTED) console.log(`${String(tally.get(name) ?? 0).padStart(9)}  ${name}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `seed ${seed}, ${pairs} pairs, ${compared} comparisons, ${mismatches.length} mismatches, ${seconds} seconds`,
  );
  if (rare.length > 0) console.log(`fewer than ${ENOUGH} times: ${rare.join(", ")}`);
  return mismatches.length > 0 || rare.length > 0 ? 1 : 0;
}

async function inProcess(seed: number, pairs: number, share: string): Promise<Fought> {
  const self = ["test/run-ts.mjs", "test/properties/campaign.ts"];
  const child = spawn(process.execPath, [...self, "--seed", `${seed}`, "--pairs", `${pairs}`, "--share", share], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`the process of share ${share} ended with ${code}`);
  return JSON.parse(said) as Fought;
}

function tellParent(fought: Fought): void {
  console.log(JSON.stringify(fought));
}

function fight(seed: number, pairs: number, share: string): Fought {
  const [first = 0, stride = 1] = share.split("/").map(Number);
  const tally: Tally = new Map();
  const mismatches: Fought["mismatches"][number][] = [];
  let compared = 0;
  for (let index = first; index < pairs; index += stride) {
    const pair = randomPair(seed, index);
    const said = consult(pair.rubrics, pair.factSheet);
    countPair(tally, pair, said);
    const found = contest(pair, index, said);
    compared += found.compared;
    if (found.differences.length > 0) mismatches.push({ index, differences: found.differences.slice(0, 6) });
  }
  return { tally: [...tally], compared, mismatches };
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
