/**
 * What a scheme is compiled to: facts in numbered slots, rules and conditions as closures over exact amounts.
 * Everything that depends on the rubric alone is decided here, once; scoring only runs it.
 */
import type { Amount, Factor } from "../base/amount.js";
import type { Day } from "../base/calendar.js";
import type {
  Adjustment,
  Because,
  Bounds,
  EntryResult,
  FactState,
  Terms,
  Read,
  SchemeNote,
  SheetNote,
  Step,
  Truth,
} from "../model/assessment.js";
import type { Diagnostic, DiagnosticData } from "../model/diagnostic.js";
import type { ScoreCode } from "../model/codes.js";
import type { FactDeclaration, SuppliedJudgement, SuppliedPanel, SuppliedValue } from "../model/fact.js";
import type { DecimalText, ExactText, Rounding } from "../model/numbers.js";
import type { Component, Effect, Group, Indicator, Leaf, Scheme, SchemeEffect, Sheet, Title } from "../model/rubric.js";
import type { FoundSheets } from "./find.js";
import type { FactPlace } from "./notes.js";

/** Numbers that an open fact may still become. */
export interface Domain {
  /** Null: no end. An open end does not belong to the domain. */
  readonly low: Amount | null;
  readonly lowOpen: boolean;
  readonly high: Amount | null;
  readonly highOpen: boolean;
  readonly whole: boolean;
}

export type FactValue = boolean | Amount | string | readonly string[] | Day | Events | Panel;

/** One entry of an events fact; `fields` in the order of the declaration, undefined where optional and absent. */
export interface Event {
  readonly date: Day;
  readonly kind: string;
  readonly fields: readonly (FieldValue | undefined)[];
}

/** Judgements that can all be used, in the order of the fact sheet. */
export interface Panel {
  readonly votes: readonly Vote[];
}

export interface Vote {
  readonly points: Amount;
  readonly as: string | undefined;
  /** Left out. */
  readonly excluded: "highest" | "lowest" | undefined;
}

export type FieldValue = boolean | Amount | string | Day;

export interface Events {
  readonly entries: readonly Event[];
  /** Entries that cannot be read in full: each may count for nothing or for anything its kind allows. */
  readonly doubtful: readonly { readonly kind: string | undefined }[];
}

/** A fact as it stands while one fact sheet is scored. */
export interface Known {
  readonly state: FactState;
  /** Given: the value. Of an invalid events fact: the readable entries. Else null. */
  readonly value: FactValue | null;
  /** What a number may be; null for facts that are no numbers. A given number is its own domain. */
  readonly domain: Domain | null;
  /** Open: whether every value of the domain can come about, so that bounds drawn from it are reached. */
  readonly reachable: boolean;
  /** As it is printed where it was read. */
  readonly read: Read;
}

/** Reports something about the fact being read. `path` is below the fact's own path. */
export type Report = (code: ScoreCode, params: DiagnosticData, path?: string) => void;

interface SlotBase {
  readonly id: string;
  readonly unknown: Known;
  readonly missing: Known;
  readonly invalid: Known;
  /** The supplied facts beneath this one; itself unless derived. */
  readonly raw: readonly number[];
}

/** A fact that the fact sheet supplies. */
export interface SuppliedSlot extends SlotBase {
  readonly kind: "supplied";
  readonly declaration: FactDeclaration;
  /** Undefined: the value cannot be used, and why has been reported. */
  readonly interpret: (value: SuppliedValue, asOf: Day, report: Report) => Interpreted | undefined;
}

export interface Interpreted {
  readonly value: FactValue;
  readonly print: Read["value"];
  readonly state: "given" | "invalid";
  readonly domain: Domain | null;
}

/** A fact computed from others in lower slots. */
export interface DerivedSlot extends SlotBase {
  readonly kind: "derived";
  readonly declaration: FactDeclaration;
  readonly derive: (known: readonly Known[], asOf: Day, report: Report) => Known;
  /** Of a count: the entries it counts, once they are known. */
  readonly entries?: (known: readonly Known[], asOf: Day) => readonly EntryResult[] | undefined;
}

/** What assessors said about one leaf, read like a fact. */
export interface JudgementSlot extends SlotBase {
  readonly kind: "judgement";
  /** `component/indicator`. */
  readonly indicator: string;
  readonly interpret: ReadJudgement;
}

/** How a rule reads what the fact sheet says for its leaf; `path` of a report is below the entry. */
export type ReadJudgement = (supplied: SuppliedJudgement | SuppliedPanel, report: Report) => Judged;

export interface Judged {
  /** `short`: more judgements are needed. They may still come, unless the fact sheet is closed. */
  readonly state: "given" | "invalid" | "short";
  readonly value: FactValue | null;
  /** What is printed of it, beside its state. */
  readonly print: Partial<Omit<Read, "fact" | "state" | "evidence">>;
}

