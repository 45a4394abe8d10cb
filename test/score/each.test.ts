/** Groups that are scored once for each instance of a list: combined by shares, weighed by facts, open while the list is. */
import { describe, expect, test } from "vitest";
import { brokenPoints, brokenShares, brokenSums } from "../helpers/laws.js";
import { type Data, codes, node, nodeAt, out, scheme, scorer, sheet, standing } from "../helpers/build/rubric.js";
import type { Assessment } from "../../src/model/assessment.js";

const perProject = (declaration: Data): Data => ({ each: "projects", ...declaration });

const FACTS: Data = {
  area: perProject({ type: "decimal", range: { above: 0 } }),
  passed: perProject({ type: "decimal", range: { at_least: 0, at_most: 30 } }),
  safe: perProject({ type: "boolean" }),
  licence: { type: "boolean" },
};

const checked = (id = "B1"): Data =>
  node(id, 30, {
    scoring: {
      rule: "linear",
      fact: "passed",
      knots: [
        { at: 0, points: 0 },
        { at: 30, points: 30 },
      ],
      beyond: "clip",
    },
  });
const flag = (id: string, points: number, fact: string, parts: Data = {}): Data =>
  node(id, points, { scoring: { rule: "flag", fact }, ...parts });

/** 60 points for the enterprise, 40 for its projects. */
const projects = (parts: Data, indicators: readonly Data[] = [checked(), flag("B2", 10, "safe")]): Data =>
  sheet({
    renormalise: true,
    instances: { projects: { title: "在建项目" } },
    facts: FACTS,
    indicators: [flag("A", 60, "licence"), node("B", 40, { each: "projects", combine: "mean", ...parts, indicators })],
  });

const unused = (...ids: readonly string[]): Data =>
  Object.fromEntries(Object.entries(FACTS).filter(([id]) => !ids.includes(id)));

const mean = scorer({ ...projects({}), facts: unused("area") }, scheme());
const weighted = scorer(projects({ combine: "weighted_mean", weight_by: "area" }), scheme());

const given = (facts: Data, ...entries: readonly Data[]): Data => ({ facts, instances: { projects: entries } });
const one = (id: string, facts: Data, parts: Data = {}): Data => ({ id, facts, ...parts });

function lawful(assessment: Assessment): Assessment {
  expect([...brokenSums(assessment), ...brokenShares(assessment), ...brokenPoints(assessment)]).toEqual([]);
  return assessment;
}

