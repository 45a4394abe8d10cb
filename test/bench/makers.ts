/** The kinds of indicator: a rule worth some hundredths of a point, and the facts that it reads. */
import type { PlainFact, PlainLeaf, PlainScoring, PlainTier } from "./plain.js";

/** How a supplied fact is drawn for a random enterprise. `skew` above 1 favours the good end. */
export type Draw =
  | { readonly draw: "yes"; readonly share: number }
  /** `round`: the values between which whole points lie, for rows that are steered to exactly 80. */
  | {
      readonly draw: "number";
      readonly low: number;
      readonly high: number;
      readonly places: 0 | 2;
      readonly round?: readonly number[];
    }
  /** At most what another fact, drawn before, has. */
  | { readonly draw: "part"; readonly of: string }
  | { readonly draw: "option"; readonly options: readonly string[] }
  | { readonly draw: "subset"; readonly options: readonly string[] }
  | { readonly draw: "date"; readonly from: number; readonly to: number }
  | { readonly draw: "events"; readonly kinds: readonly string[]; readonly often: number };

export interface DrawnFact {
  readonly id: string;
  readonly declaration: PlainFact;
  /** Absent: derived. */
  readonly draw?: Draw;
}

export type Maker = (
  id: string,
  cents: number,
) => { facts: readonly DrawnFact[]; scoring: PlainScoring; limits?: Partial<PlainLeaf> };

/** A share of the points, in whole cents. */
function part(cents: number, share: number): number {
  return Math.round(cents * share) / 100;
}

function yes(id: string): DrawnFact {
  return { id, declaration: { type: "boolean" }, draw: { draw: "yes", share: 0.86 } };
}

function percent(id: string, round?: readonly number[]): DrawnFact {
  return {
    id,
    declaration: { type: "decimal", unit: "%", range: { at_least: 0, at_most: 100 } },
    draw: { draw: "number", low: 40, high: 100, places: 2, ...(round && { round }) },
  };
}

function count(id: string, high: number): DrawnFact {
  return {
    id,
    declaration: { type: "integer", range: { at_least: 0 } },
    draw: { draw: "number", low: 0, high, places: 0 },
  };
}

export function flag(fact: string): ReturnType<Maker> {
  return { facts: [yes(fact)], scoring: { rule: "flag", fact } };
}

const GRADES = ["excellent", "good", "fair", "poor"];

export function choice(fact: string, cents: number): ReturnType<Maker> {
  const points = { excellent: cents / 100, good: part(cents, 0.85), fair: part(cents, 0.55), poor: 0 };
  const declaration = { type: "choice", options: GRADES };
  return {
    facts: [{ id: fact, declaration, draw: { draw: "option", options: GRADES } }],
    scoring: { rule: "choice", fact, points },
  };
}

const SYSTEMS = ["quality", "environment", "safety"];

export function choicesSummed(fact: string, cents: number): ReturnType<Maker> {
  const [quality, environment] = [part(cents, 0.5), part(cents, 0.3)];
  const points = { quality, environment, safety: rest(cents, quality, environment) };
  const declaration = { type: "choices", options: SYSTEMS };
  return {
    facts: [{ id: fact, declaration, draw: { draw: "subset", options: SYSTEMS } }],
    scoring: { rule: "choice", fact, pick: "sum", points },
  };
}

/** What is left of the points: sums of cents, so that no float dust reaches the rubric. */
function rest(cents: number, ...taken: readonly number[]): number {
  return (cents - taken.reduce((total, points) => total + Math.round(points * 100), 0)) / 100;
}

function rising(edges: readonly number[], cents: number): readonly PlainTier[] {
  const shares = [1, 0.85, 0.6, 0.3];
  const tiers = edges.map((edge, i): PlainTier => ({
    at_least: edge,
    ...(i > 0 && { below: edges[i - 1]! }),
    points: part(cents, shares[i]!),
  }));
  return [...tiers, { below: edges[edges.length - 1]!, points: 0 }];
}

export function tiersOfDecimal(fact: string, cents: number): ReturnType<Maker> {
  return { facts: [percent(fact)], scoring: { rule: "tiers", fact, tiers: rising([82.5, 70, 60, 50], cents) } };
}

export function tiersOfInteger(fact: string, cents: number): ReturnType<Maker> {
  return { facts: [count(fact, 60)], scoring: { rule: "tiers", fact, tiers: rising([30, 15, 5], cents) } };
}

export function tiersOfRatio(fact: string, cents: number): ReturnType<Maker> {
  const [numerator, denominator] = [`${fact}_n`, `${fact}_d`];
  const derive = { ratio: { numerator, denominator, percent: true } } as const;
  return {
    facts: [
      {
        id: denominator,
        declaration: { type: "integer", range: { at_least: 1 } },
        draw: { draw: "number", low: 1, high: 400, places: 0 },
      },
      {
        id: numerator,
        declaration: { type: "integer", range: { at_least: 0 } },
        draw: { draw: "part", of: denominator },
      },
      { id: fact, declaration: { type: "decimal", unit: "%", range: { at_least: 0 }, derive } },
    ],
    scoring: { rule: "tiers", fact, tiers: rising([90, 75, 60, 40], cents) },
  };
}

