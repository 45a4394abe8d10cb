/**
 * One scheme as small associations write them: a base sheet of 43 indicators and a sector sheet of 20, blended 7 : 3,
 * eight conditions of eligibility, shortlisted from 80 points. Points have two decimals.
 */
import { type Indicator, MAKERS, indicatorOf } from "./indicators.js";
import type { DrawnFact } from "./makers.js";
import { type PlainGroup, type PlainLeaf, type PlainNode, type PlainSheet, leavesOf } from "./plain.js";
import { type Random, randomOf } from "./random.js";

export const AS_OF = "2023-11-10";
export const THRESHOLD = 80;
export const WEIGHTS = { base: 0.7, sector: 0.3 } as const;
export const COMPONENTS = ["base", "sector"] as const;

export interface BenchRubric {
  readonly scheme: Readonly<Record<string, unknown>>;
  readonly sheets: Readonly<Record<(typeof COMPONENTS)[number], PlainSheet>>;
  /** In the order in which they are drawn. */
  readonly facts: readonly DrawnFact[];
}

const OTHER_FACTS: readonly DrawnFact[] = [
  { id: "registered", declaration: { type: "boolean" }, draw: { draw: "yes", share: 0.99 } },
  { id: "independent", declaration: { type: "boolean" }, draw: { draw: "yes", share: 0.99 } },
  { id: "insolvent", declaration: { type: "boolean" }, draw: { draw: "yes", share: 0.02 } },
  { id: "code_published", declaration: { type: "boolean" }, draw: { draw: "yes", share: 0.9 } },
  { id: "staff_trained", declaration: { type: "boolean" }, draw: { draw: "yes", share: 0.9 } },
  { id: "officer_named", declaration: { type: "boolean" }, draw: { draw: "yes", share: 0.9 } },
  { id: "founded", declaration: { type: "date" }, draw: { draw: "date", from: 1990, to: 2020 } },
  {
    id: "domicile",
    declaration: { type: "choice", options: ["beijing", "zone", "elsewhere"] },
    draw: { draw: "option", options: ["beijing", "zone", "elsewhere"] },
  },
  {
    id: "tax_grade",
    declaration: { type: "choice", options: ["A", "B", "M", "C", "D"] },
    draw: { draw: "option", options: ["A", "B", "M", "C", "D"] },
  },
  {
    id: "staff",
    declaration: { type: "integer", range: { at_least: 0 } },
    draw: { draw: "number", low: 1, high: 300, places: 0 },
  },
  {
    id: "revenue",
    declaration: { type: "decimal", range: { at_least: 0 } },
    draw: { draw: "number", low: 10, high: 9000, places: 2 },
  },
  {
    id: "breaches",
    declaration: {
      type: "events",
      kinds: ["serious", "general"],
      fields: { amount: { type: "decimal", range: { at_least: 0 } }, repaired: { type: "boolean" } },
    },
    draw: { draw: "events", kinds: ["general", "serious"], often: 0.3 },
  },
];

const ELIGIBILITY = [
  { id: "E1", title: "registered", clause: "5.1", require: { fact: "registered", is: true } },
  {
    id: "E2",
    title: "independent and at home here",
    clause: "5.2",
    require: {
      all: [
        { fact: "independent", is: true },
        { fact: "domicile", in: ["beijing", "zone"] },
      ],
    },
  },
  { id: "E3", title: "three full years", clause: "5.3", require: { fact: "founded", full_years: { at_least: 3 } } },
  {
    id: "E4",
    title: "no serious breach within three years",
    clause: "5.4",
    require: {
      fact: "breaches",
      within: { last: { years: 3 }, first_day: "counts" },
      where: {
        all: [
          { field: "kind", is: "serious" },
          { field: "repaired", is: false },
        ],
      },
      count: { at_most: 0 },
    },
  },
  {
    id: "E5",
    title: "of some size",
    clause: "5.5",
    require: {
      any: [
        { fact: "staff", at_least: 5 },
        { fact: "revenue", above: 100 },
      ],
    },
  },
  {
    id: "E6",
    title: "two of three arrangements",
    clause: "5.6",
    require: {
      at_least_n: {
        n: 2,
        of: ["code_published", "staff_trained", "officer_named"].map((fact) => ({ fact, is: true })),
      },
    },
  },
  { id: "E7", title: "not insolvent", clause: "5.7", require: { not: { fact: "insolvent", is: true } } },
  { id: "E8", title: "tax grade M or better", clause: "5.8", require: { fact: "tax_grade", in: ["A", "B", "M"] } },
];

