/** Composition: patterns C1 to C17, each as published sheets print it. */
import { expect } from "vitest";
import {
  type Data,
  decimal,
  integer,
  leafScorer,
  node,
  nodeAt,
  out,
  scheme,
  scorer,
  sheet,
  sheetScorer,
  stands,
  worth,
} from "../helpers/build/rubric.js";
import { pattern } from "./pattern.js";

const flag = (id: string, points: number | string, parts: Data = {}): Data =>
  node(id, points, { scoring: { rule: "flag", fact: { type: "boolean" } }, ...parts });

pattern("C1", "items add up to a fixed maximum: 共100分", () => {
  const score = sheetScorer({ indicators: [flag("a", 60), flag("b", 25), flag("c", 15)] });
  expect(score({ facts: { a: true, b: false, c: true } }).score.exact).toBe("75"); // 60 + 15
});

pattern("C3", "whole sheets blended: 权重为7:3", () => {
  const score = scorer(
    sheet({ id: "base", indicators: [worth("b", 100)], floor: 0, cap: "points" }),
    sheet({ id: "sector", indicators: [worth("s", 100)], floor: 0, cap: "points" }),
    scheme({
      blend: [
        { id: "base", sheet: "base", weight: 0.7 },
        { id: "sector", sheet: "sector", weight: 0.3 },
      ],
    }),
  );
  expect(score({ facts: { b: 83.35, s: 93.35 } }).score.exact).toBe("86.35"); // 58.345 + 28.005
});

pattern("C4", "weights by what there is: 只存在投标行为评价时，a=1，b=0；同时存在时 a=0.2，b=0.8", () => {
  const marks = (id: string): Data => sheet({ id, indicators: [worth(id, 100)], floor: 0, cap: "points" });
  const score = scorer(
    marks("bidding"),
    marks("performance"),
    scheme({
      facts: { performs: { type: "boolean", title: "存在履约行为评价" } },
      blend: [
        { id: "a", sheet: "bidding", weight: 0.2 },
        { id: "b", sheet: "performance", weight: 0.8, applies_when: { fact: "performs", is: true } },
      ],
      renormalise: true,
    }),
  );
  const bidding = { bidding: 70 };
  expect(score({ facts: { ...bidding, performs: false } }).score.exact).toBe("70"); // 70 × 0.2 ÷ 0.2
  expect(score({ facts: { ...bidding, performs: true, performance: 50 } }).score.exact).toBe("54"); // 14 + 40
  expect(score({ facts: { ...bidding, performance: 50 } }).score.bounds).toMatchObject({ least: "54", most: "70" });
});

pattern("C10", "what does not apply leaves both sides: 标化分 = 所得的分数 ÷ 应得的最高分数 × 100", () => {
  const score = sheetScorer({
    renormalise: true,
    indicators: [flag("a", 50), flag("b", 30), flag("c", 20, { may_be_not_applicable: true })],
  });
  const facts = { a: true, b: false };
  expect(score({ facts, not_applicable: out("c") }).score.exact).toBe("62.5"); // 50 ÷ 80 × 100
  expect(score({ facts: { ...facts, c: true } }).score.exact).toBe("70");
});

pattern("C12", "not assessed, and nothing to divide, where points are only taken away: 不适用的不再评价", () => {
  const off = (id: string): Data =>
    node(id, 50, {
      may_be_not_applicable: true,
      if_not_applicable: "full",
      scoring: { rule: "flag", fact: { type: "boolean" } },
    });
  const score = sheetScorer({ renormalise: "none", indicators: [off("a"), off("b")] });
  expect(score({ facts: { a: false }, not_applicable: out("b") }).score.exact).toBe("50"); // 100 − 50: what does not apply costs nothing
});

