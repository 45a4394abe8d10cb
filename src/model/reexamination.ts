/** 复查: whether an enterprise that reached the goal once still does, on new facts and by the version in force. */
import type { Finding } from "./assessment.js";
import type { RecordDifference, RecordSide, StatedChange } from "./difference.js";
import type { Language } from "./language.js";
import type { DecimalText, ExactText } from "./numbers.js";
import type { Digest, ReplayVerdict } from "./record.js";

/** What `reexamine` gives; without success only why there is nothing to examine again. */
export type ReexaminationAnswer =
  | { readonly success: true; readonly reexamination: Reexamination }
  /** The earlier record does not hold. */
  | { readonly success: false; readonly reason: "verdict"; readonly verdict: ReplayVerdict }
  /** It did not reach its goal, so that there is nothing to keep; the fact sheet is another enterprise's; its day is earlier. */
  | { readonly success: false; readonly reason: "no-title" | "other-subject" | "earlier-day" };

/** Sentences are in one language; figures are exact. Nothing in it is an object keyed by an author's id. */
export interface Reexamination {
  readonly format: "chengxin/reexamination@1";
  readonly lang: Language;
  /** Kept: the goal is reached and eligibility holds. Lost: one of them surely not. Undetermined: facts are open that decide it. */
  readonly status: "kept" | "lost" | "undetermined";
  /** The scheme in the version that was scored by. */
  readonly scheme: { readonly id: string; readonly version: string; readonly title: string };
  readonly subject: { readonly id: string | null; readonly name: string | null };
  /** Of the earlier record. It was computed again, and is the same. */
  readonly record: Digest;
  /** What the title asks for: the outcome that is the goal of the scheme. */
  readonly goal: { readonly id: string; readonly title: string };
  readonly before: ReexaminationSide;
  readonly after: ReexaminationSide;
  /** Outcomes that hold, and only say that holders of the title go another way. */
  readonly aside: readonly AsideOutcome[];
  /** Eligibility, then outcomes that stand before the goal and rule it out, then the goal itself. */
  readonly conditions: readonly ReexaminedCondition[];
  /** By cause and by indicator, as `diffRecords` tells it. */
  readonly difference: RecordDifference;
  /** What is wrong with the new fact sheet. */
  readonly findings: readonly Finding[];
}

/** One of the two: its own standing, and what an applicant would come to with it. */
export interface ReexaminationSide extends RecordSide {
  /** The outcome without those that were set aside; `undetermined` while several are possible. */
  readonly asApplicant: string;
  readonly possible: readonly string[];
  readonly threshold: DecimalText | null;
  readonly margin: ExactText | null;
}

/** An outcome that was set aside. */
export interface AsideOutcome {
  readonly id: string;
  readonly title: string;
  readonly clause: string | null;
}

/** One condition for keeping the title. */
export interface ReexaminedCondition {
  /** `exclusion`: an outcome before the goal, met where it does not hold. */
  readonly kind: "eligibility" | "exclusion" | "goal";
  readonly id: string;
  readonly title: string;
  /** With the document where it is not the usual one. */
  readonly clause: string | null;
  /** `absent`: the earlier scheme did not ask it. */
  readonly before: "met" | "not-met" | "open" | "absent";
  readonly after: "met" | "not-met" | "open";
  /** Of one that is not met, or open: the answers it rests on. */
  readonly because: readonly string[];
  /** Facts beneath it that are stated otherwise than in the earlier record. */
  readonly facts: readonly StatedChange[];
}