/** A fact of the enterprise, as an instance sees it: known once for all of them. */
export interface SharedSlot extends SlotBase {
  readonly kind: "shared";
  /** Its slot in the program. */
  readonly of: number;
}

export type Slot = SuppliedSlot | DerivedSlot | JudgementSlot | SharedSlot;

/** Points of a leaf with everything that is printed about them. */
export interface Award {
  readonly points: Amount;
  readonly steps: readonly Step[];
  readonly hull: Hull;
  readonly awarded: { readonly exact: ExactText; readonly display: DecimalText };
  readonly bounds: Bounds;
  /** In points of the score, while no group above divides by less than its points. */
  readonly contribution: string;
  readonly shortfall: string;
}

/** Between what open facts allow; null where there is no end. */
export interface Hull {
  readonly least: Amount | null;
  readonly most: Amount | null;
  /** Whether both ends are reached by some value of the facts. */
  readonly tight: boolean;
}

/** Makes an award of what a rule computed: floor, cap and print. */
export type Finish = (points: Amount, steps: readonly Step[]) => Award;

/** One leaf's rule, bound to its facts. */
export interface BoundRule {
  /** Slots in the order they are printed. */
  readonly reads: readonly number[];
  /** The slot of what assessors say; absent where the rule reads facts. */
  readonly judgement?: number;
  /** What it needs at the moment; absent: all that it reads, each fact once. */
  readonly asked?: (known: readonly Known[], asOf: Day) => Asked;
  /** Slots that it asks whether they are missing. */
  readonly missable?: readonly number[];
  /** All facts needed are given. */
  readonly award: (known: readonly Known[], asOf: Day) => Award;
  /** Some are not: before floor and cap. */
  readonly hull: (known: readonly Known[], asOf: Day) => Hull;
}

/** What a rule that holds others needs: some of it may be switched off. */
export interface Asked {
  /** Certainly needed. */
  readonly needed: readonly number[];
  /** Needed, or still to be needed: a fact that is read twice stands twice. */
  readonly possible: readonly number[];
  /** A condition has no answer although all its facts are given: one of them makes no sense, and it stays open. */
  readonly stuck: boolean;
}

/** A condition bound to its facts. Every test made is added to `because`. */
export interface BoundCondition {
  readonly evaluate: (view: View, because: Because[] | null) => Truth;
  readonly slots: readonly number[];
  /** Slots that it asks whether they are missing. */
  readonly missable: readonly number[];
}

/**
 * What conditions may look at. `indicators` exists once they have been scored, `score`, `vetoed` and `eligibility` only
 * when outcomes are decided.
 */
export interface View {
  readonly known: readonly Known[];
  readonly asOf: Day;
  /** By key; undefined while the fact sheet names no sheet for the component. */
  readonly indicators?: (key: string) => SeenIndicator | undefined;
  readonly score?: ScoreRange | null;
  /** Those that the score can lead to, behind the effects on them; of no score there is none. */
  readonly bands?: readonly string[];
  readonly vetoed?: Truth;
  readonly eligibility?: "eligible" | "ineligible" | "undetermined";
}

/** An indicator as conditions see it. */
export interface SeenIndicator {
  readonly key: string;
  /** Undefined where the sheet that was chosen has no such indicator: then it does not apply. */
  readonly node: Indicator | undefined;
  /** `open`: it may still turn out not to apply. */
  readonly applies: "in" | "out" | "open";
  /** At full scale: awarded × points ÷ available. Null when it does not apply. */
  readonly hull: Hull | null;
  readonly children: () => readonly SeenIndicator[];
}

/** A range the score lies in; null ends are infinite. A view whose score is null has none: nothing applied. */
export interface ScoreRange {
  readonly least: Amount | null;
  readonly leastOpen: boolean;
  readonly most: Amount | null;
  readonly mostOpen: boolean;
}

/** A stated rounding. It never changes the order of two values. */
export interface BoundRounding {
  readonly rounding: Rounding;
  readonly apply: (value: Amount) => Amount;
  /** The farthest it can move a value. */
  readonly step: Amount;
}

/**
 * What a group or a scheme does to its value once its parts are together. They run in the order of the list.
 */
export interface Operation {
  readonly cause: Adjustment["cause"];
  /** Of an effect: its place in the list of its group. */
  readonly effect?: number;
  /** Supplied facts beneath it, a fact read twice standing twice. */
  readonly raw: readonly number[];
  /** Whether a fact that it reads was supplied wrongly; absent: where one of `raw` was. */
  readonly isInvalid?: (known: readonly Known[]) => boolean;
  /** Null: it waits for a fact. */
  readonly apply: (value: Amount, view: View) => Amount | null;
  /** Around all that can come of the hull, whatever the open facts. */
  readonly hull: (hull: Hull, view: View) => Hull;
}

