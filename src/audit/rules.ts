/** Rules applied again to what an indicator says it read; one entry for each rule, each from what the rule means. */
import type { Read, ReadValue, Step } from "../model/assessment.js";
import type { EventsFact } from "../model/fact.js";
import type {
  ConditionalRule,
  InnerRule,
  OptionPoints,
  RuleKind,
  Scoring,
  StepsRule,
  SteppedTier,
} from "../model/scoring.js";
import { type Told, truthOf } from "./conditions.js";
import { eventSteps } from "./events.js";
import { factNamed, suppliedOf } from "./facts.js";
import {
  type Rational,
  ZERO,
  add,
  compare,
  divide,
  floorOf,
  multiply,
  numberOf,
  spelled,
  subtract,
  sum,
  wholeNumber,
} from "./rational.js";
import type { Worked } from "./steps.js";
import { printedEntries } from "./supplied.js";
import { under } from "./tables.js";
import { intervalWords, isInside } from "./tests.js";

/** What a rule is applied to: what was read, and what the record says beside the figures. */
export interface Given extends Told {
  readonly read: readonly Read[];
  readonly steps: readonly Step[];
  /** Options that a rule has no points for would be an error of the rubric, not of the record. */
  readonly value: (fact: string) => ReadValue;
}

export type GivenSteps = Omit<Given, "value">;

type Rules = { readonly [K in RuleKind]: (rule: Extract<Scoring, { rule: K }>, given: Given) => Worked };

/** @throws RangeError where the rule needs something that was not read. */
export function ruleAgain(rule: Scoring, given: GivenSteps): Worked {
  const value = (fact: string): ReadValue => {
    const read = given.read.find((each) => each.fact === fact);
    if (!read || read.state !== "given") throw new RangeError(`scored without ${fact}`);
    return read.value;
  };
  return under(RULES, rule.rule)(rule as never, { ...given, value });
}

