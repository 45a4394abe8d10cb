/** Facts: what a rubric may ask about an enterprise, and what a fact sheet answers. */
import type { FieldCondition, Within } from "./condition.js";
import type { Diagnostic } from "./diagnostic.js";
import type { DateText, DecimalText, Interval } from "./numbers.js";
import type { Title } from "./rubric.js";

interface FactHeader {
  readonly id: string;
  readonly title?: Title;
  readonly unit?: string;
  /** `required`: a value without a paper behind it is reported. */
  readonly evidence?: "required" | "optional";
  /** Who holds the data. */
  readonly owner?: string;
  /** False where the enterprise cannot change it, such as its date of foundation. */
  readonly mutable?: boolean;
  /** RFC 6901 pointer to the declaration. */
  readonly path: string;
}

export interface Option {
  readonly id: string;
  readonly title?: Title;
}

export interface PlainFact extends FactHeader {
  readonly type: "boolean" | "date" | "text" | "credit-code";
}

export interface NumberFact extends FactHeader {
  readonly type: "integer" | "decimal";
  readonly range: Interval;
  /** A derived fact is computed from others and never supplied. */
  readonly derive?: Derivation;
}

export interface ChoiceFact extends FactHeader {
  /** One option, or any number of them. */
  readonly type: "choice" | "choices";
  readonly options: readonly Option[];
}

export interface EventsFact extends FactHeader {
  readonly type: "events";
  /** Absent: any kind may occur. */
  readonly kinds?: readonly Option[];
  /** Beside `date` and `kind`, which every entry has; `month` and `year` derive from the date. */
  readonly fields: readonly FieldDeclaration[];
}

export type FactDeclaration = PlainFact | NumberFact | ChoiceFact | EventsFact;
export type FactType = FactDeclaration["type"];

export interface FieldDeclaration {
  readonly name: string;
  readonly type: "boolean" | "integer" | "decimal" | "date" | "choice" | "text";
  /** A missing optional field means that there is no such thing; an entry without another field is invalid. */
  readonly optional: boolean;
  readonly title?: Title;
  readonly unit?: string;
  readonly options?: readonly Option[];
  readonly range: Interval;
}

/** How a fact follows from others. Periods count forward from the earlier date (Civil Code, article 202). */
export type Derivation =
  | { readonly kind: "full_years_since"; readonly fact: string }
  | { readonly kind: "full_months_since"; readonly fact: string }
  | { readonly kind: "sum"; readonly terms: readonly Term[] }
  | { readonly kind: "difference"; readonly minuend: string; readonly subtrahend: string }
  | { readonly kind: "mean"; readonly facts: readonly string[] }
  | {
      readonly kind: "ratio";
      readonly numerator: string;
      readonly denominator: string;
      readonly percent: boolean;
      /** Absent where the denominator cannot be 0. */
      readonly ifZero?: DecimalText | "missing";
    }
  | { readonly kind: "count"; readonly fact: string; readonly within?: Within; readonly where?: FieldCondition };

export interface Term {
  readonly fact: string;
  readonly times: DecimalText;
}

/**
 * A fact sheet as read: who, when, and what is known. The values are still the author's; what they mean is known only
 * with a scheme, so a wrong value is a finding of the assessment and never an exception.
 */
export interface FactSheet {
  readonly scheme: { readonly id: string; readonly version?: string };
  /** Component → sheet. */
  readonly sheets: readonly SheetChoice[];
  readonly subject: { readonly id?: string; readonly name?: string };
  readonly asOf: DateText;
  readonly role?: string;
  /** True: what is not given is missing, not unknown. */
  readonly closed: boolean;
  readonly facts: readonly SuppliedFact[];
  readonly judgements: readonly SuppliedJudgement[];
  readonly notApplicable: readonly SuppliedNotApplicable[];
  readonly materials: readonly SuppliedMaterial[];
  /** What was wrong with single entries, which were left out; absent when nothing was. Scoring reports them again. */
  readonly problems?: readonly Diagnostic[];
}

export interface SheetChoice {
  readonly component: string;
  readonly sheet: string;
}

/** A value before its type is known. Numbers are text: as written, or as `String(n)` of a JavaScript number. */
export type SuppliedValue =
  | null
  | boolean
  | string
  | readonly SuppliedValue[]
  | { readonly [key: string]: SuppliedValue };

export interface SuppliedFact {
  readonly id: string;
  readonly state: "given" | "missing";
  /** Present when given, unless it is invalid. */
  readonly value?: SuppliedValue;
  /** Written in a way that cannot be used, which `validate` has reported: nothing more need be said. */
  readonly invalid?: true;
  /** RFC 6901 pointer to the value in the fact sheet: `/facts/x`, or `/facts/x/value` where it is wrapped. */
  readonly path: string;
  readonly evidence: readonly string[];
  readonly note?: string;
}

export interface SuppliedJudgement {
  /** `component/indicator`, or the bare id where it is unique. */
  readonly indicator: string;
  readonly points: SuppliedValue;
  readonly by: string;
  readonly as?: string;
  readonly reason: string;
  /** Lacks its assessor, its reason or its points, which `validate` has reported. */
  readonly invalid?: true;
}

export interface SuppliedNotApplicable {
  readonly indicator: string;
  readonly by: string;
  readonly reason: string;
}

export interface SuppliedMaterial {
  readonly id: string;
  readonly papers: readonly string[];
}
