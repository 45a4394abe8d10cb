/** Facts: what a rubric may ask about an enterprise, and what a fact sheet answers. */
import type { FieldCondition, Within } from "./condition.js";
import type { Diagnostic } from "./diagnostic.js";
import type { DateText, DecimalText, Interval } from "./numbers.js";
import type { Digest } from "./record.js";
import type { Title } from "./rubric.js";

interface FactHeader {
  readonly id: string;
  readonly title?: Title;
  /** For people: `%`, 万元. Nothing is converted. */
  readonly unit?: string;
  /** `required`: a value without a paper behind it is reported. */
  readonly evidence?: "required" | "optional";
  /**
   * The value is another assessment's, or an authority's, and is supplied with the digest of the record it stands in.
   * `required`: one without is reported.
   */
  readonly record?: "required" | "optional";
  /** Who holds the data. */
  readonly owner?: string;
  /** About a person: `redactRecord` takes the value out of a record, and what follows from it alone. */
  readonly personal?: true;
  /** False where the enterprise cannot change it, such as its date of foundation. */
  readonly mutable?: boolean;
  /** Of a fact that each instance of this list has for itself; absent: the enterprise's own. */
  readonly each?: string;
  /** RFC 6901 pointer to the declaration. */
  readonly path: string;
}

/** One of the answers that a choice allows, or one kind of event. */
export interface Option {
  readonly id: string;
  readonly title?: Title;
}

/**
 * A fact without anything further to declare. A date is a calendar day (ISO 8601, `YYYY-MM-DD`); a credit code is a
 * 统一社会信用代码 (GB 32100-2015): 18 characters, the last a check character.
 */
export interface PlainFact extends FactHeader {
  readonly type: "boolean" | "date" | "text" | "credit-code";
}

/** A whole number, or a decimal that is kept exactly as written; in the declared `unit`. */
export interface NumberFact extends FactHeader {
  readonly type: "integer" | "decimal";
  readonly range: Interval;
  /** A derived fact is computed from others and never supplied. */
  readonly derive?: Derivation;
}

/** A fact that is one of the declared options, or any number of them. */
export interface ChoiceFact extends FactHeader {
  /** One option, or any number of them. */
  readonly type: "choice" | "choices";
  readonly options: readonly Option[];
}

/** A list of dated entries, such as penalties: rules and conditions count them in a period. */
export interface EventsFact extends FactHeader {
  readonly type: "events";
  /** Absent: any kind may occur. */
  readonly kinds?: readonly Option[];
  /** Beside `date` and `kind`, which every entry has; `month` and `year` derive from the date. */
  readonly fields: readonly FieldDeclaration[];
}

/** What a rubric may ask: a closed union on `type`. */
export type FactDeclaration = PlainFact | NumberFact | ChoiceFact | EventsFact;
/** The types a fact can have, as rubrics write them. */
export type FactType = FactDeclaration["type"];

/** One field of the entries of an events fact. */
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

/**
 * How a fact follows from others. Periods count forward from the earlier date and end on the corresponding day, or on
 * the last day of the month where there is none (民法典第二百零二条, Civil Code, article 202).
 */
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

/** One summand of a derived sum: the fact, times a coefficient. */
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
  /** The day that the evaluation is about: periods end on it, and rubrics should be in force on it. */
  readonly asOf: DateText;
  /** Who fills in the sheet, one of the scheme's roles. */
  readonly role?: string;
  /** True: what is not given is missing, not unknown. */
  readonly closed: boolean;
  readonly facts: readonly SuppliedFact[];
  readonly judgements: readonly (SuppliedJudgement | SuppliedPanel)[];
  readonly notApplicable: readonly SuppliedNotApplicable[];
  readonly materials: readonly SuppliedMaterial[];
  /** Lists of instances that were given, sorted by id; absent when none was. */
  readonly instances?: readonly SuppliedList[];
  /** What was wrong with single entries, which were left out; absent when nothing was. Scoring reports them again. */
  readonly problems?: readonly Diagnostic[];
}

/** Which sheet a component is scored by, where the scheme leaves that to the fact sheet. */
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

/** One fact as a fact sheet gives it. Nothing said about a fact is unknown; `missing` says that there is none. */
export interface SuppliedFact {
  readonly id: string;
  readonly state: "given" | "missing";
  /** Present when given, unless it is invalid. */
  readonly value?: SuppliedValue;
  /** Written in a way that cannot be used, which `validate` has reported: nothing more need be said. */
  readonly invalid?: true;
  /** RFC 6901 pointer to the value in the fact sheet: `/facts/x`, or `/facts/x/value` where it is wrapped. */
  readonly path: string;
  /** Names of the papers behind the value, as the fact sheet writes them. */
  readonly evidence: readonly string[];
  readonly note?: string;
  /** Digest of the record that the value was taken from. */
  readonly record?: Digest;
  /** Taken out of the record, with evidence and note. */
  readonly redacted?: true;
}

/** Points that an assessor awards: who, in which capacity, and why. */
export interface Judgement {
  readonly points: SuppliedValue;
  readonly by: string;
  readonly as?: string;
  readonly reason: string;
  /** Lacks its assessor, its reason or its points, which `validate` has reported. */
  readonly invalid?: true;
}

/** What one assessor says about an indicator. */
export interface SuppliedJudgement extends Judgement {
  /** `component/indicator`, or the bare id where it is unique. */
  readonly indicator: string;
}

/** What several assessors say about an indicator: all of them, in the order of the fact sheet. */
export interface SuppliedPanel {
  /** `component/indicator`, or the bare id where it is unique. */
  readonly indicator: string;
  readonly judgements: readonly Judgement[];
}

/** An indicator declared not applicable: who says so, and why. */
export interface SuppliedNotApplicable {
  /** `component/indicator`, or the bare id where it is unique. */
  readonly indicator: string;
  readonly by: string;
  readonly reason: string;
}

/** The instances of one list. A given list is complete: an empty one says that there are none. */
export interface SuppliedList {
  readonly list: string;
  /** In the order of the fact sheet. */
  readonly entries: readonly SuppliedInstance[];
  /** Some entry cannot be used, which `validate` has reported: which instances there are is not known. */
  readonly invalid?: true;
}

/** One instance, with what a fact sheet may say of it; paths of its facts begin with `/instances/projects/0`. */
export interface SuppliedInstance {
  /** Once in its list. */
  readonly id: string;
  readonly title?: string;
  readonly facts: readonly SuppliedFact[];
  readonly judgements: readonly (SuppliedJudgement | SuppliedPanel)[];
  readonly notApplicable: readonly SuppliedNotApplicable[];
}

/** A material that was handed in, with the papers it consists of. */
export interface SuppliedMaterial {
  /** Of the scheme's material. */
  readonly id: string;
  /** None: named, and not handed in. */
  readonly papers: readonly string[];
}
