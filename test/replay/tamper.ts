/**
 * `npm run tamper -- --records 20 --seed 1`: random records, every value under a digest changed, removed and moved, one
 * at a time; and the shipped examples, where `--every` takes one place of so many. Exits 1 where a replay does not notice, or
 * names another part.
 */
import { readdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { compileScheme, recordOf, replay } from "../../src/index.js";
import type { ScoreRecord } from "../../src/model/record.js";
import { loadFactSheet, loadRubrics } from "../../src/node.js";
import { randomRecord } from "../helpers/random/record.js";
import { type Tampering, tamperings, unnoticed } from "../helpers/tamper.js";

const { values } = parseArgs({
  options: {
    records: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
    every: { type: "string", default: "200" },
  },
});

const started = performance.now();
const counts: Record<Tampering, number> = { changed: 0, removed: 0, moved: 0 };
const missed: string[] = [];
let records = 0;
let covered = 0;
for (let index = 0; index < Number(values.records); index += 1) {
  const record = randomRecord(Number(values.seed), index);
  if (record) tamper(record, 1);
}
const rubrics = await loadRubrics("rubrics");
for (const file of readdirSync("rubrics/examples").filter((name) => name.endsWith(".facts.yaml"))) {
  const factSheet = await loadFactSheet(`rubrics/examples/${file}`);
  const scheme = compileScheme(rubrics, factSheet.scheme.id, { asOf: factSheet.asOf });
  tamper(JSON.parse(JSON.stringify(recordOf(scheme, factSheet))) as ScoreRecord, Number(values.every));
}
const total = Object.entries(counts).map(([what, count]) => `${count} ${what}`);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
for (const each of missed.slice(0, 10)) console.log(each);
console.log(`${records} records: ${total.join(", ")}; ${missed.length} not noticed, or the wrong part named`);
console.log(
  `meta is not covered: changed in each record, ${covered} of ${records} still match; seed ${values.seed}; ${seconds} s`,
);
process.exitCode = missed.length > 0 || covered < records ? 1 : 0;

function tamper(record: ScoreRecord, every: number): void {
  records += 1;
  const { verdict } = replay({ ...record, meta: { by: "乙" } });
  if (verdict === "MATCH") covered += 1;
  for (const tampered of tamperings({ ...record, meta: { by: "甲" } }, every)) {
    counts[tampered.what] += 1;
    const found = unnoticed(tampered);
    if (found !== undefined) missed.push(found);
  }
}
