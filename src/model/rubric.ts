/**
 * A validated rubric: what a sheet or a scheme says, with every default filled in and every id checked.
 * Deep-frozen by `validate`; plain data, so it can be stored and compared.
 */
import type { Condition } from "./condition.js";
import type { DocumentValue } from "./document.js";
import type { FactDeclaration } from "./fact.js";
import type { DateText, DecimalText, ExactText, Interval, Rounding } from "./numbers.js";
import type { Scoring } from "./scoring.js";

/** What `parseRubric` gives: a sheet of indicators, or the scheme that makes an evaluation of sheets, by `kind`. */
export type Rubric = Sheet | Scheme;

/** A title in one spelling, or one for each language. */
export type Title = string | { readonly zh: string; readonly en: string };

/** A published text that clauses are cited from. */
export interface SourceDocument {
  readonly id: string;
  readonly title: Title;
  readonly date?: DateText;
}

/** Days on which a rubric is in force, both included. */
export interface Effective {
  readonly from?: DateText;
  readonly until?: DateText;
}

interface Header {
  readonly id: string;
  /** Text: `2023.10` is not `2023.1`. */
  readonly version: string;
  readonly title: Title;
  /** A drafted rubric marks every assessment built on it. */
  readonly status: "official" | "drafted";
  readonly documents: readonly SourceDocument[];
  /** The document that clauses belong to unless they name another. */
  readonly source?: string;
  readonly effective?: Effective;
  readonly facts: readonly FactDeclaration[];
  /**
   * What the rubric was read from. Not enumerable: it is neither printed nor compared, and a copy has none.
   *
   * @internal
   */
  readonly origin?: Origin;
}

/**
 * A document as it was read; its text where it came from one.
 *
 * @internal
 */
export interface Origin {
  readonly value: DocumentValue;
  readonly text: string | undefined;
}

/** 指标表: a tree of indicators worth a number of points. */
export interface Sheet extends Header {
  readonly kind: "sheet";
  /** `base`, `sector`, `district`, or the author's own: what `one_of` chooses by. */
  readonly category: string;
  /** What its value can come to, whatever the facts; null where there is no end. */
  readonly reach: { readonly least: ExactText | null; readonly most: ExactText | null };
  /** What a fact sheet lists one by one, such as building projects: groups are scored once for each. */
  readonly instances: readonly InstanceList[];
  /** They join those of a scheme as soon as the sheet is the one that is meant. */
  readonly eligibility: readonly EligibilityCondition[];
  /** Whether all of it may turn out not applicable. */
  readonly mayVanish: boolean;
  /** The sheet itself as the group of level 0; its id, title and points are the sheet's. */
  readonly root: Group;
}

/** A list of things of one kind that an enterprise has, such as 在建项目; the fact sheet says which. */
export interface InstanceList {
  readonly id: string;
  readonly title: Title;
  /** RFC 6901 pointer to the declaration. */
  readonly path: string;
}

/** What a value is multiplied by: a fact that is the number itself, or a number for each option, or for yes and no. */
export interface Coefficient {
  readonly fact: string;
  /** Sorted by option; absent where the fact is the number. */
  readonly values?: readonly CoefficientValue[];
  /** Where the fact is missing for good; absent: the node then stays open. */
  readonly whenMissing?: DecimalText;
}

/** What one option multiplies by; of a boolean the options are `true` and `false`. */
export interface CoefficientValue {
  readonly option: string;
  readonly times: DecimalText;
}

/** A node of a sheet: a group of others, or a leaf that is scored. */
export type Indicator = Group | Leaf;

/** A limit on a node's value: a number, or `none` where the author says that there is none. */
export type Limit = DecimalText | "none";

/**
 * How a node counts in its group. Bonus and deduction stand outside the sum of points and outside any division: they are
 * added to what the ordinary ones have come to, at face value.
 */
export type CountsAs =
  | { readonly kind: "ordinary" }
  | { readonly kind: "bonus"; readonly absorbedBy: AbsorbedBy }
  | { readonly kind: "deduction" };

/** What a bonus can make good, and no more: the points of its group, those of the sheet, or nothing holds it back. */
export type AbsorbedBy = "section" | "sheet" | "none";

