/** Conditions of eligibility that a sheet brings along. */
import { describe, expect, test } from "vitest";
import type { Assessment, Scheme, Sheet } from "../../src/index.js";
import { formOf } from "../../src/analyse/form.js";
import {
  compileScheme,
  explain,
  readFactSheet,
  recordOf,
  renderText,
  replay,
  validateRubric,
} from "../../src/index.js";
import {
  AS_OF,
  type Data,
  compiled,
  node,
  out,
  scheme,
  scorer,
  sheet,
  thrown,
  valid,
} from "../helpers/build/rubric.js";

const flag = (id: string): Data => node(id, 10, { scoring: { rule: "flag", fact: { type: "boolean" } } });
const asks = (id: string, fact: string): Data => ({ id, title: id, require: { fact, is: true } });
/** One flag, which its one condition asks as well. */
const asking = (id: string, parts: Data = {}): Data =>
  sheet({ id, points: 10, indicators: [flag(`f-${id}`)], eligibility: [asks(`E-${id}`, `f-${id}`)], ...parts });
const OUTCOMES = {
  goal: "any",
  outcomes: [
    { id: "refused", when: { eligibility: "ineligible" } },
    { id: "any", otherwise: true },
  ],
};
const FIXED = { ...OUTCOMES, blend: [{ id: "base", sheet: "a", weight: 1 }] };
const CHOSEN = {
  ...OUTCOMES,
  blend: [
    { id: "base", sheet: "a", weight: 0.5 },
    { id: "more", one_of: ["sector"], weight: 0.5 },
  ],
};
const plain = (id: string, parts: Data = {}): Data => {
  const { eligibility: _, ...rest } = asking(id, parts);
  return rest;
};

describe("a sheet that is always in", () => {
  const own = { facts: { registered: { type: "boolean" } }, eligibility: [asks("E1", "registered")] };
  const score = scorer(scheme({ ...FIXED, ...own }), asking("a"));

  test("adds its conditions behind those of the scheme, and says whose they are", () => {
    const { eligibility, decision } = score({ facts: { registered: true, "f-a": false } });
    expect(eligibility.status).toBe("ineligible");
    expect(eligibility.conditions.map(({ id, status, from }) => [id, status, from?.component])).toEqual([
      ["E1", "satisfied", undefined],
      ["E-a", "failed", "base"],
    ]);
    expect(decision.outcome).toBe("refused");
  });

  test("leaves it open while their facts are", () => {
    expect(score({ facts: { registered: true } }).eligibility.status).toBe("undetermined");
    expect(score({ facts: { registered: true, "f-a": true } }).eligibility.status).toBe("eligible");
  });

  test("asks once, in however many components it stands", () => {
    const blend = [
      { id: "q1", sheet: "a", weight: 0.5 },
      { id: "q2", sheet: "a", weight: 0.5 },
    ];
    const { eligibility } = scorer(scheme({ ...OUTCOMES, blend }), asking("a"))();
    expect(eligibility.conditions.map(({ id, from }) => `${from?.component} ${id}`)).toEqual(["q1 E-a"]);
  });

  test("asks where one of its components applies, though another does not", () => {
    const blend = [
      { id: "q1", sheet: "a", weight: 0.5, applies_when: { fact: "two", is: true } },
      { id: "q2", sheet: "a", weight: 0.5 },
    ];
    const parts = { ...OUTCOMES, facts: { two: { type: "boolean" } }, blend, renormalise: true };
    const { eligibility } = scorer(scheme(parts), asking("a"))({ facts: { two: false, "f-a": false } });
    expect(eligibility.status).toBe("ineligible");
    expect(eligibility.conditions.map(({ from }) => from)).toEqual([{ component: "q2", applies: "yes" }]);
  });
});

