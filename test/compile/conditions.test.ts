import { describe, expect, test } from "vitest";
import {
  type Data,
  codes,
  conditionScorer,
  decimal,
  integer,
  node,
  scheme,
  scorer,
  sheet,
} from "../helpers/build/rubric.js";

const FACTS = {
  registered: { type: "boolean" },
  domicile: { type: "choice", options: ["北京市", "河北省"] },
  honours: { type: "choices", options: ["national", "city"] },
  staff: integer(),
  rate: decimal(),
  since: { type: "date" },
  name: { type: "text" },
  code: { type: "credit-code" },
};

const asked = (condition: Data, facts: Data): string => {
  const { status } = conditionScorer(condition, FACTS)({ facts });
  return { satisfied: "true", failed: "false", unknown: "unknown", "not-applicable": "?" }[status];
};

describe("a test of a fact that is given", () => {
  test.each([
    [{ fact: "registered", is: true }, { registered: true }, "true"],
    [{ fact: "registered", is: true }, { registered: false }, "false"],
    [{ fact: "domicile", is: "北京市" }, { domicile: "河北省" }, "false"],
    [{ fact: "domicile", in: ["北京市", "河北省"] }, { domicile: "河北省" }, "true"],
    [{ fact: "honours", in: ["national"] }, { honours: ["city", "national"] }, "true"], // holds at least one of them
    [{ fact: "honours", in: ["national"] }, { honours: ["city"] }, "false"],
    [{ fact: "honours", in: ["national", "city"] }, { honours: [] }, "false"],
    [{ fact: "staff", is: 5 }, { staff: "5.0" }, "true"], // numbers as numbers
    [{ fact: "rate", is: "0.10" }, { rate: "0.1" }, "true"],
    [{ fact: "rate", in: [1, "2.50"] }, { rate: "2.5" }, "true"],
    [{ fact: "rate", at_least: 80 }, { rate: "79.996" }, "false"], // 79.996 is not 80
    [{ fact: "rate", at_least: 80 }, { rate: 80 }, "true"], // 以上 includes the number
    [{ fact: "rate", above: 80 }, { rate: 80 }, "false"], // 超过 does not
    [{ fact: "rate", at_most: 80 }, { rate: 80 }, "true"],
    [{ fact: "rate", below: 80 }, { rate: 80 }, "false"],
    [{ fact: "rate", at_least: 70, below: 80 }, { rate: 75 }, "true"], // several tests must all hold
    [{ fact: "rate", at_least: 70, below: 80 }, { rate: 80 }, "false"],
    [{ fact: "since", on_or_before: "2020-11-10" }, { since: "2020-11-10" }, "true"],
    [{ fact: "since", on_or_after: "2020-11-10" }, { since: "2020-11-09" }, "false"],
    [{ fact: "since", is: "2020-11-10" }, { since: "2020-11-10" }, "true"],
    [{ fact: "since", full_years: { at_least: 3 } }, { since: "2020-11-10" }, "true"], // 三年（含）以上, on the day
    [{ fact: "since", full_years: { at_least: 3 } }, { since: "2020-11-11" }, "false"],
    [{ fact: "since", full_years: { above: 2, at_most: 4 } }, { since: "2019-11-10" }, "true"],
    [{ fact: "name", is: "甲公司" }, { name: "甲公司" }, "true"],
    [{ fact: "name", in: ["1e3"] }, { name: "1e3" }, "true"], // text is the source as written
    [{ fact: "name", is: "1000" }, { name: "1e3" }, "false"],
    [{ fact: "code", is: "91110105100E001001" }, { code: "91110105100E001001" }, "true"],
  ])("%j of %j is %s", (condition, facts, result) => {
    expect(asked(condition, facts)).toBe(result);
  });

  test("anything asked of an unknown, missing or invalid fact is unknown", () => {
    for (const facts of [{}, { rate: { missing: true } }, { rate: "x" }]) {
      expect(asked({ fact: "rate", at_least: 80 }, facts)).toBe("unknown");
      expect(asked({ not: { fact: "rate", at_least: 80 } }, facts)).toBe("unknown");
    }
  });

  test("a range that settles the answer does not: it is unknown all the same", () => {
    const percent = { rate: decimal({ at_least: 0, at_most: 100 }) };
    expect(conditionScorer({ fact: "rate", at_least: 0 }, percent)().status).toBe("unknown");
  });

  test("missing is true when missing, false when given, unknown otherwise", () => {
    const missing = { fact: "rate", missing: true };
    expect(asked(missing, { rate: { missing: true } })).toBe("true");
    expect(asked(missing, { rate: 0 })).toBe("false");
    expect(asked(missing, {})).toBe("unknown");
    expect(asked(missing, { rate: "x" })).toBe("unknown");
    expect(conditionScorer(missing, FACTS)({ closed: true }).status).toBe("satisfied"); // omitted from a closed sheet
  });

  test("years since a day that has not come are unknown, with a finding", () => {
    const condition = { fact: "since", full_years: { at_least: 3 } };
    expect(asked(condition, { since: "2023-11-11" })).toBe("unknown");
    const score = scorer(
      sheet({ indicators: [node("flag", 100, { scoring: { rule: "flag", fact: { type: "boolean" } } })] }),
      scheme({ facts: FACTS, eligibility: [{ id: "E1", title: "E1", require: condition }] }),
    );
    expect(codes(score({ facts: { since: "2023-11-11" } }))).toEqual(["date-after-as-of /facts/since"]);
    expect(codes(score({ facts: { since: "2023-11-10" } }))).toEqual([]);
  });
});