interface Node {
  readonly id: string;
  readonly title: Title;
  /** 0 for the sheet, then 1, 2, 3. */
  readonly level: number;
  /** The node's maximum: above 0, and 0 for a deduction, which can only take away. */
  readonly points: DecimalText;
  readonly countsAs: CountsAs;
  readonly clause?: string;
  /** The document the clause is in, where it is not the header's. */
  readonly source?: string;
  /** What its value is multiplied by, before floor and cap. */
  readonly coefficient?: Coefficient;
  /** Absent: the value provably cannot fall below 0. */
  readonly floor?: Limit;
  /** Absent: the value provably cannot exceed the points. */
  readonly cap?: Limit;
  /** Behind floor and cap; absent: nothing is rounded. Points and stated limits lie on its grid. */
  readonly round?: Rounding;
  /** How much it counts among its siblings, above 0; there exactly where they make a weighted mean. */
  readonly weight?: DecimalText;
  readonly appliesWhen?: Condition;
  readonly mayBeNotApplicable: boolean;
  readonly ifNotApplicable: "drop" | "full" | "zero";
  /** RFC 6901 pointer to the node in its document. */
  readonly path: string;
}

/** `sum` adds the points of the children up; the others average or choose among shares, awarded ÷ available. */
export type Combination = "sum" | "mean" | "weighted_mean" | "min" | "max";

/** What makes one of the shares of a group, instead of adding up. */
export type Averaging = Exclude<Combination, "sum">;

/** 连带规定: where its condition holds, it replaces the value of its node, or vetoes, whatever the indicators add up to. */
export interface Effect {
  /** On facts, and on indicators below the node. */
  readonly when: Condition;
  readonly action: EffectAction;
  readonly clause?: string;
  /** The document the clause is in, where it is not the header's. */
  readonly source?: string;
  readonly path: string;
}

/** What an effect does: no points at all, so many at most, exactly so many; a veto changes none, and outcomes ask for it. */
export type EffectAction =
  | { readonly kind: "zero" | "veto" }
  | { readonly kind: "at_most" | "points"; readonly points: DecimalText };

/** Of a scheme: on the score, behind `rescale`, or on the band that belongs to it (直接定级、最高定为、降级). */
export interface SchemeEffect extends Omit<Effect, "action"> {
  readonly action: EffectAction | BandAction;
}

/** This band whatever the score, this band at best, or so many bands down, and never below the last. */
export type BandAction =
  | { readonly kind: "band" | "band_at_most"; readonly band: string }
  | { readonly kind: "bands_down"; readonly bands: number };

/**
 * A node that is made of its children. Where they are added up, its points are those of its ordinary ones; only a bonus
 * may hold nothing but bonuses, and a deduction holds nothing but deductions.
 */
export interface Group extends Node {
  readonly kind: "group";
  /** What becomes of the children that apply, or of the instances. Where it is no sum, each child has points on a scale of its own. */
  readonly combine: Combination;
  /** In the order written; behind the sum, before floor and cap. */
  readonly effects: readonly Effect[];
  /** Value × points ÷ available, for the group whose printed formula divides. */
  readonly renormalise: boolean;
  /** Scored once for each instance of a list; absent: once. */
  readonly each?: Each;
  readonly children: readonly Indicator[];
}

/**
 * A group that is scored once for each instance: as the sum of its children, on its own points, divided by what applies
 * of them. `combine` says what becomes of the results; what else the group says of its value comes after that.
 */
export interface Each {
  readonly list: string;
  /** Of a weighted mean: a number of each instance, always above 0. */
  readonly weightBy?: string;
}

/** A node that one rule gives its points. */
export interface Leaf extends Node {
  readonly kind: "leaf";
  readonly scoring: Scoring;
  /** Points when a fact that the leaf reads is missing (final); says nothing about unknown facts. */
  readonly whenMissing?: DecimalText;
}

