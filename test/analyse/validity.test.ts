import { describe, expect, test } from "vitest";
import { checkRubrics } from "../../src/analyse/check.js";
import { type Data, node, scheme, sheet, valid } from "../helpers/build/rubric.js";

const FLAG = node("flag", 100, { scoring: { rule: "flag", fact: { type: "boolean" } } });

/** Versions by name: the days of each as `from/until`, either of them left out where there is none. */
function found(versions: Readonly<Record<string, string>>, id = "sheet"): readonly string[] {
  const rubrics = Object.entries(versions).map(([version, days]) => {
    const [from, until] = days.split("/");
    const effective: Data = { ...(from && { from }), ...(until && { until }) };
    return { rubric: valid(sheet({ id, version, indicators: [FLAG], ...(days !== "/" && { effective }) })) };
  });
  return checkRubrics({ rubrics, diagnostics: [] }).map(
    ({ code, severity, data }) => `${severity} ${code} ${data!["earlier"]} ${data!["later"]} ${data!["days"]}`,
  );
}

describe("versions side by side", () => {
  test("one after the other, day by day: nothing to say", () => {
    expect(found({ a: "/2022-12-31", b: "2023-01-01/2024-02-29", c: "2024-03-01/" })).toEqual([]);
    expect(found({ c: "2024-03-01/", a: "/2022-12-31", b: "2023-01-01/2024-02-29" })).toEqual([]);
    expect(found({ only: "2023-01-01/2023-12-31" })).toEqual([]);
  });

  test("days of none of them", () => {
    expect(found({ a: "/2022-12-31", b: "2023-01-02/" })).toEqual([
      "warning versions-gap a b 2023-01-01 – 2023-01-01", // one day
    ]);
    expect(found({ a: "/2023-12-31", b: "2024-03-01/" })).toEqual([
      "warning versions-gap a b 2024-01-01 – 2024-02-29", // a leap year
    ]);
  });

  test("days of both, both ends included", () => {
    expect(found({ a: "/2023-01-01", b: "2023-01-01/" })).toEqual([
      "warning versions-overlap a b 2023-01-01 – 2023-01-01",
    ]);
    expect(found({ a: "2022-01-01/", b: "2023-01-01/" })).toEqual(["warning versions-overlap a b 2023-01-01 – …"]);
    expect(found({ a: "/2023-06-30", b: "/2022-12-31" })).toEqual(["warning versions-overlap a b … – 2022-12-31"]);
    expect(found({ a: "/", b: "/" })).toEqual(["warning versions-overlap a b … – …"]);
  });

  test("a short one within a long one ends nothing", () => {
    expect(found({ long: "2020-01-01/2025-12-31", short: "2021-01-01/2021-12-31", next: "2026-02-01/" })).toEqual([
      "warning versions-overlap long short 2021-01-01 – 2021-12-31",
      "warning versions-gap long next 2026-01-01 – 2026-01-31",
    ]);
  });

  test("another rubric is no version", () => {
    const rubrics = ["s", "t"].map((id) => ({ rubric: valid(sheet({ id, indicators: [FLAG] })) }));
    expect(checkRubrics({ rubrics, diagnostics: [] })).toEqual([]);
  });

  test("a broken file of the same id may be the one that is missing", () => {
    const rubrics = ["/2022-12-31", "2024-01-01/"].map((days, i) => {
      const [from, until] = days.split("/");
      const effective = { ...(from && { from }), ...(until && { until }) };
      return { rubric: valid(sheet({ version: String(i), indicators: [FLAG], effective })) };
    });
    const broken = [{ file: "2023.yaml", id: "sheet" }];
    expect(checkRubrics({ rubrics, diagnostics: [] }).map(({ code }) => code)).toEqual(["versions-gap"]);
    expect(checkRubrics({ rubrics, broken, diagnostics: [] })).toEqual([]);
  });
});

describe("a scheme over several versions of its sheets", () => {
  const old = { version: "1", effective: { until: "2023-12-31" } };
  const now = { version: "2", effective: { from: "2024-01-01" } };
  const eligibility = [{ id: "E", title: "E", clause: "1", require: { fact: "flag", is: true } }];
  const check = (...data: readonly Data[]): readonly string[] =>
    checkRubrics({ rubrics: data.map((one) => ({ rubric: valid(one) })), diagnostics: [] }).map(({ code }) => code);
  const leaf = (fact: string): Data => ({
    facts: { [fact]: { type: "boolean", title: fact } },
    indicators: [node("leaf", 100, { scoring: { rule: "flag", fact } })],
  });

  test("is linked with each of them: a fact that only the old one declares", () => {
    const asking = scheme({ eligibility });
    expect(check(asking, sheet({ ...old, ...leaf("flag") }), sheet({ ...now, ...leaf("flag") }))).toEqual([]);
    expect(check(asking, sheet({ ...old, ...leaf("flag") }), sheet({ ...now, ...leaf("other") }))).toEqual([
      "fact-not-declared",
    ]);
    expect(check(asking, sheet({ ...old, ...leaf("other") }), sheet({ ...now, ...leaf("flag") }))).toEqual([
      "fact-not-declared",
    ]);
  });

  test("but not with one that is not in force while it is", () => {
    const ended = scheme({ eligibility, effective: { from: "2023-01-01", until: "2023-12-31" } });
    expect(check(ended, sheet({ ...old, ...leaf("flag") }), sheet({ ...now, ...leaf("other") }))).toEqual([]);
    const later = scheme({ eligibility, effective: { from: "2024-01-01" } });
    expect(check(later, sheet({ ...old, ...leaf("other") }), sheet({ ...now, ...leaf("flag") }))).toEqual([]);
  });

  test("a gap in its sheets is told once, of the sheets", () => {
    const late = { version: "2", effective: { from: "2024-02-01" } };
    const dated = scheme({ eligibility, effective: { from: "2023-01-01" } });
    expect(check(dated, sheet({ ...old, ...leaf("flag") }), sheet({ ...late, ...leaf("flag") }))).toEqual([
      "versions-gap",
    ]);
  });
});
