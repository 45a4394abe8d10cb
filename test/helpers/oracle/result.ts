/** What the oracle says: plain data, every number in the spelling of results. */
import type { Status } from "./tree.js";

export interface OracleResult {
  readonly components: readonly OracleComponent[];
  readonly score: OracleScore;
  readonly eligibility: {
    readonly status: string;
    readonly conditions: readonly OracleCondition[];
    /** A sheet that nobody has named may bring more. */
    readonly mayBring: boolean;
  };
  readonly preferences: readonly OracleCondition[];
  readonly materials: { readonly complete: boolean; readonly missing: readonly string[] };
  /** Of the scheme, as they are written: what each does, and whether it holds. */
  readonly effects: readonly { readonly kind: string; readonly truth: boolean | undefined }[];
  readonly decision: OracleDecision;
  /** Whether some condition reads points whose bounds the engine only promises to contain. */
  readonly loose: boolean;
  /** Every question about the breakdown, with its answer. */
  readonly questions: readonly { readonly kind: string; readonly truth: boolean | undefined }[];
}

export interface OracleComponent {
  readonly id: string;
  /** Null while the fact sheet names no sheet. */
  readonly root: OracleNode | null;
  readonly applies: "in" | "out" | "open";
}

export interface OracleNode {
  /** `component/id`. */
  readonly id: string;
  readonly status: Status;
  readonly points: string;
  readonly available: string | null;
  readonly awarded: string | null;
  /** Null when the node does not apply; an end that is null does not exist. */
  readonly bounds: OracleBounds | null;
  readonly contribution: string | null;
  readonly shortfall: string | null;
  /** Sum of the node's adjustments in points of the score: what its children do not explain. Null while open. */
  readonly adjusted: string | null;
  readonly relaxed: boolean;
  /** Whether it is not known if the node applies. */
  readonly mayNotApply: boolean;
  /** Of a group that is scored for each instance of a list: what is known of the list. */
  readonly listed: "given" | "unknown" | "invalid" | null;
  /** Whether it is known how much it counts in a mean. */
  readonly weighed: boolean;
  /** Each effect by what it does, and whether it holds; none where it does not apply. */
  /** `loose`: it asks what the engine only promises to contain, and may find open. */
  readonly effects: readonly { readonly kind: string; readonly truth: boolean | undefined; readonly loose: boolean }[];
  readonly children: readonly OracleNode[];
}

export interface OracleBounds {
  readonly least: string | null;
  readonly most: string | null;
}

export interface OracleScore {
  readonly status: "scored" | "open" | "nothing-scored";
  readonly exact: string | null;
  readonly display: string | null;
  readonly bounds: OracleBounds;
  /** What the scheme adds to its components' contributions; null while open. */
  readonly adjusted: string | null;
  readonly relaxed: boolean;
  /** What the scheme does to the sum of its components, by the words of the language. */
  readonly operations: readonly string[];
}

export interface OracleCondition {
  readonly id: string;
  readonly status: "satisfied" | "failed" | "unknown" | "not-applicable";
  /** Whose sheet asks it. */
  readonly component?: string;
}

export interface OracleDecision {
  readonly outcome: string;
  readonly certain: boolean;
  readonly possible: readonly string[];
  readonly threshold: string | null;
  readonly margin: string | null;
  /** Null while it is open; undefined where no sheet knows a veto. */
  readonly vetoed: boolean | null | undefined;
  readonly band: string | null;
  /** Before effects on it; undefined where none moves bands. */
  readonly scoreBand: string | null | undefined;
  /** Those still possible; absent where the scheme has none. */
  readonly bands: readonly string[] | undefined;
  /** Ids of what follows from the outcome; none while it is open. */
  readonly measures: readonly string[];
}
