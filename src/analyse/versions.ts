/** Two versions of rubrics → what parts them by meaning, and whose verdict flips. */
import { expectRubric, expectRubrics } from "../compile/arguments.js";
import { libraryOf } from "../compile/find.js";
import { expectOptions, isObject, misuse } from "../messages/misuse.js";
import type { LoadedRubric, RubricSet } from "../model/rubric-set.js";
import type { Rubric } from "../model/rubric.js";
import type { NamedFactSheet, RubricChange, RubricDifference, RubricVersion } from "../model/rubric-difference.js";
import { expectFactSheet } from "../score/arguments.js";
import { impactOf } from "./impact.js";
import { rubricChanges } from "./rubric-changes.js";

/** What else may be asked of two versions. */
export interface DiffRubricsOptions {
  /** Each is scored with the old version and with the new one, in which all other rubrics are the same. */
  readonly factSheets?: readonly NamedFactSheet[];
  /** The other rubrics that it takes to score them; what is compared takes the place of every version of it in there. */
  readonly rubrics?: RubricSet | readonly Rubric[];
}

/** One rubric, or several that belong together, such as a scheme with its sheets. */
export type RubricsCompared = Rubric | RubricSet | readonly Rubric[];

/**
 * Tells two versions of a rubric apart by what they mean: an indicator moved, points 4 → 3, the edge of a tier 15 → 20, a
 * clause changed. The list is empty exactly where the contents are equal; comments, the order of keys and other spellings
 * of a number are no changes. Ids tell who is who; where the same content has another id, the id has changed.
 *
 * With fact sheets, each is scored with both versions: whose outcome, band or eligibility flips, how far the others moved,
 * and which could not be scored. `points` and `total` are always null here: a change has no points of its own, since what
 * it is worth depends on the fact sheet and on the other changes.
 *
 * @param before a sheet or a scheme from `parseRubric` or `validateRubric`; or several, paired by kind and id.
 * @param after the later version; one of each may have other ids, and takes the place of the old one.
 * @throws TypeError when an argument is something else, a sheet is compared with a scheme, or a rubric is a copy that does
 *   not know what it was read from.
 *
 * @example
 * ```ts
 * import { diffRubrics, parseRubric } from "chengxin";
 *
 * const sheet = (edge: number) => parseRubric(`
 * kind: sheet
 * id: shop
 * version: "1"
 * title: 商店指标
 * points: 4
 * facts: { years: { type: integer, range: { at_least: 0 } } }
 * indicators:
 *   - id: A1
 *     title: 年限
 *     points: 4
 *     scoring:
 *       rule: tiers
 *       fact: years
 *       tiers: [{ at_least: ${edge}, points: 4 }, { below: ${edge}, points: 0 }]
 * `);
 * const { changes } = diffRubrics(sheet(15), sheet(20));
 * console.log(changes.map(({ kind, subject, before, after }) => `${kind} ${subject} ${before} → ${after}`).join(", ")); // limit A1 ≥ 15 → ≥ 20
 * ```
 */
export function diffRubrics(
  before: RubricsCompared,
  after: RubricsCompared,
  options: DiffRubricsOptions = {},
): RubricDifference {
  const [old, now] = [rubricsIn("before", before), rubricsIn("after", after)];
  expectOptions("diffRubrics", options, ["factSheets", "rubrics"]);
  const { factSheets, rubrics = [] } = options;
  expectRubrics("diffRubrics", rubrics, "options.rubrics");
  expectFactSheets(factSheets);
  const pairs = pairsOf(old, now);
  const impact =
    factSheets && impactOf({ old, now, pairs: pairs.flatMap(bothSides), others: libraryOf(rubrics) }, factSheets);
  return {
    format: "chengxin/diff@1",
    before: old.map(({ rubric }) => versionOf(rubric)),
    after: now.map(({ rubric }) => versionOf(rubric)),
    changes: pairs.flatMap(changesOf),
    total: null,
    flips: impact?.flips ?? [],
    impact: impact?.impact ?? null,
  };
}

