/** `kind: sheet`: a tree of indicators worth a number of points. */
import type { DocumentValue } from "../model/document.js";
import type { FactDeclaration } from "../model/fact.js";
import type { Combination, Group, Limit, Sheet } from "../model/rubric.js";
import { places } from "../messages/validate.js";
import { checkApplicability } from "./applicability.js";
import { checkCoefficient, readCoefficient } from "./coefficient.js";
import { checkCombination, divides } from "./combination.js";
import { checkCondition } from "./condition-types.js";
import { ORDINARY, absorbs, checkCounting } from "./outside.js";
import { type DeclaredFacts, declaredFacts } from "./declared-facts.js";
import { checkDerivations } from "./derivation-meaning.js";
import { checkEach } from "./each.js";
import { checkEffects, readEffects } from "./effects.js";
import { checkFactLists, readFacts } from "./fact-declarations.js";
import { all, given } from "./given.js";
import { type HeaderDraft, headerKeys, readHeader } from "./header.js";
import { checkUnique } from "./ids.js";
import { readInstanceLists } from "./instances.js";
import { type NodeDraft, combination, limitKeys, readIndicators } from "./nodes.js";
import { pointer } from "../base/pointer.js";
import { formatExact } from "../base/exact.js";
import type { DecimalText, ExactText, Rounding } from "../model/numbers.js";
import { checkShape, checkSums } from "./points.js";
import { checkLimits } from "./ranges.js";
import type { Report } from "./report.js";
import { readCondition } from "./conditions.js";
import { readEligibility } from "./requirements.js";
import { checkRounding, readRounding } from "./rounding.js";
import type { End } from "./rules/rule.js";
import { id, listOf, oneOf, positive, positiveCount, renormaliseWord } from "./scalars.js";
import { part, shape } from "./shape.js";
import { optional, strictObject } from "./zod.js";

/** Of the tree itself, which a scheme may hold too. */
export const treeKeys = {
  shape: optional(listOf(positiveCount)),
  combine: optional(combination),
  coefficient: optional(part("coefficient")),
  renormalise: optional(renormaliseWord),
  instances: optional(part("instance-lists")),
  ...limitKeys,
};

export const sheetShape = strictObject({
  kind: oneOf(["sheet"]),
  ...headerKeys,
  category: optional(id),
  points: positive,
  ...treeKeys,
  effects: optional(part("effects")),
  indicators: part("indicators"),
  eligibility: optional(part("eligibility")),
});

/** Undefined when the report holds an error. */
export function readSheet(value: DocumentValue, report: Report): Sheet | undefined {
  const { ok, fields, wrong } = shape(sheetShape, value, "", report);
  const header = readHeader(fields, wrong, report);
  const round = readRounding(fields.round, "/round", report);
  const isRoundRead = (fields.round === undefined) === (round === undefined);
  const { facts, declared, tree } = readTree(fields, { header, wrong, round, isRoundRead, report });
  const eligibility = readEligibility(fields.eligibility, { header, facts: declared, report }, readCondition);
  if (report.errors() > 0 || !ok || !tree || !eligibility || header.title === undefined) return undefined;
  return {
    kind: "sheet",
    ...given({ id: fields.id, version: fields.version, title: header.title, status: fields.status ?? "official" }),
    documents: header.documents,
    ...given({ source: fields.source, effective: header.effective }),
    facts,
    category: fields.category ?? "base",
    eligibility,
    ...tree,
  };
}

interface TreeFields {
  readonly id?: string | undefined;
  readonly points?: DecimalText | undefined;
  readonly shape?: readonly string[] | undefined;
  readonly combine?: Combination | undefined;
  readonly coefficient?: DocumentValue | undefined;
  readonly renormalise?: true | "none" | undefined;
  readonly floor?: Limit | undefined;
  readonly cap?: Limit | "points" | undefined;
  readonly instances?: DocumentValue | undefined;
  readonly facts?: DocumentValue | undefined;
  readonly effects?: DocumentValue | undefined;
  readonly indicators?: DocumentValue | undefined;
}

interface TreeReading {
  readonly header: HeaderDraft;
  readonly wrong: ReadonlySet<string>;
  /** What the sum of the indicators is rounded to. */
  readonly round: Rounding | undefined;
  readonly isRoundRead: boolean;
  readonly report: Report;
}

