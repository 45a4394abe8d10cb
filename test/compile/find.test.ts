import { describe, expect, test } from "vitest";
import { type Choosing, compileScheme, readFactSheet, score } from "../../src/index.js";
import { type Data, node, scheme, sheet, thrown, valid } from "../helpers/build/rubric.js";

const FLAG = node("flag", 100, { scoring: { rule: "flag", fact: { type: "boolean" } } });
const flagSheet = (parts: Data = {}): Data => sheet({ indicators: [FLAG], ...parts });
const compile = (rubrics: readonly Data[], options: Choosing = {}, id = "scheme") =>
  compileScheme(rubrics.map(valid), id, options);

const OLD = { version: "2022", effective: { until: "2022-12-31" } };
const NEW = { version: "2023", effective: { from: "2023-01-01" } };

describe("finding the scheme", () => {
  test("one version needs no choosing", () => {
    expect(compile([flagSheet(), scheme({ version: "2023.10" })]).version).toBe("2023.10"); // text, not 2023.1
  });

  test("there is none of that id, or none of that version", () => {
    expect(thrown(() => compile([flagSheet(), scheme()], {}, "other"))).toEqual(["scheme-not-found "]);
    expect(thrown(() => compile([flagSheet(), scheme()], { version: "2" }))).toEqual(["scheme-not-found "]);
  });

  test("of several versions one is named, or the day chooses", () => {
    const rubrics = [flagSheet(), scheme(OLD), scheme(NEW)];
    expect(compile(rubrics, { version: "2022" }).version).toBe("2022");
    expect(compile(rubrics, { asOf: "2022-12-31" }).version).toBe("2022"); // both days included
    expect(compile(rubrics, { asOf: "2023-01-01" }).version).toBe("2023");
    expect(thrown(() => compile(rubrics))).toEqual(["version-ambiguous "]);
  });

  test("on a day of none of them nothing chooses, and on a day of both neither", () => {
    const gap = [flagSheet(), scheme({ version: "2021", effective: { until: "2021-12-31" } }), scheme(NEW)];
    expect(thrown(() => compile(gap, { asOf: "2022-06-01" }))).toEqual(["version-not-in-force "]);
    const both = [flagSheet(), scheme({ version: "a" }), scheme({ version: "b" })];
    expect(thrown(() => compile(both, { asOf: "2022-06-01" }))).toEqual(["version-ambiguous "]);
  });

  test("the same version twice", () => {
    expect(thrown(() => compile([flagSheet(), flagSheet(), scheme()]))).toEqual(["rubric-twice /id"]);
  });
});

describe("a day that does not exist", () => {
  test("is the caller's mistake, and is named", () => {
    expect(() => compile([flagSheet(), scheme(OLD), scheme(NEW)], { asOf: "2023-13-01" })).toThrow(/asOf|2023-13-01/);
  });
});

describe("finding the sheets", () => {
  test("a sheet that is not loaded", () => {
    expect(thrown(() => compile([scheme()]))).toEqual(["sheet-not-found /blend/0"]);
  });

  test("of several versions the day chooses", () => {
    const rubrics = [flagSheet({ ...OLD, title: "old" }), flagSheet({ ...NEW, title: "new" }), scheme()];
    const used = (asOf: string): unknown =>
      score(compile(rubrics, { asOf }), readFactSheet({ kind: "facts", scheme: "scheme", as_of: asOf })).components[0]!
        .sheet!.version;
    expect(used("2022-06-01")).toBe("2022");
    expect(used("2023-06-01")).toBe("2023");
    expect(thrown(() => compile(rubrics))).toEqual(["version-ambiguous "]);
  });

  test("one_of means the sheets' category", () => {
    const blend = [{ id: "sector", one_of: ["sector", "district"], weight: 1 }];
    const rubrics = [
      flagSheet({ id: "a", category: "sector" }),
      flagSheet({ id: "b", category: "district" }),
      flagSheet({ id: "c", category: "base" }),
      scheme({ blend }),
    ];
    const program = compile(rubrics);
    const named = (sheet: string): unknown => {
      const { components } = score(
        program,
        readFactSheet({ kind: "facts", scheme: "scheme", as_of: "2023-11-10", sheets: { sector: sheet } }),
      );
      return components[0]!.sheet?.id ?? null;
    };
    expect([named("a"), named("b"), named("c"), named("d")]).toEqual(["a", "b", null, null]);
  });
});

describe("dates in force, both days included", () => {
  const chosen = (asOf: string): string =>
    compile(
      [
        flagSheet(),
        scheme({ version: "first", effective: { until: "2023-10-17" } }),
        scheme({ version: "day", effective: { from: "2023-10-18", until: "2023-10-18" } }),
        scheme({ version: "last", effective: { from: "2023-10-19" } }),
      ],
      { asOf },
    ).version;

  test.each([
    ["0001-01-01", "first"],
    ["2023-10-17", "first"],
    ["2023-10-18", "day"],
    ["2023-10-19", "last"],
    ["9999-12-31", "last"],
  ])("on %s: %s", (asOf, version) => {
    expect(chosen(asOf)).toBe(version);
  });
});
