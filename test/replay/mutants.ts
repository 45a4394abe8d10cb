/**
 * `npm run mutants -- --records 40 --seed 1`: one thing changed in a rubric at a time, and the record replayed with it.
 * Exits 1 where fewer than 99 % of the mutants that change a result are told by their cause and nothing else. What else
 * is told wrongly is printed.
 */
import { parseArgs } from "node:util";
import { tried } from "../helpers/mutation.js";

const { values } = parseArgs({
  options: { records: { type: "string", default: "40" }, seed: { type: "string", default: "1" } },
});
const started = performance.now();
const { mutants, refused, equal, changed, named, wrong } = tried(Number(values.seed), 0, Number(values.records));
for (const each of wrong.slice(0, 20)) console.log(each);
const share = changed === 0 ? 0 : (100 * named) / changed;
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `${mutants} mutants, ${refused} no rubric any more; ${changed} change a result, ${named} of them named by their cause alone ` +
    `(${share.toFixed(2)} %); ${equal} change none; ${wrong.length} told wrongly; seed ${values.seed}; ${seconds} s`,
);
process.exitCode = share < 99 ? 1 : 0;