/** An effect with its condition bound. */
export interface BoundEffect<E extends Effect | SchemeEffect = Effect> {
  readonly effect: E;
  readonly when: BoundCondition;
}

/**
 * How a node joins its group: in the sum; as a bonus or deduction beside it, behind the division; or behind the cap of
 * the sheet, as a bonus that nobody absorbs. In a group without ordinary children all of them are the sum.
 */
export type Joins = "sum" | "beside" | "behind";

/** What a value is multiplied by, bound to its fact. */
export interface BoundCoefficient {
  readonly slot: number;
  /** Supplied facts beneath it, a fact read twice standing twice. */
  readonly raw: readonly number[];
  /** Supplied facts of which it says what happens when they are missing. */
  readonly missable: readonly number[];
  /** Null: it waits for its fact. */
  readonly at: (known: readonly Known[]) => Amount | null;
  readonly hull: (known: readonly Known[]) => Hull;
}

interface NodeProgramBase {
  /** `component/id`; the sheet itself is the component's id. */
  readonly key: string;
  readonly terms: Terms | undefined;
  readonly points: Amount;
  /** The points as they are printed. */
  readonly printed: ExactText;
  /** How much it counts in a mean: 1 where no weight is stated; null while that of an instance is open. */
  readonly weight: Amount | null;
  readonly coefficient: BoundCoefficient | undefined;
  readonly floor: Amount | undefined;
  readonly cap: Amount | undefined;
  readonly round: BoundRounding | undefined;
  readonly applies: BoundCondition | undefined;
  readonly joins: Joins;
  /** The list whose instances it is scored for one by one: its slots are those of the list. */
  readonly list: string | undefined;
}

export interface LeafProgram extends NodeProgramBase {
  readonly kind: "leaf";
  readonly node: Leaf;
  readonly rule: BoundRule;
  /** Supplied facts beneath the rule's reads, a fact read twice standing twice. */
  readonly raw: readonly number[];
  /** The same of any slots. */
  readonly rawOf: (slots: readonly number[]) => readonly number[];
  readonly whenMissing: Award | undefined;
  /** What the rule or `when_missing` gives, multiplied: with a coefficient, floor and cap stand behind that. */
  readonly multiplied: (award: Award, by: Amount) => Award;
  /** What the node is worth when it does not apply and stays in. */
  readonly full: Award;
  readonly zero: Award;
}

export interface GroupProgram extends NodeProgramBase {
  readonly kind: "group";
  readonly node: Group;
  readonly effects: readonly BoundEffect[];
  readonly operations: readonly Operation[];
  /** Behind the bonuses that join behind the cap; empty where none does. */
  readonly finishing: readonly Operation[];
  readonly children: readonly NodeProgram[];
  /** False: nothing in it is ordinary, and what it has available are its own points. */
  readonly hasOrdinary: boolean;
  /** Whether all children are the sum. */
  readonly isPlain: boolean;
  /** Its children are scored once for each instance of a list. */
  readonly each: BoundEach | undefined;
  /** Of what stands for one instance of such a group while a fact sheet is scored. */
  readonly instance: InstanceOf | undefined;
}

export interface BoundEach {
  readonly list: string;
  /** Among the slots of the list; undefined: all count alike. */
  readonly weight: number | undefined;
  /** Of what stands below each of them. */
  readonly hasOrdinary: boolean;
  readonly isPlain: boolean;
  /** Where something is assumed of one of them; absent: what stands below is the same for all. */
  readonly childrenOf?: (instance: string) => readonly NodeProgram[];
}

/** One entry of a list as it stands while one fact sheet is scored. */
export interface KnownInstance {
  readonly list: string;
  readonly id: string;
  readonly title: string | undefined;
  /** By slot of the list. */
  readonly known: readonly Known[];
  /** Nodes declared not applicable for it, by key: who says so, and why. */
  readonly out: ReadonlyMap<string, { readonly by: string; readonly reason: string }>;
  /** Of a slot of the list a number that no other fact has, of this or another instance or of the enterprise. */
  readonly factOf: (slot: number) => number;
}

/** What stands for one instance in a group that is scored for each of them. */
export interface InstanceOf extends KnownInstance {
  /** Slot of its weight. */
  readonly weighedBy: number | undefined;
}

export type NodeProgram = LeafProgram | GroupProgram;

/** The slots of one list of instances: filled once for each of them. */
export interface ListProgram {
  readonly id: string;
  readonly slots: readonly Slot[];
  /** Facts of its first instance are told apart from all others by numbers from here on. */
  readonly firstFact: number;
}

