/** Random judgements for the leaves that ask for them: on their grid, and in every way wrong. */
import { isMap, map, number } from "../oracle/plain.js";
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
  panel: {
    usable: (random, rule) => panelOf(random, rule, sizeOf(rule) + random.pick([0, 0, 1, 2])),
    unusable: wrongPanel,
    extremes: (rule) =>
      endsOf(rule).map((points) => membersOf(rule, sizeOf(rule)).map((as, i) => vote(points, `评委${i + 1}`, as))),
  },
  table: null,
  imported: null,
  best_of: null,
  first_of: null,
  parts: null,
};

function by(random: Random, points: Plain): PlainMap {
  return { points, by: "审核员甲", reason: "宣传材料仅一份", ...(random.chance(30) ? { as: "协会审核" } : {}) };
}

/** So many judgements that nothing is lacking. */
function sizeOf(rule: PlainMap): number {
  const trimmed = 2 * Number(rule["trim"] ?? 0) + 1;
  return Math.max(trimmed, Number(map(rule["assessors"])["at_least"] ?? 0), Object.keys(map(rule["weights"])).length);
}

/** The class of each: all classes in turn, or none. */
function membersOf(rule: PlainMap, size: number): readonly (string | undefined)[] {
  const classes = Object.keys(map(rule["weights"]));
  return Array.from({ length: size }, (_, i) => (classes.length === 0 ? undefined : classes[i % classes.length]));
}

const vote = (points: Plain, name: string, as: string | undefined): PlainMap => ({
  points,
  by: name,
  ...(as === undefined ? {} : { as }),
  reason: "现场查看",
});

function panelOf(random: Random, rule: PlainMap, size: number): PlainMap[] {
  const members = random.shuffle(membersOf(rule, size));
  return members.map((as, i) => {
    const said = as ?? (random.chance(20) && !isMap(rule["weights"]) ? "协会审核" : undefined);
    return vote(gridPoints(random, rule), `评委${i + 1}`, said);
  });
}

/** Some that cannot be used, and some to which others still have to come. */
function wrongPanel(random: Random, rule: PlainMap): Plain {
  const full = panelOf(random, rule, sizeOf(rule));
  const [first, ...others] = full;
  if (first === undefined) return [];
  switch (random.kind({ short: 40, nobody: 5, offGrid: 15, twice: 10, silent: 10, class: 10, single: 10 })) {
    case "short":
      return random.shuffle(full).slice(1);
    case "nobody":
      return [];
    case "offGrid":
      return random.shuffle([{ ...first, points: offGrid(random, rule) }, ...others]);
    case "twice":
      return [...full, { ...first, points: gridPoints(random, rule) }];
    case "silent": {
      const { reason: _, ...silent } = first;
      return [...others, silent];
    }
    case "class":
      return [{ ...first, as: "第三类" }, ...others];
    case "single":
      return first;
  }
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
