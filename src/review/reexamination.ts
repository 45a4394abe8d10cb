/** Earlier record, new facts → whether the title is kept, and what decides that. */
import { amongOutcomes } from "../compile/among-outcomes.js";
import type { CompiledScheme } from "../compile/program.js";
import { compileScheme } from "../compile/scheme.js";
import { cited, tellingOf, titleOf } from "../explain/telling.js";
import { expectOptions, misuse } from "../messages/misuse.js";
import type { Assessment } from "../model/assessment.js";
import type { RecordDifference, RecordSide } from "../model/difference.js";
import type { FactSheet } from "../model/fact.js";
import type { Language } from "../model/language.js";
import type { ScoreRecord } from "../model/record.js";
import type { AsideOutcome, Reexamination, ReexaminationAnswer, ReexaminationSide } from "../model/reexamination.js";
import type { Rubric } from "../model/rubric.js";
import type { RubricSet } from "../model/rubric-set.js";
import { diffRecords, rubricsOf } from "../replay/difference.js";
import { recordOf } from "../replay/record.js";
import { replay } from "../replay/replay.js";
import { expectFactSheet } from "../score/arguments.js";
import { score } from "../score/score.js";
import { conditionsHeld } from "./conditions-held.js";

/** How it is told, and which outcomes do not count. */
export interface ReexamineOptions {
  /** `zh` unless told otherwise. */
  readonly lang?: Language;
  /**
   * Outcomes that only say that holders of the title go another way, as `re-examination` of the 2023 scheme: the title is
   * judged as if they were not there. `["re-examination"]` unless told otherwise; every other outcome counts.
   */
  readonly aside?: readonly string[];
}

/**
 * Examines again whether an enterprise keeps its title (复查): new facts are scored by the version in force on their day,
 * and held against what the goal of the scheme asks of an applicant. Kept means that the goal is reached and every
 * condition of eligibility holds; lost, that one of them surely does not; undetermined, that open facts decide it. Every
 * condition is told as it was and as it is, with the facts that changed, and the score with the difference by cause.
 *
 * The record is untrusted: it is computed again first, with the rubrics embedded in it.
 *
 * @param record of the title, from `recordOf`, or `JSON.parse` of a stored one.
 * @param factSheet of the same enterprise, on a later day or the same one.
 * @param rubrics what `loadRubrics` gives, or a list; several versions may lie there.
 * @param options language, and outcomes that are set aside.
 * @throws RubricError where no scheme is in force that the fact sheet names, or it has errors.
 * @throws TypeError when an argument is something else, or an option unknown.
 *
 * @example
 * ```ts
 * import { compileScheme, recordOf, reexamine } from "chengxin";
 * import { loadFactSheet, loadRubrics } from "chengxin/node";
 *
 * const rubrics = await loadRubrics("rubrics");
 * const facts = await loadFactSheet("rubrics/examples/exactly-80.facts.yaml");
 * const record = recordOf(compileScheme(rubrics, "gongzhu-2023"), facts);
 * // Two months on, with the same facts: one training is no longer in the last year.
 * const later = reexamine(record, { ...facts, asOf: "2024-01-10" }, rubrics, { lang: "en" });
 * if (later.success) {
 *   const { status, after, difference } = later.reexamination;
 *   console.log(status, after.margin, difference.changes.map(({ subject }) => subject).join()); // lost -0.15 sector/P6.4
 * }
 * ```
 */
