/** `effects`: what a condition does to the value of the group it stands on, whatever its indicators add up to. */
import type { DocumentValue } from "../model/document.js";
import type { DecimalText } from "../model/numbers.js";
import type { Condition, IndicatorQuestion } from "../model/condition.js";
import type { Effect, EffectAction } from "../model/rubric.js";
import { pointer } from "../base/pointer.js";
import { hints } from "../messages/validate.js";
import { checkCondition } from "./condition-types.js";
import { readBreakdownCondition } from "./conditions.js";
import type { DeclaredFacts } from "./declared-facts.js";
import { theOneKey } from "./dispatch.js";
import { all, given, someOf } from "./given.js";
import type { HeaderDraft } from "./header.js";
import type { NodeDraft } from "./nodes.js";
import type { Report } from "./report.js";
import { decimal, id, text, wordProblem } from "./scalars.js";
import { givenList, isMapping, isRight, part, shape } from "./shape.js";
import { optional, strictObject } from "./zod.js";

export const effectShape = strictObject({
  when: part("breakdown-condition"),
  then: part("effect-action"),
  clause: optional(text),
  source: optional(id),
});
export const atMostShape = strictObject({ at_most: decimal });
export const pointsShape = strictObject({ points: decimal });

const WORDS = ["zero", "veto"] as const;

interface EffectReading {
  readonly header: HeaderDraft;
  readonly report: Report;
}

/** None is an empty list; undefined where one of them cannot be read. */
export function readEffects(
  value: DocumentValue | undefined,
  path: string,
  { header, report }: EffectReading,
): readonly Effect[] | undefined {
  if (value === undefined) return [];
  return all(
    givenList(value, path, report)?.map((entry, i): Effect | undefined => {
      const at = pointer(path, i);
      if (entry === null) report.add("empty-entry", at);
      if (entry === null) return undefined;
      const { ok, fields } = shape(effectShape, entry, at, report);
      const when = readBreakdownCondition(fields.when, pointer(at, "when"), report);
      const action = readAction(fields.then, pointer(at, "then"), report);
      header.checkSource(fields.source, pointer(at, "source"), report);
      if (!ok || !when || !action) return undefined;
      return given({ when, action, clause: fields.clause, source: fields.source, path: at });
    }),
  );
}

function readAction(value: DocumentValue | undefined, path: string, report: Report): EffectAction | undefined {
  if (value === undefined) return undefined;
  if (!isMapping(value)) {
    if (!isRight((each) => wordProblem(each, [...WORDS, "{ at_most: 5 }", "{ points: 5 }"]), value, path, report))
      return undefined;
    const kind = WORDS.find((word) => word === value);
    return kind && { kind };
  }
  const kind = theOneKey(value, ["at_most", "points"], path, report);
  if (kind === undefined) return undefined;
  const { ok, fields } =
    kind === "at_most" ? shape(atMostShape, value, path, report) : shape(pointsShape, value, path, report);
  const points = Object.values(fields)[0] as DecimalText | undefined;
  return ok && points !== undefined ? { kind, points } : undefined;
}

/** A group, or the sheet itself, with its effects and what stands below it. */
export interface EffectHolder {
  readonly id: string | undefined;
  readonly report: Report;
  readonly effects: readonly Effect[] | undefined;
  readonly children: readonly NodeDraft[] | undefined;
}

/** Effects ask facts that are declared, and indicators that stand below them. */
export function checkEffects(holder: EffectHolder, facts: DeclaredFacts): void {
  const { effects = [], report, children = [] } = holder;
  for (const { when, path } of effects) {
    const at = pointer(path, "when");
    checkCondition(when, facts, at, report);
    checkNames(when, at, holder);
  }
  for (const child of children) checkEffects(child, facts);
}

function checkNames(condition: Condition, path: string, holder: EffectHolder): void {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.forEach((each, i) => checkNames(each, pointer(pointer(path, condition.kind), i), holder));
    case "at_least_n":
      return condition.of.forEach((each, i) =>
        checkNames(each, pointer(pointer(pointer(path, "at_least_n"), "of"), i), holder),
      );
    case "not":
      return checkNames(condition.of, pointer(path, "not"), holder);
    case "indicator":
    case "any_child_of":
    case "every_child_of":
      return checkName(condition, pointer(path, condition.kind), holder);
    case "fact":
    case "events":
    case "score":
    case "band":
    case "eligibility":
    case "vetoed":
      return;
  }
}

/** The group itself has no points yet, but it may be asked for those directly below it. */
function checkName(
  { kind, indicator }: Condition & { kind: IndicatorQuestion },
  path: string,
  { id: own, children = [], report }: EffectHolder,
): void {
  const below = children.flatMap(withBelow);
  // What has no readable id may be the one that is meant.
  if (below.some((node) => node.id === undefined)) return;
  const found = below.find((node) => node.id === indicator);
  if (found) {
    if (kind !== "indicator" && found.isRead && !found.children)
      report.add("indicator-without-children", path, { indicator, key: kind });
    return;
  }
  // An indicator with the id of the sheet would have been meant rather than the sheet.
  if (kind !== "indicator" && indicator === own) return;
  const known = below.flatMap((node) => node.id ?? []);
  const near = report.nearest(indicator, known);
  report.add(
    "indicator-not-below",
    path,
    { indicator, node: own ?? "", allowed: someOf(known), nearest: near },
    { hint: near.length > 0 ? hints.didYouMean : undefined },
  );
}

function withBelow(node: NodeDraft): readonly NodeDraft[] {
  return [node, ...(node.children ?? []).flatMap(withBelow)];
}