/** What one sheet asks of the instances of a list. */
export interface SheetList {
  readonly list: string;
  /** As this sheet calls it. */
  readonly title: Title;
  /** Facts of an instance, by id, among the slots of the list. */
  readonly facts: ReadonlyMap<string, number>;
  readonly factPlaces: readonly FactPlace[];
  /** All slots to fill for an instance, in order of computation. */
  readonly slots: readonly number[];
  readonly countedFrom: ReadonlySet<number>;
}

/** One sheet in one component of a scheme. */
export interface SheetProgram {
  readonly sheet: Sheet;
  /** What is printed about the sheet and its facts, made once. */
  readonly note: SheetNote;
  readonly factPlaces: readonly FactPlace[];
  readonly root: GroupProgram;
  /** What one point of the sheet is worth in the score: weight × scheme points ÷ sheet points × slope. */
  readonly factor: Factor;
  /** Facts that the sheet may be asked about, by id. */
  readonly facts: ReadonlyMap<string, number>;
  /** All slots to fill when this sheet is scored, in order of computation. */
  readonly slots: readonly number[];
  /** Dates that periods are counted from: later than the as-of date they make no sense. */
  readonly countedFrom: ReadonlySet<number>;
  /** Supplied facts that may turn out missing: some indicator or condition says what happens then. */
  readonly missable: ReadonlySet<number>;
  readonly lists: readonly SheetList[];
  /** Conditions of the sheet itself, in its order. */
  readonly eligibility: readonly BoundEligibility[];
  /** Nodes by id, for judgements and declarations of what does not apply. */
  readonly nodes: ReadonlyMap<string, NodeProgram>;
}

export interface ComponentProgram {
  readonly component: Component;
  /** Weight × scheme points × slope of `rescale`: what full marks contribute. Null outside the weights. */
  readonly worth: Amount | null;
  readonly weight: Amount | null;
  readonly applies: BoundCondition | undefined;
  readonly terms: Terms | undefined;
  /** By sheet id. A component of one fixed sheet has one. */
  readonly choices: ReadonlyMap<string, SheetProgram>;
  readonly fixed: SheetProgram | undefined;
}

export interface BoundEligibility {
  readonly applies: BoundCondition | undefined;
  readonly require: BoundCondition;
}

export interface Program {
  readonly scheme: Scheme;
  /** What is printed about the scheme and its facts, made once. */
  readonly note: SchemeNote;
  readonly factPlaces: readonly FactPlace[];
  readonly slots: readonly Slot[];
  /** Of all sheets, by id. */
  readonly lists: ReadonlyMap<string, ListProgram>;
  /** Dates that the scheme itself counts periods from. */
  readonly countedFrom: ReadonlySet<number>;
  /** Facts of the scheme and of sheets that are always in, by id. */
  readonly facts: ReadonlyMap<string, number>;
  readonly schemeSlots: readonly number[];
  readonly components: readonly ComponentProgram[];
  /** All sheets that names of indicators were looked up in, those included that cannot be chosen. */
  readonly named: readonly FoundSheets[];
  readonly eligibility: readonly BoundEligibility[];
  readonly preferences: readonly BoundCondition[];
  /** In the order written. */
  readonly effects: readonly BoundEffect<SchemeEffect>[];
  readonly outcomes: readonly (BoundCondition | undefined)[];
  /** Facts that outcomes, and effects on the band, read directly. */
  readonly outcomeSlots: readonly number[];
  /** Supplied facts that conditions of the scheme ask whether they are missing. */
  readonly missable: ReadonlySet<number>;
  /** Numbers at which the score is cut to decide, rising. */
  readonly cuts: readonly Amount[];
  /** Best first: whether all of a range of the score lies in it. */
  readonly bands: readonly { readonly id: string; readonly holds: (range: ScoreRange) => Truth }[];
  /** The goal's own bound on the score. */
  readonly threshold: { readonly text: DecimalText; readonly amount: Amount } | undefined;
  /** What happens to the sum of the components. */
  readonly operations: readonly Operation[];
  /** Whether weights are divided by the sum of those that apply. */
  readonly renormalise: boolean;
  readonly round: BoundRounding | undefined;
  readonly display: (value: Amount) => DecimalText;
}

/** A scheme with its sheets, checked and bound: ready to score any number of fact sheets. It cannot be stored. */
export interface CompiledScheme {
  /** Of the scheme. */
  readonly id: string;
  /** Of the scheme, as its file writes it. */
  readonly version: string;
  /** What linking found that does not stop scoring: warnings, and errors in sheets that can then not be chosen. */
  readonly diagnostics: readonly Diagnostic[];
  /**
   * What `score` runs. Its shape may change in any release.
   *
   * @internal
   */
  readonly program: Program;
}
