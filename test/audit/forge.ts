/**
 * `npm run forge -- --records 2000 --seed 1`: random records, each checked as it is, and again with each of some figures
 * changed and all digests computed anew. Exits 1 where an honest one does not hold or a forged one does.
 */
import { auditRecord } from "../../src/index.js";
import { forged, hidden } from "../helpers/forge.js";
import { makeRandom } from "../helpers/random/prng.js";
import { randomRecord } from "../helpers/random/record.js";

const number = (name: string, otherwise: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : Number(process.argv[at + 1]);
};
const [records, seed, each] = [number("records", 2000), number("seed", 1), number("forgeries", 3)];

const started = performance.now();
const counts = { records: 0, refused: 0, broken: 0, forgeries: 0, missed: 0, checked: 0, taken: 0 };
for (let index = 0; index < records; index += 1) {
  const record = randomRecord(seed, index);
  if (!record) {
    counts.refused += 1;
    continue;
  }
  counts.records += 1;
  const { holds, findings, checked, taken } = auditRecord(record);
  counts.checked += checked;
  counts.taken += taken;
  if (!holds) {
    counts.broken += 1;
    console.log(`${index}: an honest record does not hold`, findings.slice(0, 3));
  }
  const random = makeRandom(seed, index);
  for (let i = 0; i < each; i += 1) {
    for (const forgery of [forged(record, random), hidden(record, random)]) {
      if (!forgery) continue;
      counts.forgeries += 1;
      if (!auditRecord(forgery.record).holds) continue;
      counts.missed += 1;
      console.log(`${index}: not noticed: ${forgery.change}`);
    }
  }
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `${counts.records} honest records, ${counts.broken} that do not hold; ${counts.forgeries} forged, ${counts.missed} not noticed; ` +
    `${counts.checked} values compared, ${counts.taken} taken; ${counts.refused} rubrics refused; seed ${seed}; ${seconds} s`,
);
process.exitCode = counts.broken + counts.missed > 0 ? 1 : 0;
