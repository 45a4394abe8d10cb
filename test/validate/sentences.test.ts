/** What a finding says when it has numbers to show. */
import { describe, expect, test } from "vitest";
import { diagnosticsOf, schemeWith, sheetOf, sheetWith } from "./documents.js";

function told(text: string) {
  const [finding, ...others] = diagnosticsOf(text);
  expect(others).toEqual([]);
  return finding!;
}

describe("points that do not add up", () => {
  const leaf = (id: string, points: string) =>
    `- { id: ${id}, title: 甲, points: ${points}, scoring: { rule: flag, fact: ok } }`;

  test("are shown as an addition", () => {
    const { message, data } = told(sheetWith([leaf("A", "1"), leaf("B", "0.50"), leaf("C", "1.5")].join("\n")));
    expect(message.zh).toBe("下一级合计 1 + 0.50 + 1.5 = 3 分，这里写的是 2 分");
    expect(message.en).toBe("the indicators below add up to 1 + 0.50 + 1.5 = 3, not to 2");
    expect(data).toMatchObject({ parts: ["1", "0.50", "1.5"], total: "3", stated: "2", difference: "-1" });
  });

  test("one alone is no addition", () => {
    expect(told(sheetWith(leaf("A", "1"))).message.en).toBe("the indicators below add up to 1, not to 2");
  });

  test("of many only the first are shown", () => {
    const many = Array.from({ length: 40 }, (_, i) => leaf(`A${i}`, "1")).join("\n");
    const { message, data } = told(sheetWith(many));
    expect(message.en).toBe(`the indicators below add up to ${"1 + ".repeat(12)}… = 40, not to 2`);
    expect(data?.["parts"]).toHaveLength(13);
  });

  test("weights likewise", () => {
    const blend =
      "blend:\n  - { id: a, sheet: s, weight: 0.7 }\n  - { id: b, sheet: t, weight: 0.2 }\n  - { id: c, sheet: u, weight: 0.2 }";
    const { message, data } = told(schemeWith({ blend }));
    expect(message.zh).toBe("权重合计 0.7 + 0.2 + 0.2 = 1.1，应当是 1");
    expect(message.en).toBe("the weights add up to 0.7 + 0.2 + 0.2 = 1.1, not to 1");
    expect(data).toMatchObject({ parts: ["0.7", "0.2", "0.2"], total: "1.1", difference: "-0.1" });
  });
});

describe("a hole between tiers", () => {
  const tiers = (fact: string, ...list: readonly string[]) =>
    told(sheetOf({ facts: `n: ${fact}`, leaf: `scoring: { rule: tiers, fact: n, tiers: [${list.join(", ")}] }` }));
  const decimal = "{ type: decimal }";
  const integer = "{ type: integer, range: { at_least: 0 } }";

  test.each([
    [
      tiers(decimal, "{ at_least: 60000, points: 2 }", "{ below: 50000, points: 0 }"),
      "`n` 在 50000 与 60000 之间没有哪一档可用",
      "no tier holds `n` between 50000 and 60000",
      { from: "50000", to: "60000", gap: "at_least: 50000, below: 60000", witness: "50000" },
    ],
    [
      tiers(integer, "{ above: 9, points: 2 }", "{ below: 5, points: 0 }"),
      "`n` 从 5 到 9 没有哪一档可用",
      "no tier holds `n` from 5 to 9",
      { from: "5", to: "9", gap: "at_least: 5, at_most: 9" },
    ],
    [
      tiers(decimal, "{ above: 5, points: 2 }", "{ below: 5, points: 0 }"),
      "`n` 为 5 时没有哪一档可用",
      "no tier holds `n` at 5",
      { from: "5", to: "5", gap: "at_least: 5, at_most: 5" },
    ],
    [
      tiers(integer, "{ below: 5, points: 2 }"),
      "`n` 为 5 及以上时没有哪一档可用",
      "no tier holds `n` at 5 or more",
      { from: "5", gap: "at_least: 5" },
    ],
    [
      tiers(decimal, "{ at_most: 5, points: 2 }"),
      "`n` 大于 5 时没有哪一档可用",
      "no tier holds `n` above 5",
      { from: "5", gap: "above: 5" },
    ],
    [
      tiers(decimal, "{ at_least: 5, points: 2 }"),
      "`n` 小于 5 时没有哪一档可用",
      "no tier holds `n` below 5",
      { to: "5", gap: "below: 5" },
    ],
    [
      tiers(decimal, "{ above: 5, points: 2 }"),
      "`n` 为 5 及以下时没有哪一档可用",
      "no tier holds `n` at 5 or less",
      { to: "5", gap: "at_most: 5" },
    ],
  ])("%#", ({ code, message, hint, data }, zh, en, values) => {
    expect(code).toBe("tier-gap");
    expect(message).toEqual({ zh, en });
    expect(data).toMatchObject(values);
    expect(hint?.zh).toContain(`或加一档 \`${values.gap}\``);
  });
});

describe("which kind it is", () => {
  test("of an indicator without one", () => {
    const { message } = told(sheetOf({ leaf: "clause: 五" }));
    expect(message.zh).toBe("这里要写 `indicators`、`scoring` 中的一个，却一个也没有");
    expect(message.en).toBe("one of `indicators`, `scoring` has to stand here, and none does");
  });
});

describe("one cause is told once", () => {
  const leaf = (id: string, points = "1") =>
    `- { id: ${id}, title: 甲, points: ${points}, scoring: { rule: flag, fact: ok } }`;
  const codes = (text: string) => diagnosticsOf(text).map(({ code, path }) => `${code} ${path}`);

  test("an indicator that stands there twice is no wrong sum and no wrong shape", () => {
    expect(codes(sheetWith([leaf("A"), leaf("A"), leaf("B")].join("\n"), "shape: [2]"))).toEqual([
      "duplicate-id /indicators/1/id",
    ]);
  });

  test("an id used again for another indicator leaves the sum as it is", () => {
    expect(codes(sheetWith([leaf("A"), leaf("A")].join("\n"), "shape: [2]"))).toEqual([
      "duplicate-id /indicators/1/id",
    ]);
    expect(codes(sheetWith([leaf("A"), leaf("A", "3")].join("\n"), "shape: [2]"))).toEqual([
      "points-do-not-add-up /points",
      "duplicate-id /indicators/1/id",
    ]);
  });

  test("an indicator too few is told by the points, unless they add up", () => {
    expect(codes(sheetWith(leaf("A"), "shape: [2]"))).toEqual(["points-do-not-add-up /points"]);
    expect(codes(sheetWith(leaf("A", "2"), "shape: [2]"))).toEqual(["shape-differs /shape"]);
  });

  test("a tier that nothing falls into is why its points are out of reach", () => {
    const ladder =
      "scoring: { rule: checklist, mode: ladder, items: [ok], tiers: [{ at_least: 2, points: 2 }, { below: 2, points: 0 }] }";
    expect(codes(sheetOf({ leaf: ladder }))).toEqual(["tier-unreachable /indicators/0/scoring/tiers/0"]);
  });
});
