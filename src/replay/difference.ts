/** Two records → what parts them: indicator by indicator, and cause by cause. */
import { compileScheme } from "../compile/scheme.js";
import { validateRubric } from "../load/rubric.js";
import type { Assessment, Finding } from "../model/assessment.js";
import type { CauseKind, CauseStep, JoinedBecause, RecordDiff, RecordSide, StatedChange } from "../model/difference.js";
import type { FactSheet } from "../model/fact.js";
import type { ScoreRecord } from "../model/record.js";
import type { Rubric } from "../model/rubric.js";
import { scoreDifference, assessedStanding } from "../score/parting.js";
import { score } from "../score/score.js";
import { nodeDifferences } from "./by-node.js";
import { differencesOf } from "./causes.js";
import { replay } from "./replay.js";
import { statedChanges } from "./stated.js";
import { type UsedRubric, tellCauses } from "./told-causes.js";

/**
 * Tells two records apart. By indicator: what each brings more or less, and what groups and the score did beside adding
 * up; all of it together is the difference of the scores, exactly. By cause: the old record with the new facts, then with
 * the new rubrics, then on the new date and in the new role, each scored anew; the steps add up too. Where the state
 * between two causes cannot be scored, they are told as one step, with the reason.
 *
 * Records are untrusted: both are computed again first, with the rubrics embedded in them, and unless both match there
 * is no difference but the two verdicts. It never throws.
 *
 * @param before from `recordOf`, or `JSON.parse` of a stored one.
 * @param after the later one; of another enterprise or scheme, if you like.
 *
 * @example
 * ```ts
 * import { compileScheme, diffRecords, recordOf } from "chengxin";
 * import { loadFactSheet, loadRubrics } from "chengxin/node";
 *
 * const scheme = compileScheme(await loadRubrics("rubrics"), "gongzhu-2023");
 * const below = await loadFactSheet("rubrics/examples/just-below-80.facts.yaml");
 * const exactly = await loadFactSheet("rubrics/examples/exactly-80.facts.yaml");
 * const diff = diffRecords(recordOf(scheme, below), recordOf(scheme, exactly));
 * if (diff.success) {
 *   const { total, steps, changes } = diff.difference;
 *   console.log(total, steps.map(({ causes, points }) => `${causes} ${points}`).join(", ")); // 3/700 facts 3/700
 *   console.log(changes.map(({ subject, points }) => `${subject} ${points}`).join(", ")); // base/C3.1 3/700
 * }
 * ```
 */
export function diffRecords(before: unknown, after: unknown): RecordDiff {
  const verdicts = { before: replay(before).verdict, after: replay(after).verdict };
  if (verdicts.before !== "MATCH" || verdicts.after !== "MATCH") return { success: false, ...verdicts };
  // What matches is a record, and its assessment is what it says it is.
  const [old, now] = [before as ScoreRecord, after as ScoreRecord];
  return {
    success: true,
    difference: {
      format: "chengxin/diff@1",
      before: sideOf(old.assessment),
      after: sideOf(now.assessment),
      ...nodeDifferences(old.assessment, now.assessment),
      total: scoreDifference(old.assessment, now.assessment),
      steps: stepsBetween(old, now),
      flips: [],
    },
  };
}

function sideOf(assessment: Assessment): RecordSide {
  const { scheme, subject, asOf, role } = assessment;
  return { scheme: { id: scheme.id, version: scheme.version }, subject, asOf, role, ...assessedStanding(assessment) };
}

interface State {
  readonly cause: CauseKind;
  readonly stated: readonly StatedChange[];
  readonly assessment: Assessment;
}

/** From each state that can be scored to the next one that can. */
function stepsBetween(old: ScoreRecord, now: ScoreRecord): readonly CauseStep[] {
  const steps: CauseStep[] = [];
  const ends = [old.assessment, now.assessment];
  let from = old.assessment;
  let waiting: State[] = [];
  let hindered: JoinedBecause[] = [];
  const states = statesBetween(old, now);
  const used = rubricsOf(now).map((rubric) => ({ rubric }));
  states.forEach((state, i) => {
    waiting.push(state);
    const hindrance = i < states.length - 1 ? hindranceOf(state.assessment, ends) : undefined;
    if (hindrance) return void hindered.push(hindrance);
    steps.push(stepOf(from, state.assessment, waiting, hindered, used));
    [from, waiting, hindered] = [state.assessment, [], []];
  });
  return steps;
}

/** What is the same in both records makes no state. The last one is the new record. */
function statesBetween(old: ScoreRecord, now: ScoreRecord): readonly State[] {
  const stated = statedChanges(old, now);
  const { scheme, sheets } = old.inputs;
  const inputs: Readonly<Record<CauseKind, readonly [ScoreRecord, FactSheet]>> = {
    // Which scheme and which sheets a fact sheet is for belongs to the rubric.
    facts: [old, dated({ ...now.inputs, scheme, sheets }, old.inputs)],
    rubric: [now, dated(now.inputs, old.inputs)],
    "date-and-role": [now, now.inputs],
  };
  return ORDER.filter((cause) => stated[cause].length > 0).map((cause) => {
    const [record, factSheet] = inputs[cause];
    const assessment = score(compileScheme(rubricsOf(record), record.assessment.scheme.id), factSheet);
    return { cause, stated: stated[cause], assessment };
  });
}

/** On the date and in the role of another fact sheet, which may have none. */
function dated(factSheet: FactSheet, { asOf, role }: FactSheet): FactSheet {
  if (role !== undefined) return { ...factSheet, asOf, role };
  const { role: dropped, ...others } = factSheet;
  return dropped === undefined ? { ...factSheet, asOf } : { ...others, asOf };
}

const ORDER = ["facts", "rubric", "date-and-role"] as const;

/** A record that matched embeds all of them, and each is valid. */
export function rubricsOf({ rubrics }: ScoreRecord): readonly Rubric[] {
  return rubrics.flatMap(({ embedded }) => {
    const read = validateRubric(embedded!.text);
    return read.success ? [read.rubric] : [];
  });
}

/** Why a state between cannot stand for itself: it finds what neither record has, or does not come to a score. */
function hindranceOf(state: Assessment, ends: readonly Assessment[]): JoinedBecause | undefined {
  const known = new Set(ends.flatMap(({ findings }) => findings.map(nameOf)));
  const findings = state.findings.filter((found) => found.severity === "error" && !known.has(nameOf(found)));
  if (findings.length > 0) return { reason: "findings", findings };
  const isOpen = state.score.exact === null && ends.every((end) => end.score.exact !== null);
  return isOpen ? { reason: "open", findings: [] } : undefined;
}

function nameOf({ code, path }: Finding): string {
  return `${code} ${path}`;
}

function stepOf(
  from: Assessment,
  to: Assessment,
  states: readonly State[],
  hindered: readonly JoinedBecause[],
  used: readonly UsedRubric[],
): CauseStep {
  const causes = states.map(({ cause }) => cause);
  return {
    causes,
    joined: hindered[0] ?? null,
    stated: states.flatMap(({ stated }) => stated),
    before: assessedStanding(from),
    after: assessedStanding(to),
    points: scoreDifference(from, to),
    changes: nodeDifferences(from, to).changes,
    origins: causes.every((cause) => cause === "rubric")
      ? tellCauses(differencesOf(from, to).causes, from, to, used)
      : [],
  };
}