/** The facts, those that indicators declare in place included, and what stands on them. */
export interface TreeDraft {
  /** Sorted by id. */
  readonly facts: readonly FactDeclaration[];
  readonly declared: DeclaredFacts;
  /** Undefined where something in it could not be read. */
  readonly tree: Pick<Sheet, "instances" | "reach" | "mayVanish" | "root"> | undefined;
}

export function readTree(fields: TreeFields, { header, wrong, round, isRoundRead, report }: TreeReading): TreeDraft {
  const lists = readInstanceLists(fields.instances, report);
  const byId = new Map(readFacts(fields.facts, report).entries.map((fact) => [fact.id, fact]));
  const declare = (fact: FactDeclaration) => {
    const before = byId.get(fact.id);
    if (!before) byId.set(fact.id, fact);
    else
      report.add(
        "fact-declared-twice",
        fact.path,
        { fact: fact.id },
        { part: "key", related: [{ path: before.path, message: places.firstHere }] },
      );
  };
  const children = readIndicators(fields.indicators, "/indicators", 1, { header, report, declare });

  const { id, points, floor, renormalise } = fields;
  const stated = fields.cap === "points" ? points : fields.cap;
  const cap = stated ?? (absorbs(children, true) ? points : undefined);
  checkRounding({ path: "", report, points, floor, cap, round });
  const coefficient = readCoefficient(fields.coefficient, "/coefficient", report);
  const combine = wrong.has("combine") ? undefined : (fields.combine ?? "sum");
  const effects = readEffects(fields.effects, "/effects", { header, report });
  const common = {
    id,
    path: "",
    level: 0,
    report,
    points,
    countsAs: ORDINARY,
    floor,
    cap,
    round,
    combine,
    effects,
    children,
  };
  const root = { ...common, renormalise: renormalise === true };
  checkCombination({ ...root, renormalise });
  checkUnique(children?.flatMap(withDescendants) ?? []);
  checkShape(fields.shape, children, checkSums(root), report);
  if (!wrong.has("cap")) checkCounting(root);
  const declared = declaredFacts(byId);
  checkFactLists(byId, lists, report);
  checkDerivations(byId, declared, report);
  checkEach(children, declared, lists);
  if (coefficient) checkCoefficient(coefficient, declared, "/coefficient", report);
  checkConditions(children, declared);
  checkEffects(root, declared);
  const answered = renormalise !== undefined || wrong.has("renormalise") || divides(combine, false);
  if (!answered) checkApplicability(children, report);
  const limitsRead = !wrong.has("floor") && !wrong.has("cap") && isRoundRead;
  const isAbsent = fields.coefficient === undefined && !wrong.has("coefficient");
  const multiplied = coefficient ?? (isAbsent ? undefined : "unread");
  const span = checkLimits({ ...root, coefficient: multiplied, limitsRead, mayDrop: false }, declared);

  const facts = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const nodes = all(children?.map((child) => child.node));
  if (!nodes || !combine || !effects || id === undefined || points === undefined || header.title === undefined)
    return { facts, declared, tree: undefined };
  const group: Group = {
    kind: "group",
    ...given({ id, title: header.title, level: 0, points, coefficient, floor, cap, round }),
    countsAs: ORDINARY,
    mayBeNotApplicable: false,
    ifNotApplicable: "drop",
    path: "",
    combine,
    renormalise: renormalise === true,
    effects,
    children: nodes,
  };
  const reach = { least: endText(span?.low), most: endText(span?.high) };
  const tree = { instances: lists.entries, reach, mayVanish: span?.mayDrop ?? false, root: group };
  return { facts, declared, tree };
}

function endText(end: End | undefined): ExactText | null {
  return end?.value ? formatExact(end.value) : null;
}

function withDescendants(node: NodeDraft): readonly NodeDraft[] {
  return [node, ...(node.children ?? []).flatMap(withDescendants)];
}

function checkConditions(nodes: readonly NodeDraft[] | undefined, facts: DeclaredFacts): void {
  for (const { appliesWhen, coefficient, path, report, children } of nodes ?? []) {
    if (coefficient && coefficient !== "unread")
      checkCoefficient(coefficient, facts, pointer(path, "coefficient"), report);
    if (appliesWhen) checkCondition(appliesWhen, facts, pointer(path, "applies_when"), report);
    checkConditions(children, facts);
  }
}
