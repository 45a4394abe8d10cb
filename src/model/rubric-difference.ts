/** What parts two versions of a rubric, by meaning, and what that does to fact sheets. */
import type { Finding } from "./assessment.js";
import type { Diagnostic } from "./diagnostic.js";
import type { Standing } from "./difference.js";
import type { FactSheet } from "./fact.js";
import type { DateText, ExactText } from "./numbers.js";
import type { Rubric, Title } from "./rubric.js";

/** What `diffRubrics` gives. Nothing in it is an object keyed by an author's id. */
export interface RubricDifference {
  readonly format: "chengxin/diff@1";
  readonly before: readonly RubricVersion[];
  readonly after: readonly RubricVersion[];
  /** Empty exactly where the contents are equal: comments, quotes, the order of keys and `1.0` for `1` are no changes. */
  readonly changes: readonly RubricChange[];
  /** Always null: a rubric alone has no score, and what it brings each fact sheet stands with the fact sheet. */
  readonly total: null;
  /** Of the fact sheets given, those whose decision is another one. */
  readonly flips: readonly VerdictFlip[];
  /** Null where no fact sheets were given. */
  readonly impact: Impact | null;
}

/** One of the rubrics that are compared. */
export interface RubricVersion {
  readonly kind: Rubric["kind"];
  readonly id: string;
  readonly version: string;
  readonly title: Title;
  readonly effective: { readonly from: DateText | null; readonly until: DateText | null };
}

/** What has an id of its own in a rubric; `rubric` for what is said of the whole. */
export type ChangeSubject =
  | "rubric"
  | "component"
  | "indicator"
  | "fact"
  | "instances"
  | "condition"
  | "preference"
  | "material"
  | "band"
  | "outcome"
  | "document";

/**
 * What kind of change it is. `added`, `removed` and `moved` are about the subject itself, or, where `at` is not empty,
 * about an entry of it, such as a tier. `limit` is an end of an interval, such as the edge of a tier; `threshold` what an
 * outcome asks of the score; `rule` whatever else the scoring of a leaf says; `declaration` how a fact is declared;
 * `calculation` how a group or a scheme comes to its value; `validity` version, status and dates.
 */
export type RubricChangeKind =
  | "added"
  | "removed"
  | "moved"
  | "id"
  | "title"
  | "clause"
  | "points"
  | "weight"
  | "limit"
  | "threshold"
  | "rule"
  | "condition"
  | "declaration"
  | "calculation"
  | "applicability"
  | "validity"
  | "other";

/** One thing that the two versions say otherwise. */
export interface RubricChange {
  readonly kind: RubricChangeKind;
  /** The rubric it is in, by the id that it had before. */
  readonly rubric: string;
  readonly about: ChangeSubject;
  /** The author's id, as it was before; of what is new, as it is now. */
  readonly subject: string;
  readonly title: Title | null;
  /** Where in the subject; empty where the subject itself was added, removed, moved or given another id. */
  readonly at: readonly ChangePlace[];
  /**
   * In the author's words, an end of an interval as `≥ 15`; null where nothing is said. Of what moved, the group around
   * it and its place there: `B #2`.
   */
  readonly before: string | null;
  readonly after: string | null;
  /** Always null; see `total`. */
  readonly points: null;
}

/** One step into a subject: a key of the language, and which of its entries, where it has several. */
export interface ChangePlace {
  readonly key: string;
  /** What tells the entry apart: an option, `≥ 15` of a tier, or the place in the list as `#2`. */
  readonly entry: string | null;
}

/** A fact sheet, and what to call it. */
export interface NamedFactSheet {
  readonly file: string;
  readonly factSheet: FactSheet;
}

/** One fact sheet, scored with the old version and with the new one; all other rubrics are the same. */
export interface SheetImpact {
  readonly file: string;
  readonly before: Standing;
  readonly after: Standing;
  /** New score − old score; null where one of them is open. */
  readonly points: ExactText | null;
  /** What is wrong with the fact sheet under the new version only: a fact that is not declared any more, say. */
  readonly findings: readonly Finding[];
}

/** The decision is another: its outcome, or else its band, or else whether the enterprise is eligible. */
export interface VerdictFlip extends SheetImpact {
  readonly by: "outcome" | "band" | "eligibility";
  /** `undetermined` while it is open; a band that there is none of is `none`. */
  readonly from: string;
  readonly to: string;
}

/** All fact sheets together. */
export interface Impact {
  /** How many there were, and every one of them counts in one of the following. */
  readonly sheets: number;
  readonly flipped: number;
  /** Another score, or, while it is open, other bounds; the same decision. */
  readonly moved: number;
  readonly same: number;
  /** Made for another rubric, or for another version of it. */
  readonly elsewhere: number;
  /** The largest rise and the largest fall of a score; null where there is none. Those that flip included. */
  readonly up: ExtremeImpact | null;
  readonly down: ExtremeImpact | null;
  readonly unscored: readonly UnscoredSheet[];
}

/** How far one score moved. */
export interface ExtremeImpact {
  readonly file: string;
  readonly points: ExactText;
}

/** A fact sheet that could not be scored, and why. */
export interface UnscoredSheet {
  readonly file: string;
  /** With which version; `both` where the fact sheet itself, or what else it needs, is at fault. */
  readonly with: "before" | "after" | "both";
  readonly findings: readonly Diagnostic[];
}