export function tiersOfYears(fact: string, cents: number): ReturnType<Maker> {
  const since = `${fact}_since`;
  return {
    facts: [
      { id: since, declaration: { type: "date" }, draw: { draw: "date", from: 1995, to: 2022 } },
      { id: fact, declaration: { type: "integer", range: { at_least: 0 }, derive: { full_years_since: since } } },
    ],
    scoring: { rule: "tiers", fact, tiers: rising([10, 5, 3], cents) },
  };
}

export function stepsOf(partial: "floor" | "ceil" | "interpolate"): Maker {
  return (fact, cents) => ({
    facts: [partial === "interpolate" ? percent(fact, [50, 60, 70, 80, 90, 100]) : count(fact, 60)],
    scoring: {
      rule: "steps",
      fact,
      start: 0,
      per: 5,
      points: part(cents, partial === "interpolate" ? 0.06 : 0.15),
      partial,
    },
    limits: { cap: "points" },
  });
}

export function stepsOfSum(fact: string, cents: number): ReturnType<Maker> {
  const terms = [`${fact}_a`, `${fact}_b`];
  return {
    facts: [
      ...terms.map((term) => count(term, 40)),
      { id: fact, declaration: { type: "integer", range: { at_least: 0 }, derive: { sum: terms } } },
    ],
    scoring: { rule: "steps", fact, start: 8, per: 4, points: part(cents, 0.12), partial: "floor" },
    limits: { cap: "points" },
  };
}

export function linear(fact: string, cents: number): ReturnType<Maker> {
  const knots = [
    { at: 40, points: 0 },
    { at: 60, points: part(cents, 0.6) },
    { at: 100, points: cents / 100 },
  ];
  return { facts: [percent(fact, [40, 60, 100])], scoring: { rule: "linear", fact, knots, beyond: "clip" } };
}

function items(fact: string, n: number): readonly string[] {
  return Array.from({ length: n }, (_, i) => `${fact}_${i + 1}`);
}

export function checklistSum(fact: string, cents: number): ReturnType<Maker> {
  const [first, second, third] = [part(cents, 0.4), part(cents, 0.25), part(cents, 0.2)];
  const points = [first, second, third, rest(cents, first, second, third)];
  const facts = items(fact, 4);
  return {
    facts: facts.map(yes),
    scoring: { rule: "checklist", mode: "sum", items: facts.map((item, i) => ({ fact: item, points: points[i]! })) },
  };
}

export function checklistPerItem(fact: string, cents: number): ReturnType<Maker> {
  const facts = items(fact, 5);
  return {
    facts: facts.map(yes),
    scoring: {
      rule: "checklist",
      mode: "per_item",
      start: "full",
      each: -part(cents, 0.3),
      count: "unmet",
      items: facts,
    },
    limits: { floor: 0 },
  };
}

export function checklistLadder(fact: string, cents: number): ReturnType<Maker> {
  const facts = items(fact, 5);
  return {
    facts: facts.map(yes),
    scoring: { rule: "checklist", mode: "ladder", items: facts, tiers: rising([5, 4, 2], cents) },
  };
}

const RECORDS = ["fine", "warning", "other"];
const DEEDS = ["donation", "volunteering"];

function eventsFact(id: string, kinds: readonly string[], often: number): DrawnFact {
  const fields = { amount: { type: "decimal", range: { at_least: 0 } }, repaired: { type: "boolean" } };
  return { id, declaration: { type: "events", kinds, fields }, draw: { draw: "events", kinds, often } };
}

export function eventsDeducting(fact: string, cents: number): ReturnType<Maker> {
  return {
    facts: [eventsFact(fact, RECORDS, 0.8)],
    scoring: {
      rule: "events",
      fact,
      start: "full",
      within: { last: { years: 3 }, first_day: "counts" },
      where: { field: "repaired", is: false },
      points: [
        { kind: "fine", when: { field: "amount", at_least: 50_000 }, points: -part(cents, 0.5) },
        { kind: "fine", points: -part(cents, 0.25) },
        { points: -part(cents, 0.1) },
      ],
    },
    limits: { floor: 0 },
  };
}

export function eventsAdding(fact: string, cents: number): ReturnType<Maker> {
  return {
    facts: [eventsFact(fact, DEEDS, 3)],
    scoring: {
      rule: "events",
      fact,
      start: "zero",
      within: { calendar_years: 2, including_current: true },
      points: [
        { kind: "donation", when: { field: "amount", at_least: 10_000 }, points: part(cents, 0.8) },
        { points: part(cents, 0.35) },
      ],
    },
    limits: { cap: "points" },
  };
}

const AWARDS = ["national", "provincial", "city", "district"];

export function levelsOf(counted: "highest" | "all"): Maker {
  return (fact, cents) => ({
    facts: [{ id: fact, declaration: { type: "choices", options: AWARDS }, draw: { draw: "subset", options: AWARDS } }],
    scoring: {
      rule: "levels",
      fact,
      points: {
        national: cents / 100,
        provincial: part(cents, 0.8),
        city: part(cents, 0.6),
        district: part(cents, 0.4),
      },
      count: counted,
    },
    ...(counted === "all" && { limits: { cap: "points" } }),
  });
}

export function judged(_fact: string, cents: number): ReturnType<Maker> {
  return { facts: [], scoring: { rule: "judged", range: { at_least: 0, at_most: cents / 100 }, step: 0.01 } };
}
