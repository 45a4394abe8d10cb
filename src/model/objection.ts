/** The answer to an objection: one indicator of one record, everything that made its points, and what would change the outcome. */
import type { EntryResult, FactState, NodeStatus, ReadValue, ScoreResult } from "./assessment.js";
import type { RoleDifference, RolePoints } from "./comparison.js";
import type { Standing } from "./difference.js";
import type { Language } from "./language.js";
import type { DateText, DecimalText, ExactText } from "./numbers.js";
import type { Digest, ReplayVerdict } from "./record.js";
import type { Scoring } from "./scoring.js";

/** What `answerObjection` gives; without success only why there is no answer. */
export type ObjectionAnswer =
  | { readonly success: true; readonly objection: Objection }
  /** One of the records does not hold: the verdicts, in the order given. */
  | { readonly success: false; readonly reason: "verdict"; readonly verdicts: readonly ReplayVerdict[] }
  /** The record has no such indicator, or several: names that may have been meant. */
  | { readonly success: false; readonly reason: "indicator"; readonly nearest: readonly string[] }
  /** It is a group: the indicators in it. */
  | { readonly success: false; readonly reason: "group"; readonly indicators: readonly string[] }
  /** The records are not of one enterprise, day and scheme, each of another role. */
  | { readonly success: false; readonly reason: "roles" };

/**
 * One indicator of one record. Sentences are in one language; figures are exact. Nothing in it is an object keyed by an
 * author's id.
 */
export interface Objection {
  readonly format: "chengxin/objection@1";
  readonly lang: Language;
  /** Of the record that was objected to. It was computed again, and is the same. */
  readonly record: Digest;
  readonly scheme: { readonly id: string; readonly version: string; readonly title: string };
  readonly sheet: { readonly id: string; readonly version: string; readonly title: string };
  readonly subject: { readonly id: string | null; readonly name: string | null };
  readonly asOf: DateText;
  readonly role: string | null;
  /** What has to be known before anything else is read: drafts that the score is built on. */
  readonly notices: readonly string[];
  readonly standing: ObjectionStanding;
  /** The decision, the score and the threshold, one sentence each. */
  readonly verdict: readonly string[];
  readonly indicator: ObjectionIndicator;
  /** Facts in the order in which they are read, what a derived one comes from behind it. */
  readonly facts: readonly ObjectionFact[];
  /** Entries of every list that was counted, whether they counted or not. */
  readonly entries: readonly ObjectionEntry[];
  /** What the rule gave, then what coefficient, floor, cap and rounding gave or took: they add up to the points. Empty while they are open. */
  readonly steps: readonly ObjectionStep[];
  /** From the indicator up to the score: its group, the group around that, the sheet, the score. */
  readonly way: readonly ObjectionPlace[];
  /** Null where no records of other roles were given. */
  readonly roles: ObjectionRoles | null;
  readonly outcome: ObjectionOutcome;
}

/** Score and decision, with what the goal asks for. */
export interface ObjectionStanding extends Standing {
  readonly goal: string;
  readonly threshold: DecimalText | null;
  readonly margin: ExactText | null;
}

/** The indicator itself: what it is worth, and by which clause and standard. */
export interface ObjectionIndicator {
  /** `component/id`. */
  readonly id: string;
  readonly title: string;
  /** With the document where it is not the usual one. */
  readonly clause: string | null;
  readonly status: NodeStatus;
  readonly points: DecimalText;
  readonly awarded: ExactText | null;
  /** What one of its points is worth in the score; null while that is open. */
  readonly factor: ExactText | null;
  readonly contribution: ExactText | null;
  readonly shortfall: ExactText | null;
  /** The rule as data, and in words, one line each. */
  readonly standard: Scoring;
  readonly standardText: readonly string[];
  /** From what was read to the points, and the lines that belong below that: entries, items, parts, who judged. */
  readonly story: string;
  readonly details: readonly string[];
}

/** One fact, or what assessors said, as it was read. */
export interface ObjectionFact {
  /** Of a judgement the indicator. */
  readonly fact: string;
  readonly title: string;
  readonly value: ReadValue;
  readonly state: FactState;
  readonly evidence: readonly string[];
  /** Whether a paper has to stand behind it. */
  readonly evidenceRequired: boolean;
  readonly note: string | null;
  /** Who holds the data. */
  readonly owner: string | null;
  /** Facts that it is computed from; none where it was supplied. */
  readonly from: readonly string[];
  readonly text: string;
}

/** Why an entry does not count: by its day, by `where`, for want of a line, as a double, or as one too many. */
export type ObjectionExclusion = "later" | "window" | "where" | "no-line" | "same-matter" | "too-many";

