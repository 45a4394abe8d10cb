/** The tree of indicators, read node by node: a broken one leaves the rest standing. */
import type { Condition } from "../model/condition.js";
import type { DocumentValue } from "../model/document.js";
import type { FactDeclaration } from "../model/fact.js";
import type { DecimalText, Rounding } from "../model/numbers.js";
import type {
  Coefficient,
  Combination,
  CountsAs,
  Each,
  Effect,
  Group,
  Indicator,
  Leaf,
  Limit,
  Title,
} from "../model/rubric.js";
import type { Scoring } from "../model/scoring.js";
import type { Report } from "./report.js";
import { pointer } from "../base/pointer.js";
import { readCoefficient } from "./coefficient.js";
import { checkCombination } from "./combination.js";
import { readCondition } from "./conditions.js";
import { absorbs, countingKeys, readCountsAs } from "./outside.js";
import { theOneKey } from "./dispatch.js";
import { readEach } from "./each.js";
import { readEffects } from "./effects.js";
import { all, given } from "./given.js";
import type { HeaderDraft } from "./header.js";
import { checkRounding, readRounding } from "./rounding.js";
import { readRule } from "./rules/all.js";
import { startOf } from "./rules/start.js";
import { decimalOr, id, justTrue, oneOf, positive, text, yesNo } from "./scalars.js";
import { givenList, isGivenMapping, part, shape } from "./shape.js";
import { readTitle } from "./titles.js";
import { optional, strictObject } from "./zod.js";

export const combination = oneOf(["sum", "mean", "weighted_mean", "min", "max"]);

export const limitKeys = {
  floor: optional(decimalOr(["none"])),
  cap: optional(decimalOr(["points", "none"])),
  round: optional(part("display")),
};

const commonKeys = {
  id,
  title: part("title"),
  points: optional(positive),
  ...countingKeys,
  clause: optional(text),
  source: optional(id),
  ...limitKeys,
  weight: optional(positive),
  coefficient: optional(part("coefficient")),
  applies_when: optional(part("condition")),
  may_be_not_applicable: optional(yesNo),
  if_not_applicable: optional(oneOf(["drop", "full", "zero"])),
};

export const groupShape = strictObject({
  ...commonKeys,
  indicators: part("indicators"),
  combine: optional(combination),
  renormalise: optional(justTrue),
  each: optional(id),
  weight_by: optional(id),
  effects: optional(part("effects")),
});
export const leafShape = strictObject({
  ...commonKeys,
  scoring: part("scoring"),
  when_missing: optional(decimalOr(["zero", "full"])),
});

/** Keys of a node that do not tell which kind it is. */
const BESIDE: readonly string[] = [
  ...Object.keys(commonKeys),
  "combine",
  "renormalise",
  "each",
  "weight_by",
  "effects",
  "when_missing",
];

/** What could be read of a node. `node` is there when all of it could. */
export interface NodeDraft {
  readonly path: string;
  readonly level: number;
  readonly report: Report;
  /** Whether it is a group or a leaf is known, and which nodes a group has. */
  readonly isRead: boolean;
  readonly id: string | undefined;
  readonly title: Title | undefined;
  /** Of a deduction 0, which it does not say. */
  readonly points: DecimalText | undefined;
  readonly countsAs: CountsAs | undefined;
  /** Absent: not stated, when `limitsRead`. */
  readonly floor: Limit | undefined;
  readonly cap: Limit | undefined;
  readonly round: Rounding | undefined;
  /** Floor, cap and rounding are what is written, or are not there. */
  readonly limitsRead: boolean;
  readonly weight: Weight;
  /** `unread`: something is written that is no coefficient. */
  readonly coefficient: Coefficient | "unread" | undefined;
  readonly appliesWhen: Condition | undefined;
  /** It may leave both sides of the division. */
  readonly mayDrop: boolean;
  /** It may not apply, and is then worth this much. */
  readonly instead: "full" | "zero" | undefined;
  /** Undefined where what is written cannot be used, and nothing follows from it. */
  readonly combine: Combination | undefined;
  readonly renormalise: boolean;
  /** The list that `each` names. */
  readonly list: string | undefined;
  /** Undefined where what is said of instances could not be read. */
  readonly each: Each | undefined;
  /** Undefined where they could not be read. */
  readonly effects: readonly Effect[] | undefined;
  /** Undefined for a leaf, and where the list could not be read. */
  readonly children: readonly NodeDraft[] | undefined;
  readonly scoring: Scoring | undefined;
  readonly whenMissing: DecimalText | undefined;
  readonly node: Indicator | undefined;
}

