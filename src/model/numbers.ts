/** Numbers and dates as text: exact, comparable, printable. */

/** What an author writes: `-?(0|[1-9]\d*)(\.\d+)?`, at most 40 characters. */
export type DecimalText = string;

/**
 * What the engine prints: `-?(0|[1-9]\d*)(\.\d*[1-9])?`, or `-?p/q` in lowest terms with q > 1 where the decimal
 * expansion does not end. Never `-0`.
 */
export type ExactText = string;

/** A calendar day `YYYY-MM-DD` (ISO 8601, extended format), years 0001 to 9999, no time of day, no time zone. */
export type DateText = string;

/** Six ways to round. Half-up and half-even work on the absolute value: −2.5 becomes −3 and −2. */
export type RoundingMode = "half-up" | "half-even" | "up" | "down" | "ceiling" | "floor";

/** How a number is rounded where a rubric says so: decimal places and mode. */
export interface Rounding {
  /** Digits after the point, 0 or more. */
  readonly places: number;
  readonly mode: RoundingMode;
}

/** One end of an interval: 以上、以下 include the number, 超过、不满 do not (民法典第一千二百五十九条). */
export interface Bound {
  readonly value: DecimalText;
  readonly inclusive: boolean;
}

/** Numbers between two ends; an absent end is open to infinity. */
export interface Interval {
  readonly low?: Bound;
  readonly high?: Bound;
}
