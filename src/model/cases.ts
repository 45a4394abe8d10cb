/** Golden cases: facts as a fact sheet gives them, and what must come out. Written by authors, beside a rubric. */
import type { Diagnostic, Position } from "./diagnostic.js";
import type { Locate } from "./document.js";
import type { FactSheet } from "./fact.js";
import type { DateText, DecimalText, ExactText } from "./numbers.js";

/** What a document of `kind: cases` says. */
export interface Cases {
  /** The scheme that the cases are about; or a sheet alone, which is scored as if a scheme held nothing else. */
  readonly of: { readonly kind: "scheme" | "sheet"; readonly id: string; readonly version?: string };
  readonly cases: readonly GoldenCase[];
  /** What all cases have in common, as a fact sheet; the day is that of the first case where the defaults state none. */
  readonly base: { readonly factSheet: FactSheet; readonly statesDay: boolean };
}

/** One case: what is given, merged with what all cases have in common, and what is expected of it. */
export interface GoldenCase {
  readonly name: string;
  /** Why this is the right answer, in the author's words. */
  readonly basis?: string;
  /** RFC 6901 pointer to the case. */
  readonly path: string;
  readonly factSheet: FactSheet;
  /** Pointers into the fact sheet that the case itself writes; everything else stands in the defaults. */
  readonly own: readonly string[];
  readonly expect: readonly Expectation[];
}

/** A number that is compared as a number, or the word for there being none. */
export type ExpectedNumber =
  | { readonly number: ExactText }
  | { readonly word: "open" | "not-applicable" | "nothing-scored" | "none" };

/** One thing that is expected; `path` is where it is written. */
export type Expectation = { readonly path: string } & (
  | { readonly about: "score" | "least" | "most"; readonly value: ExpectedNumber }
  | { readonly about: "indicator"; readonly id: string; readonly value: ExpectedNumber }
  | { readonly about: "display"; readonly value: DecimalText }
  | { readonly about: "outcome" | "eligibility" | "band"; readonly value: string }
  | { readonly about: "condition"; readonly id: string; readonly value: string }
  | { readonly about: "possible" | "findings"; readonly values: readonly string[] }
);

/** A document of cases with the file it came from and the places in it. */
export interface LoadedCases {
  readonly cases: Cases;
  readonly file: string;
  readonly text: string;
  readonly locate: Locate;
}

/** What running golden cases gives. */
export interface CasesResult {
  readonly format: "chengxin/cases@1";
  readonly passed: number;
  readonly failed: number;
  readonly cases: readonly CaseResult[];
  /** One entry for each rubric that the cases used; empty unless it was asked for. */
  readonly coverage: readonly RubricCoverage[];
  /** Only where it was asked for. */
  readonly suggestions?: readonly SuggestedCase[];
  /** Only where expectations were to be rewritten. */
  readonly changes?: readonly Change[];
}

/** How one case came out. */
export interface CaseResult {
  readonly file: string;
  readonly name: string;
  readonly basis: string | null;
  readonly status: "passed" | "failed";
  readonly differences: readonly Difference[];
  /** Why the case could not be judged: names that the rubric does not know, facts that are wrong. */
  readonly findings: readonly Diagnostic[];
}

/** One expectation that was not met. */
export interface Difference {
  /** RFC 6901 pointer to what was expected. */
  readonly path: string;
  /** Its place in the file. */
  readonly position: Position | null;
  /** What it is about, as the author wrote it: `score`, `outcome`, `indicators/A1`. */
  readonly about: string;
  readonly expected: string;
  readonly actual: string;
  /** Actual − expected, where both are numbers. */
  readonly difference: ExactText | null;
  /** How the indicator came to its points; null for anything else. */
  readonly story: string | null;
  readonly details: readonly string[];
}

/** What the cases together have touched of one rubric. */
export interface RubricCoverage {
  readonly rubric: { readonly kind: "scheme" | "sheet"; readonly id: string; readonly version: string };
  readonly groups: readonly CoverageGroup[];
}

/** One kind of thing that a case can touch. */
export interface CoverageGroup {
  readonly kind:
    | "tiers"
    | "options"
    | "items"
    | "lines"
    | "conditions"
    | "effects"
    | "bands"
    | "outcomes"
    | "boundaries";
  readonly covered: number;
  readonly total: number;
  /** Whole percent, rounded down: 100 means everything. */
  readonly percent: number;
  /** What no case has touched. */
  readonly missing: readonly MissingCover[];
}

/** One thing that no case has touched. */
export interface MissingCover {
  /** Of the indicator, condition or outcome. */
  readonly id: string;
  /** Which part of it: a tier, an option, an answer. */
  readonly what: string;
}

/** A case that would try a boundary nobody has tried, with what the engine says today: for the author to confirm. */
export interface SuggestedCase {
  readonly file: string;
  readonly name: string;
  /** Present where the defaults state no day. */
  readonly asOf?: DateText;
  /** The fact to supply; the date, where years are counted from one. */
  readonly fact: string;
  readonly value: string;
  readonly indicator: string;
  readonly points: ExactText;
}

/** One expectation that was rewritten. */
export interface Change {
  readonly file: string;
  readonly name: string;
  readonly about: string;
  /** As written before and after, quotes included. */
  readonly before: string;
  readonly after: string;
}
