import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFactSheet, renderJson, renderText, score } from "../../src/index.js";
import { codes, compiled, decimal, node, nodeAt, scheme, scorer, sheet } from "../helpers/build/rubric.js";

const FLAG = { scoring: { rule: "flag", fact: { type: "boolean" } } };
const rubrics = [
  sheet({ indicators: [node("a", 60, FLAG), node("b", 40, FLAG)] }),
  scheme({
    facts: { rate: decimal({ at_least: 0 }), since: { type: "date" } },
    roles: ["self", "audited"],
    effective: { from: "2023-10-18", until: "2023-12-31" },
    materials: [
      { id: "M1", title: "申报书", required: true },
      { id: "M2", title: "佐证", required: false },
      { id: "M4", title: "征信报告", required: true },
    ],
    eligibility: [
      {
        id: "E",
        title: "E",
        require: {
          all: [
            { fact: "rate", at_least: 1 },
            { fact: "since", full_years: { at_least: 3 } },
          ],
        },
      },
    ],
  }),
];
const assess = scorer(...rubrics);
const clean = { facts: { a: true, b: true, rate: 5, since: "2010-01-01" } };

describe("findings of an assessment", () => {
  test("a clean fact sheet has none", () => {
    expect(assess(clean).findings).toEqual([]);
  });

  test("are all there, sorted by path and then code", () => {
    const assessment = assess({
      role: "boss",
      as_of: "2024-01-01",
      sheets: { other: "sheet" },
      facts: { zzz: 1, rate: "-1", b: "x", a: true, since: "2023-02-30" },
      judgements: { a: { points: 1, by: "x", reason: "y" } },
      not_applicable: { b: { by: "x", reason: "y" } },
      materials: { M9: ["doc"] },
    });
    expect(codes(assessment)).toEqual([
      "out-of-force /as_of",
      "fact-wrong-type /facts/b",
      "fact-out-of-range /facts/rate",
      "fact-not-a-date /facts/since",
      "fact-undeclared /facts/zzz",
      "judgement-unknown /judgements/a",
      "material-unknown /materials/M9",
      "not-applicable-refused /not_applicable/b",
      "role-unknown /role",
      "component-unknown /sheets/other",
    ]);
  });

  test("say the same in both languages, and name no file or line", () => {
    const { findings } = assess({ facts: { ...clean.facts, rate: "-1" } });
    expect(findings).toEqual([
      {
        code: "fact-out-of-range",
        severity: "error",
        message: { zh: "`-1` 超出允许的范围 [0, +∞)", en: "`-1` lies outside the declared range [0, +∞)" },
        path: "/facts/rate",
        subject: { kind: "fact", id: "rate" },
        data: { got: "-1", range: "[0, +∞)" },
      },
    ]);
  });

  test("a misspelt fact is named with what is near", () => {
    const { findings } = assess({ facts: { ...clean.facts, rat: 5 } });
    expect(findings[0]).toMatchObject({ code: "fact-undeclared", path: "/facts/rat", data: { nearest: ["rate"] } });
  });

  test("a fact sheet for another scheme, or another version of it, is scored and says so", () => {
    const program = compiled(...rubrics);
    const of = (name: string) =>
      score(program, readFactSheet({ kind: "facts", scheme: name, as_of: "2023-11-10", ...clean }));
    expect(codes(of("scheme"))).toEqual([]);
    expect(codes(of("scheme@1"))).toEqual([]);
    expect(codes(of("scheme@2"))).toEqual(["scheme-differs /scheme"]);
    expect(codes(of("other"))).toEqual(["scheme-differs /scheme"]);
    expect(of("other").score.exact).toBe("100");
  });
});

describe("more findings than help anybody", () => {
  const many = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`x${i}`, i]));
  const { findings } = scorer(
    sheet({
      indicators: [node("a", 100, { scoring: { rule: "flag", fact: { type: "boolean", evidence: "required" } } })],
    }),
    scheme(),
  )({
    facts: { a: true, ...many },
  });

  test("a hundred are told, the gravest, one of them how many are left out", () => {
    expect(findings).toHaveLength(100);
    // 150 facts that nobody declared, and a remark about evidence: 151 − 99
    expect(findings.filter(({ code }) => code === "findings-left-out")).toMatchObject([
      { severity: "error", data: { count: 52 } },
    ]);
    expect(findings.filter(({ code }) => code === "fact-undeclared")).toHaveLength(99);
  });

  test("are sorted like any others, and have no other keys", () => {
    const places = findings.map(({ path, code }) => `${path}\n${code}`);
    expect(places).toEqual([...places].sort());
    expect(findings.flatMap((finding) => Object.keys(finding))).not.toContain("hint");
  });
});

