/** The nine rules on decimal.js, each with the steps that led to its points. */
import { Decimal } from "decimal.js";
import { fullYears, lineCounter } from "../host.js";
import type { Enterprise, PlainFact, PlainLeaf, PlainTier, PlainValue } from "../plain.js";
import type { BenchRubric } from "../rubric.js";

export interface DecimalStep {
  readonly op: string;
  readonly in: readonly (string | boolean)[];
  readonly out: string;
  readonly note?: Readonly<Record<string, unknown>>;
}

export interface DecimalAward {
  readonly awarded: Decimal;
  readonly steps: readonly DecimalStep[];
}

export interface DecimalRule {
  readonly reads: readonly string[];
  readonly valueOf: (fact: string, enterprise: Enterprise) => PlainValue;
  readonly award: (enterprise: Enterprise) => DecimalAward;
}

type Facts = Enterprise["facts"];

const ZERO = new Decimal(0);
const HUNDRED = new Decimal(100);

export function bindDecimalRule(leaf: PlainLeaf, rubric: BenchRubric): DecimalRule {
  const rule = bindRule(leaf, rubric);
  if (leaf.floor === undefined && leaf.cap === undefined) return rule;
  const [floor, cap] = [
    leaf.floor === undefined ? undefined : new Decimal(leaf.floor),
    leaf.cap && new Decimal(leaf.points),
  ];
  return { ...rule, award: (enterprise) => limit(rule.award(enterprise), floor, cap) };
}

function limit(award: DecimalAward, floor: Decimal | undefined, cap: Decimal | undefined): DecimalAward {
  const { awarded, steps } = award;
  if (floor && awarded.lessThan(floor)) return limited("floor", floor);
  if (cap && awarded.greaterThan(cap)) return limited("cap", cap);
  return award;

  function limited(op: string, to: Decimal): DecimalAward {
    return { awarded: to, steps: [...steps, { op, in: [awarded.toString()], out: to.toString() }] };
  }
}

function bindRule(leaf: PlainLeaf, rubric: BenchRubric): DecimalRule {
  const { scoring } = leaf;
  const full = new Decimal(leaf.points);
  switch (scoring.rule) {
    case "flag": {
      const { fact } = scoring;
      return supplied([fact], ({ facts }) => {
        const yes = facts[fact] === true;
        return step("flag", [yes], yes ? full : ZERO);
      });
    }
    case "choice":
    case "levels": {
      const { fact, rule } = scoring;
      const points = new Map(Object.entries(scoring.points).map(([option, worth]) => [option, new Decimal(worth)]));
      if (rule === "choice" && scoring.pick === undefined) {
        return supplied([fact], ({ facts }) => step(rule, [facts[fact] as string], points.get(facts[fact] as string)!));
      }
      const highest = rule === "levels" && scoring.count === "highest";
      return supplied([fact], ({ facts }) => {
        const held = (facts[fact] as readonly string[]).map((option) => points.get(option)!);
        const total = held.reduce((sum, worth) => (highest ? Decimal.max(sum, worth) : sum.plus(worth)), ZERO);
        return step(rule, held.map(String), total, { held: facts[fact] });
      });
    }
    case "tiers": {
      const read = numberReader(rubric, scoring.fact);
      const climb = climber(scoring.tiers, "tiers");
      return numeric(scoring.fact, read, ({ facts }) => climb(read(facts)));
    }
    case "steps": {
      const [start, per, points] = [new Decimal(scoring.start), new Decimal(scoring.per), new Decimal(scoring.points)];
      const { fact, partial } = scoring;
      const read = numberReader(rubric, fact);
      const round = {
        floor: (n: Decimal) => n.floor(),
        ceil: (n: Decimal) => n.ceil(),
        interpolate: (n: Decimal) => n,
      }[partial];
      return numeric(fact, read, ({ facts }) => {
        const x = read(facts);
        const steps = round(Decimal.max(ZERO, x.minus(start)).div(per));
        const counted = {
          op: "count-steps",
          in: [x.toString(), scoring.start.toString(), scoring.per.toString()],
          out: steps.toString(),
        };
        const awarded = steps.times(points);
        return {
          awarded,
          steps: [counted, { op: "steps", in: [counted.out, scoring.points.toString()], out: awarded.toString() }],
        };
      });
    }
    case "linear": {
      const knots = scoring.knots.map(({ at, points }) => ({ at: new Decimal(at), points: new Decimal(points) }));
      const slopes = knots.slice(1).map((to, i) => to.points.minus(knots[i]!.points).div(to.at.minus(knots[i]!.at)));
      const last = knots[knots.length - 1]!;
      const read = numberReader(rubric, scoring.fact);
      const pointsAt = (x: Decimal): Decimal => {
        if (x.lessThanOrEqualTo(knots[0]!.at)) return knots[0]!.points;
        if (x.greaterThanOrEqualTo(last.at)) return last.points;
        const piece = knots.findIndex((_, i) => x.lessThanOrEqualTo(knots[i + 1]!.at));
        return knots[piece]!.points.plus(x.minus(knots[piece]!.at).times(slopes[piece]!));
      };
      return numeric(scoring.fact, read, ({ facts }) => {
        const x = read(facts);
        return step("linear", [x.toString()], pointsAt(x));
      });
    }
    case "checklist":
      return bindChecklist(scoring, full);
    case "events": {
      const start = scoring.start === "full" ? full : ZERO;
      const points = scoring.points.map((line) => new Decimal(line.points));
      const count = lineCounter(scoring);
      return supplied([scoring.fact], ({ facts }) => {
        const counts = count(facts);
        const steps: DecimalStep[] = [];
        let awarded = start;
        counts.forEach((times, line) => {
          if (times === 0) return;
          const part = points[line]!.times(times);
          awarded = awarded.plus(part);
          steps.push({
            op: "event",
            in: [points[line]!.toString(), String(times)],
            out: part.toString(),
            note: { line },
          });
        });
        steps.push({ op: "events", in: [start.toString(), ...steps.map((part) => part.out)], out: awarded.toString() });
        return { awarded, steps };
      });
    }
    case "judged": {
      const { id } = leaf;
      const valueOf = (_: string, { judgements }: Enterprise): number => judgements[id]!;
      return { reads: [id], valueOf, award: ({ judgements }) => step("judged", [], new Decimal(judgements[id]!)) };
    }
  }
}

