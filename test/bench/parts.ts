/**
 * Where the time of one evaluation goes, outside `score()`: reading the value of a fact sheet, and JSON text. These run
 * after the approaches: keeping results to print would teach the allocator to expect that of all results.
 */
import { type Assessment, readFactSheet, renderJson, score } from "../../src/index.js";
import type { Chengxin } from "./approaches/chengxin.js";
import { factSheetOf } from "./enterprises.js";
import { type Job, jobOf } from "./measure.js";
import type { Enterprise } from "./plain.js";

const SHARE = 1 / 10;

export function readingJob(enterprises: readonly Enterprise[]): Job {
  const values = enterprises.map(factSheetOf);
  let sink = 0;
  return jobOf("readFactSheet()", SHARE, (from, to) => {
    for (let row = from; row < to; row += 1) sink += readFactSheet(values[row]).facts.length;
    return sink;
  });
}

export function renderJob(chengxin: Chengxin): Job {
  return textJob("renderJson()", chengxin, renderJson);
}

export function stringifyJob(chengxin: Chengxin): Job {
  return textJob("JSON.stringify()", chengxin, (assessment) => JSON.stringify(assessment));
}

const PRINTED = 50;

function textJob(name: string, { compiled, factSheets }: Chengxin, print: (assessment: Assessment) => string): Job {
  let assessments: readonly Assessment[] | undefined;
  let sink = 0;
  return jobOf(name, SHARE, (from, to) => {
    assessments ??= factSheets.slice(0, PRINTED).map((factSheet) => score(compiled, factSheet));
    for (let row = from; row < to; row += 1) sink += print(assessments[row % assessments.length]!).length;
    return sink;
  });
}