describe("a date that has not come", () => {
  const since = { since: { type: "date" } };
  const counted = sheet({
    id: "counted",
    category: "sector",
    facts: { ...since, years: { type: "integer", range: { at_least: 0 }, derive: { full_years_since: "since" } } },
    indicators: [node("a", 100, { scoring: { rule: "tiers", fact: "years", tiers: [{ at_least: 0, points: 100 }] } })],
  });
  const plain = sheet({ id: "plain", category: "sector", indicators: [node("a", 100, FLAG)] });
  const score = scorer(
    counted,
    plain,
    scheme({
      facts: since,
      blend: [{ id: "sector", one_of: ["sector"], weight: 1 }],
      eligibility: [{ id: "E", title: "E", require: { fact: "since", on_or_after: "2020-01-01" } }],
    }),
  );
  const found = (sector: string): readonly string[] =>
    codes(score({ sheets: { sector }, facts: { since: "2024-01-01", ...(sector === "plain" && { a: true }) } }));

  test("is wrong where years are counted from it, once, and nowhere else", () => {
    expect(found("counted")).toEqual(["date-after-as-of /facts/since"]);
    expect(found("plain")).toEqual([]);
  });
});

describe("the frame of an assessment", () => {
  test("carries who, when and in which role", () => {
    const { subject, asOf, role } = assess({
      ...clean,
      role: "self",
      subject: { id: "91110105100E001001", name: "甲公司" },
    });
    expect({ subject, asOf, role }).toEqual({
      subject: { id: "91110105100E001001", name: "甲公司" },
      asOf: "2023-11-10",
      role: "self",
    });
    expect(assess(clean)).toMatchObject({ subject: { id: null, name: null }, role: null });
  });

  test.each([
    ["2023-10-17", ["out-of-force /as_of"]],
    ["2023-10-18", []],
    ["2023-12-31", []],
    ["2024-01-01", ["out-of-force /as_of"]],
  ])("in force on %s: %j; scored all the same", (as_of, expected) => {
    const assessment = assess({ ...clean, as_of });
    expect(codes(assessment)).toEqual(expected);
    expect(assessment.score.exact).toBe("100");
  });

  test("a sheet has its own days", () => {
    const dated = scorer(sheet({ effective: { until: "2023-11-09" }, indicators: [node("a", 100, FLAG)] }), scheme());
    expect(dated().findings).toMatchObject([
      {
        code: "out-of-force",
        severity: "warning",
        subject: { kind: "rubric", id: "sheet" },
        data: { as_of: "2023-11-10", effective: "… – 2023-11-09" },
      },
    ]);
  });

  test.each([
    [{}, false, ["M1", "M4"]],
    [{ M1: ["doc-1"] }, false, ["M4"]],
    [{ M1: ["doc-1"], M4: [] }, false, ["M4"]], // an empty list is no paper
    [{ M1: ["doc-1"], M4: ["doc-7", "doc-8"] }, true, []],
  ])("materials %j: complete %s, missing %j", (materials, complete, missing) => {
    const result = assess({ ...clean, materials }).materials;
    expect(result).toMatchObject({ complete, missing });
    const papers: Record<string, readonly string[]> = materials;
    expect(result.items).toEqual([
      { id: "M1", title: "申报书", required: true, papers: papers["M1"] ?? [] },
      { id: "M2", title: "佐证", required: false, papers: [] },
      { id: "M4", title: "征信报告", required: true, papers: papers["M4"] ?? [] },
    ]);
  });

  test("drafts mark every assessment built on them, the scheme first", () => {
    const drafted = (sheetStatus: string, schemeStatus: string): readonly string[] =>
      scorer(sheet({ status: sheetStatus, indicators: [node("a", 100, FLAG)] }), scheme({ status: schemeStatus }))()
        .drafted;
    expect(drafted("drafted", "drafted")).toEqual(["scheme", "sheet"]);
    expect(drafted("drafted", "official")).toEqual(["sheet"]);
    expect(drafted("official", "official")).toEqual([]);
  });

  test("a role does not change the score", () => {
    const of = (role: string) => assess({ ...clean, facts: { ...clean.facts, b: false }, role }).score;
    expect(of("self")).toEqual(of("audited"));
  });
});