/** One entry of a list, and what became of it. */
export interface ObjectionEntry extends Omit<EntryResult, "excluded"> {
  /** The list; what counted it, where that is a fact derived from it. */
  readonly fact: string;
  readonly by: string | null;
  /** Place in the list, from 0. */
  readonly index: number;
  /** Null: it counted. */
  readonly excluded: ObjectionExclusion | null;
  /** First and last day that count, where a window does so by the date. */
  readonly window: { readonly first: DateText; readonly last: DateText } | null;
  /** What it gave or took, in points of the indicator; null where it is only counted. */
  readonly points: ExactText | null;
}

/** One step to the points of the indicator. */
export interface ObjectionStep {
  readonly kind: "rule" | "coefficient" | "floor" | "cap" | "rounding";
  readonly in: ExactText;
  readonly out: ExactText;
  /** What it gave or took, in points of the indicator, with sign. */
  readonly by: ExactText;
  /** The same in points of the score; null while that is open. */
  readonly contribution: ExactText | null;
  readonly text: string;
}

/** A group around the indicator, the sheet, or the score. */
export interface ObjectionPlace {
  /** `component/id`; the sheet by its component's id, the score as `score`. */
  readonly id: string;
  readonly title: string;
  readonly awarded: ExactText | null;
  /** In points of the score. */
  readonly contribution: ExactText | null;
  readonly story: string;
  /** What it did beside adding up. */
  readonly adjustments: readonly ObjectionAdjustment[];
}

/** What was capped, rounded, replaced on the way, and by how much. */
export interface ObjectionAdjustment {
  readonly cause: string;
  /** In points of the place. */
  readonly by: ExactText;
  /** In points of the score. */
  readonly contribution: ExactText | null;
  readonly text: string;
}

/** What each role gave, and why they part. */
export interface ObjectionRoles {
  readonly given: readonly RolePoints[];
  readonly differences: readonly RoleDifference[];
}

/** What would change the outcome, each tried with the scoring engine. */
export interface ObjectionOutcome {
  /** Full points here, everything else as it is; null where it does not apply, or full points are what it has. */
  readonly full: ObjectionTrial | null;
  /** The least change of its points that changes outcome or band, up and down; at most two. */
  readonly points: readonly ObjectionTrial[];
  /**
   * Single changes of what it reads that change outcome or band, the least first. Of lists, what stands in them: new
   * entries are not tried, nor numbers and days inside one.
   */
  readonly facts: readonly ObjectionTrial[];
  /** How many changes were scored. */
  readonly tried: number;
  /** False: more could have been tried than there is time for. */
  readonly complete: boolean;
}

/** One change, and what comes of it. */
export interface ObjectionTrial {
  readonly change: ObjectionChange;
  readonly text: string;
  /** Points of the indicator then; null where it has none. */
  readonly awarded: ExactText | null;
  readonly score: Pick<ScoreResult, "status" | "exact" | "display">;
  /** New score − recorded score; null where one of them is open. */
  readonly points: ExactText | null;
  readonly margin: ExactText | null;
  readonly outcome: string;
  readonly band: string | null;
  /** Whether outcome or band is another. */
  readonly differs: boolean;
}

/** What is different in a trial, and nothing else. */
export type ObjectionChange =
  /** The indicator has other points, whatever it reads. */
  | {
      readonly kind: "points";
      readonly from: ExactText | null;
      readonly to: ExactText;
      /** The points that have to be passed, by however little; null: what stands in `to` is the least that decides. */
      readonly past: ExactText | null;
    }
  | {
      readonly kind: "fact";
      readonly fact: string;
      readonly from: ReadValue;
      readonly to: ReadValue;
      /** Of a number or a day: one such step less, and nothing changes. */
      readonly step: DecimalText | null;
    }
  /** Entries of a list, by their place, are left out, count although they lie outside the window, or stand there once more. */
  | {
      readonly kind: "entries";
      readonly fact: string;
      readonly entries: readonly number[];
      readonly becomes: "left-out" | "in-window" | "repeated";
      /** Of those that stand there once more: how many times. */
      readonly times: number;
    }
  /** One field of one entry, or its `kind`, says something else. */
  | {
      readonly kind: "entry";
      readonly fact: string;
      readonly entry: number;
      readonly field: string;
      readonly from: string | boolean | null;
      readonly to: string | boolean;
    }
  | {
      readonly kind: "judgement";
      /** Of several its place, from 0. */
      readonly index: number | null;
      readonly from: ExactText | null;
      readonly to: ExactText;
      readonly step: DecimalText;
    }
  | { readonly kind: "applicability"; readonly applies: boolean };