describe("combined", () => {
  const two = given(
    { licence: true },
    one("p1", { area: 300, passed: 30, safe: true }),
    one("p2", { area: 100, passed: 12, safe: false }),
  );

  test("the mean of the shares, times the points of the group", () => {
    const assessment = lawful(
      mean(given({ licence: true }, one("p1", { passed: 30, safe: true }), one("p2", { passed: 12, safe: false }))),
    );
    expect(standing(nodeAt(assessment, "B[p1]"))).toBe("scored 40");
    expect(standing(nodeAt(assessment, "B[p2]"))).toBe("scored 12");
    expect(standing(nodeAt(assessment, "B"))).toBe("scored 26");
    expect(assessment.score.exact).toBe("86");
  });

  test("weighted by a number of each instance", () => {
    const assessment = lawful(weighted(two));
    // (1 × 300 + 0.3 × 100) ÷ 400 = 0.825
    expect(standing(nodeAt(assessment, "B"))).toBe("scored 33");
    expect(nodeAt(assessment, "B[p1]")).toMatchObject({ factor: "0.75", contribution: "30", weight: "300" });
    expect(nodeAt(assessment, "B[p2]")).toMatchObject({ factor: "0.25", contribution: "3", weight: "100" });
    expect(nodeAt(assessment, "B2[p1]")).toMatchObject({ factor: "0.75", contribution: "7.5" });
    expect(nodeAt(assessment, "B").steps.map(({ op, in: input, out: result }) => [op, input, result])).toEqual([
      ["share", ["40", "40"], "1"],
      ["share", ["12", "40"], "0.3"],
      ["weighted_mean", ["1", "0.3"], "0.825"],
      ["scale", ["0.825", "40"], "33"],
    ]);
  });

  test.each([
    ["min", "12", "B[p2]"],
    ["max", "40", "B[p1]"],
  ])("%s takes one of them, and only that one counts", (combine, points, counts) => {
    const least = scorer({ ...projects({ combine }), facts: unused("area") }, scheme());
    const assessment = lawful(
      least(given({ licence: true }, one("p1", { passed: 30, safe: true }), one("p2", { passed: 12, safe: false }))),
    );
    expect(standing(nodeAt(assessment, "B"))).toBe(`scored ${points}`);
    for (const id of ["B[p1]", "B[p2]"]) expect(nodeAt(assessment, id).contribution).toBe(id === counts ? points : "0");
  });

  test("one instance is worth what it is worth by itself", () => {
    expect(standing(nodeAt(mean(given({}, one("only", { passed: 15, safe: true }))), "B"))).toBe("scored 25");
  });

  describe("with a coefficient", () => {
    const byGrade = (fact: string): Data => ({ coefficient: { fact, values: { true: 0.5, false: 1 } } });
    const score = (group: Data, flagged: Data, deeper: Data = {}): ReturnType<typeof scorer> =>
      scorer(
        {
          ...projects(group, [
            node("B1", 30, { ...deeper, indicators: [checked("B1.1")] }),
            flag("B2", 10, "safe", flagged),
          ]),
          facts: { ...unused("area"), late: perProject({ type: "boolean" }), small: { type: "boolean" } },
        },
        scheme(),
      );
    const two = [one("p1", { passed: 30, safe: true, late: true }), one("p2", { passed: 12, safe: true, late: false })];

    test("on the group it multiplies what the instances make together, by a fact of the enterprise", () => {
      const assessment = lawful(
        score(byGrade("small"), byGrade("late"))(given({ licence: true, small: true }, ...two)),
      );
      expect(standing(nodeAt(assessment, "B[p1]"))).toBe("scored 35"); // 30 + 10 × 0.5
      expect(standing(nodeAt(assessment, "B[p2]"))).toBe("scored 22"); // 12 + 10
      const group = nodeAt(assessment, "B");
      expect(standing(group)).toBe("scored 14.25"); // (35 + 22) ÷ 2 × 0.5
      expect(group.adjustments).toEqual([
        { cause: "coefficient", by: "-14.25", contribution: "-14.25", because: { in: "28.5", out: "14.25" } },
      ]);
      expect(group.read).toMatchObject([{ fact: "small", value: true }]);
      expect(group.steps.at(-1)).toEqual({
        op: "coefficient",
        in: ["28.5", "0.5"],
        out: "14.25",
        note: { fact: "small" },
      });
    });

    test("inside it is each instance's own, on groups as well, and open where its fact is", () => {
      const own = score({}, byGrade("small"), byGrade("late"));
      const assessment = lawful(own(given({ licence: true, small: false }, ...two)));
      expect(standing(nodeAt(assessment, "B1[p1]"))).toBe("scored 15"); // 30 × 0.5
      expect(standing(nodeAt(assessment, "B1[p2]"))).toBe("scored 12");
      expect(standing(nodeAt(assessment, "B"))).toBe("scored 23.5"); // (15 + 10 + 12 + 10) ÷ 2
      const open = own(given({ licence: true, small: false }, one("p1", { passed: 30, safe: true }), two[1]!));
      expect(standing(nodeAt(open, "B1[p1]"))).toBe("unknown 15 to 30 tight");
      expect(standing(nodeAt(open, "B"))).toBe("unknown 23.5 to 31 tight"); // (15 or 30, + 10 + 22) ÷ 2
    });

    test("of the enterprise it is read for every instance, and opens all of them together", () => {
      const assessment = score({}, byGrade("small"), byGrade("late"))(given({ licence: true }, ...two));
      expect(standing(nodeAt(assessment, "B2[p1]"))).toBe("unknown 5 to 10 tight");
      expect(standing(nodeAt(assessment, "B"))).toBe("unknown 18.5 to 23.5");
    });

    test("of a list that is not there it multiplies whatever may come", () => {
      const assessment = score(byGrade("small"), byGrade("late"))({ facts: { licence: true, small: true } });
      expect(standing(nodeAt(assessment, "B"))).toBe("unknown 0 to 20");
    });
  });

  test("what the group says of its value comes after the combining", () => {
    const capped = scorer(
      { ...projects({ cap: 25, round: { places: 0, mode: "down" } }), facts: unused("area") },
      scheme(),
    );
    const over = lawful(
      capped(given({ licence: true }, one("p1", { passed: 30, safe: true }), one("p2", { passed: 12, safe: false }))),
    );
    expect(nodeAt(over, "B")).toMatchObject({
      awarded: { exact: "25" },
      adjustments: [{ cause: "cap", by: "-1", contribution: "-1" }],
    });
    const uneven = lawful(
      capped(given({}, one("p1", { passed: 10, safe: false }), one("p2", { passed: 11, safe: false }))),
    );
    expect(nodeAt(uneven, "B").adjustments.map(({ cause, by }) => [cause, by])).toEqual([["rounding", "-0.5"]]);
  });
});