export function reexamine(
  record: unknown,
  factSheet: FactSheet,
  rubrics: RubricSet | readonly Rubric[],
  options: ReexamineOptions = {},
): ReexaminationAnswer {
  expectFactSheet("reexamine", factSheet);
  expectOptions("reexamine", options, ["lang", "aside"]);
  const { lang = "zh", aside = ["re-examination"] } = options;
  if (lang !== "zh" && lang !== "en") throw misuse("reexamine", "options.lang", "`zh` or `en`", lang);
  if (!Array.isArray(aside)) throw misuse("reexamine", "options.aside", "a list of outcomes", aside);
  const { id, version } = factSheet.scheme;
  const compiled = compileScheme(rubrics, id, {
    asOf: factSheet.asOf,
    ...(version !== undefined && { version }),
  });
  const { verdict } = replay(record);
  if (verdict !== "MATCH") return { success: false, reason: "verdict", verdict };
  // What matches is a record, and its assessment is what it says it is.
  const earlier = record as ScoreRecord;
  const now = recordOf(compiled, factSheet);
  if (!isSameSubject(earlier.assessment, now.assessment)) return { success: false, reason: "other-subject" };
  if (factSheet.asOf < earlier.inputs.asOf) return { success: false, reason: "earlier-day" };
  const isAside = (outcome: string): boolean => aside.includes(outcome);
  const before = sideOf(earlier, compileScheme(rubricsOf(earlier), earlier.assessment.scheme.id), isAside);
  if (statusOf(before) !== "kept") return { success: false, reason: "no-title" };
  const diff = diffRecords(earlier, now);
  // What was read as a fact sheet holds: this one was made by hand, with numbers that are none.
  if (!diff.success) throw misuse("reexamine", "factSheet", "one that was read as a fact sheet", factSheet);
  const after = sideOf(now, compiled, isAside);
  return { success: true, reexamination: examined(before, after, diff.difference, isAside, lang) };
}

/** By its code where both have one. */
function isSameSubject({ subject: a }: Assessment, { subject: b }: Assessment): boolean {
  return a.id !== null && b.id !== null ? a.id === b.id : a.name === b.name;
}

/** A record as it is, and as an applicant's. */
export interface Side {
  readonly record: ScoreRecord;
  readonly compiled: CompiledScheme;
  /** Without the outcomes that are set aside. */
  readonly applicant: Assessment;
  /** The goal alone: whether what it asks for holds, whatever stands before it. */
  readonly goal: Assessment;
}

function sideOf(record: ScoreRecord, compiled: CompiledScheme, isAside: (outcome: string) => boolean): Side {
  const among = (isAmong: (outcome: string) => boolean): Assessment =>
    score(amongOutcomes(compiled, isAmong), record.inputs);
  const { goal } = compiled.program.scheme;
  return {
    record,
    compiled,
    applicant: among((outcome) => outcome === goal || !isAside(outcome)),
    goal: among((outcome) => outcome === goal),
  };
}

function statusOf({ applicant }: Side): Reexamination["status"] {
  const { decision, eligibility } = applicant;
  const { goal, possible, certain } = decision;
  if (eligibility.status === "ineligible" || !possible.includes(goal)) return "lost";
  return certain && eligibility.status === "eligible" ? "kept" : "undetermined";
}

function examined(
  before: Side,
  after: Side,
  difference: RecordDifference,
  isAside: (outcome: string) => boolean,
  lang: Language,
): Reexamination {
  const { assessment, inputs } = after.record;
  const { scheme } = after.compiled.program;
  const telling = tellingOf(assessment, lang, true);
  const goal = scheme.outcomes.find(({ id }) => id === scheme.goal)!;
  return {
    format: "chengxin/reexamination@1",
    lang,
    status: statusOf(after),
    scheme: { id: scheme.id, version: scheme.version, title: titleOf(scheme.title, telling) },
    subject: { id: inputs.subject.id ?? null, name: inputs.subject.name ?? null },
    record: before.record.digests.record,
    goal: { id: goal.id, title: titleOf(goal.title ?? goal.id, telling) },
    before: sideStory(before, difference.before),
    after: sideStory(after, difference.after),
    aside: assessment.decision.reasons.flatMap(({ outcome, title, result, clause, source }): readonly AsideOutcome[] =>
      result === "false" || outcome === scheme.goal || !isAside(outcome)
        ? []
        : [{ id: outcome, title: titleOf(title ?? outcome, telling), clause: cited(clause, source, telling) }],
    ),
    conditions: conditionsHeld(before, after, difference, lang),
    difference,
    findings: assessment.findings,
  };
}

function sideStory({ applicant }: Side, side: RecordSide): ReexaminationSide {
  const { outcome, possible, threshold, margin } = applicant.decision;
  return { ...side, asApplicant: outcome, possible, threshold, margin };
}
