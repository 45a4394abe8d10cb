/**
 * The result of scoring: everything a sceptical reader would ask for, as plain data in a fixed order of keys.
 * Nothing in it is an object keyed by an author's id; lists are in document order.
 */
import type { Condition } from "./condition.js";
import type { Diagnostic } from "./diagnostic.js";
import type { DateText, DecimalText, ExactText, Rounding } from "./numbers.js";
import type { FactDeclaration } from "./fact.js";
import type {
  AbsorbedBy,
  Band,
  Averaging,
  BandAction,
  Coefficient,
  EffectAction,
  Limit,
  Measure,
  Rescale,
  SourceDocument,
  Title,
} from "./rubric.js";
import type { Digest } from "./record.js";
import type { Scoring } from "./scoring.js";

/**
 * One enterprise, one scheme, one day: the score, the decision, and everything they were made of. Points of an
 * indicator are in its own points; contributions are in points of the score.
 */
export interface Assessment {
  readonly format: "chengxin/assessment@1";
  readonly scheme: SchemeNote;
  /** Ids of the rubrics of this assessment that are drafts, the scheme first. */
  readonly drafted: readonly string[];
  readonly subject: { readonly id: string | null; readonly name: string | null };
  readonly asOf: DateText;
  readonly role: string | null;
  readonly eligibility: EligibilityResult;
  readonly preferences: readonly ConditionResult[];
  readonly materials: MaterialsResult;
  readonly score: ScoreResult;
  /** Every effect of the scheme, in the order written, whether it holds or not; absent where there is none. */
  readonly effects?: readonly SchemeEffectResult[];
  readonly decision: Decision;
  readonly components: readonly ComponentResult[];
  /** Every fact that this assessment may read: those of the scheme, then of each sheet. */
  readonly facts: readonly FactResult[];
  /** Lists of instances, and what each of them has for itself; absent where no sheet asks for any. */
  readonly instances?: readonly ListResult[];
  /** Sorted by path, then code. */
  readonly findings: readonly Finding[];
}

/** Of a rubric, what a reader of the result needs without having the rubric. */
interface RubricNote {
  readonly id: string;
  readonly version: string;
  readonly title: Title;
  /** Published texts that clauses are cited from, and the one that is meant where a clause names none. */
  readonly documents: readonly SourceDocument[];
  readonly source?: string;
}

/** The scheme, as far as a reader of the result needs it. */
export interface SchemeNote extends RubricNote {
  /** What full marks in every component come to, before they are carried to another scale. */
  readonly points: DecimalText;
  /** The weights of the components that apply are divided by their sum. */
  readonly renormalise?: true;
  /** The other scale; absent where the score stays on its own. */
  readonly rescale?: Rescale;
  /** Of the score, behind the other scale. */
  readonly floor?: Limit;
  readonly cap?: Limit;
  readonly round?: Rounding;
  /** How every `display` of this assessment is rounded. */
  readonly display: Rounding;
  /** Best first; absent where the scheme has none. */
  readonly bands?: readonly BandNote[];
}

/** A band, as its scheme writes it. */
export type BandNote = Omit<Band, "path">;

/** A sheet, as far as a reader of the result needs it. */
export interface SheetNote extends RubricNote {
  readonly status: "official" | "drafted";
}

/** A fact as its rubric declares it. */
export type FactNote = FactDeclaration extends infer Kind ? (Kind extends unknown ? Omit<Kind, "path"> : never) : never;

/** A fact as declared, with its title, unit, options and derivation, and as the fact sheet gives it. */
export interface FactResult {
  readonly declared: FactNote;
  readonly read: Read;
  /** Of a derived count: the entries of the list it counts. Absent where the list is empty or not there. */
  readonly entries?: readonly EntryResult[];
}

/** One list of instances, such as building projects. */
export interface ListResult {
  readonly list: string;
  readonly title: Title;
  /** `given`: the list is complete, and may be empty. */
  readonly state: FactState;
  /** What each of them is asked. */
  readonly declared: readonly FactNote[];
  /** In the order of the fact sheet. */
  readonly entries: readonly InstanceResult[];
}

