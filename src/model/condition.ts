/** Conditions: structured questions in three-valued logic. */
import type { DateText, DecimalText, Interval } from "./numbers.js";

/**
 * A question about facts, about indicators of the breakdown, about the score, its band, vetoes or eligibility. The last four
 * occur in outcomes only; indicators are asked where the breakdown is known: in eligibility, preferences, outcomes and
 * effects of a scheme, and in effects of a node about what stands below it.
 */
export type Condition =
  | { readonly kind: "all"; readonly of: readonly Condition[] }
  | { readonly kind: "any"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "at_least_n"; readonly n: number; readonly of: readonly Condition[] }
  | { readonly kind: "fact"; readonly fact: string; readonly tests: readonly Test[] }
  | {
      readonly kind: "events";
      readonly fact: string;
      readonly within?: Within;
      readonly where?: FieldCondition;
      readonly count: Interval;
    }
  | {
      readonly kind: IndicatorQuestion;
      /** `component/id`, the id alone where one component has it, or the id of a component for its whole sheet. */
      readonly indicator: string;
      /** At the full scale of what is read: awarded × points ÷ available. */
      readonly points: Interval;
    }
  | { readonly kind: "score"; readonly interval: Interval }
  /** The score lies in one of these bands, best first. */
  | { readonly kind: "band"; readonly bands: readonly string[] }
  /** Whether some effect has vetoed. */
  | { readonly kind: "vetoed"; readonly is: boolean }
  | { readonly kind: "eligibility"; readonly is: "eligible" | "ineligible" };

/**
 * Whether the question is about the indicator itself, about one of its children or more, or about each of them. What
 * does not apply has no points: of an indicator the answer is then false, and among children it is passed over.
 */
export type IndicatorQuestion = "indicator" | "any_child_of" | "every_child_of";

/** The same questions about one entry of a list of events. */
export type FieldCondition =
  | { readonly kind: "all"; readonly of: readonly FieldCondition[] }
  | { readonly kind: "any"; readonly of: readonly FieldCondition[] }
  | { readonly kind: "not"; readonly of: FieldCondition }
  | { readonly kind: "at_least_n"; readonly n: number; readonly of: readonly FieldCondition[] }
  | { readonly kind: "field"; readonly field: string; readonly tests: readonly Test[] };

/** One test of one value; several tests of a condition must all hold. */
export type Test =
  /** Equality in the type of what is read: numbers as numbers, so 1 and 1.0 are equal. */
  | { readonly op: "is"; readonly value: string | boolean }
  /** One of these; for `choices`, at least one of them is held. */
  | { readonly op: "in"; readonly values: readonly (string | boolean)[] }
  | { readonly op: "at_least" | "above" | "at_most" | "below"; readonly value: DecimalText }
  | { readonly op: "on_or_before" | "on_or_after"; readonly value: DateText }
  | { readonly op: "full_years"; readonly interval: Interval }
  | { readonly op: "missing" };

/** Which events count, seen from the as-of date. An event after the as-of date never counts. */
export type Within = Window | OwnTerm;

/**
 * Days from one to another. A period ends on the corresponding day, or on the last day of the month where there is none
 * (民法典第二百零二条, Civil Code, article 202).
 */
export type Window =
  | {
      readonly kind: "last";
      readonly unit: "years" | "months" | "days";
      readonly n: number;
      /** Whether an event exactly that long ago still counts. */
      readonly firstDay: "out" | "counts";
      /** The last day that counts, and the one that is counted back from; absent: the as-of date. */
      readonly until?: DayOfYear;
    }
  | { readonly kind: "calendar-years"; readonly n: number; readonly includingCurrent: boolean };

/** A day of the year of the as-of date, or of the one before: 29 February is the last of the month in every year. */
export interface DayOfYear {
  readonly year: "previous" | "current";
  readonly month: number;
  readonly day: number;
}

/** An event counts as long as it says itself (有效期): up to the day in one of its fields, that day included. */
export interface OwnTerm {
  readonly kind: "own-term";
  readonly field: string;
  /** For an event that does not say it; absent where every event does. */
  readonly otherwise?: Window | "always";
}
