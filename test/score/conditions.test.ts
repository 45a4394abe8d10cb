import { describe, expect, test } from "vitest";
import { type Data, conditionScorer, node, scheme, scorer, sheet } from "../helpers/build/rubric.js";

const FACTS = { registered: { type: "boolean" }, exporter: { type: "boolean" }, licensed: { type: "boolean" } };
const is = (fact: string, value = true): Data => ({ fact, is: value });
const flags = sheet({ indicators: [node("flag", 100, { scoring: { rule: "flag", fact: { type: "boolean" } } })] });

describe("eligibility", () => {
  const score = scorer(
    flags,
    scheme({
      facts: FACTS,
      eligibility: [
        { id: "E1", title: "依法注册", clause: "五（一）", require: is("registered") },
        { id: "E2", title: { zh: "许可", en: "Licence" }, require: is("licensed") },
      ],
    }),
  );
  const status = (facts: Data): readonly string[] => {
    const { eligibility } = score({ facts });
    return [eligibility.status, ...eligibility.conditions.map((condition) => condition.status)];
  };

  test.each([
    [{ registered: true, licensed: true }, ["eligible", "satisfied", "satisfied"]],
    [{ registered: true, licensed: false }, ["ineligible", "satisfied", "failed"]],
    [{ registered: true }, ["undetermined", "satisfied", "unknown"]],
    [{ registered: false }, ["ineligible", "failed", "unknown"]], // one failure settles it; the other is reported all the same
    [{ registered: "x", licensed: true }, ["undetermined", "unknown", "satisfied"]],
    [{ registered: { missing: true }, licensed: true }, ["undetermined", "unknown", "satisfied"]],
    [{}, ["undetermined", "unknown", "unknown"]],
  ])("%j: %j", (facts, expected) => {
    expect(status(facts)).toEqual(expected);
  });

  test("no conditions, nothing in the way", () => {
    expect(scorer(flags, scheme())().eligibility).toEqual({ status: "eligible", conditions: [] });
  });

  test("a condition keeps its clause, its title and what was read", () => {
    expect(score({ facts: { registered: true } }).eligibility.conditions[0]).toEqual({
      id: "E1",
      title: "依法注册",
      status: "satisfied",
      clause: "五（一）",
      asks: { kind: "fact", fact: "registered", tests: [{ op: "is", value: true }] },
      because: [{ read: "registered", value: true, state: "given", test: { is: true }, result: "true" }],
    });
  });

  test("it does not touch the score", () => {
    expect(score({ facts: { registered: false, flag: true } }).score.exact).toBe("100");
  });
});

describe("a condition that may itself not apply", () => {
  const asked = (facts: Data): string =>
    conditionScorer(is("licensed"), FACTS, { applies_when: is("exporter") })({ facts }).status;

  test.each([
    // exporter, licensed
    [true, true, "satisfied"],
    [true, false, "failed"],
    [true, undefined, "unknown"],
    [false, true, "not-applicable"],
    [false, false, "not-applicable"],
    [false, undefined, "not-applicable"],
    [undefined, true, "satisfied"], // whether it applies or not
    [undefined, false, "unknown"],
    [undefined, undefined, "unknown"],
  ])("applies %s, holds %s: %s", (exporter, licensed, expected) => {
    expect(asked({ ...(exporter !== undefined && { exporter }), ...(licensed !== undefined && { licensed }) })).toBe(
      expected,
    );
  });

  test("not applying counts as satisfied", () => {
    const score = scorer(
      flags,
      scheme({
        facts: FACTS,
        eligibility: [{ id: "E", title: "E", applies_when: is("exporter"), require: is("licensed") }],
      }),
    );
    expect(score({ facts: { exporter: false, licensed: false } }).eligibility.status).toBe("eligible");
  });
});

describe("a preference", () => {
  test.each([
    [{ outstanding: true }, "satisfied"],
    [{ outstanding: false }, "failed"],
    [{}, "unknown"],
  ])("%j is reported as %s, and changes nothing else", (facts, status) => {
    const score = scorer(
      flags,
      scheme({
        facts: { outstanding: { type: "boolean" } },
        preferences: [{ id: "P7", title: "案例亮点突出", clause: "五（七）", when: is("outstanding") }],
      }),
    );
    const { preferences, eligibility, decision } = score({ facts: { ...facts, flag: true } });
    expect(preferences).toMatchObject([{ id: "P7", title: "案例亮点突出", status, clause: "五（七）" }]);
    expect([eligibility.status, decision.outcome]).toEqual(["eligible", "pass"]);
  });
});

describe("an answer below a `not`", () => {
  const condition = conditionScorer({ not: { any: [is("exporter"), { not: is("licensed") }] } }, FACTS);

  test("is written down as it bears on the whole, and as often turned round as there are `not`s above it", () => {
    const { status, because } = condition({ facts: { exporter: true, licensed: true } });
    expect(status).toBe("failed");
    expect(because.map(({ read, test: asked, result }) => [read, asked, result])).toEqual([
      ["exporter", { not: { is: true } }, "false"],
      ["licensed", { is: true }, "true"],
    ]);
  });
});
