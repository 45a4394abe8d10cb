import { describe, expect, test } from "vitest";
import { score } from "../../src/index.js";
import { chengxin } from "./approaches/chengxin.js";
import { decimalTree } from "./approaches/decimal.js";
import { floats } from "./approaches/floats.js";
import { jsonLogic } from "./approaches/json-logic.js";
import { jsonRules } from "./approaches/json-rules.js";
import { allLeaves } from "./approach.js";
import { compareAll } from "./compare.js";
import { drawEnterprises } from "./enterprises.js";
import { ratioLines } from "./report.js";
import { benchRubric } from "./rubric.js";

const rubric = benchRubric();
const work = { rubric, enterprises: drawEnterprises(rubric, 50, 7) };
const ours = chengxin(work);

describe("the bench's rubric", () => {
  test("has 63 indicators of all nine rules", () => {
    const leaves = allLeaves(rubric);
    expect(leaves).toHaveLength(63);
    expect(new Set(leaves.map((leaf) => leaf.scoring.rule)).size).toBe(9);
  });

  test("leaves nothing open and nothing to report", () => {
    for (const factSheet of ours.factSheets) {
      expect(score(ours.compiled, factSheet)).toMatchObject({ score: { status: "scored" }, findings: [] });
    }
  });
});

describe("approaches do the same job", () => {
  const others = [floats, jsonLogic, decimalTree, jsonRules].map((make) => ({ ...make(work), compareEvery: 1 }));
  test("on 50 enterprises, some of them at exactly 80", async () => {
    const comparisons = await compareAll(ours, others, 50);
    for (const comparison of comparisons) expect(comparison).toMatchObject({ rows: 50, scores: 3150, examples: [] });
    expect(comparisons[0]!.atThreshold).toBeGreaterThan(0);
  });

  test("a wrong total is noticed, and gets no ratio", async () => {
    const wrong = floats(work);
    const off = { ...wrong, answer: async (row: number) => ({ ...(await wrong.answer(row)), total: 80.5 }) };
    const [comparison] = await compareAll(ours, [off as typeof wrong], 50);
    expect(comparison!.different).toBe(50);
    const measured = [ours, wrong].map(({ name }) => ({ name, rowsPerRound: 50, rounds: [{ cpu: 1, wall: 1 }] }));
    expect(ratioLines([ours, wrong], measured, [comparison!]).at(-1)).toContain("none: it differs");
  });
});
