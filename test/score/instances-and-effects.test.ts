/** Instances where several sheets, effects, records and readers meet: each case was wrong once. */
import { describe, expect, test } from "vitest";
import { explain, readFactSheet, recordOf, renderText, replay, score, validateRubric } from "../../src/index.js";
import { coverageOf } from "../../src/analyse/coverage.js";
import { contentDigest } from "../../src/replay/content.js";
import {
  AS_OF,
  type Data,
  codes,
  compiled,
  node,
  out,
  scheme,
  scorer,
  sheet,
  thrown,
} from "../helpers/build/rubric.js";

const marked = (id: string, fact: string, points = 100): Data =>
  node(id, points, {
    scoring: {
      rule: "linear",
      fact,
      knots: [
        { at: 0, points: 0 },
        { at: 30, points },
      ],
      beyond: "clip",
    },
  });
const marks = { type: "decimal", range: { at_least: 0, at_most: 30 }, each: "projects" };
const listing = (facts: Data, indicators: readonly Data[], parts: Data = {}): Data =>
  sheet({ renormalise: true, instances: { projects: { title: "在建项目" } }, facts, indicators, ...parts });
const perProject = (indicators: readonly Data[], parts: Data = {}): Data =>
  node("B", 100, { each: "projects", combine: "mean", indicators, ...parts });
const projects = (...entries: readonly Data[]): Data => ({ instances: { projects: entries } });

/** A group inside the projects, vetoed or reduced by what one of them is. */
const inside = (effects: readonly Data[]): Data =>
  perProject([node("C", 100, { effects, indicators: [marked("B1", "v")] })]);
const VETOED = {
  outcomes: [
    { id: "bad", when: { vetoed: true } },
    { id: "any", otherwise: true },
  ],
  goal: "any",
};

describe("a list that several sheets have", () => {
  const called = (id: string, title: string): Data =>
    listing({ v: marks }, [perProject([marked("B1", "v")])], {
      id,
      category: "c",
      instances: { projects: { title } },
    });
  const either = [
    called("s1", "First"),
    called("s2", "Second"),
    scheme({ blend: [{ id: "base", weight: 1, one_of: ["c"] }] }),
  ];

  test("is called as the sheet calls it that is named, so that its record tells the same", () => {
    const facts = { kind: "facts", scheme: "scheme", as_of: AS_OF, sheets: { base: "s2" } };
    const sheets = readFactSheet({ ...facts, ...projects({ id: "p1", facts: { v: 3 } }) });
    const record = recordOf(compiled(...either), sheets);
    expect(record.assessment.instances?.map(({ title }) => title)).toEqual(["Second"]);
    expect(replay(JSON.parse(JSON.stringify(record))).verdict).toBe("MATCH");
  });

  test("whose ids look like numbers are two lists in the digest of what a rubric says", () => {
    const swapped = (list: string): Data => ({ indicators: [{ id: "B", each: list }] });
    expect(contentDigest(swapped("1") as never)).not.toBe(contentDigest(swapped("1.0") as never));
    const every = (each: string): Data => ({ rule: "checklist", each });
    expect(contentDigest(every("1") as never)).toBe(contentDigest(every("1.0") as never));
  });
});

