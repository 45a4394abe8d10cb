/** A record of everything that is shipped: the examples, and the golden cases of every scheme and sheet. */
import { compileScheme, parseRubric, recordOf } from "../../../src/index.js";
import type { Rubric, ScoreRecord, Sheet } from "../../../src/index.js";
import { readCasesFile } from "../../../src/files/cases.js";
import type { FactSheet } from "../../../src/model/fact.js";
import { loadFactSheet, loadRubrics } from "../../../src/node.js";
import { filesBelow } from "../../package/built.js";

export async function shippedRecords(): Promise<readonly ScoreRecord[]> {
  const rubrics = (await loadRubrics("rubrics")).rubrics.map(({ rubric }) => rubric);
  const files = filesBelow("rubrics").sort();
  const records: ScoreRecord[] = [];
  for (const file of files.filter((name) => name.endsWith(".facts.yaml")))
    records.push(recordWith(rubrics, await loadFactSheet(file)));
  for (const file of files.filter((name) => name.endsWith(".cases.yaml"))) {
    const read = await readCasesFile(file);
    if (read.kind !== "cases") throw new Error(`${file} has no cases`);
    const { of, cases } = read.loaded.cases;
    for (const { factSheet } of cases)
      records.push(of.kind === "scheme" ? recordWith(rubrics, factSheet) : recordAlone(rubrics, of.id, factSheet));
  }
  return records;
}

function recordWith(rubrics: readonly Rubric[], factSheet: FactSheet): ScoreRecord {
  const { scheme, asOf } = factSheet;
  return recordOf(compileScheme(rubrics, scheme.id, { asOf }), factSheet);
}

/** Of a sheet alone the scheme is made up by the engine and in no file; a record needs one that can be read. */
function recordAlone(rubrics: readonly Rubric[], id: string, factSheet: FactSheet): ScoreRecord {
  const sheet = rubrics.find((rubric): rubric is Sheet => rubric.kind === "sheet" && rubric.id === id)!;
  const { role: dropped, ...given } = factSheet;
  return recordWith([sheet, parseRubric(schemeOf(sheet))], {
    ...given,
    ...(dropped !== undefined && { role: dropped }),
    scheme: { id: "alone" },
  });
}

function schemeOf({ id, root }: Sheet): string {
  return `kind: scheme
id: alone
version: "1"
title: 单独一张表
effective: { from: 2000-01-01 }
points: ${root.points}
blend: [{ id: sheet, sheet: ${id}, weight: 1 }]
display: { places: 2, mode: half-up }
roles: [self, audited, final]
later_may_raise: false
eligibility: []
materials: []
goal: scored
outcomes: [{ id: scored, otherwise: true }]
`;
}