const RULES: Rules = {
  flag: ({ fact, points }, { value }) => {
    const holds = value(fact) === true;
    const result = holds ? numberOf(points) : ZERO;
    return { value: result, steps: [{ op: "flag", in: [holds], out: spelled(result) }] };
  },
  choice: ({ fact, points, pick }, { value }) =>
    pick === undefined ? optionAgain("choice", points, value(fact)) : optionsAgain("choice", points, value(fact), pick),
  levels: ({ fact, points, count }, { value }) =>
    Array.isArray(value(fact))
      ? optionsAgain("levels", points, value(fact), count === "highest" ? "best" : "sum")
      : optionAgain("levels", points, value(fact)),
  tiers: ({ fact, tiers }, { value }) => tierAgain("tiers", tiers, numberOf(String(value(fact)))),
  steps: (rule, { value }) => steppingAgain(rule, numberOf(String(value(rule.fact)))),
  linear: (rule, { value }) => {
    const at = numberOf(String(value(rule.fact)));
    const knots = rule.knots.map((knot) => ({ at: numberOf(knot.at), points: numberOf(knot.points) }));
    const result = onLine(knots, rule.beyond, at);
    return { value: result, steps: [{ op: "linear", in: [spelled(at)], out: spelled(result) }] };
  },
  checklist: (rule, { value }) => {
    switch (rule.mode) {
      case "sum": {
        const met = rule.items.filter(({ fact }) => value(fact) === true).map(({ points }) => numberOf(points));
        const result = sum(met);
        const note = { met: met.length, of: rule.items.length };
        return { value: result, steps: [{ op: "checklist-sum", in: met.map(spelled), out: spelled(result), note }] };
      }
      case "per_item": {
        const count = rule.items.filter((item) => value(item) === (rule.count === "met")).length;
        const [start, each] = [numberOf(rule.start), numberOf(rule.each)];
        const result = add(start, multiply(each, wholeNumber(count)));
        const note = { count: rule.count, of: rule.items.length };
        const terms = [spelled(start), String(count), spelled(each)];
        return { value: result, steps: [{ op: "checklist-per-item", in: terms, out: spelled(result), note }] };
      }
      case "ladder": {
        const count = rule.items.filter((item) => value(item) === true).length;
        return tierAgain("checklist-ladder", rule.tiers, wholeNumber(count));
      }
    }
  },
  events: (rule, given) => {
    const { assessment, inputs } = given;
    const fact = factNamed(rule.fact, given.facts).declared as EventsFact;
    const entries = printedEntries(suppliedOf(rule.fact, inputs)?.value, fact) ?? [];
    const usable = entries.flatMap((entry) => entry ?? []);
    if (usable.length !== given.value(rule.fact)) throw new RangeError("entries that cannot be read");
    return eventSteps(rule, { entries: usable, fact, asOf: assessment.asOf });
  },
  judged: (_rule, { read }) => {
    const awarded = numberOf(String(read[0]!.value));
    return { value: awarded, steps: [{ op: "judged", in: [spelled(awarded)], out: spelled(awarded) }] };
  },
  panel: (rule, { read }) => {
    const { judgements = [] } = read[0]!;
    const points = judgements.map((each) => numberOf(String(each.points)));
    if (!rule.weights) {
      const counted = points.filter((_, i) => judgements[i]!.excluded === undefined);
      const result = divide(sum(counted), wholeNumber(counted.length));
      const note = { of: judgements.length };
      return { value: result, steps: [{ op: "panel", in: counted.map(spelled), out: spelled(result), note }] };
    }
    const classes = rule.weights.map(({ class: name, weight }) => {
      const own = points.filter((_, i) => judgements[i]!.as === name);
      const mean = divide(sum(own), wholeNumber(own.length));
      const note = { class: name, weight: spelled(numberOf(weight)) };
      const step = { op: "panel-class", in: own.map(spelled), out: spelled(mean), note };
      return { step, worth: multiply(mean, numberOf(weight)) };
    });
    const result = sum(classes.map(({ worth }) => worth));
    const steps = classes.map(({ step }) => step);
    return { value: result, steps: [...steps, { op: "panel", in: steps.map(({ out }) => out), out: spelled(result) }] };
  },
  table: ({ rows }, { value }) => {
    const index = rows.findIndex(({ cells }) =>
      cells.every((cell) => {
        const read = value(cell.fact);
        switch (cell.kind) {
          case "is":
            return read === cell.value;
          case "options":
            return cell.options.includes(String(read));
          case "interval":
            return isInside(cell.interval, numberOf(String(read)));
        }
      }),
    );
    const result = numberOf(rows[index]!.points);
    return { value: result, steps: [{ op: "table", in: [], out: spelled(result), note: { row: index } }] };
  },
  imported: ({ fact, from, to }, { value }) => {
    const at = numberOf(String(value(fact)));
    const knots = [
      { at: numberOf(from.low), points: numberOf(to.low) },
      { at: numberOf(from.high), points: numberOf(to.high) },
    ];
    const result = onLine(knots, "extend", at);
    return { value: result, steps: [{ op: "imported", in: [spelled(at)], out: spelled(result) }] };
  },
  best_of: ({ of }, given) => {
    const options = of.map((option, index) => innerAgain("option", option, index, given));
    const values = options.map(({ value }) => value);
    const index = values.reduce((best, value, i) => (compare(value, values[best]!) > 0 ? i : best), 0);
    const best = { op: "best-of", in: values.map(spelled), out: spelled(values[index]!), note: { index } };
    return { value: values[index]!, steps: [...options.map(({ step }) => step), best] };
  },
  first_of: ({ of }, given) => {
    const index = of.findIndex((option) => holdsHere(option, given));
    const passed = (index < 0 ? of : of.slice(0, index)).map(({ title }, i): Step => ({
      op: "option",
      in: [],
      out: null,
      note: { index: i, title, when: "false" },
    }));
    if (index < 0)
      return { value: ZERO, steps: [...passed, { op: "first-of", in: [], out: "0", note: { index: null } }] };
    const { value, step } = innerAgain("option", of[index]!, index, given);
    return { value, steps: [...passed, step, { op: "first-of", in: [], out: spelled(value), note: { index } }] };
  },
  parts: ({ start, parts }, given) => {
    const terms = [numberOf(start)];
    const steps = parts.map((part, index): Step => {
      if (!holdsHere(part, given))
        return { op: "part", in: [], out: "0", note: { index, title: part.title, when: "false" } };
      const { value, step } = innerAgain("part", part, index, given);
      terms.push(value);
      return step;
    });
    const result = sum(terms);
    return { value: result, steps: [...steps, { op: "parts", in: terms.map(spelled), out: spelled(result) }] };
  },
};

function pointsOf(points: readonly OptionPoints[], option: ReadValue): Rational {
  const found = points.find((each) => each.option === option);
  if (!found) throw new RangeError("an option without points");
  return numberOf(found.points);
}

