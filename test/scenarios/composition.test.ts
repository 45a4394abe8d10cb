/** Composition: patterns C1 to C17, each as published sheets print it. */
import { expect } from "vitest";
import {
  type Data,
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