/** 评价方案: how sheets, eligibility and decision make one evaluation. */
export interface Scheme extends Header {
  readonly kind: "scheme";
  /** What full marks in every component come to. */
  readonly points: DecimalText;
  readonly blend: readonly Component[];
  /** Whether the weights of what applies are divided by their sum; absent where all components always apply. */
  readonly renormalise?: boolean;
  /** The one sheet of a scheme that holds its indicators itself; the blend is then that sheet, under the scheme's id. */
  readonly sheet?: Sheet;
  /** Where the blended sum is carried to another scale. */
  readonly rescale?: Rescale;
  /** Of the score, behind `rescale`. A scheme that holds its sheet has them on the sheet. */
  readonly floor?: Limit;
  readonly cap?: Limit;
  /** What the sum of the components is rounded to: the score itself, which the threshold sees. */
  readonly round?: Rounding;
  /** For printing only: never feeds back into a score. */
  readonly display: Rounding;
  /** Who may fill in a fact sheet, in the order of the procedure. */
  readonly roles: readonly string[];
  /** Whether a later role may give more than an earlier one. */
  readonly laterMayRaise: boolean;
  readonly eligibility: readonly EligibilityCondition[];
  readonly preferences: readonly Preference[];
  readonly materials: readonly Material[];
  /** Grades of the score, best first; every score lies in exactly one. Empty where the scheme has none. */
  readonly bands: readonly Band[];
  /** In the order written: on the score before floor, cap and rounding; on its band behind them, when the score is what it is. */
  readonly effects: readonly SchemeEffect[];
  /** In order: the first that holds is the decision; the last holds otherwise. */
  readonly outcomes: readonly Outcome[];
  /** The outcome that threshold and margin are about. */
  readonly goal: string;
}

/** 换算: a straight line through two points, on which the ends of one scale lie on those of the other. It cuts nothing off. */
export interface Rescale {
  readonly from: Scale;
  readonly to: Scale;
}

/** `low` is below `high`. */
export interface Scale {
  readonly low: DecimalText;
  readonly high: DecimalText;
}

/** One sheet's share of the score: in the 2023 notice 0.7 for the base sheet, 0.3 for that of a sector or district. */
export interface Component {
  readonly id: string;
  /** A sheet by id, or the categories that the fact sheet may choose a sheet from. */
  readonly from: { readonly sheet: string } | { readonly oneOf: readonly string[] };
  /** Share of the scheme's points; the weights of a scheme sum to 1. Absent outside the weights. */
  readonly weight?: DecimalText;
  /**
   * Outside the weights: one point of the sheet is one of the score, before `rescale`. What a deduction comes to is taken
   * away.
   */
  readonly countsAs?: "bonus" | "deduction";
  /** What happens to a sheet's value outside [0, points]; absent where no sheet can leave it. */
  readonly outside?: "keep" | "clamp";
  readonly appliesWhen?: Condition;
  readonly mayBeNotApplicable: boolean;
  readonly ifNotApplicable: "drop" | "full" | "zero";
  readonly path: string;
}

/** A condition for applying at all, whatever the score (section 五 of the 2023 notice); all must be satisfied. */
export interface EligibilityCondition {
  readonly id: string;
  readonly title: Title;
  readonly clause?: string;
  readonly source?: string;
  /** Where this is false the condition does not apply, which counts as satisfied. */
  readonly appliesWhen?: Condition;
  readonly require: Condition;
  readonly path: string;
}

/** Reported, and may break ties; never changes eligibility (section 五（七） of the 2023 notice). */
export interface Preference {
  readonly id: string;
  readonly title: Title;
  readonly clause?: string;
  readonly source?: string;
  readonly when: Condition;
  readonly path: string;
}

/** A paper that the applicant hands in (section 七（三） of the 2023 notice). */
export interface Material {
  readonly id: string;
  readonly title: Title;
  readonly clause?: string;
  readonly source?: string;
  readonly required: boolean;
}

/** 等级: a name for a range of the score. The top may leave its upper end open, the bottom its lower one. */
export interface Band {
  readonly id: string;
  readonly title?: Title;
  readonly clause?: string;
  readonly source?: string;
  readonly interval: Interval;
  readonly path: string;
}

/** A possible decision, such as expert review at 80 points or more (section 六（二） of the 2023 notice). */
export interface Outcome {
  readonly id: string;
  readonly title?: Title;
  readonly clause?: string;
  readonly source?: string;
  /** Absent on the last outcome, which holds otherwise. */
  readonly when?: Condition;
  /** What follows from it; absent where the scheme names nothing. */
  readonly measures?: readonly Measure[];
  readonly path: string;
}

/** 措施: something that is done, or may be, where an outcome holds: incentives, penalties, supervision. It changes no score. */
export interface Measure {
  readonly id: string;
  readonly title: Title;
  readonly clause?: string;
  readonly source?: string;
}