function bindChecklist(scoring: Extract<PlainLeaf["scoring"], { rule: "checklist" }>, full: Decimal): DecimalRule {
  if (scoring.mode === "sum") {
    const items = scoring.items.map(({ fact, points }) => ({
      fact,
      points: new Decimal(points),
      text: String(points),
    }));
    return supplied(
      items.map((item) => item.fact),
      ({ facts }) => {
        const met = items.filter((item) => facts[item.fact] === true);
        const total = met.reduce((sum, item) => sum.plus(item.points), ZERO);
        return step(
          "checklist-sum",
          met.map((item) => item.text),
          total,
          { met: met.length, of: items.length },
        );
      },
    );
  }
  const { items } = scoring;
  const met = (facts: Facts): number => items.filter((item) => facts[item] === true).length;
  if (scoring.mode === "per_item") {
    const each = new Decimal(scoring.each);
    return supplied(items, ({ facts }) => {
      const unmet = items.length - met(facts);
      return step(
        "checklist-per-item",
        [full.toString(), String(unmet), each.toString()],
        full.plus(each.times(unmet)),
      );
    });
  }
  const climb = climber(scoring.tiers, "checklist-ladder");
  return supplied(items, ({ facts }) => climb(new Decimal(met(facts))));
}

function supplied(reads: readonly string[], award: DecimalRule["award"]): DecimalRule {
  return { reads, award, valueOf: (fact, { facts }) => facts[fact]! };
}

/** A rule over one number, which may be derived and is printed as it was read. */
function numeric(fact: string, read: (facts: Facts) => Decimal, award: DecimalRule["award"]): DecimalRule {
  return { reads: [fact], award, valueOf: (_, { facts }) => read(facts).toString() };
}

function step(
  op: string,
  inputs: readonly (string | boolean)[],
  out: Decimal,
  note?: DecimalStep["note"],
): DecimalAward {
  return { awarded: out, steps: [{ op, in: inputs, out: out.toString(), ...(note && { note }) }] };
}

/** The first tier, from the highest down, whose edge the number reaches. */
function climber(tiers: readonly PlainTier[], op: string): (x: Decimal) => DecimalAward {
  const bound = tiers.map(({ at_least, points }, index) => ({
    edge: at_least === undefined ? undefined : new Decimal(at_least),
    points: new Decimal(points),
    note: { tier: index, at_least },
  }));
  return (x) => {
    const tier = bound.find(({ edge }) => !edge || x.greaterThanOrEqualTo(edge))!;
    return step(op, [x.toString()], tier.points, tier.note);
  };
}

function numberReader({ sheets }: BenchRubric, id: string): (facts: Facts) => Decimal {
  const derive = (sheets.base.facts[id] ?? sheets.sector.facts[id])?.derive;
  return derive ? bindDerived(derive) : (facts) => new Decimal(facts[id] as number);
}

function bindDerived(derive: NonNullable<PlainFact["derive"]>): (facts: Facts) => Decimal {
  if ("full_years_since" in derive) return (facts) => new Decimal(fullYears(facts[derive.full_years_since] as string));
  if ("sum" in derive) {
    return (facts) => derive.sum.reduce((sum, term) => sum.plus(new Decimal(facts[term] as number)), ZERO);
  }
  const { numerator, denominator } = derive.ratio;
  return (facts) =>
    new Decimal(facts[numerator] as number).times(HUNDRED).div(new Decimal(facts[denominator] as number));
}