pattern("C15", "where and how a number is rounded is said: 四舍五入，取小数点后一位数；进到0.1；取整数", () => {
  const rounded = (places: number, mode: string): string =>
    stands(leafScorer({ round: { places, mode }, ...worthOf() }, {}, 100), { facts: { L: "81.65" } });
  expect(rounded(1, "half-up")).toBe("scored 81.7");
  expect(rounded(1, "half-even")).toBe("scored 81.6");
  expect(rounded(1, "down")).toBe("scored 81.6");
  expect(rounded(1, "up")).toBe("scored 81.7");
  expect(rounded(0, "half-up")).toBe("scored 82");
});

const worthOf = (): Data => {
  const { scoring, floor, cap } = worth("L", 100);
  return { scoring, floor, cap };
};

pattern("C6", "a component is capped before it is added: 基本分满分80，加上附加分满分20", () => {
  const score = sheetScorer({
    indicators: [
      node("main", 80, { floor: 0, cap: "points", indicators: [worth("a", 50), worth("b", 30)] }),
      node("more", 20, { floor: 0, cap: "points", indicators: [worth("c", 20)] }),
    ],
    floor: "none",
    cap: "none",
  });
  expect(score({ facts: { a: 60, b: 35, c: 5 } }).score.exact).toBe("85"); // min(95, 80) + 5
});

pattern("C13", "what is not there counts 0, and the total is put on another scale: 缺项按零分计，再折算", () => {
  const score = scorer(
    sheet({
      points: 80,
      renormalise: "none",
      indicators: [flag("a", 60), flag("b", 20, { may_be_not_applicable: true, if_not_applicable: "zero" })],
    }),
    scheme({ points: 80, rescale: scales(80, 100) }),
  );
  expect(score({ facts: { a: true }, not_applicable: out("b") }).score.exact).toBe("75"); // (60 + 0) ÷ 80 × 100
});

pattern("C14", "the final range is another one: 信用分 350 至 950", () => {
  const score = scorer(
    sheet({ indicators: [worth("a", 100)], floor: 0, cap: "points" }),
    scheme({ rescale: { from: { at_least: 0, at_most: 100 }, to: { at_least: 350, at_most: 950 } } }),
  );
  const { exact, adjustments } = score({ facts: { a: 86.5 } }).score;
  expect(exact).toBe("869"); // 350 + 86.5 × 6
  expect(adjustments.map(({ cause, by }) => [cause, by])).toEqual([["offset", "350"]]);
});

function scales(from: number, to: number): Data {
  return { from: { at_least: 0, at_most: from }, to: { at_least: 0, at_most: to } };
}

pattern("C5", "base, and good, less bad: 基础信息分值 + 优良信用信息分值 − 不良信用信息分值", () => {
  const score = sheetScorer({
    floor: 0,
    indicators: [
      worth("base", 100, { floor: 0, cap: "points" }),
      worth("good", 20, { floor: 0, cap: "points", counts_as: "bonus", absorbed_by: "sheet" }),
      node("bad", 0, { counts_as: "deduction", floor: "none", scoring: minus("penalties", -5) }),
    ].map(withoutPoints),
    facts: { penalties: integer({ at_least: 0 }) },
    cap: "points",
  });
  const assessment = score({ facts: { base: 80, good: 10, penalties: 3 } });
  expect(assessment.score.exact).toBe("75"); // 80 + 10 − 3 × 5
  expect(["base", "good", "bad"].map((id) => nodeAt(assessment, id).contribution)).toEqual(["80", "10", "-15"]);
});

const minus = (fact: string, points: number): Data => ({
  rule: "steps",
  fact,
  start: 0,
  per: 1,
  points,
  partial: "floor",
});

/** A deduction has no points of its own. */
function withoutPoints(parts: Data): Data {
  if (parts["counts_as"] !== "deduction") return parts;
  const { points: _, ...rest } = parts;
  return rest;
}