/** One instance; its facts in the order in which they are declared. */
export interface InstanceResult {
  readonly id: string;
  readonly title?: string;
  readonly facts: readonly Omit<FactResult, "declared">[];
}

/** Papers that the applicant hands in (notice, section 七（三）), and which are still missing. */
export interface MaterialsResult {
  readonly complete: boolean;
  /** Ids of the required ones that are not there. */
  readonly missing: readonly string[];
  readonly items: readonly MaterialResult[];
}

/** One paper, and what was handed in for it. */
export interface MaterialResult {
  readonly id: string;
  readonly title: Title;
  readonly clause?: string;
  readonly source?: string;
  readonly required: boolean;
  /** The papers that were handed in for it. */
  readonly papers: readonly string[];
}

/** A diagnostic about the fact sheet; its path points into it, and it names no file or line. */
export type Finding = Omit<Diagnostic, "file" | "range" | "related" | "hint">;

/** Whether all conditions hold (notice, section 五): one that failed makes `ineligible`, else one that is open `undetermined`. */
export type EligibilityStatus = "eligible" | "ineligible" | "undetermined";
/** The three values of Kleene's logic. */
export type Truth = "true" | "false" | "unknown";

/** The conditions of the scheme, then those of its sheets. */
export interface EligibilityResult {
  readonly status: EligibilityStatus;
  readonly conditions: readonly ConditionResult[];
  /** Components whose sheet is still to be named, and may bring conditions of its own; absent where there is none. */
  readonly open?: readonly string[];
}

/** One condition of eligibility or one preference, and how it was answered. One that does not apply counts as satisfied. */
export interface ConditionResult {
  readonly id: string;
  readonly title: Title;
  readonly status: "satisfied" | "failed" | "unknown" | "not-applicable";
  /** The component whose sheet asks it, and whether that applies; absent: the scheme asks. */
  readonly from?: { readonly component: string; readonly applies: "yes" | "no" | "open" };
  readonly clause?: string;
  readonly source?: string;
  /** Where it applies at all, as the rubric has it; absent: everywhere. */
  readonly appliesWhen?: Condition;
  /** What is asked, as the rubric has it. */
  readonly asks: Condition;
  /** Every test that was made, whether or not it decided. */
  readonly because: readonly Because[];
}

/** One test: what was read, what was asked of it, and the answer. */
export interface Because {
  /** A fact id; `score`, `band` or `eligibility` for what the engine computed; `component/id` where it is an indicator. */
  readonly read: string;
  readonly value: ReadValue;
  readonly state: FactState;
  /** The value was taken out of the record, and the entries with it. */
  readonly redacted?: true;
  /** The test in the words of the rubric: `{ at_least: "3" }`; below a `not` `{ not: { at_least: "3" } }`. */
  readonly test: Readonly<Record<string, unknown>>;
  readonly result: Truth;
  /** Of a list whose entries were counted: each of them. Absent where the list is empty. */
  readonly entries?: readonly EntryResult[];
  /** Of a question about the breakdown: the indicator that was read, or the children of it; none where no sheet is named. */
  readonly indicators?: readonly IndicatorRead[];
}

/** An indicator as a condition read it: its points at full scale, awarded × points ÷ available. */
export interface IndicatorRead {
  /** `component/id`; the sheet itself is the component's id. */
  readonly indicator: string;
  readonly title: Title;
  readonly points: DecimalText;
  readonly applies: "yes" | "no" | "open";
  /** Between what its points lie, if it applies; null when it does not. */
  readonly bounds: Bounds | null;
  /** Whether its own points are as asked; null when it does not apply. */
  readonly meets: Truth | null;
}

/** One entry of a list that was counted, and why it did not count. */
export interface EntryResult {
  readonly date: DateText;
  readonly kind: string;
  readonly fields: readonly PrintedField[];
  /** Later than the as-of date, outside the window, or left out by `where`; absent: it counted. */
  readonly excluded?: "later" | "window" | "where";
}