describe("what does not apply", () => {
  const optional = scorer(
    {
      ...projects({}, [checked(), flag("B2", 10, "safe", { may_be_not_applicable: true })]),
      facts: unused("area"),
    },
    scheme(),
  );

  test("in one instance leaves both sides there, and nowhere else", () => {
    const assessment = lawful(
      optional(
        given(
          { licence: true },
          one("p1", { passed: 15 }, { not_applicable: out("B2") }),
          one("p2", { passed: 15, safe: false }),
        ),
      ),
    );
    // 15 of 30, and 15 of 40.
    expect(standing(nodeAt(assessment, "B[p1]"))).toBe("scored 20");
    expect(standing(nodeAt(assessment, "B[p2]"))).toBe("scored 15");
    expect(standing(nodeAt(assessment, "B"))).toBe("scored 17.5");
    expect(nodeAt(assessment, "B1[p1]").factor).toBe("2/3");
  });

  test("an instance of which nothing applies is not counted", () => {
    const alone = scorer(
      { ...projects({}, [flag("B1", 40, "safe", { may_be_not_applicable: true })]), facts: unused("area", "passed") },
      scheme(),
    );
    const assessment = lawful(
      alone(given({ licence: true }, one("p1", {}, { not_applicable: out("B1") }), one("p2", { safe: true }))),
    );
    expect([standing(nodeAt(assessment, "B[p1]")), standing(nodeAt(assessment, "B"))]).toEqual([
      "not-applicable",
      "scored 40",
    ]);
  });

  test("without any instance the group does not apply, and the sheet divides by the rest", () => {
    const assessment = lawful(mean(given({ licence: true })));
    expect(standing(nodeAt(assessment, "B"))).toBe("not-applicable");
    expect(assessment.score.exact).toBe("100");
  });

  test.each([
    ["full", "40", "100"],
    ["zero", "0", "60"],
  ])("unless it says %s: then it stays in with %s points", (policy, points, score) => {
    const stays = scorer({ ...projects({ if_not_applicable: policy }), facts: unused("area") }, scheme());
    const assessment = lawful(stays(given({ licence: true })));
    expect([standing(nodeAt(assessment, "B")), assessment.score.exact]).toEqual([`scored ${points}`, score]);
  });

  test("below a group that does not apply, no instance does", () => {
    const conditional = scorer(
      { ...projects({ applies_when: { fact: "licence", is: true } }), facts: unused("area") },
      scheme(),
    );
    const assessment = lawful(conditional(given({ licence: false }, one("p1", { passed: 15, safe: true }))));
    for (const id of ["B", "B[p1]", "B1[p1]"]) expect(standing(nodeAt(assessment, id))).toBe("not-applicable");
  });
});

