/** Two versions of one rubric → everything that they say otherwise, subject by subject. */
import { contentOf } from "../base/content.js";
import type { DocumentValue } from "../model/document.js";
import type { Title } from "../model/rubric.js";
import type { ChangePlace, ChangeSubject, RubricChange, RubricChangeKind } from "../model/rubric-difference.js";
import { type Mapping, SIGNS, isMapping, textOf, valueOf, without } from "./content-values.js";
import { indicatorChanges } from "./indicator-changes.js";
import { type Named, type SubjectChange, entryChanges, listedChanges, mappedChanges } from "./subject-changes.js";

/** Of the values that two rubrics were read from. None exactly where what they say is the same. */
export function rubricChanges(before: DocumentValue, after: DocumentValue): readonly RubricChange[] {
  // A rubric is a mapping: what is none was no rubric.
  const [old, now] = [contentOf(before) as Mapping, contentOf(after) as Mapping];
  const sections = SECTIONS.filter(([key]) => [old, now].some((content) => hasEntries(valueOf(content, key))));
  const changes = [
    ...entryChanges("rubric", wholeOf(old, sections), wholeOf(now, sections)),
    ...sections.flatMap(([key, changesOf]) => changesOf(valueOf(old, key), valueOf(now, key))),
  ];
  return changes.map((change) => told(change, textOf(old, "id") ?? ""));
}

function wholeOf(content: Mapping, sections: readonly Section[]): Named {
  return {
    id: textOf(content, "id") ?? "",
    says: without(
      content,
      sections.map(([key]) => key),
    ),
  };
}

/** An empty list of bands is no subject, and not the same as none. */
function hasEntries(section: DocumentValue | undefined): boolean {
  return typeof section === "object" && section !== null && Object.keys(section).length > 0;
}

type Section = readonly [
  key: string,
  changes: (before: DocumentValue | undefined, after: DocumentValue | undefined) => readonly SubjectChange[],
];

/** Where subjects with ids of their own stand, in the order in which they are told. */
const SECTIONS: readonly Section[] = [
  ["blend", (before, after) => listedChanges("component", before, after)],
  ["indicators", indicatorChanges],
  ["facts", (before, after) => mappedChanges("fact", before, after)],
  ["instances", (before, after) => mappedChanges("instances", before, after)],
  ["eligibility", (before, after) => listedChanges("condition", before, after)],
  ["preferences", (before, after) => listedChanges("preference", before, after)],
  ["materials", (before, after) => listedChanges("material", before, after)],
  ["bands", (before, after) => listedChanges("band", before, after)],
  ["outcomes", (before, after) => listedChanges("outcome", before, after)],
  ["documents", (before, after) => mappedChanges("document", before, after)],
];

function told({ about, entry, change }: SubjectChange, rubric: string): RubricChange {
  const { how, at, before, after } = change;
  const kind = how === "changed" ? kindOf(about, at) : how;
  return { kind, rubric, about, subject: entry.id, title: titleOf(entry.says), at, before, after, points: null };
}

function titleOf(says: DocumentValue): Title | null {
  const title = isMapping(says) ? valueOf(says, "title") : says;
  if (typeof title === "string") return title;
  if (!isMapping(title)) return null;
  const [zh, en] = [textOf(title, "zh"), textOf(title, "en")];
  return zh !== undefined && en !== undefined ? { zh, en } : null;
}

function kindOf(about: ChangeSubject, at: readonly ChangePlace[]): RubricChangeKind {
  const keys = at.map(({ key }) => key);
  const last = keys.at(-1);
  if (last === undefined) return "id";
  const isEnd = Object.hasOwn(SIGNS, last);
  if (last === "title") return "title";
  if (last === "clause" || last === "source") return "clause";
  if (keys.some((key) => ASKING.has(key)))
    return about === "outcome" && keys.includes("score") && isEnd ? "threshold" : "condition";
  if (isEnd || last === "at") return "limit";
  const [first] = keys;
  if (first === "scoring") return ofScoring(keys);
  return OF_KEYS.find(([, words]) => words.includes(first!))?.[0] ?? (about === "fact" ? "declaration" : "other");
}

/** Behind them stand conditions. */
const ASKING: ReadonlySet<string> = new Set(["require", "when", "applies_when", "where", "within", "otherwise"]);

function ofScoring(keys: readonly string[]): RubricChangeKind {
  const last = keys.at(-1)!;
  if (last === "weights") return "weight";
  if (AWARDING.has(last)) return "points";
  // What is said of a fact that is declared in its leaf.
  return keys.indexOf("fact") >= 0 && keys.indexOf("fact") < keys.length - 1 ? "declaration" : "rule";
}

const AWARDING: ReadonlySet<string> = new Set(["points", "share", "base", "each"]);

const OF_KEYS: readonly (readonly [RubricChangeKind, readonly string[]])[] = [
  ["points", ["points"]],
  ["weight", ["weight", "weight_by"]],
  ["calculation", ["combine", "floor", "cap", "round", "display", "coefficient", "renormalise", "rescale"]],
  ["calculation", ["counts_as", "absorbed_by", "outside", "when_missing", "each", "effects"]],
  ["applicability", ["may_be_not_applicable", "if_not_applicable"]],
  ["validity", ["version", "status", "effective"]],
];