describe("an effect inside an instance", () => {
  const years = { type: "integer", each: "projects", derive: { full_years_since: "since" } };
  const facts = { since: { type: "date", each: "projects" }, years, v: marks };

  test("is told with what the instance has", () => {
    const effects = [{ when: { fact: "years", at_least: 2 }, then: "veto" }];
    const assess = scorer(listing(facts, [inside(effects)]), scheme(VETOED));
    const assessment = assess(projects({ id: "p1", facts: { v: 3, since: "2020-01-01" } }));
    const { reasons } = explain(assessment, { lang: "en" });
    expect(reasons.find(({ code }) => code === "vetoed")?.text).toContain("from since: 2020-01-01");
  });

  test("that may veto bears on the outcomes that ask for vetoes", () => {
    const effects = [{ when: { fact: "f", is: true }, then: "veto" }];
    const open = { f: { type: "boolean", each: "projects" }, v: marks };
    const assess = scorer(listing(open, [inside(effects)]), scheme(VETOED));
    const text = renderText(explain(assess(projects({ id: "p1", facts: { v: 3 } })), { lang: "en" }));
    expect(text).toContain("bears on outcome bad");
    expect(text).not.toContain("in any case");
  });

  test("is one thing to try, however many instances there are", () => {
    const effects = [{ when: { fact: "v", at_least: 20 }, then: "zero" }];
    const program = compiled(listing({ v: marks }, [inside(effects)]), scheme({ goal: "pass" }));
    const entries = projects({ id: "p1", facts: { v: 3 } }, { id: "p2", facts: { v: 30 } });
    const assessment = score(program, readFactSheet({ kind: "facts", scheme: "scheme", as_of: AS_OF, ...entries }));
    const loaded = { cases: { of: { kind: "sheet" } } };
    const [covered] = coverageOf([{ loaded, compiled: program, assessment }] as never);
    const cells = [...covered!.cells.values()].filter(({ kind }) => kind === "effects");
    expect(cells.map(({ id, what, hit }) => [id, what, hit])).toEqual([["C", "[1] zero", true]]);
  });

  test("cannot be asked for through a sheet that is called like it", () => {
    const asking = { effects: [{ when: { any_child_of: "B", points: { at_most: 5 } }, then: "zero" }], id: "B" };
    const named = scheme({ blend: [{ id: "base", sheet: "B", weight: 1 }] });
    const found = thrown(() => compiled(listing({ v: marks }, [perProject([marked("B1", "v")])], asking), named));
    expect(found.join()).toContain("indicator-of-instances");
    const { each: _, ...single } = marks;
    const leaf = sheet({ ...asking, facts: { v: single }, indicators: [marked("B", "v")] });
    expect(validateRubric(leaf).diagnostics.map(({ code }) => code)).toEqual(["indicator-without-children"]);
  });
});

describe("findings about instances", () => {
  test.each([["judged"], ["panel"]])("points by %s tell instances apart", (rule) => {
    const said = node("L", 100, { scoring: { rule, range: { at_least: 0, at_most: 100 }, step: 1 } });
    const { diagnostics } = compiled(listing({}, [perProject([said])]), scheme());
    expect(diagnostics.map(({ code }) => code)).toEqual([]);
  });

  test("an empty list that is also declared not applicable is no contradiction, one with all its facts is", () => {
    const indicators = [perProject([marked("B1", "v")], { may_be_not_applicable: true })];
    const assess = scorer(listing({ v: marks }, indicators), scheme());
    const declared = { not_applicable: out("B") };
    expect(codes(assess({ ...projects(), ...declared }))).toEqual([]);
    expect(codes(assess({ ...projects({ id: "p1", facts: {} }), ...declared }))).toEqual([]);
    expect(codes(assess({ ...projects({ id: "p1", facts: { v: 3 } }), ...declared }))).toEqual([
      "not-applicable-despite-facts /not_applicable/B",
    ]);
  });

  test("a list that cannot be read leaves the weights of what is below it alone", () => {
    const facts = { v: marks, w: { ...marks, range: { above: 0 } } };
    const wrong = { each: "pro jects", combine: "weighted_mean", weight_by: "w" };
    const indicators = [perProject([marked("B1", "v", 40), marked("B2", "v", 60)], wrong)];
    const found = validateRubric(listing(facts, indicators)).diagnostics.map(({ code }) => code);
    expect(found).toContain("id-character");
    expect(found).not.toContain("weight-unstated");
  });
});

test("a measure names the document its clause is in", () => {
  const measures = [{ id: "m1", title: "Praise", clause: "§3", source: "d2" }];
  const documents = { doc: { title: "The Measures" }, d2: { title: "Other" } };
  const plain = sheet({
    facts: { v: { type: "boolean" } },
    indicators: [node("A", 100, { scoring: { rule: "flag", fact: "v" } })],
  });
  const outcomes = [{ id: "any", otherwise: true, measures }];
  const assess = scorer(plain, scheme({ documents, source: "doc", outcomes, goal: "any" }));
  expect(renderText(assess({ facts: { v: true } }), { lang: "en" })).toContain("Praise  Other, §3");
});