describe("bounds", () => {
  test("of a list that is not there: whatever one instance can be, or none at all", () => {
    const { score, ...rest } = mean({ facts: { licence: true } });
    const assessment = { score, ...rest };
    expect(nodeAt(assessment, "B")).toMatchObject({
      status: "unknown",
      available: null,
      bounds: { least: "0", most: "40", tight: false },
      children: [],
    });
    expect([score.status, score.bounds.least, score.bounds.most]).toEqual(["open", "60", "100"]);
  });

  test("of a list that a closed sheet does not give: the same, for nothing says what it is then worth", () => {
    const assessment = mean({ closed: true, facts: { licence: true } });
    expect(nodeAt(assessment, "B").each).toMatchObject({ state: "missing" });
    expect(standing(nodeAt(assessment, "B"))).toBe("unknown 0 to 40");
  });

  test("of open facts of one instance move the mean by its share", () => {
    const assessment = mean(
      given({ licence: true }, one("p1", { passed: 30, safe: true }), one("p2", { safe: false })),
    );
    expect(standing(nodeAt(assessment, "B"))).toBe("unknown 20 to 35 tight");
    expect(standing(nodeAt(assessment, "B1[p2]"))).toBe("unknown 0 to 30 tight");
    expect(assessment.score.bounds).toEqual({ least: "80", most: "95", tight: true });
  });

  test("of a fact that all instances share are not promised to be reached", () => {
    const shared = scorer(
      { ...projects({}, [flag("B1", 10, "licence"), flag("B2", 30, "safe")]), facts: unused("area", "passed") },
      scheme(),
    );
    const assessment = shared(given({}, one("p1", { safe: true }), one("p2", { safe: true })));
    expect(standing(nodeAt(assessment, "B"))).toBe("unknown 30 to 40");
  });

  test("while a weight is open: somewhere among the shares", () => {
    const assessment = weighted(
      given(
        { licence: true },
        one("p1", { area: 300, passed: 30, safe: true }),
        one("p2", { passed: 12, safe: false }),
      ),
    );
    expect(standing(nodeAt(assessment, "B"))).toBe("unknown 12 to 40");
    expect(standing(nodeAt(assessment, "B[p1]"))).toBe("scored 40");
    expect(nodeAt(assessment, "B[p1]").contribution).toBe(null);
  });

  test("a weight of 0 is refused where it stands, and leaves the group open", () => {
    const assessment = weighted(
      given({}, one("p1", { area: 0, passed: 30, safe: true }), one("p2", { area: 5, passed: 12, safe: false })),
    );
    expect(codes(assessment)).toEqual(["fact-out-of-range /instances/projects/0/facts/area"]);
    expect(standing(nodeAt(assessment, "B"))).toBe("invalid 12 to 40");
  });
});