function optionAgain(op: string, points: readonly OptionPoints[], held: ReadValue): Worked {
  const value = pointsOf(points, held);
  return { value, steps: [{ op, in: [String(held)], out: spelled(value) }] };
}

function optionsAgain(op: string, points: readonly OptionPoints[], read: ReadValue, pick: "best" | "sum"): Worked {
  const held = read as readonly string[];
  const worth = held.map((option) => pointsOf(points, option));
  const best = worth.reduce((most, each) => (compare(each, most) > 0 ? each : most), worth[0] ?? ZERO);
  const value = pick === "best" ? best : sum(worth);
  return { value, steps: [{ op, in: worth.map(spelled), out: spelled(value), note: { held, pick } }] };
}

function tierAgain(op: string, tiers: readonly SteppedTier[], value: Rational): Worked {
  const index = tiers.findIndex(({ interval }) => isInside(interval, value));
  const { interval, points, steps } = tiers[index]!;
  const base = numberOf(points);
  const taken = { op, in: [], out: spelled(base), note: { tier: intervalWords(interval), index } };
  if (!steps) return { value: base, steps: [taken] };
  const counted = steppingAgain({ ...steps, start: steps.from, base: points, bothWays: true }, value);
  return { value: counted.value, steps: [taken, ...counted.steps] };
}

type Stepping = Pick<StepsRule, "start" | "per" | "points" | "base" | "partial" | "bothWays">;

function steppingAgain(rule: Stepping, value: Rational): Worked {
  const [start, per, points, base] = [rule.start, rule.per, rule.points, rule.base].map(numberOf) as [
    Rational,
    Rational,
    Rational,
    Rational,
  ];
  const counted = countSteps(rule, subtract(value, start), per);
  const result = add(base, multiply(counted, points));
  return {
    value: result,
    steps: [
      {
        op: "count-steps",
        in: [value, start, per].map(spelled),
        out: spelled(counted),
        note: { partial: rule.partial },
      },
      { op: "steps", in: [counted, points, base].map(spelled), out: spelled(result) },
    ],
  };
}

/** A part of a step is treated alike on both sides of the start. */
function countSteps({ partial, bothWays }: Stepping, beyond: Rational, per: Rational): Rational {
  const isBelow = beyond.n < 0n;
  if (isBelow && !bothWays) return ZERO;
  const size = divide(isBelow ? { n: -beyond.n, d: beyond.d } : beyond, per);
  const down = floorOf(size);
  const isWhole = compare(down, size) === 0;
  const counted = partial === "interpolate" ? size : partial === "floor" || isWhole ? down : { n: down.n + 1n, d: 1n };
  return isBelow ? { n: -counted.n, d: counted.d } : counted;
}

interface Knot {
  readonly at: Rational;
  readonly points: Rational;
}

function onLine(knots: readonly Knot[], beyond: "clip" | "extend", at: Rational): Rational {
  const [first, last] = [knots[0]!, knots.at(-1)!];
  if (beyond === "clip" && compare(at, first.at) <= 0) return first.points;
  if (beyond === "clip" && compare(at, last.at) >= 0) return last.points;
  // The piece that ends at the number or behind it; beyond the last knot the last piece goes on.
  const inside = knots.findIndex((knot, i) => i > 0 && compare(at, knot.at) <= 0);
  const end = inside < 0 ? knots.length - 1 : inside;
  const [from, to] = [knots[end - 1]!, knots[end]!];
  const slope = divide(subtract(to.points, from.points), subtract(to.at, from.at));
  return add(from.points, multiply(subtract(at, from.at), slope));
}

interface Inner {
  readonly value: Rational;
  readonly step: Step;
}

/** A rule inside another has steps of its own, which stand in the note of its step. */
function innerAgain(op: string, { title, scoring }: InnerRule, index: number, given: Given): Inner {
  const note = given.steps.find((step) => step.op === op && step.note?.["index"] === index)?.note;
  const facts = (note?.["facts"] ?? []) as readonly string[];
  const steps = (note?.["steps"] ?? []) as readonly Step[];
  const again = ruleAgain(scoring, { ...given, steps });
  return {
    value: again.value,
    step: { op, in: [], out: spelled(again.value), note: { index, title, facts, steps: again.steps } },
  };
}

function holdsHere({ when }: ConditionalRule, given: Given): boolean {
  const holds = when ? truthOf(when, given) : "true";
  if (holds === "unknown") throw new RangeError("scored while it is open which rules count");
  return holds === "true";
}
