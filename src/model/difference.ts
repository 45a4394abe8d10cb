/** What parts two records: by indicator, which adds up, and by cause, one step after the other. */
import type { EligibilityStatus, Finding, ScoreResult } from "./assessment.js";
import type { DateText, ExactText } from "./numbers.js";
import type { ReplayCause, ReplayVerdict } from "./record.js";
import type { Title } from "./rubric.js";

/** What `diffRecords` gives. Two records that cannot both be computed again have no difference that could be trusted. */
export type RecordDiff =
  | { readonly success: true; readonly difference: RecordDifference }
  | { readonly success: false; readonly before: ReplayVerdict; readonly after: ReplayVerdict };

/** Nothing in it is an object keyed by an author's id. */
export interface RecordDifference {
  readonly format: "chengxin/diff@1";
  readonly before: RecordSide;
  readonly after: RecordSide;
  /** Leaves, and what groups and the score did beside adding up; only what parts. Their `points` add up to `total`. */
  readonly changes: readonly NodeChange[];
  /** Groups that part, and sheets: each the sum of what lies in it. Not to be added to `changes`. */
  readonly groups: readonly GroupChange[];
  /** New score − old score, in points of the score; null where one of them is open, or there is none. */
  readonly total: ExactText | null;
  /** Facts, then rubric, then date and role: each from where the one before ended. Empty where all three are the same. */
  readonly steps: readonly CauseStep[];
  /** Of two records none: whose verdict flips is asked of a folder of fact sheets. */
  readonly flips: readonly [];
}

/** One of the two records. */
export interface RecordSide extends Standing {
  readonly scheme: { readonly id: string; readonly version: string };
  readonly subject: { readonly id: string | null; readonly name: string | null };
  readonly asOf: DateText;
  readonly role: string | null;
}

/** Score and decision, at one end of a step. */
export interface Standing {
  readonly score: Pick<ScoreResult, "status" | "exact" | "display">;
  readonly outcome: string;
  readonly band: string | null;
  readonly eligibility: EligibilityStatus;
}

interface Change {
  /** The component and the groups around it: `base/A/A1`; empty for a sheet and for the score. */
  readonly within: string;
  readonly title: Title | null;
  /** What stands in another group, or is another kind of node now, is removed there and added here. */
  readonly presence: "both" | "added" | "removed";
  /** In points of the score; null where it is open, and on the side that does not have it. */
  readonly before: ExactText | null;
  readonly after: ExactText | null;
  /** With sign; all of it where only one side has it. Null where it is open. */
  readonly points: ExactText | null;
}

/** A leaf, or what a group did to its value beside adding up: coefficient, effects, floor, cap, rounding, offsets. */
export interface NodeChange extends Change {
  readonly kind: "indicator" | "adjustments";
  /** `component/id`, a sheet by its component's id; `score` for what the scheme did to the score. */
  readonly subject: string;
}

/** A group, or a sheet, and by how much it parts. */
export interface GroupChange extends Change {
  readonly subject: string;
}

/** Date and role belong together: who fills in a fact sheet, and for which day. */
export type CauseKind = "facts" | "rubric" | "date-and-role";

/** From one state to the next; several causes where the state between them cannot be scored. */
export interface CauseStep {
  readonly causes: readonly CauseKind[];
  /** Why the causes are told as one; null where there is one. */
  readonly joined: JoinedBecause | null;
  /** What is stated otherwise. */
  readonly stated: readonly StatedChange[];
  readonly before: Standing;
  readonly after: Standing;
  /** With sign; the points of all steps add up to the total. Null where an end is open. */
  readonly points: ExactText | null;
  readonly changes: readonly NodeChange[];
  /** Of the rubric alone: what made the difference, as `replay` tells it. */
  readonly origins: readonly ReplayCause[];
}

/** The facts do not fit the rubric of the state between, which then says so; or its score is open. */
export interface JoinedBecause {
  readonly reason: "findings" | "open";
  readonly findings: readonly Finding[];
}

/** One thing that the two records state otherwise. */
export interface StatedChange {
  readonly kind:
    | "fact"
    | "judgement"
    | "not-applicable"
    | "instances"
    | "material"
    | "closed"
    | "problems"
    | "scheme"
    | "sheet"
    | "sheet-choice"
    | "as-of"
    | "role";
  readonly id: string;
  /** As it stands there, JSON where it is no plain text; null where it is not stated. */
  readonly before: string | null;
  readonly after: string | null;
}