describe("what an instance knows", () => {
  const derived = scorer(
    sheet({
      renormalise: true,
      instances: { projects: { title: "在建项目" } },
      facts: {
        inside: perProject({ type: "decimal", range: { at_least: 0 } }),
        outside: perProject({ type: "decimal", range: { at_least: 0 } }),
        area: perProject({ type: "decimal", range: { above: 0 }, derive: { sum: ["inside", "outside"] } }),
        staff: { type: "integer", range: { at_least: 0 } },
        each_has: perProject({ type: "decimal", derive: { ratio: { numerator: "staff", denominator: "area" } } }),
      },
      indicators: [
        node("A", 50, { scoring: { rule: "flag", fact: { type: "boolean" } } }),
        node("B", 50, {
          each: "projects",
          combine: "weighted_mean",
          weight_by: "area",
          indicators: [
            node("B1", 50, {
              scoring: {
                rule: "tiers",
                fact: "each_has",
                tiers: [
                  { at_least: 1, points: 50 },
                  { below: 1, points: 10 },
                ],
              },
            }),
          ],
        }),
      ],
    }),
    scheme(),
  );

  test("are facts derived from its own and from those of the enterprise", () => {
    const assessment = lawful(
      derived(
        given({ A: true, staff: 10 }, one("p1", { inside: 4, outside: 6 }), one("p2", { inside: 20, outside: 10 })),
      ),
    );
    expect(nodeAt(assessment, "B1[p1]").read[0]?.value).toBe("1");
    expect(nodeAt(assessment, "B1[p2]").read[0]?.value).toBe("1/3");
    // (1 × 10 + 0.2 × 30) ÷ 40 = 0.4
    expect(standing(nodeAt(assessment, "B"))).toBe("scored 20");
    expect(assessment.instances).toMatchObject([
      {
        list: "projects",
        title: "在建项目",
        state: "given",
        declared: [{ id: "area" }, { id: "each_has" }, { id: "inside" }, { id: "outside" }],
        entries: [
          { id: "p1", facts: [{ read: { fact: "area", value: "10" } }, {}, {}, {}] },
          { id: "p2", facts: [{ read: { fact: "area", value: "30" } }, {}, {}, {}] },
        ],
      },
    ]);
    expect(assessment.facts.map(({ declared }) => declared.id)).toEqual(["A", "staff"]);
  });

  test("is what an assessor says of it", () => {
    const judged = scorer(
      {
        ...projects({}, [
          node("B1", 40, { scoring: { rule: "judged", range: { at_least: 0, at_most: 40 }, step: 1 } }),
        ]),
        facts: { licence: { type: "boolean" } },
      },
      scheme(),
    );
    const says = (points: number): Data => ({ judgements: { B1: { points, by: "甲", reason: "查看现场" } } });
    const assessment = lawful(judged(given({ licence: true }, one("p1", {}, says(40)), one("p2", {}, says(10)))));
    expect(standing(nodeAt(assessment, "B"))).toBe("scored 25");
    const open = judged(given({ licence: true }, one("p1", {}, says(40)), one("p2", {})));
    expect(standing(nodeAt(open, "B"))).toBe("unknown 20 to 40 tight");
    const wrong = judged({
      ...given({ licence: true }, one("p1", {}, says(41))),
      judgements: { B1: { points: 3, by: "甲", reason: "查看现场" } },
    });
    expect(codes(wrong)).toEqual([
      "judgement-out-of-range /instances/projects/0/judgements/B1/points",
      "belongs-to-instances /judgements/B1",
    ]);
  });

  test("in a closed sheet is final: what is not given is missing", () => {
    const assessment = mean({ closed: true, ...given({ licence: true }, one("p1", { passed: 30 })) });
    expect(nodeAt(assessment, "B2[p1]").read[0]?.state).toBe("missing");
  });
});