pattern("C16", "several raters, weighted by class or without the ends: 专职安全人员0.6、其他0.4；去掉最高最低", () => {
  const said = (...all: readonly (readonly [number, string])[]): Data => ({
    judgements: { L: all.map(([points, as], i) => ({ points, by: `评审${i + 1}`, as, reason: "现场评议" })) },
  });
  const range = { at_least: 0, at_most: 5 };
  const classes = leafScorer(
    { scoring: { rule: "panel", range, step: 1, weights: { 专职安全人员: 0.6, 其他: 0.4 } } },
    {},
    5,
  );
  expect(stands(classes, said([4, "专职安全人员"], [5, "专职安全人员"], [3, "其他"]))).toBe("scored 3.9"); // 4.5 × 0.6 + 3 × 0.4
  const trimmed = leafScorer(
    { scoring: { rule: "panel", range, step: 0.5, trim: 1, assessors: { at_least: 5 } } },
    {},
    5,
  );
  expect(stands(trimmed, said([5, "专家"], [3, "专家"], [4, "专家"], [4.5, "专家"], [2, "专家"]))).toBe("scored 23/6"); // (3 + 4 + 4.5) ÷ 3
});

/** Marks out of so many points, as they stand on the form. */
const marked = (id: string, points: number, parts: Data = {}): Data =>
  node(id, points, {
    scoring: {
      rule: "linear",
      fact: { type: "decimal", range: { at_least: 0, at_most: points } },
      knots: [
        { at: 0, points: 0 },
        { at: points, points },
      ],
      beyond: "clip",
    },
    ...parts,
  });

pattern("C2", "marks out of 100, each with its weight: 自测分×权重，0.3、0.2、0.3、0.2", () => {
  const weights: readonly (readonly [string, number])[] = [
    ["a", 0.3],
    ["b", 0.2],
    ["c", 0.3],
    ["d", 0.2],
  ];
  const score = sheetScorer({
    combine: "weighted_mean",
    indicators: weights.map(([id, weight]) => marked(id, 100, { weight })),
  });
  const assessment = score({ facts: { a: 90, b: 80, c: 75, d: 60.5 } });
  expect(assessment.score.exact).toBe("77.6"); // 27 + 16 + 22.5 + 12.1
  expect(["a", "b", "c", "d"].map((id) => nodeAt(assessment, id).contribution)).toEqual(["27", "16", "22.5", "12.1"]);
});

/** 100 points by the projects of an enterprise, each marked out of 50 for its site and 30 for its papers. */
const perProject = (parts: Data): Data =>
  sheet({
    instances: { projects: { title: "在建项目" } },
    renormalise: true,
    facts: {
      site: { type: "decimal", each: "projects", range: { at_least: 0, at_most: 50 } },
      papers: { type: "decimal", each: "projects", range: { at_least: 0, at_most: 30 } },
      ...(parts["weight_by"] === "price"
        ? { price: { type: "decimal", each: "projects", title: "合同价", unit: "万元", range: { above: 0 } } }
        : {}),
    },
    indicators: [
      node("P", 100, {
        each: "projects",
        indicators: [
          node("P1", 70, { scoring: byMarks("site", 50, 70) }),
          node("P2", 30, { scoring: byMarks("papers", 30, 30) }),
        ],
        ...parts,
      }),
    ],
  });

const byMarks = (fact: string, full: number, points: number): Data => ({
  rule: "linear",
  fact,
  knots: [
    { at: 0, points: 0 },
    { at: full, points },
  ],
  beyond: "clip",
});

pattern("C7", "one form for each project, and their mean: 有多个项目的，取各项目得分的算术平均值", () => {
  const score = scorer(perProject({ combine: "mean" }), scheme());
  const assessment = score({
    instances: {
      projects: [
        { id: "tower", facts: { site: 50, papers: 30 } },
        { id: "bridge", facts: { site: 40, papers: 24 } },
        { id: "school", facts: { site: 25, papers: 15 } },
      ],
    },
  });
  expect(assessment.score.exact).toBe("230/3"); // (100 + 80 + 50) ÷ 3
  expect(["P[tower]", "P[bridge]", "P[school]"].map((id) => nodeAt(assessment, id).awarded?.exact)).toEqual([
    "100",
    "80",
    "50",
  ]);
  expect(score({ instances: { projects: [{ id: "only", facts: { site: 40, papers: 24 } }] } }).score.exact).toBe("80");
  // Without a project there is nothing to take the mean of, and until somebody says so, any mean is possible.
  expect(score({ instances: { projects: [] } }).score.status).toBe("nothing-scored");
  expect(score().score).toMatchObject({ status: "open", bounds: { least: "0", most: "100" } });
});

