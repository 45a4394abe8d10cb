/** What the columns of printed forms ask for: patterns E1 to E5. */
import { expect } from "vitest";
import { compareRoles, readFactSheet } from "../../src/index.js";
import {
  type Data,
  AS_OF,
  compiled,
  leafScorer,
  node,
  nodeAt,
  scheme,
  scorer,
  sheet,
} from "../helpers/build/rubric.js";
import { pattern } from "./pattern.js";

const yes = { type: "boolean" };
const judged = { rule: "judged", range: { at_least: 0, at_most: 10 }, step: 1 };

pattern("E1", "columns of self, audited and final points: 应得分、自评分、审定分、评定分", () => {
  const program = compiled(
    sheet({ points: 10, indicators: [node("L", 10, { scoring: judged })] }),
    scheme({ roles: ["self", "audited", "final"], goal: "any", outcomes: [{ id: "any", otherwise: true }] }),
  );
  const by = (role: string, points: number): ReturnType<typeof readFactSheet> =>
    readFactSheet({
      kind: "facts",
      scheme: "scheme",
      as_of: AS_OF,
      role,
      judgements: { L: { points, by: "审核员甲", reason: "台账不全" } },
    });
  const { indicators } = compareRoles(program, [by("final", 7), by("self", 10), by("audited", 8)]);
  const row = indicators.find(({ indicator }) => indicator === "base/L")!;
  expect([row.points, ...row.given.map(({ awarded }) => awarded?.exact)]).toEqual(["10", "10", "8", "7"]);
  expect(row.differences.map(({ by: gap }) => gap)).toEqual(["-2", "-1"]); // 8 − 10, 7 − 8
});

pattern("E2", "the papers behind each item, and those that are missing: 准备材料", () => {
  const item = leafScorer({ scoring: { rule: "flag", fact: { ...yes, evidence: "required" } } });
  const shown = item({ facts: { L: { value: true, evidence: ["证书-1", "照片-2"] } } });
  expect(nodeAt(shown, "L").read[0]?.evidence).toEqual(["证书-1", "照片-2"]);
  expect(item({ facts: { L: true } }).findings.map(({ code }) => code)).toEqual(["evidence-missing"]);
});

pattern("E3", "who holds the data of an item: 信息采集责任单位", () => {
  const item = leafScorer({ scoring: { rule: "flag", fact: { ...yes, owner: "市税务局" } } });
  const [fact] = item({ facts: { L: true } }).facts;
  expect(fact?.declared.owner).toBe("市税务局");
});

pattern("E4", "a reason for each deduction: 扣分原因", () => {
  const score = scorer(
    sheet({ points: 10, indicators: [node("L", 10, { scoring: judged })] }),
    scheme({ points: 10, goal: "any", outcomes: [{ id: "any", otherwise: true }] }),
  );
  const said = score({ judgements: { L: { points: 6, by: "审核员甲", as: "协会", reason: "宣传材料仅一份" } } });
  const { shortfall, read } = nodeAt(said, "L");
  expect([shortfall, read[0]?.by, read[0]?.as, read[0]?.reason]).toEqual(["4", "审核员甲", "协会", "宣传材料仅一份"]); // 10 − 6
  const without: Data = { judgements: { L: { points: 6, by: "审核员甲" } } };
  expect(score(without).score.status).toBe("open"); // points that nobody gives a reason for do not count
});

pattern(
  "E5",
  "publicity and review stand outside the engine: declined, and what it holds for them is the record",
  () => {
    // 公示、复核、信用修复 are procedures with days of their own; a score that is objected to is computed again from its record.
    const item = leafScorer({ scoring: { rule: "flag", fact: yes } });
    expect(item({ facts: { L: true } }).decision.reasons.map(({ outcome, result }) => [outcome, result])).toEqual([
      ["any", "true"],
    ]);
  },
);