describe("findings", () => {
  test("stand at the entry they are about", () => {
    const assessment = mean(
      given(
        { licence: true, safe: true },
        one("p1", { passed: 31, safe: "ja", licence: true, unheard: 1 }, { not_applicable: out("B1", "A", "Z") }),
      ),
    );
    expect(codes(assessment)).toEqual([
      "belongs-to-instances /facts/safe",
      "not-of-instances /instances/projects/0/facts/licence",
      "fact-out-of-range /instances/projects/0/facts/passed",
      "fact-wrong-type /instances/projects/0/facts/safe",
      "fact-undeclared /instances/projects/0/facts/unheard",
      "not-of-instances /instances/projects/0/not_applicable/A",
      "not-applicable-refused /instances/projects/0/not_applicable/B1",
      "not-applicable-unknown /instances/projects/0/not_applicable/Z",
    ]);
  });

  test("a list that no sheet asks for", () => {
    const assessment = mean({ ...given({ licence: true }), instances: { projects: [], contracts: [] } });
    expect(codes(assessment)).toEqual(["instances-unknown /instances/contracts"]);
  });

  test.each([
    ["twice the same id", [{ id: "p1" }, { id: "p1" }], "duplicate-id /instances/projects/1/id"],
    ["an entry without id", [{ facts: {} }], "missing-key /instances/projects/0"],
    ["no list", "p1", "not-a-list /instances/projects"],
    [
      "more than a thousand",
      Array.from({ length: 1001 }, (_, i) => ({ id: `p${i}` })),
      "too-many-instances /instances/projects",
    ],
  ])("%s makes the list invalid, and the group open", (_, entries, found) => {
    const assessment = mean({ facts: { licence: true }, instances: { projects: entries } });
    expect(codes(assessment)).toEqual([found]);
    expect(standing(nodeAt(assessment, "B"))).toBe("invalid 0 to 40");
  });

  test("a derived fact that comes to nothing usable says so once, in its entry", () => {
    const ranged = scorer(
      {
        ...projects({ combine: "weighted_mean", weight_by: "total" }, [flag("B1", 40, "safe")]),
        facts: {
          ...unused("area", "passed"),
          part: perProject({ type: "decimal", range: { at_least: 0 } }),
          total: perProject({ type: "decimal", range: { above: 0 }, derive: { sum: ["part"] } }),
        },
      },
      scheme(),
    );
    const assessment = ranged(
      given({ licence: true }, one("p1", { part: 0, safe: true }), one("p2", { part: 2, safe: false })),
    );
    expect(codes(assessment)).toEqual(["derived-out-of-range /instances/projects/0/facts/total"]);
  });
});

describe("one list for several groups and sheets", () => {
  const group = (id: string, fact: string): Data =>
    node(id, 50, { each: "projects", combine: "mean", indicators: [flag(`${id}1`, 50, fact)] });
  const half = (id: string, fact: string): Data =>
    sheet({
      id,
      renormalise: "none",
      instances: { projects: { title: "在建项目" } },
      facts: { [fact]: perProject({ type: "boolean" }), shared: perProject({ type: "boolean" }) },
      indicators: [
        group("B", fact),
        node("C", 50, {
          each: "projects",
          combine: "min",
          if_not_applicable: "zero",
          indicators: [flag("C1", 50, "shared")],
        }),
      ],
    });
  const both = scorer(
    half("sheet", "safe"),
    half("other", "clean"),
    scheme({
      blend: [
        { id: "base", sheet: "sheet", weight: 0.5 },
        { id: "sector", sheet: "other", weight: 0.5 },
      ],
    }),
  );

  test("its entries are read once", () => {
    const assessment = lawful(
      both(
        given(
          {},
          one("p1", { safe: true, clean: false, shared: true }),
          one("p2", { safe: true, clean: true, shared: "x" }),
        ),
      ),
    );
    expect(codes(assessment)).toEqual(["fact-wrong-type /instances/projects/1/facts/shared"]);
    expect(assessment.instances?.map(({ declared }) => declared.map(({ id }) => id))).toEqual([
      ["safe", "shared", "clean"],
    ]);
    const [base, sector] = assessment.components.map(({ root }) => root!.children![0]!);
    expect([base!.awarded?.exact, sector!.awarded?.exact]).toEqual(["50", "25"]);
    // The same open fact in both sheets: what it does to the one it does to the other.
    expect(assessment.score.bounds).toEqual({ least: "37.5", most: "87.5", tight: false });
  });
});

test("a thousand instances, the most there can be", () => {
  const entries = Array.from({ length: 1000 }, (_, i) =>
    one(`p${i}`, { area: i + 1, passed: i % 31, safe: i % 2 === 0 }),
  );
  const assessment = weighted(given({ licence: true }, ...entries));
  expect(nodeAt(assessment, "B").children).toHaveLength(1000);
  expect(brokenSums(assessment)).toEqual([]);
  expect(codes(assessment)).toEqual([]);
});
