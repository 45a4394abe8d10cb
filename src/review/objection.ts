/** Record → the answer to an objection against one of its indicators. */
import { areComparable, compareRoles } from "../analyse/roles.js";
import type { CompiledScheme } from "../compile/program.js";
import { compileScheme } from "../compile/scheme.js";
import { noticesOf } from "../explain/reasons.js";
import { nodeStory } from "../explain/nodes.js";
import type { LeafResult } from "../explain/rules.js";
import { cited, tellingAt, tellingOf, titleOf, type Telling } from "../explain/telling.js";
import { standardLines } from "../explain/terms.js";
import { verdictOf } from "../explain/verdict.js";
import { expectOptions, expectText, misuse } from "../messages/misuse.js";
import type { Language } from "../model/language.js";
import type { Objection, ObjectionAnswer, ObjectionIndicator, ObjectionRoles } from "../model/objection.js";
import type { ScoreRecord } from "../model/record.js";
import { rubricsOf } from "../replay/difference.js";
import { assessedStanding } from "../score/parting.js";
import { replay } from "../replay/replay.js";
import { benchOf } from "./bench.js";
import { decidingChanges } from "./changes.js";
import { type FoundLeaf, findLeaf, nameOf } from "./find.js";
import { pointTrials } from "./points.js";
import { entriesOf, factStories } from "./reads.js";
import { stepsOf, wayOf } from "./sums.js";

/** What stands beside the record. */
export interface ObjectionOptions {
  /** `zh` unless told otherwise. */
  readonly lang?: Language;
  /** Records of the other roles, for the same enterprise and day and by the same rubrics. */
  readonly others?: readonly unknown[];
}

/**
 * Answers an objection against one indicator of a record: what was read and from which papers, which entries counted and
 * which did not and why, every step to its points and on to the score, what other roles gave, and what would change the
 * outcome. For that, single changes are scored anew with the rubrics of the record: other points of the indicator, and each
 * thing that it reads, by itself; the least that decides is told, or that none does.
 *
 * The record is untrusted: it is computed again first, and unless it matches there is no answer but the verdict.
 *
 * @param record from `recordOf`, or `JSON.parse` of a stored one; with its rubrics embedded.
 * @param indicator `component/id`, or the bare id where it is unique; no group.
 * @param options language, and the records of other roles.
 * @throws TypeError when `indicator` is no string, or an option unknown or of another kind.
 *
 * @example
 * ```ts
 * import { answerObjection, compileScheme, recordOf } from "chengxin";
 * import { loadFactSheet, loadRubrics } from "chengxin/node";
 *
 * const scheme = compileScheme(await loadRubrics("rubrics"), "gongzhu-2023");
 * const record = recordOf(scheme, await loadFactSheet("rubrics/examples/just-below-80.facts.yaml"));
 * const answer = answerObjection(record, "C3.1", { lang: "en" });
 * if (answer.success) {
 *   const { indicator, outcome } = answer.objection;
 *   console.log(indicator.awarded, outcome.full?.score.exact, outcome.full?.outcome); // 1.794 566/7 expert-review
 *   console.log(outcome.points.map(({ awarded }) => awarded).join()); // 1.8
 *   const [least] = outcome.facts;
 *   console.log(least?.change.kind === "fact" && `${least.change.fact}: ${least.change.to}`); // contract_fulfilment: 96
 * }
 * ```
 */
export function answerObjection(record: unknown, indicator: string, options: ObjectionOptions = {}): ObjectionAnswer {
  expectText("answerObjection", "indicator", indicator);
  expectOptions("answerObjection", options, ["lang", "others"]);
  const { lang = "zh", others = [] } = options;
  if (lang !== "zh" && lang !== "en") throw misuse("answerObjection", "options.lang", "`zh` or `en`", lang);
  if (!Array.isArray(others)) throw misuse("answerObjection", "options.others", "a list of records", others);
  const verdicts = [record, ...others].map((each) => replay(each).verdict);
  if (verdicts.some((verdict) => verdict !== "MATCH")) return { success: false, reason: "verdict", verdicts };
  // What matches is a record, and its assessment is what it says it is.
  const [own, ...ofOthers] = [record, ...others] as readonly [ScoreRecord, ...ScoreRecord[]];
  const found = findLeaf(own.assessment, indicator);
  if ("success" in found) return found;
  const compiled = compileScheme(rubricsOf(own), own.assessment.scheme.id);
  if (ofOthers.length > 0 && !areAlike([own, ...ofOthers], compiled)) return { success: false, reason: "roles" };
  return { success: true, objection: answer(own, found, ofOthers, compiled, lang) };
}