describe("scoring is total", () => {
  const values: readonly unknown[] = [
    null, 0, -1, "", "x", true, [], {}, [null], [[]], [{}], [{ date: 1 }], [{ date: "2023-01-01", kind: null }], { value: {} },
    { value: [] }, { missing: "x" }, { value: 1, evidence: "x" }, Number.NaN, Infinity, 10n, () => 1, Symbol("x"), new Date(0), new Map(), "\u0000", "\ud800",
  ]; // prettier-ignore
  const every = compiled(
    sheet({
      floor: "none",
      cap: "none",
      facts: {
        n: decimal(),
        d: decimal(),
        ratio: { ...decimal(), derive: { ratio: { numerator: "n", denominator: "d", if_zero: 0 } } },
        since: { type: "date" },
        years: { type: "integer", derive: { full_years_since: "since" } },
      },
      indicators: [
        node("flag", 10, FLAG),
        node("choice", 10, { scoring: { rule: "choice", fact: { type: "choice", options: ["a"] }, points: { a: 1 } } }),
        node("choices", 10, {
          scoring: { rule: "choice", fact: { type: "choices", options: ["a"] }, points: { a: 1 }, pick: "sum" },
        }),
        node("tiers", 10, {
          scoring: {
            rule: "tiers",
            fact: "ratio",
            tiers: [
              { at_least: 0, points: 1 },
              { below: 0, points: 0 },
            ],
          },
        }),
        node("steps", 10, {
          floor: 0,
          cap: "points",
          scoring: { rule: "steps", fact: "years", start: 0, per: 1, points: 1, partial: "floor" },
        }),
        node("events", 10, {
          floor: 0,
          scoring: {
            rule: "events",
            fact: { type: "events", fields: { x: { type: "decimal" } } },
            start: "full",
            points: [{ points: -1 }],
          },
        }),
        node("judged", 40, { scoring: { rule: "judged", range: { at_least: 0, at_most: 40 }, step: 1 } }),
      ],
    }),
    scheme({
      blend: [{ id: "base", sheet: "sheet", weight: 1, outside: "keep" }],
      outcomes: [{ id: "any", otherwise: true }],
      goal: "any",
    }),
  );
  const ids = [
    "flag",
    "choice",
    "choices",
    "n",
    "d",
    "ratio",
    "since",
    "years",
    "events",
    "judged",
    "nobody",
    "__proto__",
    "constructor",
  ];

  test("whatever stands for a fact, there is an assessment, and it is valid JSON", () => {
    for (const id of ids) {
      for (const value of values) {
        const facts = Object.fromEntries([[id, value]]);
        const assessment = score(every, readFactSheet({ kind: "facts", scheme: "scheme", as_of: "2023-11-10", facts }));
        expect(JSON.parse(renderJson(assessment))).toEqual(assessment);
      }
    }
  });

  test("whatever stands for a judgement, a declaration or a paper", () => {
    for (const section of ["judgements", "not_applicable", "materials", "sheets"]) {
      for (const value of values) {
        const read = (): unknown =>
          readFactSheet({ kind: "facts", scheme: "scheme", as_of: "2023-11-10", [section]: { judged: value } });
        const assessment = score(every, read() as ReturnType<typeof readFactSheet>);
        expect(nodeAt(assessment, "judged").awarded).toBeNull();
      }
    }
  });

  test("whatever there is at once", () => {
    const facts = fc.dictionary(fc.constantFrom(...ids), fc.oneof(fc.constantFrom(...values), fc.anything()), {
      maxKeys: 8,
    });
    fc.assert(
      fc.property(facts, fc.boolean(), (facts, closed) => {
        const read = readFactSheet({ kind: "facts", scheme: "scheme", as_of: "2023-11-10", closed, facts });
        const assessment = score(every, read);
        const places = assessment.findings.map(({ path, code }) => `${path}\n${code}`);
        expect(places).toEqual([...places].sort());
        expect(renderText(assessment)).toContain("得分：");
        return renderJson(score(every, read)) === renderJson(assessment);
      }),
      { seed: 90, numRuns: 200 },
    );
  });

  test("a denominator of 0 with a numerator still to come", () => {
    const assessment = score(
      every,
      readFactSheet({ kind: "facts", scheme: "scheme", as_of: "2023-11-10", facts: { d: 0 } }),
    );
    expect(nodeAt(assessment, "tiers").bounds).toMatchObject({ least: "1", most: "1" }); // 0 it is, whatever the numerator
  });
});