pattern("C8", "contracts count by their price: L = Σ(L·C) ÷ ΣC", () => {
  const score = scorer(perProject({ combine: "weighted_mean", weight_by: "price" }), scheme());
  const contracts = (...prices: readonly (number | undefined)[]): Data => ({
    instances: {
      projects: prices.map((price, i) => ({
        id: `c${i + 1}`,
        facts: { site: 50 - 20 * i, papers: 30 - 12 * i, ...(price === undefined ? {} : { price }) },
      })),
    },
  });
  const assessment = score(contracts(1200, 300));
  expect(assessment.score.exact).toBe("92"); // (100 × 1200 + 60 × 300) ÷ 1500
  expect(["P[c1]", "P[c2]"].map((id) => nodeAt(assessment, id).contribution)).toEqual(["80", "12"]);
  // Of a contract without its price, how much it counts is open: between the worse of the two and the better.
  expect(score(contracts(1200, undefined)).score).toMatchObject({
    status: "open",
    bounds: { least: "60", most: "100" },
  });
});

pattern("C11", "the mean of what was inspected: 评定总分除以检查项目数，可合理缺项", () => {
  const score = sheetScorer({
    combine: "mean",
    indicators: ["scaffold", "crane", "pit"].map((id) => marked(id, 100, { may_be_not_applicable: true })),
  });
  const facts = { scaffold: 85, crane: 72 };
  expect(score({ facts, not_applicable: out("pit") }).score.exact).toBe("78.5"); // (85 + 72) ÷ 2
  expect(score({ facts: { ...facts, pit: 0 } }).score.exact).toBe("157/3"); // (85 + 72 + 0) ÷ 3
});

pattern("C17", "the worst of the parties: 联合体按照联合体各方最低等级认定", () => {
  const grade = (id: string): Data =>
    node(id, 100, {
      scoring: {
        rule: "choice",
        fact: { type: "choice", options: ["AAA", "AA", "A", "B"] },
        points: { AAA: 100, AA: 90, A: 80, B: 60 },
      },
    });
  const score = sheetScorer({ combine: "min", indicators: [grade("leader"), grade("partner"), grade("third")] });
  const assessment = score({ facts: { leader: "AAA", partner: "A", third: "AA" } });
  expect(assessment.score.exact).toBe("80");
  expect(["leader", "partner", "third"].map((id) => nodeAt(assessment, id).contribution)).toEqual(["0", "80", "0"]);
  // One grade is still to come: it cannot make things better.
  expect(score({ facts: { leader: "AAA", partner: "A" } }).score.bounds).toMatchObject({ least: "60", most: "80" });
});

pattern("C9", "weights of years: 第一年15%、第二年25%、第三年60%", () => {
  const years = ["first", "second", "third"];
  const earlier = years.map((id) =>
    sheet({
      id,
      facts: { [id]: { ...decimal({ at_least: 0, at_most: 100 }), record: "required" } },
      indicators: [node(`score_of_${id}`, 100, { scoring: { rule: "imported", fact: id, from: HUNDRED } })],
    }),
  );
  const blend = years.map((id, i) => ({ id: `year_${id}`, sheet: id, weight: [0.15, 0.25, 0.6][i] }));
  const score = scorer(...earlier, scheme({ blend }));
  const from = (value: number, digit: string): Data => ({ value, record: `sha256:${digit.repeat(64)}` });
  const facts = { first: from(72, "a"), second: from(80, "b"), third: from(90.5, "c") };
  const assessment = score({ facts });
  expect(assessment.score.exact).toBe("85.1"); // 72 × 0.15 + 80 × 0.25 + 90.5 × 0.6 = 10.8 + 20 + 54.3
  expect(assessment.findings).toEqual([]);
});

const HUNDRED: Data = { at_least: 0, at_most: 100 };