/** `unread`: something is written that is no weight. */
export type Weight = DecimalText | "unread" | undefined;

export interface TreeReading {
  readonly header: HeaderDraft;
  readonly report: Report;
  readonly declare: (fact: FactDeclaration) => void;
}

export function readIndicators(
  value: DocumentValue | undefined,
  path: string,
  level: number,
  tree: TreeReading,
): readonly NodeDraft[] | undefined {
  return givenList(value, path, tree.report)?.map((node, i) => readNode(node, pointer(path, i), level, tree));
}

function readNode(value: DocumentValue, path: string, level: number, tree: TreeReading): NodeDraft {
  const nothing = emptyDraft(path, level, tree.report);
  if (value === null) tree.report.add("empty-entry", path);
  if (value === null || !isGivenMapping(value, path, tree.report)) return nothing;
  const name = value["id"];
  const report = tree.report.about("indicator", typeof name === "string" ? name : undefined);
  const kind = theOneKey(value, ["indicators", "scoring"], path, report, { beside: BESIDE });
  if (kind === undefined) return { ...nothing, report };
  return kind === "indicators"
    ? readGroup(value, path, level, { ...tree, report })
    : readLeaf(value, path, level, { ...tree, report });
}

function readGroup(value: DocumentValue, path: string, level: number, tree: TreeReading): NodeDraft {
  const { ok, fields, wrong } = shape(groupShape, value, path, tree.report);
  const list = fields.each;
  const perInstance = list !== undefined || wrong.has("each");
  const draft = readCommon(fields, wrong, path, level, tree, perInstance);
  const each = readEach(fields, wrong, path, tree.report);
  const children = readIndicators(fields.indicators, pointer(path, "indicators"), level + 1, tree);
  const combine = wrong.has("combine") ? undefined : (fields.combine ?? "sum");
  const renormalise = fields.renormalise ?? wrong.has("renormalise");
  // What is in it is added up for each instance; what is said of combining is about those.
  const inside = perInstance ? "sum" : combine;
  const effects = readEffects(fields.effects, pointer(path, "effects"), tree);
  checkCombination({ combine, renormalise: fields.renormalise, perInstance, path, report: tree.report, children });
  const nodes = all(children?.map((child) => child.node));
  const complete = ok && (list === undefined || each !== undefined);
  const { points } = draft;
  const cap = draft.cap ?? (absorbs(children, false) ? points : undefined);
  const limits = cap === undefined ? {} : { cap };
  const node: Group | undefined =
    complete && draft.common && combine && effects && nodes
      ? given({
          kind: "group" as const,
          ...draft.common,
          ...limits,
          combine,
          renormalise,
          each,
          effects,
          children: nodes,
        })
      : undefined;
  return {
    ...draft,
    cap,
    isRead: children !== undefined,
    combine: inside,
    renormalise: renormalise || perInstance,
    list,
    each,
    effects,
    children,
    node,
  };
}

function readLeaf(value: DocumentValue, path: string, level: number, tree: TreeReading): NodeDraft {
  const { ok, fields, wrong } = shape(leafShape, value, path, tree.report);
  const draft = readCommon(fields, wrong, path, level, tree);
  const { id, title, points, report } = draft;
  const rule = {
    value: fields.scoring,
    path: pointer(path, "scoring"),
    report,
    leaf: { id, title, points },
    declare: tree.declare,
  };
  const scoring = readRule(rule);
  const whenMissing = fields.when_missing === undefined ? undefined : startOf(fields.when_missing, points);
  const limitsRead = draft.limitsRead && !wrong.has("when_missing");
  const node: Leaf | undefined =
    ok && draft.common && scoring ? given({ kind: "leaf" as const, ...draft.common, scoring, whenMissing }) : undefined;
  return { ...draft, isRead: true, limitsRead, scoring, whenMissing, node };
}

