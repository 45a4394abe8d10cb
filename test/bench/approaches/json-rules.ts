/**
 * json-rules-engine: a rule for every way to earn points and for every condition of eligibility. It has no arithmetic,
 * so the host computes steps, interpolations and counts first, as facts, and adds up what the rules award.
 */
import { Engine, type Event, type NestedCondition, type RuleProperties } from "json-rules-engine";
import { type Answer, type Approach, type Work, allLeaves, floatOutcome, floatTotal } from "../approach.js";
import { fullYears, numberReader, seriousBreaches } from "../host.js";
import type { Enterprise, PlainLeaf, PlainTier } from "../plain.js";
import type { BenchRubric } from "../rubric.js";
import { floatLeaf } from "./floats.js";

type HostFacts = Record<string, (enterprise: Enterprise) => number>;

export function jsonRules({ rubric, enterprises }: Work): Approach {
  const leaves = allLeaves(rubric);
  const hosts: HostFacts = {
    full_years: ({ facts }) => fullYears(facts["founded"] as string),
    serious_breaches: ({ facts }) => seriousBreaches(facts),
  };
  const rules = leaves.flatMap((leaf, index) => leafRules(leaf, index, rubric, hosts));
  const engine = new Engine([...rules, ...eligibleRules()], { replaceFactsInEventParams: true });
  const starts = leaves.map(({ scoring, points }) =>
    scoring.rule === "checklist" && scoring.mode === "per_item" ? points : 0,
  );
  const totalOf = floatTotal(rubric);
  const hostFacts = Object.entries(hosts);

  const answer = async (row: number): Promise<Answer> => {
    const enterprise = enterprises[row]!;
    const facts: Record<string, unknown> = { ...enterprise.facts };
    for (const [id, compute] of hostFacts) facts[id] = compute(enterprise);
    const { events } = await engine.run(facts);
    const scores = starts.slice();
    let satisfied = 0;
    for (const { type, params } of events) {
      if (type === "satisfied") satisfied += 1;
      else scores[(params as Award).index]! += (params as Award).points;
    }
    for (let i = 0; i < leaves.length; i += 1) scores[i] = limited(scores[i]!, leaves[i]!);
    const total = totalOf(scores);
    return { exact: false, scores, total, outcome: floatOutcome(satisfied === 8, total) };
  };
  return {
    name: "json-rules-engine",
    gives: "rules that held",
    share: 1 / 50,
    compareEvery: 10,
    run: async (from, to) => {
      let shortlisted = 0;
      for (let row = from; row < to; row += 1) if ((await answer(row)).outcome === "shortlisted") shortlisted += 1;
      return shortlisted;
    },
    answer,
  };
}

interface Award {
  readonly index: number;
  readonly points: number;
}

function limited(points: number, { floor, cap, points: full }: PlainLeaf): number {
  const raised = floor === undefined ? points : Math.max(floor, points);
  return cap === undefined ? raised : Math.min(full, raised);
}

function leafRules(leaf: PlainLeaf, index: number, rubric: BenchRubric, hosts: HostFacts): readonly RuleProperties[] {
  const { id, points: full, scoring } = leaf;
  const award = (points: unknown, ...all: NestedCondition[]): RuleProperties => ({
    conditions: { all },
    event: { type: "award", params: { index, points } } satisfies Event,
  });
  const computed = (): readonly RuleProperties[] => {
    hosts[`points_${id}`] = floatLeaf(leaf, rubric);
    return [award({ fact: `points_${id}` }, is(`points_${id}`, "notEqual", 0))];
  };
  switch (scoring.rule) {
    case "flag":
      return [award(full, is(scoring.fact, "equal", true))];
    case "choice":
      return worthy(scoring.points).map(([option, points]) =>
        award(points, is(scoring.fact, scoring.pick === "sum" ? "contains" : "equal", option)),
      );
    case "levels": {
      const options = worthy(scoring.points);
      if (scoring.count === "all")
        return options.map(([option, points]) => award(points, is(scoring.fact, "contains", option)));
      return options.map(([option, points], i) => {
        const higher = options.slice(0, i).map(([better]) => is(scoring.fact, "doesNotContain", better));
        return award(points, is(scoring.fact, "contains", option), ...higher);
      });
    }
    case "tiers": {
      if (derives(rubric, scoring.fact)) {
        const read = numberReader(rubric, scoring.fact);
        hosts[scoring.fact] = ({ facts }) => read(facts);
      }
      return climb(scoring.fact, scoring.tiers, award);
    }
    case "checklist": {
      if (scoring.mode === "sum")
        return scoring.items.map(({ fact, points }) => award(points, is(fact, "equal", true)));
      if (scoring.mode === "per_item")
        return scoring.items.map((item) => award(scoring.each, is(item, "equal", false)));
      const { items } = scoring;
      hosts[`met_${id}`] = ({ facts }) => items.filter((item) => facts[item] === true).length;
      return climb(`met_${id}`, scoring.tiers, award);
    }
    case "steps":
    case "linear":
    case "events":
    case "judged":
      return computed();
  }
}

function is(fact: string, operator: string, value: unknown): NestedCondition {
  return { fact, operator, value };
}

function derives({ sheets }: BenchRubric, id: string): boolean {
  return (sheets.base.facts[id] ?? sheets.sector.facts[id])?.derive !== undefined;
}

/** Options worth nothing need no rule. */
function worthy(points: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  return Object.entries(points).filter(([, worth]) => worth !== 0);
}

function climb(
  fact: string,
  tiers: readonly PlainTier[],
  award: (points: unknown, ...all: NestedCondition[]) => RuleProperties,
): readonly RuleProperties[] {
  return tiers
    .filter((tier) => tier.points !== 0)
    .map(({ at_least, below, points }) => {
      const low = at_least === undefined ? [] : [is(fact, "greaterThanInclusive", at_least)];
      const high = below === undefined ? [] : [is(fact, "lessThan", below)];
      return award(points, ...low, ...high);
    });
}

function eligibleRules(): readonly RuleProperties[] {
  const arranged = (fact: string): NestedCondition => is(fact, "equal", true);
  const [code, staff, officer] = [arranged("code_published"), arranged("staff_trained"), arranged("officer_named")];
  const conditions: readonly RuleProperties["conditions"][] = [
    { all: [is("registered", "equal", true)] },
    { all: [is("independent", "equal", true), is("domicile", "in", ["beijing", "zone"])] },
    { all: [is("full_years", "greaterThanInclusive", 3)] },
    { all: [is("serious_breaches", "lessThanInclusive", 0)] },
    { any: [is("staff", "greaterThanInclusive", 5), is("revenue", "greaterThan", 100)] },
    { any: [{ all: [code, staff] }, { all: [code, officer] }, { all: [staff, officer] }] },
    { not: is("insolvent", "equal", true) },
    { all: [is("tax_grade", "in", ["A", "B", "M"])] },
  ];
  return conditions.map((of) => ({ conditions: of, event: { type: "satisfied" } }));
}
