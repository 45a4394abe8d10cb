/** Records of random rubrics, replayed with mutants of them: whether the cause is named, the whole cause and nothing else. */
import { compileScheme, isRubricError, readFactSheet, recordOf, replay, validateRubric } from "../../src/index.js";
import type { Assessment, NodeResult } from "../../src/model/assessment.js";
import type { ScoreRecord } from "../../src/model/record.js";
import type { Rubric } from "../../src/model/rubric.js";
import { score } from "../../src/score/score.js";
import { type Mutant, mutantsOf } from "./mutants.js";
import type { PlainMap } from "./oracle/plain.js";
import { randomPair } from "./random/pair.js";

export interface Tried {
  mutants: number;
  /** Changed so that it is no valid rubric any more. */
  refused: number;
  /** `RUBRIC_DIFFERS`, and the same result. */
  equal: number;
  changed: number;
  named: number;
  readonly wrong: string[];
}

export function tried(seed: number, from: number, to: number): Tried {
  const counts: Tried = { mutants: 0, refused: 0, equal: 0, changed: 0, named: 0, wrong: [] };
  for (let index = from; index < to; index += 1) tryRecord(seed, index, counts);
  return counts;
}

function tryRecord(seed: number, index: number, counts: Tried): void {
  const { rubrics, factSheet } = randomPair(seed, index);
  const valid = rubrics.map(readRubric);
  if (valid.includes(undefined)) return;
  const read = valid as readonly Rubric[];
  const inputs = readFactSheet(factSheet);
  const record = JSON.parse(JSON.stringify(recordOf(compileScheme(read, "scheme"), inputs))) as ScoreRecord;
  rubrics.forEach((rubric, place) => {
    for (const mutant of mutantsOf(rubric)) {
      counts.mutants += 1;
      const changed = readRubric(mutant.rubric);
      const others = changed && read.map((each, i) => (i === place ? changed : each));
      const now = others && scored(others, inputs);
      if (!others || !now) {
        counts.refused += 1;
        continue;
      }
      judge(record, others, now, mutant, rubric, `${index} ${String(rubric["id"])}${mutant.change}`, counts);
    }
  });
}

function readRubric(value: PlainMap): Rubric | undefined {
  const read = validateRubric(value);
  return read.success ? read.rubric : undefined;
}

function scored(rubrics: readonly Rubric[], inputs: ScoreRecord["inputs"]): Assessment | undefined {
  try {
    return score(compileScheme(rubrics, "scheme"), inputs);
  } catch (error) {
    if (isRubricError(error)) return undefined;
    throw error;
  }
}

function judge(
  record: ScoreRecord,
  rubrics: readonly Rubric[],
  now: Assessment,
  { cause }: Mutant,
  rubric: PlainMap,
  name: string,
  counts: Tried,
): void {
  const { verdict, causes } = replay(record, rubrics);
  if (verdict !== "RUBRIC_DIFFERS" && !isSelected(record, rubric)) return;
  if (resultOf(record.assessment) === resultOf(now)) {
    counts.equal += 1;
    if (verdict !== "RUBRIC_DIFFERS") counts.wrong.push(`${name}: ${verdict}`);
    return;
  }
  counts.changed += 1;
  const names = causes.map(({ id }) => id);
  const wanted = namesOf(cause, record, rubric);
  const isNamed = verdict === "RUBRIC_DIFFERS" && names.length > 0 && names.every((each) => wanted.includes(each));
  if (isNamed) counts.named += 1;
  else counts.wrong.push(`${name}: ${verdict} ${names.join(" ")}, wanted ${wanted.join(" ")}`);
}

/** A sheet that the fact sheet does not choose takes no part. */
function isSelected({ rubrics }: ScoreRecord, rubric: PlainMap): boolean {
  return rubrics.some(({ id }) => id === rubric["id"]);
}

/** The names that an indicator has in the components that hold its sheet; below a list one for each instance. */
function namesOf(
  { kind, id, within }: Mutant["cause"],
  { assessment }: ScoreRecord,
  rubric: PlainMap,
): readonly string[] {
  if (kind !== "indicator") return [id];
  return assessment.components
    .filter(({ sheet }) => sheet?.id === rubric["id"])
    .flatMap((component) => {
      const named = (each: string): readonly string[] =>
        each === "" ? [component.id] : keysBelow(component.root!, component.id, each);
      // Below a list of which nobody knows the instances, nothing is printed: what is around it is as near as it gets.
      return [id, ...within].map(named).find((keys) => keys.length > 0) ?? [];
    });
}

function keysBelow(node: NodeResult, component: string, id: string): readonly string[] {
  const own = node.id === id || node.id.startsWith(`${id}[`) ? [`${component}/${node.id}`] : [];
  return [...own, ...(node.children ?? []).flatMap((child) => keysBelow(child, component, id))];
}

/** What came out: points, bounds and answers, not how. */
function resultOf({ components, eligibility, score: total, decision }: Assessment): string {
  const figures = (node: NodeResult): unknown => [
    node.status,
    node.awarded?.exact,
    node.bounds?.least,
    node.bounds?.most,
    (node.children ?? []).map(figures),
  ];
  return JSON.stringify([
    components.map(({ root }) => root && figures(root)),
    eligibility.conditions.map(({ status }) => status),
    [total.status, total.exact, total.bounds.least, total.bounds.most],
    [decision.outcome, decision.possible, decision.band],
  ]);
}
