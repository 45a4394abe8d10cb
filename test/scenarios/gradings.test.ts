/** The shipped gradings: what the published text leaves open, what follows from a grade, and records while they are publicised. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type Assessment, type Scheme, compileScheme, parseRubric, readFactSheet, score } from "../../src/index.js";

const textOf = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../rubrics/schemes/${name}.yaml`, import.meta.url)), "utf8");
const schemeOf = (name: string): Scheme => parseRubric(textOf(name)) as Scheme;

const grading = textOf("culture-tourism-credit");

describe("culture-and-tourism grading", () => {
  test("copied as published, the bands leave 350 in none, and it is found", () => {
    const literal = grading.replace(/at_least: 350, at_most: 550/, "above: 350, at_most: 550");
    expect(literal).not.toBe(grading);
    expect(() => parseRubric(literal)).toThrow(
      expect.objectContaining({
        diagnostics: [
          expect.objectContaining({
            code: "band-gap",
            path: "/bands/4/above",
            message: expect.objectContaining({ zh: expect.stringContaining("350") }),
          }),
        ],
      }),
    );
  });

  test("as shipped every score from 350 to 950 has a grade", () => {
    const { bands, rescale } = schemeOf("culture-tourism-credit");
    expect(rescale).toEqual({ from: { low: "0", high: "100" }, to: { low: "350", high: "950" } });
    expect(bands.map(({ id, interval }) => [id, interval.low?.inclusive, interval.low?.value])).toEqual([
      ["AAA", false, "700"],
      ["AA", false, "650"],
      ["A", false, "600"],
      ["B", false, "550"],
      ["C", true, "350"],
    ]);
  });

  test("each outcome has its measures, with clauses of articles 10, 12 and 13", () => {
    const { outcomes } = schemeOf("culture-tourism-credit");
    expect(outcomes.map(({ id, measures }) => [id, (measures ?? []).map(({ clause }) => clause)])).toEqual([
      ["incentives", ["第十条", ...[..."一二三四五六七"].map((n) => `第十二条（${n}）`)]],
      ["ordinary", ["第十条"]],
      ["penalties", ["第十条", ...[..."一二三四"].map((n) => `第十三条（${n}）`)]],
    ]);
  });
});

test("what two schemes ask about public records they declare alike: a list and its counts can be copied as they stand", () => {
  const [records, graded] = ["credit-records", "culture-tourism-credit"].map((name) => {
    const { facts } = schemeOf(name);
    return new Map(facts.map(({ path: _path, ...fact }) => [fact.id, fact]));
  });
  const shared = [...records!.keys()].filter((id) => graded!.has(id));
  expect(shared.length).toBeGreaterThanOrEqual(16);
  for (const id of shared) expect(graded!.get(id)).toEqual(records!.get(id));
});

describe("a record is publicised", () => {
  const scheme = compileScheme(
    { rubrics: [{ rubric: schemeOf("credit-records") }], diagnostics: [] },
    "credit-records",
  );
  const on = (asOf: string, record: Readonly<Record<string, unknown>>): Assessment =>
    score(
      scheme,
      readFactSheet({
        kind: "facts",
        scheme: "credit-records",
        as_of: asOf,
        facts: {
          basic_records: [],
          good_records: [],
          bad_records: [{ corrected: false, settled: true, repaired: false, ...record }],
        },
      }),
    );
  const failed = (assessment: Assessment): readonly string[] =>
    assessment.eligibility.conditions.filter(({ status }) => status === "failed").map(({ id }) => id);

  test.each([
    ["penalty", "general", "R2", "2023-02-28", "2024-02-28", "2024-02-29"],
    ["penalty", "serious", "R1", "2021-02-28", "2024-02-28", "2024-02-29"],
    ["broken_pledge", "general", "R4", "2023-08-31", "2024-02-29", "2024-03-01"],
    ["broken_pledge", "serious", "R3", "2023-02-28", "2024-02-28", "2024-02-29"],
  ])("%s, %s: up to the corresponding day, or the last of the month (%s)", (kind, gravity, id, from, last, after) => {
    const record = { date: from, kind, gravity };
    expect(failed(on(last, record))).toEqual([id]);
    expect(failed(on(after, record))).toEqual([]);
    expect(failed(on(after, { ...record, settled: false }))).toEqual([id]);
    expect(failed(on(last, { ...record, repaired: true }))).toEqual([]);
  });

  test("up to the day that the platform states, where it states one", () => {
    const record = { date: "2023-02-28", kind: "penalty", gravity: "general", publicised_until: "2023-05-31" };
    expect([failed(on("2023-05-31", record)), failed(on("2023-06-01", record))]).toEqual([["R2"], []]);
  });

  test("and may be shortened, once, where it was complied with in time and the harm undone", () => {
    const record = { date: "2023-02-28", kind: "penalty", gravity: "general", corrected: true };
    expect(on("2023-05-31", record).decision.outcome).toBe("bad-shortenable");
    expect(on("2023-05-31", record).decision.measures?.[0]?.title).toContain("缩短三至十二个月");
    expect(on("2023-05-31", { ...record, shortened_by: 3 }).decision.outcome).toBe("bad");
    expect(on("2023-05-31", { ...record, kind: "broken_pledge" }).decision.outcome).toBe("bad");
  });
});
