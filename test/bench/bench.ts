/**
 * `npm run bench`: one rubric of 63 indicators, 10 000 random enterprises, and everybody who could score them. The
 * outputs are compared first; ratios are printed only for approaches that give the same results.
 *
 *   npm run bench -- --rows 10000 --seed 1 --rounds 9
 */
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import type { Approach } from "./approach.js";
import { chengxin, compiledBench } from "./approaches/chengxin.js";
import { decimalTree } from "./approaches/decimal.js";
import { floats } from "./approaches/floats.js";
import { jsonLogic } from "./approaches/json-logic.js";
import { jsonRules } from "./approaches/json-rules.js";
import { compareAll } from "./compare.js";
import { drawEnterprises } from "./enterprises.js";
import { calibration, jobOf, measureAll, start } from "./measure.js";
import { readingJob, renderJob, stringifyJob } from "./parts.js";
import { comparisonLines, machineLines, noiseLines, partLines, ratioLines, workLines } from "./report.js";
import { benchRubric } from "./rubric.js";

const options = readOptions();
const rubric = benchRubric();
const loading = start();
compiledBench(rubric);
const loaded = loading();
const enterprises = drawEnterprises(rubric, options.rows, options.seed);
const work = { rubric, enterprises };
const ours = chengxin(work);
const others: readonly Approach[] = [floats(work), jsonLogic(work), decimalTree(work), jsonRules(work)];

print(workLines(rubric, options, loaded));
print(machineLines(cpus(), loadavg()));

const comparisons = await compareAll(ours, others, options.rows);
print(comparisonLines(comparisons));

const jobs = [ours, ...others].map((approach) => jobOf(approach.name, approach.share, approach.run));
const measured = await measureAll([...jobs, calibration()], options.rows, options.rounds);
print(ratioLines([ours, ...others], measured.slice(0, -1), comparisons));

const parts = [readingJob(enterprises), renderJob(ours), stringifyJob(ours)];
print(partLines(measured[0]!, await measureAll(parts, options.rows, options.rounds)));
print(noiseLines(measured[measured.length - 1]!, loadavg()));
if (comparisons.some((comparison) => comparison.different > 0)) process.exitCode = 1;

function readOptions(): { rows: number; seed: number; rounds: number } {
  const { values } = parseArgs({
    options: {
      rows: { type: "string", default: "10000" },
      seed: { type: "string", default: "1" },
      rounds: { type: "string", default: "9" },
    },
  });
  const whole = (name: "rows" | "seed" | "rounds"): number => {
    const number = Number(values[name]);
    if (Number.isInteger(number) && number >= 1) return number;
    console.error(`--${name} takes a whole number from 1, not ${values[name]}`);
    process.exit(2);
  };
  return { rows: whole("rows"), seed: whole("seed"), rounds: whole("rounds") };
}

function print(lines: readonly string[]): void {
  console.log(`${lines.join("\n")}\n`);
}