/** What became of one entry under the rule `events`, as the note of its step. */
export interface EntryNote extends EntryResult {
  /** Place in the list, from 0. */
  readonly index: number;
  readonly counted: boolean;
  /** The line that gives its points, from 0; null: none fits. */
  readonly line?: number | null;
  /** Points of the line, where more is told of it. */
  readonly points?: ExactText;
  /** The line of `restore`, from 0, and the points that it gave back. */
  readonly restored?: { readonly line: number; readonly points: ExactText };
  /** The entry of the same matter that counts. */
  readonly matter?: number;
  readonly doubled?: true;
  /** More entries count than may. */
  readonly beyond?: true;
}

/** One field of an entry; numbers as exact text, dates as text. */
export interface PrintedField {
  readonly name: string;
  readonly value: string | boolean;
}

/** Given; not supplied yet; final without a value; supplied and unusable. */
export type FactState = "given" | "unknown" | "missing" | "invalid";

/** Numbers as exact text, dates as text, `choices` as a list of options, events and panels as the number of entries. */
export type ReadValue = boolean | string | number | readonly string[] | null;

/** The least and most that completing the facts can still give; null where there is no end. */
export interface Bounds {
  readonly least: ExactText | null;
  readonly most: ExactText | null;
  /** True: both ends can be reached. False promises only that nothing lies outside. */
  readonly tight: boolean;
}

/** The score by its `status`: a scored one has `exact` and `display`, an open one only bounds. */
export type ScoreResult = ScoredScore | OpenScore | NoScore;

interface ScoreBase {
  readonly bounds: Bounds;
  /** Whether completing the facts can no longer change the score. */
  readonly certain: boolean;
  readonly adjustments: readonly Adjustment[];
}

/** A score that is known: nothing that is still to come can change it. */
export interface ScoredScore extends ScoreBase {
  readonly status: "scored";
  readonly exact: ExactText;
  /** Rounded for display as the scheme says; nothing is decided by it. */
  readonly display: DecimalText;
}

/** A score that waits for facts; `bounds` says what is known of it. */
export interface OpenScore extends ScoreBase {
  readonly status: "open";
  readonly exact: null;
  readonly display: null;
}

/** Nothing at all applied: every condition on the score is false. */
export interface NoScore extends ScoreBase {
  readonly status: "nothing-scored";
  readonly exact: null;
  readonly display: null;
}

/** What a node did to its value beside adding up its children. */
export interface Adjustment {
  readonly cause: "coefficient" | "effect" | "floor" | "cap" | "rounding" | "offset";
  /** In the node's own points, with sign. */
  readonly by: ExactText;
  /** In points of the score; null while what the node is worth in the score is open. */
  readonly contribution: ExactText | null;
  readonly because: {
    readonly in: ExactText;
    readonly out: ExactText;
    readonly component?: string;
    /** Of an effect: its place in the list of effects beside it, of the score in that of the assessment, from 0. */
    readonly effect?: number;
  };
}

/** An effect of a rubric, and whether its condition holds. */
export interface EffectResult {
  readonly action: EffectAction;
  /** What is asked, as the rubric has it. */
  readonly asks: Condition;
  readonly result: Truth;
  readonly clause?: string;
  readonly source?: string;
  /** Every test that was made, whether or not it decided. */
  readonly because: readonly Because[];
}

/** An effect of a scheme: on the score, or on its band. */
export interface SchemeEffectResult extends Omit<EffectResult, "action"> {
  readonly action: EffectAction | BandAction;
}

/** A veto, and the node it stands on; open where it holds if the node applies, and that is open. */
export interface VetoResult extends EffectResult {
  /** `component/id`; the sheet itself is the component's id, and the scheme null. */
  readonly indicator: string | null;
}

