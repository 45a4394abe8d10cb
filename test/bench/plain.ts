/**
 * The bench's rubric and facts as plain values, in the words of the rubric language: what a YAML reader gives. Every
 * approach compiles its own form from these, so all of them score the same thing.
 */

export interface PlainTier {
  readonly at_least?: number;
  readonly above?: number;
  readonly at_most?: number;
  readonly below?: number;
  readonly points: number;
}

export interface PlainLine {
  readonly kind?: string;
  readonly when?: { readonly field: "amount"; readonly at_least: number };
  readonly points: number;
}

export type PlainWithin =
  | { readonly last: { readonly years: number }; readonly first_day: "counts" }
  | { readonly calendar_years: number; readonly including_current: true };

export type PlainScoring =
  | { readonly rule: "flag"; readonly fact: string }
  | {
      readonly rule: "choice";
      readonly fact: string;
      readonly points: Readonly<Record<string, number>>;
      readonly pick?: "sum";
    }
  | { readonly rule: "tiers"; readonly fact: string; readonly tiers: readonly PlainTier[] }
  | {
      readonly rule: "steps";
      readonly fact: string;
      readonly start: number;
      readonly per: number;
      readonly points: number;
      readonly partial: "floor" | "ceil" | "interpolate";
    }
  | {
      readonly rule: "linear";
      readonly fact: string;
      readonly knots: readonly { readonly at: number; readonly points: number }[];
      readonly beyond: "clip";
    }
  | {
      readonly rule: "checklist";
      readonly mode: "sum";
      readonly items: readonly { readonly fact: string; readonly points: number }[];
    }
  | {
      readonly rule: "checklist";
      readonly mode: "per_item";
      readonly items: readonly string[];
      readonly start: "full";
      readonly each: number;
      readonly count: "unmet";
    }
  | {
      readonly rule: "checklist";
      readonly mode: "ladder";
      readonly items: readonly string[];
      readonly tiers: readonly PlainTier[];
    }
  | {
      readonly rule: "events";
      readonly fact: string;
      readonly start: "full" | "zero";
      readonly within: PlainWithin;
      readonly where?: { readonly field: "repaired"; readonly is: false };
      readonly points: readonly PlainLine[];
    }
  | {
      readonly rule: "levels";
      readonly fact: string;
      readonly points: Readonly<Record<string, number>>;
      readonly count: "highest" | "all";
    }
  | {
      readonly rule: "judged";
      readonly range: { readonly at_least: number; readonly at_most: number };
      readonly step: number;
    };

export interface PlainLeaf {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly clause: string;
  readonly floor?: number;
  readonly cap?: "points";
  readonly scoring: PlainScoring;
}

export interface PlainGroup {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly indicators: readonly PlainNode[];
}

export type PlainNode = PlainGroup | PlainLeaf;

export type PlainDerive =
  | { readonly full_years_since: string }
  | { readonly sum: readonly string[] }
  | { readonly ratio: { readonly numerator: string; readonly denominator: string; readonly percent: true } };

export interface PlainFact {
  readonly type: string;
  readonly derive?: PlainDerive;
  readonly [key: string]: unknown;
}

export interface PlainSheet {
  readonly kind: "sheet";
  readonly id: string;
  readonly points: number;
  readonly facts: Readonly<Record<string, PlainFact>>;
  readonly indicators: readonly PlainNode[];
  readonly [key: string]: unknown;
}

export interface PlainEvent {
  readonly date: string;
  readonly kind: string;
  readonly amount: number;
  readonly repaired: boolean;
}

export type PlainValue = boolean | number | string | readonly string[] | readonly PlainEvent[];

/** One enterprise: its facts by id, and for judged indicators the points, by the indicator's id. */
export interface Enterprise {
  readonly facts: Readonly<Record<string, PlainValue>>;
  readonly judgements: Readonly<Record<string, number>>;
}

export function leavesOf(nodes: readonly PlainNode[]): readonly PlainLeaf[] {
  return nodes.flatMap((node) => ("indicators" in node ? leavesOf(node.indicators) : [node]));
}