/** By the same rubrics, so that what parts them is what they say. */
function areAlike(records: readonly ScoreRecord[], compiled: CompiledScheme): boolean {
  const [first] = records;
  const contents = ({ rubrics }: ScoreRecord): string => rubrics.map(({ content }) => content).join();
  return (
    records.every((each) => contents(each) === contents(first!)) &&
    areComparable(
      compiled,
      records.map(({ inputs }) => inputs),
    )
  );
}

function answer(
  own: ScoreRecord,
  found: FoundLeaf,
  others: readonly ScoreRecord[],
  compiled: CompiledScheme,
  lang: Language,
): Objection {
  const { assessment, inputs } = own;
  const { scheme, subject, asOf, role, decision } = assessment;
  const { component, leaf } = found;
  const around = tellingOf(assessment, lang, false);
  const telling = found.groups.reduce((outer, group) => tellingAt(group, outer), around);
  const sheet = component.sheet!;
  const name = nameOf({ component, node: leaf });
  const instance = found.groups.flatMap((group) => group.instance ?? [])[0];
  const bare = instance === undefined ? leaf.id : leaf.id.slice(0, leaf.id.length - instance.id.length - 2);
  const key = `${component.id}/${bare}`;
  const entries = entriesOf(leaf, telling);
  const bench = benchOf(compiled, assessment, name, telling);
  const place = { component: component.id, sheet: sheet.id, key, instance: instance?.id };
  const points = pointTrials({ leaf, place, compiled, factSheet: inputs, telling, bench });
  const ground = {
    leaf,
    names: [key, bare] as const,
    owner: instance,
    factSheet: inputs,
    entries,
    telling,
    bench,
  };
  const facts = decidingChanges(ground);
  return {
    format: "chengxin/objection@1",
    lang,
    record: own.digests.record,
    scheme: { id: scheme.id, version: scheme.version, title: titleOf(scheme.title, around) },
    sheet: { id: sheet.id, version: sheet.version, title: titleOf(sheet.title, around) },
    subject,
    asOf,
    role,
    notices: noticesOf(assessment, around),
    standing: {
      ...assessedStanding(assessment),
      goal: decision.goal,
      threshold: decision.threshold,
      margin: decision.margin,
    },
    verdict: verdictOf(assessment, around),
    indicator: indicatorStory(name, leaf, telling),
    facts: factStories(leaf, telling),
    entries,
    steps: stepsOf(leaf, telling),
    way: wayOf(found, around),
    roles: others.length === 0 ? null : rolesOf(name, [own, ...others], compiled),
    outcome: { ...points, facts, tried: bench.tried(), complete: bench.complete() },
  };
}

function indicatorStory(id: string, leaf: LeafResult, telling: Telling): ObjectionIndicator {
  const { title, clause, source, status, points, awarded, factor, contribution, shortfall, standard } = leaf;
  const { story, details } = nodeStory(leaf, telling);
  return {
    id,
    title: titleOf(title, telling),
    clause: cited(clause, source, telling),
    status,
    points,
    awarded: awarded?.exact ?? null,
    factor,
    contribution,
    shortfall,
    standard,
    standardText: standardLines(leaf, telling),
    story,
    details,
  };
}

/** A role whose fact sheet has no such instance has no such indicator. */
function rolesOf(name: string, records: readonly ScoreRecord[], compiled: CompiledScheme): ObjectionRoles {
  const { indicators } = compareRoles(
    compiled,
    records.map(({ inputs }) => inputs),
  );
  const { given, differences } = indicators.find(({ indicator }) => indicator === name)!;
  return { given, differences };
}