function rubricsIn(argument: string, given: RubricsCompared): readonly LoadedRubric[] {
  const { loaded } = libraryOf(listed(argument, given));
  for (const { rubric } of loaded)
    if (!rubric.origin) throw misuse("diffRubrics", argument, "a rubric as it was read, and no copy of one", rubric);
  return loaded;
}

function listed(argument: string, given: RubricsCompared): RubricSet | readonly Rubric[] {
  if (isRubric(given)) {
    expectRubric("diffRubrics", argument, given);
    return [given];
  }
  expectRubrics("diffRubrics", given, argument);
  return given;
}

function isRubric(given: RubricsCompared): given is Rubric {
  return isObject(given) && "kind" in given;
}

function expectFactSheets(given: unknown): void {
  if (given === undefined) return;
  const named = "a list of `{ file, factSheet }`";
  if (!Array.isArray(given)) throw misuse("diffRubrics", "options.factSheets", named, given);
  for (const sheet of given as readonly unknown[]) {
    if (!isObject(sheet) || typeof sheet["file"] !== "string")
      throw misuse("diffRubrics", "options.factSheets", named, sheet);
    expectFactSheet("diffRubrics", sheet["factSheet"]);
  }
}

/** At least one of them is there. */
interface Pair {
  readonly before?: LoadedRubric;
  readonly after?: LoadedRubric;
}

/** Both versions of one rubric. */
export interface VersionPair {
  readonly before: LoadedRubric;
  readonly after: LoadedRubric;
}

/** Two alone belong together, whatever they are called. Of several, those of one kind and id. */
function pairsOf(old: readonly LoadedRubric[], now: readonly LoadedRubric[]): readonly Pair[] {
  if (old.length === 1 && now.length === 1) return [theOnly(old[0]!, now[0]!)];
  const names = new Set([...old, ...now].map(nameOf));
  return [...names].sort().flatMap((name) => {
    const [olds, nows] = [old, now].map((all) => all.filter((each) => nameOf(each) === name)) as [
      LoadedRubric[],
      LoadedRubric[],
    ];
    return versionPairs(olds, nows);
  });
}

function theOnly(before: LoadedRubric, after: LoadedRubric): VersionPair {
  const { kind } = before.rubric;
  if (kind !== after.rubric.kind) throw misuse("diffRubrics", "after", `a ${kind}, as \`before\` is`, after.rubric);
  return { before, after };
}

function nameOf({ rubric: { kind, id } }: LoadedRubric): string {
  return `${kind} ${id}`;
}

/** Versions side by side: each with its own, and where one is left on either side, these two. */
function versionPairs(olds: readonly LoadedRubric[], nows: readonly LoadedRubric[]): readonly Pair[] {
  const left = [...nows];
  const pairs: Pair[] = [];
  const alone: LoadedRubric[] = [];
  for (const before of olds) {
    const found = left.findIndex(({ rubric }) => rubric.version === before.rubric.version);
    if (found < 0) alone.push(before);
    else pairs.push({ before, after: left.splice(found, 1)[0]! });
  }
  if (alone.length === 1 && left.length === 1) return [...pairs, { before: alone[0]!, after: left[0]! }];
  return [...pairs, ...alone.map((before) => ({ before })), ...left.map((after) => ({ after }))];
}

function bothSides({ before, after }: Pair): readonly VersionPair[] {
  return before && after ? [{ before, after }] : [];
}

function changesOf({ before, after }: Pair): readonly RubricChange[] {
  if (before && after) return rubricChanges(before.rubric.origin!.value, after.rubric.origin!.value);
  const { id, version, title } = (before ?? after)!.rubric;
  const texts = { before: before ? version : null, after: after ? version : null };
  const kind = before ? "removed" : "added";
  return [{ kind, rubric: id, about: "rubric", subject: id, title, at: [], ...texts, points: null }];
}

function versionOf({ kind, id, version, title, effective }: Rubric): RubricVersion {
  const { from = null, until = null } = effective ?? {};
  return { kind, id, version, title, effective: { from, until } };
}