describe("conditions joined", () => {
  const [yes, no, open] = [
    { fact: "registered", is: true },
    { fact: "registered", is: false },
    { fact: "rate", at_least: 80 },
  ];
  const facts = { registered: true };

  test.each([
    [{ all: [yes, open] }, "unknown"],
    [{ all: [no, open] }, "false"],
    [{ any: [yes, open] }, "true"],
    [{ any: [no, open] }, "unknown"],
    [{ not: { all: [yes, open] } }, "unknown"],
    [{ not: { any: [no, { not: yes }] } }, "true"],
    [{ at_least_n: { n: 2, of: [yes, no, open] } }, "unknown"],
    [{ at_least_n: { n: 2, of: [yes, no, no, yes] } }, "true"],
    [{ at_least_n: { n: 3, of: [yes, no, open] } }, "false"], // true and unknown together are fewer than three
  ])("%j is %s", (condition, result) => {
    expect(asked(condition, facts)).toBe(result);
  });

  test("every test is reported with what it read, in the order written, whether or not it decided", () => {
    const { because } = conditionScorer(
      { all: [no, open, { fact: "domicile", in: ["北京市"] }] },
      FACTS,
    )({ facts: { registered: true, domicile: "北京市" } });
    expect(because).toEqual([
      { read: "registered", value: true, state: "given", test: { is: false }, result: "false" },
      { read: "rate", value: null, state: "unknown", test: { at_least: "80" }, result: "unknown" },
      { read: "domicile", value: "北京市", state: "given", test: { in: ["北京市"] }, result: "true" },
    ]);
  });
});

describe("counting events", () => {
  const LIST = { breaches: { type: "events", kinds: ["serious", "minor"], fields: { repaired: { type: "boolean" } } } };
  const entry = (date: string, kind: string, repaired = false): Data => ({ date, kind, repaired });
  const serious = (count: Data): Data => ({
    fact: "breaches",
    within: { last: { years: 3 }, first_day: "out" },
    where: {
      all: [
        { field: "kind", is: "serious" },
        { field: "repaired", is: false },
      ],
    },
    count,
  });
  const status = (count: Data, breaches: readonly unknown[]): string =>
    conditionScorer(serious(count), LIST)({ facts: { breaches } }).status;

  test.each([
    [[], "satisfied"],
    [[entry("2023-01-01", "minor")], "satisfied"],
    [[entry("2023-01-01", "serious", true)], "satisfied"],
    [[entry("2020-11-10", "serious")], "satisfied"], // three years ago to the day: out
    [[entry("2020-11-11", "serious")], "failed"],
    [[entry("2023-11-11", "serious")], "satisfied"], // after the as-of date
  ])("none of %j: %s", (breaches, expected) => {
    expect(status({ at_most: 0 }, breaches)).toBe(expected);
  });

  test("an entry that cannot be read counts once or not at all", () => {
    const broken = { date: "2023-01-01", kind: "serious" };
    const sure = entry("2023-01-01", "serious");
    expect(status({ at_most: 0 }, [broken])).toBe("unknown"); // 0 or 1
    expect(status({ at_most: 1 }, [broken])).toBe("satisfied");
    expect(status({ at_most: 0 }, [broken, sure])).toBe("failed"); // 1 or 2
    expect(status({ is: 2 }, [broken, sure])).toBe("unknown");
    expect(status({ is: 3 }, [broken, sure])).toBe("failed");
    expect(status({ at_least: 1 }, [broken, sure])).toBe("satisfied");
    expect(status({ above: 1 }, [broken, sure])).toBe("unknown");
  });

  test("no list, no answer", () => {
    expect(conditionScorer(serious({ at_least: 0 }), LIST)().status).toBe("unknown");
    expect(conditionScorer(serious({ at_most: 0 }), LIST)({ closed: true }).status).toBe("unknown");
  });

  test("what was counted is reported", () => {
    const { because } = conditionScorer(
      serious({ at_most: 0 }),
      LIST,
    )({ facts: { breaches: [entry("2023-01-01", "serious"), entry("2023-01-01", "minor")] } });
    expect(because).toMatchObject([
      { read: "breaches", value: 2, state: "given", test: { count: { at_most: "0" }, counted: 1 }, result: "false" },
    ]);
  });
});
