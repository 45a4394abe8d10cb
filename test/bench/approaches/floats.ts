/** Plain JavaScript on doubles: closures over the rubric's numbers, scores and total, nothing explained. */
import { type Approach, type Work, allLeaves, floatOutcome, floatTotal } from "../approach.js";
import { lineCounter, numberReader, seriousBreaches, yearsBefore } from "../host.js";
import type { Enterprise, PlainLeaf, PlainTier } from "../plain.js";
import type { BenchRubric } from "../rubric.js";

export type FloatLeaf = (enterprise: Enterprise) => number;

export function floats({ rubric, enterprises }: Work): Approach {
  const leaves = allLeaves(rubric).map((leaf) => floatLeaf(leaf, rubric));
  const totalOf = floatTotal(rubric);
  const scoresOf = (enterprise: Enterprise): readonly number[] => leaves.map((leaf) => leaf(enterprise));
  return {
    name: "plain JavaScript on doubles",
    gives: "scores, total",
    share: 1,
    compareEvery: 1,
    run: (from, to) => {
      let shortlisted = 0;
      for (let row = from; row < to; row += 1) {
        const enterprise = enterprises[row]!;
        const total = totalOf(scoresOf(enterprise));
        if (floatOutcome(isEligible(enterprise.facts), total) === "shortlisted") shortlisted += 1;
      }
      return shortlisted;
    },
    answer: (row) => {
      const enterprise = enterprises[row]!;
      const scores = scoresOf(enterprise);
      const total = totalOf(scores);
      return { exact: false, scores, total, outcome: floatOutcome(isEligible(enterprise.facts), total) };
    },
  };
}

export function floatLeaf(leaf: PlainLeaf, rubric: BenchRubric): FloatLeaf {
  const rule = bindRule(leaf, rubric);
  const { floor, cap, points } = leaf;
  if (floor !== undefined) return (enterprise) => Math.max(floor, rule(enterprise));
  if (cap !== undefined) return (enterprise) => Math.min(points, rule(enterprise));
  return rule;
}

function bindRule({ id, points: full, scoring }: PlainLeaf, rubric: BenchRubric): FloatLeaf {
  switch (scoring.rule) {
    case "flag": {
      const { fact } = scoring;
      return ({ facts }) => (facts[fact] === true ? full : 0);
    }
    case "choice":
    case "levels": {
      const { fact, points } = scoring;
      if (scoring.rule === "choice" && scoring.pick === undefined) return ({ facts }) => points[facts[fact] as string]!;
      const highest = scoring.rule === "levels" && scoring.count === "highest";
      return ({ facts }) => {
        let total = 0;
        for (const option of facts[fact] as readonly string[]) {
          const worth = points[option]!;
          total = highest ? Math.max(total, worth) : total + worth;
        }
        return total;
      };
    }
    case "tiers": {
      const read = numberReader(rubric, scoring.fact);
      const climb = climber(scoring.tiers);
      return ({ facts }) => climb(read(facts));
    }
    case "steps": {
      const { start, per, points, partial } = scoring;
      const read = numberReader(rubric, scoring.fact);
      const round = { floor: Math.floor, ceil: Math.ceil, interpolate: (n: number) => n }[partial];
      return ({ facts }) => points * round(Math.max(0, read(facts) - start) / per);
    }
    case "linear": {
      const [low, middle, high] = [scoring.knots[0]!, scoring.knots[1]!, scoring.knots[2]!];
      const [first, second] = [
        (middle.points - low.points) / (middle.at - low.at),
        (high.points - middle.points) / (high.at - middle.at),
      ];
      const read = numberReader(rubric, scoring.fact);
      return ({ facts }) => {
        const x = Math.min(high.at, Math.max(low.at, read(facts)));
        return x <= middle.at ? low.points + (x - low.at) * first : middle.points + (x - middle.at) * second;
      };
    }
    case "checklist":
      return bindChecklist(scoring, full);
    case "events": {
      const start = scoring.start === "full" ? full : 0;
      const points = scoring.points.map((line) => line.points);
      const countLines = lineCounter(scoring);
      return ({ facts }) => {
        const counts = countLines(facts);
        let total = start;
        for (let i = 0; i < points.length; i += 1) total += points[i]! * counts[i]!;
        return total;
      };
    }
    case "judged":
      return ({ judgements }) => judgements[id]!;
  }
}

function bindChecklist(scoring: Extract<PlainLeaf["scoring"], { rule: "checklist" }>, full: number): FloatLeaf {
  if (scoring.mode === "sum") {
    const { items } = scoring;
    return ({ facts }) => {
      let total = 0;
      for (const { fact, points } of items) if (facts[fact] === true) total += points;
      return total;
    };
  }
  const { items } = scoring;
  const met = (facts: Enterprise["facts"]): number => {
    let count = 0;
    for (const item of items) if (facts[item] === true) count += 1;
    return count;
  };
  if (scoring.mode === "per_item") {
    const { each } = scoring;
    return ({ facts }) => full + each * (items.length - met(facts));
  }
  const climb = climber(scoring.tiers);
  return ({ facts }) => climb(met(facts));
}

/** The bench's tiers fall from the highest down. */
function climber(tiers: readonly PlainTier[]): (x: number) => number {
  const edges = tiers.map((tier) => tier.at_least ?? -Infinity);
  const points = tiers.map((tier) => tier.points);
  return (x) => {
    let i = 0;
    while (x < edges[i]!) i += 1;
    return points[i]!;
  };
}

const FOUNDED_BY = yearsBefore(3);

/** The eight conditions by hand. */
export function isEligible(facts: Enterprise["facts"]): boolean {
  const arrangements =
    Number(facts["code_published"]) + Number(facts["staff_trained"]) + Number(facts["officer_named"]);
  const grade = facts["tax_grade"];
  const domicile = facts["domicile"];
  return (
    facts["registered"] === true &&
    facts["independent"] === true &&
    (domicile === "beijing" || domicile === "zone") &&
    (facts["founded"] as string) <= FOUNDED_BY &&
    seriousBreaches(facts) <= 0 &&
    ((facts["staff"] as number) >= 5 || (facts["revenue"] as number) > 100) &&
    arrangements >= 2 &&
    facts["insolvent"] === false &&
    (grade === "A" || grade === "B" || grade === "M")
  );
}