describe("a sheet that is chosen", () => {
  const sector = { category: "sector" };
  const score = scorer(scheme(CHOSEN), plain("a"), asking("b", sector), plain("c", sector));

  test("brings its conditions once it is", () => {
    const facts = { "f-a": true, "f-b": false };
    const chosen = score({ facts, sheets: { more: "b" } });
    expect([chosen.eligibility.status, chosen.eligibility.conditions.length]).toEqual(["ineligible", 1]);
    expect("open" in chosen.eligibility).toBe(false);
    const other = score({ facts: { "f-a": true }, sheets: { more: "c" } });
    expect(other.eligibility).toEqual({ status: "eligible", conditions: [] });
  });

  test("while nobody has named it, nobody is eligible for certain", () => {
    const { eligibility, decision } = score({ facts: { "f-a": true } });
    expect(eligibility).toEqual({ status: "undetermined", conditions: [], open: ["more"] });
    expect(decision.possible).toEqual(["refused", "any"]);
  });

  test("of which none has conditions leaves nothing open", () => {
    const without = scorer(scheme(CHOSEN), plain("a"), plain("c", sector));
    expect(without({ facts: { "f-a": true } }).eligibility).toEqual({ status: "eligible", conditions: [] });
  });

  test("is told as what may yet be asked", () => {
    const open = score({ facts: { "f-a": true } });
    expect(renderText(explain(open, { lang: "zh" }))).toContain("more 还没有选定指标表，可能另有申报条件");
    expect(renderText(explain(open, { lang: "en" }))).toContain(
      "more has no sheet yet, which may bring conditions of its own",
    );
    const [first] = explain(open, { lang: "zh" }).settling;
    expect(first?.text).toContain("尚未选定指标表，可能另有申报条件");
  });

  test("changes nothing where a condition of the scheme has failed", () => {
    const own = { facts: { registered: { type: "boolean" } }, eligibility: [asks("E1", "registered")] };
    const failed = scorer(scheme({ ...CHOSEN, ...own }), plain("a"), asking("b", sector));
    expect(failed({ facts: { registered: false } }).eligibility.status).toBe("ineligible");
  });

  test("brings what a form has to ask, under its name", () => {
    const seat = asking("b", {
      ...sector,
      facts: { seat: { type: "boolean", title: "在园区" } },
      eligibility: [asks("E-b", "seat")],
    });
    const rubrics = [valid(scheme(CHOSEN)) as Scheme, valid(plain("a")) as Sheet, valid(seat) as Sheet] as const;
    const empty = scorer(scheme(CHOSEN), plain("a"), seat)({ sheets: { more: "b" } });
    const sheets = new Map([["base", rubrics[1]] as const, ["more", rubrics[2]] as const]);
    const parts = formOf(rubrics[0], sheets, empty, "zh").facts;
    expect(parts.map(({ heading, fields }) => [heading[0], fields.map(({ key }) => key)])).toEqual([
      [expect.stringContaining("f-a"), ["f-a"]],
      ["E-b E-b", ["seat"]],
      [expect.stringContaining("f-b"), ["f-b"]],
    ]);
  });

  test("keeps in its record the sheet that is named, and replays", () => {
    const rubrics = [scheme(CHOSEN), plain("a"), asking("b", sector), asking("c", sector)];
    const of = (parts: Data) =>
      recordOf(compiled(...rubrics), readFactSheet({ kind: "facts", scheme: "scheme", as_of: AS_OF, ...parts }));
    const named = of({ facts: { "f-a": true, "f-c": false }, sheets: { more: "c" } });
    expect(named.rubrics.map(({ id }) => id)).toEqual(["scheme", "a", "c"]);
    expect(named.assessment.eligibility.status).toBe("ineligible");
    expect(replay(JSON.parse(JSON.stringify(named))).verdict).toBe("MATCH");
    const unnamed = of({ facts: { "f-a": true } });
    expect(unnamed.assessment.eligibility.open).toEqual(["more"]);
    expect(replay(JSON.parse(JSON.stringify(unnamed))).verdict).toBe("MATCH");
  });
});

