/** How a leaf gets its points: a closed union on `rule`. */
import type { Condition, FieldCondition, Within } from "./condition.js";
import type { DecimalText, Interval } from "./numbers.js";
import type { Title } from "./rubric.js";

/** The rule of a leaf, as data; `rule` tells which. All points are those of the leaf, before its floor and cap. */
export type Scoring = SingleRule | JudgedRule | PanelRule | BestOfRule | FirstOfRule | PartsRule;

/** A rule that may stand inside another one. */
export type SingleRule =
  | FlagRule
  | ChoiceRule
  | TiersRule
  | StepsRule
  | LinearRule
  | ChecklistRule
  | EventsRule
  | LevelsRule
  | TableRule
  | ImportedRule;

/** The names of the rules, as rubrics write them. */
export type RuleKind = Scoring["rule"];

/** Stated points when a boolean is true, else 0. */
export interface FlagRule {
  readonly rule: "flag";
  readonly fact: string;
  readonly points: DecimalText;
}

/** What one option is worth. */
export interface OptionPoints {
  readonly option: string;
  readonly points: DecimalText;
}

/** Option → points; `pick` says what several held options are worth, and stands exactly on `choices` facts. */
export interface ChoiceRule {
  readonly rule: "choice";
  readonly fact: string;
  /** Sorted by option. */
  readonly points: readonly OptionPoints[];
  readonly pick?: "best" | "sum";
}

/** One bracket: the numbers it holds, and what they are worth. */
export interface Tier {
  readonly interval: Interval;
  readonly points: DecimalText;
}

/** A bracket that goes on inside: `points` at `from`, and steps counted from there, whichever way the number lies. */
export interface SteppedTier extends Tier {
  readonly steps?: TierSteps;
}

/** Steps within one bracket. */
export interface TierSteps {
  /** In the bracket, or one of its ends. */
  readonly from: DecimalText;
  readonly per: DecimalText;
  readonly points: DecimalText;
  readonly partial: StepsRule["partial"];
}

/** Brackets → points: together a partition of the values of the type in the declared range. */
export interface TiersRule {
  readonly rule: "tiers";
  readonly fact: string;
  /** In the author's order. */
  readonly tiers: readonly SteppedTier[];
}

/** `base` at `start`, and `points` for each `per` beyond it. */
export interface StepsRule {
  readonly rule: "steps";
  readonly fact: string;
  readonly start: DecimalText;
  readonly per: DecimalText;
  readonly points: DecimalText;
  readonly base: DecimalText;
  /** A part of a step: dropped, counted as a whole one, or counted as the part it is. */
  readonly partial: "floor" | "ceil" | "interpolate";
  /** Whether steps below `start` count against. */
  readonly bothWays: boolean;
}

/** One corner of a broken line: `points` at the value `at`. */
export interface Knot {
  readonly at: DecimalText;
  readonly points: DecimalText;
}

/** Exact interpolation between knots; beyond the outer ones the end value, or the end slope. */
export interface LinearRule {
  readonly rule: "linear";
  readonly fact: string;
  /** At least two, `at` rising. */
  readonly knots: readonly Knot[];
  readonly beyond: "clip" | "extend";
}

/** Several yes-or-no facts: points for each, a number for each that holds (or not), or tiers over how many hold. */
export type ChecklistRule =
  | {
      readonly rule: "checklist";
      readonly mode: "sum";
      readonly items: readonly { readonly fact: string; readonly points: DecimalText }[];
    }
  | {
      readonly rule: "checklist";
      readonly mode: "per_item";
      readonly items: readonly string[];
      readonly start: DecimalText;
      readonly each: DecimalText;
      /** Whether items that hold count, or those that do not. */
      readonly count: "met" | "unmet";
    }
  | {
      readonly rule: "checklist";
      readonly mode: "ladder";
      readonly items: readonly string[];
      /** Over the number of items that hold. */
      readonly tiers: readonly Tier[];
    };

/**
 * `start`, and for each event that counts the points of the first line that matches it; an event of no line: 0, and it
 * takes no part in what follows. In this order: part of what is lost is restored, of one matter one event counts, a
 * repetition counts double, and so many events count at most.
 */
