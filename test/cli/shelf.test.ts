/** Of the shipped rubrics a score reads only what its fact sheet needs: what comes out is what all of them together give. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCasesFile } from "../../src/files/cases.js";
import { isCasesFile, listFiles } from "../../src/files/list.js";
import { shippedRubrics, shippedShelf } from "../../src/files/shipped.js";
import { type FactSheet, type RubricSet, compileScheme, isRubricError, recordOf } from "../../src/index.js";
import { root } from "../house/sources.js";

const all = await shippedRubrics();
const shelf = await shippedShelf();
const factSheets = await differentFactSheets();

describe("what is read for a fact sheet", () => {
  test("one for each scheme and each sheet that may be chosen", () => {
    expect(factSheets.map(nameOf)).toEqual([
      "association-self-discipline {}",
      "credit-records {}",
      "culture-tourism-credit {}",
      ...[
        "beauty-2023",
        "catering-2023",
        "district-template-2023",
        "e-commerce-2023",
        "exhibition-2023",
        "household-services-2023",
        "laundry-2023",
        "lodging-2023",
        "property-management-2023",
        "tourism-2023",
      ].map((sheet) => `gongzhu-2023 {"sector":"${sheet}"}`),
      "gongzhu-2023 {}",
    ]);
  });

  test.each(factSheets.map((factSheet) => [nameOf(factSheet), factSheet] as const))("%s", (_, factSheet) => {
    const set = shelf(factSheet);
    expect(recordWith(set, factSheet)).toEqual(recordWith(all, factSheet));
    const isSettled = factSheet.scheme.id !== "gongzhu-2023" || factSheet.sheets.length > 0;
    // Scheme, base and one sheet; a scheme of one file is itself.
    const most = factSheet.scheme.id === "gongzhu-2023" ? 3 : 1;
    if (isSettled) expect(set.rubrics).toHaveLength(most);
    else expect(set.rubrics).toHaveLength(all.rubrics.length);
  });

  const [chosen] = factSheets.filter(({ sheets }) => sheets.length > 0);
  test.each<[string, Partial<FactSheet>]>([
    ["a scheme that is not there", { scheme: { ...chosen!.scheme, id: "gongzhu" } }],
    ["a version that is not there", { scheme: { ...chosen!.scheme, version: "1.0" } }],
    ["a sheet that is not there", { sheets: [{ component: "sector", sheet: "laundry" }] }],
    ["a sheet of another category", { sheets: [{ component: "sector", sheet: "gongzhu-base-2023" }] }],
    ["a component that is not there", { sheets: [...chosen!.sheets, { component: "other", sheet: "laundry-2023" }] }],
    ["another sheet for a component that is fixed", { sheets: [...chosen!.sheets, { component: "base", sheet: "x" }] }],
    ["a name of every object", { sheets: [{ component: "sector", sheet: "constructor" }] }],
  ])("%s is told as when all are read", (_, changed) => {
    const factSheet: FactSheet = { ...chosen!, ...changed };
    const [few, many] = [recordWith(shelf(factSheet), factSheet), recordWith(all, factSheet)];
    expect(few).toEqual(many);
    expect(JSON.stringify(few)).toMatch(/"(scheme-not-found|component-(sheet-)?unknown)"|"sector"/);
  });
});

/** Of the golden cases the first of each scheme, and each sheet that a scheme leaves to choose. */
async function differentFactSheets(): Promise<readonly FactSheet[]> {
  const found = new Map<string, FactSheet>();
  for (const file of await listFiles([join(root, "rubrics")], isCasesFile)) {
    const read = await readCasesFile(file);
    if (read.kind !== "cases") throw new Error(`${file} is broken`);
    const { of, cases } = read.loaded.cases;
    if (of.kind !== "scheme") continue;
    for (const { factSheet } of cases) found.set(nameOf(factSheet), found.get(nameOf(factSheet)) ?? factSheet);
  }
  const [other] = [...found.values()].filter(({ sheets }) => sheets.length > 0);
  const chosen = all.rubrics.flatMap(({ rubric }): FactSheet | [] =>
    rubric.kind === "sheet" && rubric.category !== "base"
      ? { ...other!, sheets: [{ component: "sector", sheet: rubric.id }] }
      : [],
  );
  for (const factSheet of [{ ...other!, sheets: [] }, ...chosen]) found.set(nameOf(factSheet), factSheet);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, factSheet]) => factSheet);
}

function nameOf({ scheme, sheets }: FactSheet): string {
  return `${scheme.id} ${JSON.stringify(Object.fromEntries(sheets.map(({ component, sheet }) => [component, sheet])))}`;
}

/** Everything that a record holds, or why there is none. */
function recordWith(set: RubricSet, factSheet: FactSheet): unknown {
  const { asOf, scheme } = factSheet;
  try {
    const compiled = compileScheme(set, scheme.id, { asOf, ...(scheme.version && { version: scheme.version }) });
    return recordOf(compiled, factSheet);
  } catch (error) {
    if (!isRubricError(error)) throw error;
    return error.diagnostics;
  }
}