/** Always the same rubric: its numbers come from a generator of its own, not from the seed of the enterprises. */
export function benchRubric(): BenchRubric {
  const random = randomOf(2023);
  const base = MAKERS.slice(0, 43);
  const sector = MAKERS.slice(43);
  const baseIndicators = cents(base.length, random).map((points, i) => indicatorOf(base[i]!, `B${pad(i + 1)}`, points));
  const sectorIndicators = cents(sector.length, random).map((points, i) =>
    indicatorOf(sector[i]!, `S${pad(i + 1)}`, points),
  );
  return {
    scheme: schemeValue(),
    sheets: {
      base: sheetValue("base", baseIndicators, grouped(baseTree(baseIndicators), "A"), [5, 16, 43]),
      sector: sheetValue(
        "sector",
        sectorIndicators,
        grouped(chunks(leaves(sectorIndicators), [5, 5, 5, 5]), "P"),
        [4, 20],
      ),
    },
    facts: [...OTHER_FACTS, ...[...baseIndicators, ...sectorIndicators].flatMap((indicator) => indicator.facts)],
  };
}

/** A hundred points as hundredths, none of them round: in pairs around the mean, and the last takes the rest. */
function cents(n: number, random: Random): readonly number[] {
  const mean = 10_000 / n;
  const drawn: number[] = [];
  while (drawn.length < n - 1) {
    const away = Math.round(mean * 0.5 * random.unit());
    drawn.push(Math.round(mean) + away);
    if (drawn.length < n - 1) drawn.push(Math.round(mean) - away);
  }
  return [...drawn, 10_000 - drawn.reduce((total, points) => total + points, 0)];
}

export function judgedLeaves({ sheets }: BenchRubric): readonly PlainLeaf[] {
  return COMPONENTS.flatMap((id) => leavesOf(sheets[id].indicators)).filter((leaf) => leaf.scoring.rule === "judged");
}

function leaves(indicators: readonly Indicator[]): readonly PlainLeaf[] {
  return indicators.map((indicator) => indicator.leaf);
}

/** 16 groups of two or three, in five groups. */
function baseTree(indicators: readonly Indicator[]): readonly (readonly PlainGroup[])[] {
  const sizes = Array.from({ length: 16 }, (_, i) => (i % 3 === 2 ? 2 : 3));
  const seconds = grouped(chunks(leaves(indicators), sizes), "B-");
  return chunks(seconds, [3, 3, 4, 3, 3]);
}

function chunks<T>(list: readonly T[], sizes: readonly number[]): readonly (readonly T[])[] {
  let from = 0;
  return sizes.map((size) => list.slice(from, (from += size)));
}

function grouped(groups: readonly (readonly PlainNode[])[], prefix: string): readonly PlainGroup[] {
  return groups.map((indicators, i) => {
    const points = indicators.reduce((total, node) => total + Math.round(node.points * 100), 0) / 100;
    return { id: `${prefix}${i + 1}`, title: `group ${prefix}${i + 1}`, points, indicators };
  });
}

function sheetValue(
  id: string,
  indicators: readonly Indicator[],
  tree: readonly PlainNode[],
  shape: readonly number[],
): PlainSheet {
  const facts = indicators.flatMap((indicator) => indicator.facts);
  return {
    kind: "sheet",
    id,
    version: "1",
    category: id,
    title: `bench ${id}`,
    status: "drafted",
    documents: { bench: { title: "made up for measuring" } },
    source: "bench",
    points: 100,
    shape,
    facts: Object.fromEntries(facts.map((fact) => [fact.id, fact.declaration])),
    indicators: tree,
  };
}

function schemeValue(): Readonly<Record<string, unknown>> {
  return {
    kind: "scheme",
    id: "bench",
    version: "1",
    title: "bench",
    documents: { bench: { title: "made up for measuring" } },
    source: "bench",
    facts: Object.fromEntries(OTHER_FACTS.map((fact) => [fact.id, fact.declaration])),
    points: 100,
    blend: COMPONENTS.map((id) => ({ id, sheet: id, weight: WEIGHTS[id] })),
    display: { places: 2, mode: "half-up" },
    roles: ["self", "final"],
    later_may_raise: false,
    eligibility: ELIGIBILITY,
    preferences: [],
    materials: [],
    bands: [],
    goal: "shortlisted",
    outcomes: [
      { id: "ineligible", when: { eligibility: "ineligible" } },
      { id: "shortlisted", when: { score: { at_least: THRESHOLD } } },
      { id: "not-shortlisted", otherwise: true },
    ],
  };
}

function pad(n: number): string {
  return String(n).padStart(2, "0");
}