/** Which outcome holds: the first of the scheme's list whose condition is true. */
export interface Decision {
  /** `undetermined` while more than one outcome is possible. */
  readonly outcome: string;
  readonly certain: boolean;
  /** In scheme order. May hold more than can be reached, never less. */
  readonly possible: readonly string[];
  readonly goal: string;
  /** What the score must reach for the goal; null when the goal does not ask for a score. */
  readonly threshold: DecimalText | null;
  /** Score − threshold; null while the score is open. */
  readonly margin: ExactText | null;
  /** Behind the effects on it; null while more than one is possible, and where the scheme has none. */
  readonly band: string | null;
  /** The bands still possible, best first; absent where the scheme has none. */
  readonly bands?: readonly string[];
  /** The band of the score alone, null while that is open; absent where no effect moves bands. */
  readonly scoreBand?: string | null;
  /** What effects made of it, in the order written; none while the score or one of them is open. */
  readonly bandChanges?: readonly BandChange[];
  /** Whether some effect has vetoed, null while that is open; absent where the rubrics know no veto. */
  readonly vetoed?: boolean | null;
  /** The vetoes that hold or may still hold, in document order; absent where the rubrics know none. */
  readonly vetoes?: readonly VetoResult[];
  /** What follows from the outcome, as the scheme writes it; absent while it is open, and where it names nothing. */
  readonly measures?: readonly Measure[];
  /** Outcomes in scheme order, up to the one that decided, with what was read. */
  readonly reasons: readonly OutcomeReason[];
}

/** One effect that moved the band. */
export interface BandChange {
  /** Its place in the list of effects of the assessment, from 0. */
  readonly effect: number;
  readonly from: string;
  readonly to: string;
}

/** One outcome of the list, and how its condition was answered. */
export interface OutcomeReason {
  readonly outcome: string;
  readonly title?: Title;
  readonly result: Truth;
  readonly clause?: string;
  readonly source?: string;
  /** What is asked, as the rubric has it; absent on the last, which holds otherwise. */
  readonly asks?: Condition;
  readonly because: readonly Because[];
}

/** One share of the score: a sheet, its weight, and the tree of its indicators. */
export interface ComponentResult {
  readonly id: string;
  /** Null outside the weights. */
  readonly weight: DecimalText | null;
  /** Of a component outside the weights. */
  readonly countsAs?: "bonus" | "deduction";
  /** What becomes of a value outside [0, points of the sheet]; absent where no sheet can leave it. */
  readonly outside?: "keep" | "clamp";
  /** Null while the fact sheet names no sheet. */
  readonly sheet: SheetNote | null;
  readonly root: NodeResult | null;
  /** Why a component without a sheet does not apply, or may not; else the root says it. */
  readonly applicability?: Applicability;
  /** Of a component that may not apply, while the fact sheet names no sheet; then they stand at its root. */
  readonly terms?: Terms;
}

/** An indicator is scored, waits for facts (`unknown`), waits for facts that were supplied wrongly (`invalid`), or does not apply. */
export type NodeStatus = "scored" | "unknown" | "not-applicable" | "invalid";

