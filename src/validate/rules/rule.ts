/** What each rule kind brings: its shape, what it means with the facts it reads, and the points it can reach. */
import type { DocumentValue } from "../../model/document.js";
import type { FactDeclaration } from "../../model/fact.js";
import type { DecimalText } from "../../model/numbers.js";
import type { Title } from "../../model/rubric.js";
import type { Scoring } from "../../model/scoring.js";
import { type Exact, compare } from "../../base/exact.js";
import type { DeclaredFacts } from "../declared-facts.js";
import type { Report } from "../report.js";
import { type Shaped, shape } from "../shape.js";
import { type Infer, type ZodMiniObject, type ZodMiniType, strictObject } from "../zod.js";

/** `scoring:` of one leaf, while its facts may still be unread. */
export interface RuleReading {
  readonly value: DocumentValue;
  readonly path: string;
  readonly report: Report;
  readonly leaf: {
    readonly id: string | undefined;
    readonly title: Title | undefined;
    readonly points: DecimalText | undefined;
  };
  /** Declares a fact that a leaf declares in place; absent inside another rule, where facts are only named. */
  readonly declare?: (fact: FactDeclaration) => void;
  /** Inside another rule: keys that stand beside those of the rule. */
  readonly beside?: InnerKeys;
}

export type InnerKeys = Readonly<Record<string, ZodMiniType>>;

/** The shape of a rule, with the keys that stand beside it. */
export function ruleShape<S extends ZodMiniObject>(
  schema: S,
  { value, path, report, beside }: RuleReading,
): Shaped<Infer<S>> {
  if (!beside) return shape(schema, value, path, report);
  const both = strictObject({ ...(schema.shape as InnerKeys), ...beside });
  return shape(both, value, path, report) as Shaped<Infer<S>>;
}

/** The same rule once every fact of the file is known. Facts declared elsewhere are looked at when files are linked. */
export interface RuleCheck {
  readonly path: string;
  readonly report: Report;
  readonly points: Exact;
  readonly facts: DeclaredFacts;
}

/** The points that a leaf can get, before floor and cap. */
export interface Reach {
  readonly low: End;
  readonly high: End;
}

export interface End {
  /** Absent: there is no end. */
  readonly value?: Exact;
  /** Points that can be reached, outside of 0 and the leaf's points where any can. */
  readonly sample: Exact;
  /** What reaches them, in the author's words: `campaigns: 5`. */
  readonly witness: string;
}

export interface RuleModule<R extends Scoring> {
  /** Undefined after reporting why. */
  readonly read: (reading: RuleReading) => R | undefined;
  readonly check: (rule: R, check: RuleCheck) => void;
  /** Undefined where it depends on facts declared elsewhere. Only asked of rules that `check` had no complaint about. */
  readonly reach: (rule: R, check: RuleCheck) => Reach | undefined;
}

/** The lowest and the highest of some results. */
export function reachOf(results: readonly { readonly points: Exact; readonly witness: string }[], order: Order): Reach {
  const sorted = [...results].sort((a, b) => order(a.points, b.points));
  const [low, high] = [sorted[0]!, sorted.at(-1)!];
  return {
    low: { value: low.points, sample: low.points, witness: low.witness },
    high: { value: high.points, sample: high.points, witness: high.witness },
  };
}

/** All of what each of several ways can come to. */
export function widest(reaches: readonly Reach[]): Reach {
  return reaches.reduce((a, b) => ({ low: outer(a.low, b.low, -1), high: outer(a.high, b.high, 1) }));
}

/** An end that does not exist lies beyond all others. */
function outer(a: End, b: End, side: -1 | 1): End {
  if (!a.value && b.value) return a;
  if (a.value && !b.value) return b;
  return compare(b.sample, a.sample) === side ? b : a;
}

type Order = (a: Exact, b: Exact) => number;
