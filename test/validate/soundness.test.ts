/** What validate promises about every fact sheet holds for the ones that the engine scores. */
import { expect, test } from "vitest";
import type { NodeResult } from "../../src/model/assessment.js";
import type { Indicator, Rubric, Sheet } from "../../src/model/rubric.js";
import { type Exact, compare, readExact } from "../../src/base/exact.js";
import { compileScheme, readFactSheet, score, validateRubric } from "../../src/index.js";
import { randomPair } from "../helpers/random/pair.js";

const PAIRS = 400;

test(
  "no indicator leaves 0 to its points where nothing was said about it, and no sheet what it can come to",
  { timeout: 120_000 },
  () => {
    let nodes = 0;
    const broken: string[] = [];
    for (let index = 0; index < PAIRS; index += 1) {
      const { rubrics: values, factSheet } = randomPair(20231018, index);
      const rubrics = values.map(validated);
      const sheets = new Map(rubrics.filter((rubric) => rubric.kind === "sheet").map((sheet) => [sheet.id, sheet]));
      for (const { sheet, root } of score(compileScheme(rubrics, "scheme"), readFactSheet(factSheet)).components) {
        const said = sheet && sheets.get(sheet.id);
        if (!said || !root) continue;
        // A component that stays in although it does not apply has nothing or all of the points, whatever its sheet says.
        const stays = root.children!.every(({ status }) => status === "not-applicable");
        if (root.awarded && !stays && !isWithin(root.awarded.exact, said.reach.least, said.reach.most))
          broken.push(`${index} ${said.id}`);
        for (const [indicator, node] of together(said, root)) {
          if (!node.awarded) continue;
          nodes += 1;
          const least = indicator.floor === undefined && !isUndercut(indicator) ? "0" : null;
          const most = indicator.cap === undefined && !isExceeded(indicator) ? indicator.points : null;
          if (!isWithin(node.awarded.exact, least, most)) broken.push(`${index} ${said.id} ${node.id}`);
        }
      }
    }
    expect(broken).toEqual([]);
    expect(nodes).toBeGreaterThan(PAIRS);
  },
);

/** A bonus that nobody absorbs says itself that the sheet may exceed its points. */
function isExceeded(indicator: Indicator): boolean {
  return (
    indicator.kind === "group" &&
    indicator.level === 0 &&
    indicator.children.some(({ countsAs }) => countsAs.kind === "bonus" && countsAs.absorbedBy === "none")
  );
}

/** The same below 0, where such a bonus may itself fall there: it joins behind the floor of the sheet. */
function isUndercut(indicator: Indicator): boolean {
  return (
    indicator.kind === "group" &&
    indicator.level === 0 &&
    indicator.children.some(
      ({ countsAs, floor }) =>
        countsAs.kind === "bonus" && countsAs.absorbedBy === "none" && floor !== undefined && floor !== "0",
    )
  );
}

function validated(value: unknown): Rubric {
  const validation = validateRubric(value);
  if (validation.success) return validation.rubric;
  throw new Error(validation.diagnostics.map(({ code, path }) => `${code} ${path}`).join("; "));
}

function together(sheet: Sheet, root: NodeResult): readonly (readonly [Indicator, NodeResult])[] {
  const pairs = (indicator: Indicator, node: NodeResult): readonly (readonly [Indicator, NodeResult])[] => {
    if (indicator.kind === "leaf") return [[indicator, node]];
    // Scored once for each instance: below each of them stands the whole of it.
    const below = indicator.each ? node.children! : [node];
    const children = indicator.children;
    return [
      [indicator, node],
      ...below.flatMap((one) => children.flatMap((child, i) => pairs(child, one.children![i]!))),
    ];
  };
  return pairs(sheet.root, root);
}

function isWithin(text: string, least: string | null, most: string | null): boolean {
  const value: Exact = readExact(text);
  return (
    (least === null || compare(value, readExact(least)) >= 0) && (most === null || compare(value, readExact(most)) <= 0)
  );
}
