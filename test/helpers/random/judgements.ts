/** Random judgements for the leaves that ask for them: on their grid, and in every way wrong. */
import { map, number } from "../oracle/plain.js";
import { add, div, mul, print, sub, whole } from "../oracle/rational.js";
import { kindOf } from "../oracle/rules.js";
import { emit, randomBig } from "./numbers.js";
import type { RuleKind } from "../../../src/model/scoring.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Random } from "./prng.js";

/** What can be said about the leaves of one rule. */
interface Maker {
  readonly usable: (random: Random, rule: PlainMap) => Plain;
  readonly unusable: (random: Random, rule: PlainMap) => Plain;
  /** The lowest and the highest. */
  readonly extremes: (rule: PlainMap) => readonly Plain[];
}

export const usableJudgement = (random: Random, leaf: PlainMap): Plain => makerOf(leaf).usable(random, ruleOf(leaf));
export const unusableJudgement = (random: Random, leaf: PlainMap): Plain =>
  makerOf(leaf).unusable(random, ruleOf(leaf));
export const extremeJudgements = (leaf: PlainMap): readonly Plain[] => makerOf(leaf).extremes(ruleOf(leaf));

const ruleOf = (leaf: PlainMap): PlainMap => map(leaf["scoring"]);

function makerOf(leaf: PlainMap): Maker {
  const maker = MAKERS[kindOf(ruleOf(leaf))];
  if (maker === null) throw new Error("nobody judges what facts decide");
  return maker;
}

const MAKERS: { readonly [K in RuleKind]: Maker | null } = {
  flag: null,
  choice: null,
  tiers: null,
  steps: null,
  linear: null,
  checklist: null,
  events: null,
  levels: null,
  judged: {
    usable: (random, rule) => by(random, gridPoints(random, rule)),
    unusable: (random, rule) => by(random, offGrid(random, rule)),
    extremes: (rule) => endsOf(rule).map((points) => ({ points, by: "审核员乙", reason: "补充" })),
  },
  table: null,
  best_of: null,
  first_of: null,
  parts: null,
};

function by(random: Random, points: Plain): PlainMap {
  return { points, by: "审核员甲", reason: "宣传材料仅一份", ...(random.chance(30) ? { as: "协会审核" } : {}) };
}

const endsOf = (rule: PlainMap): readonly Plain[] => {
  const range = map(rule["range"]);
  return [range["at_least"], range["at_most"]].map((n) => print(number(n)));
};

function gridPoints(random: Random, rule: PlainMap): Plain {
  const range = map(rule["range"]);
  const [low, high, step] = [number(range["at_least"]), number(range["at_most"]), number(rule["step"])];
  const steps = div(sub(high, low), step);
  return emit(random, add(low, mul(step, whole(randomBig(random, steps.n / steps.d)))));
}

function offGrid(random: Random, rule: PlainMap): Plain {
  const high = number(map(rule["range"])["at_most"]);
  const step = number(rule["step"]);
  return random.pick<Plain>([
    "most",
    "1e1",
    emit(random, add(high, step)),
    emit(random, add(high, mul(step, div(whole(-1), whole(2))))),
  ]);
}
