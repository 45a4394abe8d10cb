/**
 * The story of a score in one language: finished sentences in the order of telling, beside the exact figures they are
 * about. Everything comes from an assessment; nothing is computed that the assessment does not carry.
 */
import type { ConditionResult, EligibilityStatus, NodeStatus } from "./assessment.js";
import type { Language } from "./language.js";
import type { DateText, DecimalText, ExactText } from "./numbers.js";

/** The whole story: verdict, reasons, conditions, indicators, and what is still open. */
export interface Explanation {
  readonly format: "chengxin/explanation@1";
  readonly lang: Language;
  readonly scheme: { readonly id: string; readonly version: string; readonly title: string };
  /** The sheets that the score was made with. */
  readonly sheets: readonly { readonly component: string; readonly id: string; readonly version: string }[];
  readonly subject: { readonly id: string | null; readonly name: string | null };
  readonly asOf: DateText;
  readonly role: string | null;
  /** The one indicator that was asked about; null: everything is told. */
  readonly indicator: string | null;
  /** What has to be known before anything else is read: drafts that the score is built on. */
  readonly notices: readonly string[];
  /** The decision, the score and the threshold, one sentence each. */
  readonly verdict: readonly string[];
  /** What follows from the outcome. */
  readonly measures: readonly string[];
  /** Why, in the order of weight. */
  readonly reasons: readonly Reason[];
  readonly eligibility: {
    readonly status: EligibilityStatus;
    readonly text: string;
    readonly conditions: readonly ConditionStory[];
  };
  readonly preferences: readonly ConditionStory[];
  readonly materials: readonly string[];
  readonly components: readonly ComponentStory[];
  /** How the components add up to the score. */
  readonly total: readonly string[];
  /** What is not known yet, and what it could still change. */
  readonly settling: readonly OpenQuestion[];
  /** What is wrong with the fact sheet. */
  readonly findings: readonly string[];
}

/** One reason: `code` and `params` for machines, `text` for people, `points` of the score where it is worth some. */
export interface Reason {
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string>>;
  readonly points: ExactText | null;
  readonly text: string;
}

/** Kinds of reasons; stable, so that programs may choose by them. */
export type ReasonCode =
  | "outcome-holds"
  | "outcome-excluded"
  | "outcome-open"
  | "vetoed"
  | "veto-open"
  | "band-changed"
  | "effect-open"
  | "shown-as-threshold"
  | "condition-failed"
  | "condition-unknown"
  | "component-contributes"
  | "component-open"
  | "component-not-named"
  | "adjusted"
  | "points-lost-in-all"
  | "points-lost"
  | "points-deducted-in-all"
  | "points-deducted"
  | "points-added-in-all"
  | "points-added";

/** One condition, and every answer it rests on. */
export interface ConditionStory {
  readonly id: string;
  readonly title: string;
  readonly status: ConditionResult["status"];
  readonly clause: string | null;
  /** Every test that was made: what was read, what was asked, the answer. */
  readonly because: readonly string[];
}

/** One component: its sheet as a tree, and the sum that brings it into the score. */
export interface ComponentStory {
  readonly id: string;
  /** Null while the fact sheet names no sheet. */
  readonly root: NodeStory | null;
  readonly text: string;
}

/** One indicator in words, beside its exact figures. */
export interface NodeStory {
  readonly id: string;
  readonly title: string;
  readonly level: number;
  readonly status: NodeStatus;
  readonly points: DecimalText;
  readonly awarded: ExactText | null;
  readonly contribution: ExactText | null;
  /** With the document where it is not the usual one. */
  readonly clause: string | null;
  /** From what was read to the points of the score: `8 年 → [5, 10) 档 → 1.5 / 2 分 → 计入总分 1.05`. */
  readonly story: string;
  /** Lines that belong below the story: entries of a list, items, who judged, evidence. */
  readonly details: readonly string[];
  readonly adjustments: readonly AdjustmentStory[];
  readonly children: readonly NodeStory[];
}

/** What a group did to its value beside adding up. */
export interface AdjustmentStory {
  readonly cause: string;
  readonly contribution: ExactText | null;
  readonly text: string;
}

/** Something that may still come, and what it could change. */
export interface OpenQuestion {
  readonly kind: "fact" | "judgement" | "applicability" | "component" | "instances";
  /** A fact of an instance has the instance behind it: `area[p1]`. */
  readonly id: string;
  /** Indicators that wait for it. */
  readonly indicators: readonly string[];
  /** Conditions that wait for it. */
  readonly conditions: readonly string[];
  /** The most that the score can differ by it, taken alone; null where there is no end, or where it is open what points are worth. */
  readonly points: ExactText | null;
  readonly text: string;
}
