/**
 * json-logic-engine, compiled: 63 scores and the eight conditions as one logic. What JSON logic has no words for
 * (full years, records in a window) the host computes first; the total is plain JavaScript.
 */
import { LogicEngine } from "json-logic-engine";
import { type Answer, type Approach, type Work, allLeaves, floatOutcome, floatTotal } from "../approach.js";
import { lineCounter, numberReader, seriousBreaches, yearsBefore } from "../host.js";
import type { Enterprise, PlainLeaf, PlainTier } from "../plain.js";
import type { BenchRubric } from "../rubric.js";

type Logic = unknown;
type HostValue = number | readonly number[];
type Host = (facts: Enterprise["facts"]) => HostValue;

export function jsonLogic({ rubric, enterprises }: Work): Approach {
  const hosts: Host[] = [seriousBreaches];
  const leaves = allLeaves(rubric).map((leaf) => leafLogic(leaf, rubric, hosts));
  const engine = new LogicEngine();
  const compiled = engine.build([...leaves, eligibleLogic()]) as (data: unknown) => (number | boolean)[];
  const totalOf = floatTotal(rubric);
  const answer = (row: number): Answer & { exact: false } => {
    const { facts, judgements } = enterprises[row]!;
    const host: HostValue[] = [];
    for (const compute of hosts) host.push(compute(facts));
    const scores = compiled({ f: facts, j: judgements, h: host });
    const eligible = scores.pop() as boolean;
    const total = totalOf(scores as number[]);
    return { exact: false, scores: scores as number[], total, outcome: floatOutcome(eligible, total) };
  };
  return {
    name: "json-logic-engine, compiled",
    gives: "scores, total",
    share: 1,
    compareEvery: 1,
    run: (from, to) => {
      let shortlisted = 0;
      for (let row = from; row < to; row += 1) if (answer(row).outcome === "shortlisted") shortlisted += 1;
      return shortlisted;
    },
    answer,
  };
}

function fact(id: string): Logic {
  return { var: `f.${id}` };
}

function leafLogic(leaf: PlainLeaf, rubric: BenchRubric, hosts: Host[]): Logic {
  const logic = ruleLogic(leaf, rubric, hosts);
  if (leaf.floor !== undefined) return { max: [leaf.floor, logic] };
  return leaf.cap === undefined ? logic : { min: [leaf.points, logic] };
}

function ruleLogic({ id, points: full, scoring }: PlainLeaf, rubric: BenchRubric, hosts: Host[]): Logic {
  const hosted = (compute: Host): string => `h.${hosts.push(compute) - 1}`;
  const number = (name: string): Logic =>
    (rubric.sheets.base.facts[name] ?? rubric.sheets.sector.facts[name])!.derive
      ? { var: hosted(numberReader(rubric, name)) }
      : fact(name);
  switch (scoring.rule) {
    case "flag":
      return { if: [fact(scoring.fact), full, 0] };
    case "choice": {
      const options = Object.entries(scoring.points);
      if (scoring.pick === "sum") return heldSum(scoring.fact, options);
      return chain(options.map(([option, points]) => [{ "===": [fact(scoring.fact), option] }, points]));
    }
    case "levels": {
      const options = Object.entries(scoring.points);
      if (scoring.count === "all") return heldSum(scoring.fact, options);
      return chain(options.map(([option, points]) => [{ in: [option, fact(scoring.fact)] }, points]));
    }
    case "tiers":
      return climb(number(scoring.fact), scoring.tiers);
    case "steps": {
      const { start, per, points, partial } = scoring;
      const beyond = { max: [0, { "-": [number(scoring.fact), start] }] };
      if (partial === "interpolate") return { "*": [points, { "/": [beyond, per] }] };
      const left = { "%": [beyond, per] };
      const whole =
        partial === "floor" ? { "-": [beyond, left] } : { "+": [beyond, { "%": [{ "-": [per, left] }, per] }] };
      return { "*": [points, { "/": [whole, per] }] };
    }
    case "linear": {
      const [low, middle, high] = [scoring.knots[0]!, scoring.knots[1]!, scoring.knots[2]!];
      const x = number(scoring.fact);
      const between = (from: typeof low, to: typeof low): Logic => ({
        "+": [from.points, { "*": [{ "-": [x, from.at] }, (to.points - from.points) / (to.at - from.at)] }],
      });
      return {
        if: [
          { "<=": [x, low.at] },
          low.points,
          { ">=": [x, high.at] },
          high.points,
          { "<=": [x, middle.at] },
          between(low, middle),
          between(middle, high),
        ],
      };
    }
    case "checklist":
      if (scoring.mode === "sum")
        return { "+": scoring.items.map((item) => ({ if: [fact(item.fact), item.points, 0] })) };
      if (scoring.mode === "per_item") return { "+": [full, { "*": [scoring.each, counted(scoring.items, 0, 1)] }] };
      return climb(counted(scoring.items, 1, 0), scoring.tiers);
    case "events": {
      const counts = hosted(lineCounter(scoring));
      const lines = scoring.points.map((line, i) => ({ "*": [line.points, { var: `${counts}.${i}` }] }));
      return { "+": [scoring.start === "full" ? full : 0, ...lines] };
    }
    case "judged":
      return { var: `j.${id}` };
  }
}

function chain(cases: readonly (readonly [Logic, Logic])[]): Logic {
  return { if: [...cases.flat(), 0] };
}

function heldSum(id: string, options: readonly (readonly [string, number])[]): Logic {
  return { "+": options.map(([option, points]) => ({ if: [{ in: [option, fact(id)] }, points, 0] })) };
}

function counted(items: readonly string[], yes: number, no: number): Logic {
  return { "+": items.map((item) => ({ if: [fact(item), yes, no] })) };
}

/** The bench's tiers fall from the highest down. */
function climb(x: Logic, tiers: readonly PlainTier[]): Logic {
  return {
    if: tiers.flatMap((tier): Logic[] =>
      tier.at_least === undefined ? [tier.points] : [{ ">=": [x, tier.at_least] }, tier.points],
    ),
  };
}

function eligibleLogic(): Logic {
  const arrangements = counted(["code_published", "staff_trained", "officer_named"], 1, 0);
  return {
    and: [
      { "===": [fact("registered"), true] },
      { and: [{ "===": [fact("independent"), true] }, { in: [fact("domicile"), ["beijing", "zone"]] }] },
      { "<=": [fact("founded"), yearsBefore(3)] },
      { "<=": [{ var: "h.0" }, 0] },
      { or: [{ ">=": [fact("staff"), 5] }, { ">": [fact("revenue"), 100] }] },
      { ">=": [arrangements, 2] },
      { "!": [fact("insolvent")] },
      { in: [fact("tax_grade"), ["A", "B", "M"]] },
    ],
  };
}