interface CommonFields {
  readonly id?: string | undefined;
  readonly title?: DocumentValue | undefined;
  readonly points?: DecimalText | undefined;
  readonly counts_as?: CountsAs["kind"] | undefined;
  readonly absorbed_by?: "section" | "sheet" | "none" | undefined;
  readonly clause?: string | undefined;
  readonly source?: string | undefined;
  readonly floor?: string | undefined;
  readonly cap?: string | undefined;
  readonly round?: DocumentValue | undefined;
  readonly weight?: DecimalText | undefined;
  readonly coefficient?: DocumentValue | undefined;
  readonly applies_when?: DocumentValue | undefined;
  readonly may_be_not_applicable?: boolean | undefined;
  readonly if_not_applicable?: "drop" | "full" | "zero" | undefined;
}

/** `perInstance`: a list may be empty, and then there is nothing that the group could apply to. */
function readCommon(
  fields: CommonFields,
  wrong: ReadonlySet<string>,
  path: string,
  level: number,
  tree: TreeReading,
  perInstance = false,
) {
  const { report } = tree;
  const { id, clause, source, floor, weight } = fields;
  const countsAs = readCountsAs(fields, wrong, path, report);
  const isDeduction = fields.counts_as === "deduction";
  const points = isDeduction ? "0" : fields.points;
  if (points === undefined && !wrong.has("points"))
    report.add("missing-key", path, { key: "points" }, { part: "holder" });
  const title = readTitle(fields.title, pointer(path, "title"), report);
  const appliesWhen = readCondition(fields.applies_when, pointer(path, "applies_when"), report);
  const mayBeNotApplicable = fields.may_be_not_applicable ?? false;
  const ifNotApplicable = fields.if_not_applicable ?? "drop";
  const coefficient = readCoefficient(fields.coefficient, pointer(path, "coefficient"), report);
  const cap = fields.cap === "points" ? points : fields.cap;
  const round = readRounding(fields.round, pointer(path, "round"), report);
  checkRounding({ path, report, points, floor, cap, round });
  tree.header.checkSource(source, pointer(path, "source"), report);
  const mayStepOut = mayBeNotApplicable || fields.applies_when !== undefined || perInstance;
  if (
    fields.if_not_applicable !== undefined &&
    !mayStepOut &&
    !wrong.has("applies_when") &&
    !wrong.has("may_be_not_applicable")
  ) {
    report.add("policy-unused", pointer(path, "if_not_applicable"), { policy: ifNotApplicable }, { part: "key" });
  }
  const complete =
    id !== undefined &&
    title !== undefined &&
    points !== undefined &&
    countsAs !== undefined &&
    (fields.applies_when === undefined || appliesWhen) &&
    (fields.coefficient === undefined || coefficient) &&
    (fields.round === undefined || round);
  const common = complete
    ? given({
        id,
        title,
        level,
        points,
        countsAs,
        clause,
        source,
        coefficient,
        floor,
        cap,
        round,
        weight,
        appliesWhen,
        mayBeNotApplicable,
        ifNotApplicable,
        path,
      })
    : undefined;
  const mayDrop = mayStepOut && ifNotApplicable === "drop" && !wrong.has("if_not_applicable");
  const instead = mayStepOut && ifNotApplicable !== "drop" ? ifNotApplicable : undefined;
  const limitsRead = !wrong.has("floor") && !wrong.has("cap") && (fields.round === undefined) === (round === undefined);
  return {
    ...emptyDraft(path, level, report),
    id,
    title,
    points,
    countsAs,
    floor,
    cap,
    round,
    limitsRead,
    weight: wrong.has("weight") ? ("unread" as const) : weight,
    coefficient:
      coefficient ?? (fields.coefficient === undefined && !wrong.has("coefficient") ? undefined : ("unread" as const)),
    appliesWhen,
    mayDrop,
    instead,
    common,
  };
}

function emptyDraft(path: string, level: number, report: Report): NodeDraft {
  return {
    path,
    level,
    report,
    isRead: false,
    id: undefined,
    title: undefined,
    points: undefined,
    countsAs: undefined,
    floor: undefined,
    cap: undefined,
    round: undefined,
    limitsRead: false,
    weight: undefined,
    coefficient: undefined,
    appliesWhen: undefined,
    mayDrop: false,
    instead: undefined,
    combine: "sum",
    renormalise: false,
    list: undefined,
    each: undefined,
    effects: [],
    children: undefined,
    scoring: undefined,
    whenMissing: undefined,
    node: undefined,
  };
}
