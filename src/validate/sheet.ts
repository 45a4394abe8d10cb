/** `kind: sheet`: a tree of indicators worth a number of points. */
import type { DocumentValue } from "../model/document.js";
import type { FactDeclaration } from "../model/fact.js";
import type { Group, Sheet } from "../model/rubric.js";
import { places } from "../messages/validate.js";
import { checkApplicability } from "./applicability.js";
import { checkCondition } from "./condition-types.js";
import { type DeclaredFacts, declaredFacts } from "./declared-facts.js";
import { checkDerivations } from "./derivation-meaning.js";
import { readFacts } from "./fact-declarations.js";
import { all, given } from "./given.js";
import { headerKeys, readHeader } from "./header.js";
import { checkUnique } from "./ids.js";
import { type NodeDraft, limitKeys, readIndicators } from "./nodes.js";
import { pointer } from "../base/pointer.js";
import { formatExact } from "../base/exact.js";
import type { ExactText } from "../model/numbers.js";
import { checkShape, checkSums } from "./points.js";
import { checkLimits } from "./ranges.js";
import type { Report } from "./report.js";
import { checkRounding, readRounding } from "./rounding.js";
import type { End } from "./rules/rule.js";
import { id, listOf, oneOf, positive, positiveCount, renormaliseWord } from "./scalars.js";
import { part, shape } from "./shape.js";
import { optional, strictObject } from "./zod.js";

export const sheetShape = strictObject({
  kind: oneOf(["sheet"]),
  ...headerKeys,
  category: optional(id),
  points: positive,
  shape: optional(listOf(positiveCount)),
  renormalise: optional(renormaliseWord),
  ...limitKeys,
  indicators: part("indicators"),
});

/** Undefined when the report holds an error. */
export function readSheet(value: DocumentValue, report: Report): Sheet | undefined {
  const { ok, fields, wrong } = shape(sheetShape, value, "", report);
  const header = readHeader(fields, wrong, report);
  const declared = readFacts(fields.facts, report);
  const byId = new Map(declared.entries.map((fact) => [fact.id, fact]));
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

  const { points, floor, renormalise } = fields;
  const cap = fields.cap === "points" ? points : fields.cap;
  const round = readRounding(fields.round, "/round", report);
  checkRounding({ path: "", report, points, floor, cap, round });
  const root = { id: fields.id, path: "", report, points, floor, cap, round, children };
  checkUnique(children?.flatMap(withDescendants) ?? []);
  checkShape(fields.shape, children, checkSums(root), report);
  const facts = declaredFacts(byId);
  checkDerivations(byId, facts, report);
  checkConditions(children, facts);
  if (!wrong.has("renormalise")) checkApplicability(children, renormalise, report);
  const limitsRead = !wrong.has("floor") && !wrong.has("cap") && (fields.round === undefined) === (round === undefined);
  const span = checkLimits({ ...root, limitsRead, renormalise: renormalise === true, mayDrop: false }, facts);

  const nodes = all(children?.map((child) => child.node));
  if (report.errors() > 0 || !ok || !nodes || header.title === undefined) return undefined;
  const group: Group = {
    kind: "group",
    ...given({ id: fields.id, title: header.title, level: 0, points: fields.points, floor, cap, round }),
    mayBeNotApplicable: false,
    ifNotApplicable: "drop",
    path: "",
    renormalise: renormalise === true,
    children: nodes,
  };
  return {
    kind: "sheet",
    ...given({ id: fields.id, version: fields.version, title: header.title, status: fields.status ?? "official" }),
    documents: header.documents,
    ...given({ source: fields.source, effective: header.effective }),
    facts: [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    category: fields.category ?? "base",
    reach: { least: endText(span?.low), most: endText(span?.high) },
    mayVanish: span?.mayDrop ?? false,
    root: group,
  };
}

function endText(end: End | undefined): ExactText | null {
  return end?.value ? formatExact(end.value) : null;
}

function withDescendants(node: NodeDraft): readonly NodeDraft[] {
  return [node, ...(node.children ?? []).flatMap(withDescendants)];
}

function checkConditions(nodes: readonly NodeDraft[] | undefined, facts: DeclaredFacts): void {
  for (const { appliesWhen, path, report, children } of nodes ?? []) {
    if (appliesWhen) checkCondition(appliesWhen, facts, pointer(path, "applies_when"), report);
    checkConditions(children, facts);
  }
}