describe("a component that does not apply", () => {
  const blend = [
    { id: "base", sheet: "a", weight: 0.5 },
    { id: "more", sheet: "b", weight: 0.5, applies_when: { fact: "two", is: true } },
  ];
  const parts = { ...OUTCOMES, facts: { two: { type: "boolean" } }, blend, renormalise: true };
  const score = scorer(scheme(parts), plain("a"), asking("b"));

  test("asks nothing", () => {
    const { eligibility } = score({ facts: { "f-a": true, "f-b": false, two: false } });
    expect([eligibility.status, eligibility.conditions[0]?.status]).toEqual(["eligible", "not-applicable"]);
  });

  test("while that is open, what fails may not matter", () => {
    const { eligibility } = score({ facts: { "f-a": true, "f-b": false } });
    expect([eligibility.status, eligibility.conditions[0]?.status]).toEqual(["undetermined", "unknown"]);
    expect(eligibility.conditions[0]?.from).toEqual({ component: "more", applies: "open" });
  });

  test("is told as the reason, and what decides about it as what is waited for", () => {
    const open = score({ facts: { "f-a": true, "f-b": false } });
    const told = (assessment: Assessment, lang: "zh" | "en") =>
      explain(assessment, { lang }).eligibility.conditions[0]!;
    expect(told(open, "zh").because).toEqual([
      "由 more 的指标表提出，而 more 是否适用还不能确定",
      ...told(open, "zh").because.slice(1),
    ]);
    expect(told(open, "en").because[0]).toBe("asked by the sheet of more, and whether that applies is still open");
    const [first] = explain(open, { lang: "en" }).settling;
    expect([first?.id, first?.conditions]).toEqual(["two", ["E-b"]]);
    const out = score({ facts: { "f-a": true, "f-b": false, two: false } });
    expect(told(out, "zh").because).toEqual(["由 more 的指标表提出，而 more 不适用，所以不作要求"]);
    expect(told(out, "en").because).toEqual([
      "asked by the sheet of more, which does not apply, so that nothing is asked",
    ]);
  });

  test("needs no sheet that might ask", () => {
    const chosen = [blend[0], { ...blend[1], sheet: undefined, one_of: ["sector"] }];
    const both = scorer(scheme({ ...parts, blend: chosen }), plain("a"), asking("b", { category: "sector" }));
    expect(both({ facts: { "f-a": true, two: false } }).eligibility).toEqual({ status: "eligible", conditions: [] });
    expect(both({ facts: { "f-a": true } }).eligibility.open).toEqual(["more"]);
  });

  test("whose indicators may all turn out not to apply leaves it open what it asks", () => {
    const vanishing = asking("b", { indicators: [{ ...flag("f-b"), applies_when: { fact: "any", is: true } }] });
    const withFact = { ...vanishing, facts: { any: { type: "boolean" } }, renormalise: true };
    const always = [blend[0], { id: "more", sheet: "b", weight: 0.5 }];
    const of = scorer(scheme({ ...OUTCOMES, blend: always, renormalise: true }), plain("a"), withFact);
    const facts = { "f-a": true, "f-b": false };
    const statuses = [{}, { any: true }, { any: false }].map((any) => of({ facts: { ...facts, ...any } }).eligibility);
    expect(statuses.map(({ status, conditions }) => [status, conditions[0]?.from?.applies])).toEqual([
      ["undetermined", "open"],
      ["ineligible", "yes"],
      ["eligible", "no"],
    ]);
  });

  test("asks nothing either where it counts as nothing", () => {
    const zero = [blend[0], { ...blend[1], if_not_applicable: "zero", may_be_not_applicable: true }];
    const declared = scorer(scheme({ ...parts, blend: zero }), plain("a"), asking("b"));
    const facts = { "f-a": true, "f-b": false, two: true };
    expect(declared({ facts, not_applicable: out("more") }).eligibility.status).toBe("eligible");
    expect(declared({ facts }).eligibility.status).toBe("ineligible");
  });
});

describe("linking", () => {
  const own = { facts: { ok: { type: "boolean" } }, eligibility: [asks("E-a", "ok")] };

  test("refuses an id that the scheme or another sheet has", () => {
    const twice = [scheme({ ...FIXED, ...own }), asking("a")];
    expect(thrown(() => compileScheme(twice.map(valid), "scheme"))).toEqual(["condition-twice /eligibility/0/id"]);
    const blend = [
      { id: "base", sheet: "a", weight: 0.5 },
      { id: "more", sheet: "b", weight: 0.5 },
    ];
    const both = [scheme({ ...OUTCOMES, blend }), asking("a"), asking("b", { eligibility: [asks("E-a", "f-b")] })];
    expect(thrown(() => compileScheme(both.map(valid), "scheme"))).toEqual(["condition-twice /eligibility/0/id"]);
  });

  test("lets alternatives use the same id: they never meet", () => {
    const sector = { category: "sector" };
    const same = { eligibility: [asks("S1", "f-c")], ...sector };
    const rubrics = [
      scheme(CHOSEN),
      plain("a"),
      asking("b", { eligibility: [asks("S1", "f-b")], ...sector }),
      asking("c", same),
    ];
    expect(compileScheme(rubrics.map(valid), "scheme").diagnostics).toEqual([]);
  });

  test("warns where no outcome asks", () => {
    const quiet = scheme({ ...FIXED, outcomes: [{ id: "any", otherwise: true }] });
    const { diagnostics } = compileScheme([quiet, asking("a")].map(valid), "scheme");
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      "warning sheet-eligibility-unasked",
    ]);
  });

  test("a sheet reads its own facts only, and the conditions count as use", () => {
    const stray = asking("a", { eligibility: [asks("S1", "nowhere")] });
    expect(thrown(() => compileScheme([scheme(FIXED), stray].map(valid), "scheme"))).toEqual([
      "fact-not-declared /eligibility/0/require",
    ]);
    const used = plain("a", { facts: { seat: { type: "boolean" } }, eligibility: [asks("S1", "seat")] });
    expect(validateRubric(used).diagnostics).toEqual([]);
  });
});