export interface EventsRule {
  readonly rule: "events";
  readonly fact: string;
  readonly start: DecimalText;
  readonly within?: Within;
  readonly where?: FieldCondition;
  readonly lines: readonly EventLine[];
  /** The first line that matches an event which takes points. */
  readonly restore?: readonly RestoreLine[];
  /**
   * Fields whose equal values make one matter, of which only the weightiest event counts: by the size of its points,
   * the first of the list on a tie. An event that lacks one of them is a matter of its own.
   */
  readonly oncePer?: readonly string[];
  /** From the second event of a kind on, by date, twice the points. */
  readonly repeat?: "double";
  /** How many events count: those with the greatest points in size, the first of the list on a tie. */
  readonly atMostCount?: number;
}

/** What is given back of what an event takes, once it has been corrected: a share, or points, never more than it took. */
export type RestoreLine = { readonly when?: FieldCondition } & (
  | { readonly share: DecimalText }
  | { readonly points: DecimalText }
);

/** What an event is worth: of this kind, and fulfilling this condition. */
export interface EventLine {
  /** Absent: every kind. */
  readonly kind?: string;
  readonly when?: FieldCondition;
  readonly points: DecimalText;
}

/** Award ladder 国家、省、市、区; the highest level held, or all of them. */
export interface LevelsRule {
  readonly rule: "levels";
  readonly fact: string;
  /** Sorted by option. */
  readonly points: readonly OptionPoints[];
  readonly count: "highest" | "all";
}

/** An assessor awards points in a range, on a grid of `step`, with name and reason. */
export interface JudgedRule {
  readonly rule: "judged";
  readonly low: DecimalText;
  readonly high: DecimalText;
  readonly step: DecimalText;
}

/** Several assessors award points each, on one scale; the mean counts. */
export interface PanelRule {
  readonly rule: "panel";
  readonly low: DecimalText;
  readonly high: DecimalText;
  readonly step: DecimalText;
  /** So many judgements there must be: more than are left out, and one of each class. */
  readonly needed: number;
  /** So many of the highest are left out, and so many of the lowest. */
  readonly trim: number;
  /** Absent: all judgements are alike. Sorted by class. Never together with `trim`. */
  readonly weights?: readonly ClassWeight[];
}

/** What the mean of one class of assessors counts in the whole; together 1. */
export interface ClassWeight {
  readonly class: string;
  readonly weight: DecimalText;
}

/** Decision table over several facts: every combination of their values is in exactly one row. */
export interface TableRule {
  readonly rule: "table";
  /** In the author's order. */
  readonly rows: readonly TableRow[];
}

/** What the facts must be, and what that is worth. */
export interface TableRow {
  /** Sorted by fact. A fact that has no cell may be anything. */
  readonly cells: readonly TableCell[];
  readonly points: DecimalText;
}

/** The values of one fact that a row is about. */
export type TableCell = { readonly fact: string } & (
  | { readonly kind: "is"; readonly value: boolean }
  | { readonly kind: "options"; readonly options: readonly string[] }
  | { readonly kind: "interval"; readonly interval: Interval }
);

/** Another assessment's or authority's score, on another scale: what lies beyond one scale lies beyond the other. */
export interface ImportedRule {
  readonly rule: "imported";
  /** Declared with `record`: its value says which record it was taken from, or need not. */
  readonly fact: string;
  readonly from: ScoreScale;
  /** In points of the leaf. */
  readonly to: ScoreScale;
}

/** The ends of a scale, `low` below `high`. */
export interface ScoreScale {
  readonly low: DecimalText;
  readonly high: DecimalText;
}

/** One of several rules of a leaf; its points are those of the leaf, which alone has floor and cap. */
export interface InnerRule {
  readonly title: Title;
  readonly scoring: SingleRule;
}

/** The greatest of what several rules come to; all of them have to be known. */
export interface BestOfRule {
  readonly rule: "best_of";
  /** At least two. */
  readonly of: readonly InnerRule[];
}

/** A rule that may be switched off: what it reads is then not needed. */
export interface ConditionalRule extends InnerRule {
  readonly when?: Condition;
}

/** The first rule whose condition holds; none: 0 points. */
export interface FirstOfRule {
  readonly rule: "first_of";
  /** Only the last may have no condition. */
  readonly of: readonly ConditionalRule[];
}

/** `start`, and what every part comes to whose condition holds, or that has none. */
export interface PartsRule {
  readonly rule: "parts";
  readonly start: DecimalText;
  readonly parts: readonly ConditionalRule[];
}