/** One line of the breakdown: an indicator, a group of them, or the sheet itself at level 0. */
export interface NodeResult {
  readonly id: string;
  readonly title: Title;
  readonly level: number;
  /** The maximum of the node; of a deduction 0. */
  readonly points: DecimalText;
  /** What it could earn of what applies; null while that is open. */
  readonly available: ExactText | null;
  /** In the node's own points; null unless scored. */
  readonly awarded: { readonly exact: ExactText; readonly display: DecimalText } | null;
  /** In the node's own points, if it applies; null when it does not. */
  readonly bounds: Bounds | null;
  readonly status: NodeStatus;
  /** What one of its points is worth in the score; null while that is open. */
  readonly factor: ExactText | null;
  /** factor × awarded, in points of the score; "0" when not applicable, null while open. */
  readonly contribution: ExactText | null;
  /** factor × (available − awarded). */
  readonly shortfall: ExactText | null;
  readonly adjustments: readonly Adjustment[];
  /** Of a group that has some and applies: every one in the order written, whether it holds or not. */
  readonly effects?: readonly EffectResult[];
  /** Of a leaf: its rule as data, for the column of standards. */
  readonly rule?: Scoring["rule"];
  readonly standard?: Scoring;
  /**
   * Facts in the order of the rule, the one of the coefficient behind them; of a group only that one; of an instance in
   * a weighted mean what weighs it.
   */
  readonly read: readonly Read[];
  readonly steps: readonly Step[];
  /** There were steps, and they told a value that was taken out of the record. */
  readonly redacted?: true;
  /** Of one instance that the group above is scored for; names below it end in its id: `B1[p1]`. */
  readonly instance?: { readonly list: string; readonly id: string };
  /** The list whose instances the group is scored for; its children are those instances. */
  readonly each?: EachNote;
  /** Of a group that does not add its children up: what it makes of their shares, awarded ÷ available. */
  readonly combine?: Averaging;
  /** Of a group that divides: its value is its sum × points ÷ available. */
  readonly renormalise?: true;
  /** Among siblings that make a weighted mean. */
  readonly weight?: DecimalText;
  /** What its value is multiplied by, as the rubric has it. */
  readonly coefficient?: Coefficient;
  readonly clause?: string;
  /** The document of the clause, where it is not that of the sheet. */
  readonly source?: string;
  /** What else the rubric says about its value. */
  readonly terms?: Terms;
  /** Outside the points of its group and of any division, added behind it; absent: it counts as usual. */
  readonly countsAs?: "bonus" | "deduction";
  /** Of a bonus: the points it can make good and not exceed. */
  readonly absorbedBy?: AbsorbedBy;
  /** Why it does not apply, or may not; absent where it does. */
  readonly applicability?: Applicability;
  /** A leaf has no children key. */
  readonly children?: readonly NodeResult[];
}

/** Which list a group is scored by, and what weighs its instances. */
export interface EachNote {
  readonly list: string;
  readonly title: Title;
  /** `given`: the list is complete, and may be empty. */
  readonly state: FactState;
  readonly weightBy?: string;
}

/** What a leaf says beside its rule, and a group beside its children; only what it says. */
export interface Terms {
  readonly floor?: Limit;
  readonly cap?: Limit;
  readonly round?: Rounding;
  readonly whenMissing?: DecimalText;
  readonly appliesWhen?: Condition;
  readonly mayBeNotApplicable?: true;
  /** Where it may not apply: whether it then leaves both sides, or counts full or nothing. */
  readonly ifNotApplicable?: "drop" | "full" | "zero";
}

/** What speaks for a node's not applying: the fact sheet, or the answers to `applies_when`. */
export interface Applicability {
  readonly applies: "no" | "open";
  readonly declared?: { readonly by: string; readonly reason: string };
  readonly because: readonly Because[];
}

/** A fact as a leaf read it. */
export interface Read {
  readonly fact: string;
  readonly value: ReadValue;
  readonly state: FactState;
  readonly evidence: readonly string[];
  /** What the fact sheet says about the value. */
  readonly note?: string;
  /** Digest of the record that the value was taken from. */
  readonly record?: Digest;
  /** Of a judgement: who, in which capacity, and why. */
  readonly by?: string;
  readonly as?: string;
  readonly reason?: string;
  /** Taken out of the record, or derived from what was. */
  readonly redacted?: true;
  /** Of a panel: every judgement, in the order of the fact sheet. */
  readonly judgements?: readonly JudgementResult[];
}

/** One judgement of a panel, and why it does not count. */
export interface JudgementResult {
  /** Null where it cannot be used. */
  readonly points: ExactText | null;
  readonly by: string;
  readonly as?: string;
  readonly reason: string;
  /** Left out as one of the highest, or of the lowest; absent: it counts, if the panel does. */
  readonly excluded?: "highest" | "lowest";
}

/** One step of arithmetic, as data; sentences are made from it later. */
export interface Step {
  readonly op: string;
  readonly in: readonly StepValue[];
  readonly out: ExactText | boolean | null;
  readonly note?: Readonly<Record<string, unknown>>;
}

/** A number as exact text, an option as the rubric writes it, a yes or no, or nothing. */
export type StepValue = string | boolean | null;
