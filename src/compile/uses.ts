/** Which facts a rubric asks for, and where: the question behind "declared" and "used". */
import { questionsIn } from "../base/condition-leaves.js";
import { pointer } from "../base/pointer.js";
import type { Condition } from "../model/condition.js";
import type { Derivation } from "../model/fact.js";
import type { Each, EligibilityCondition, Group, Indicator, Scheme, Sheet } from "../model/rubric.js";
import type { Scoring } from "../model/scoring.js";

export interface Use {
  readonly fact: string;
  /** Place of what uses it. */
  readonly path: string;
  readonly user: string;
  /** The name of the fact stands there as a key. */
  readonly part?: "key";
  readonly condition?: Condition;
  /** The list whose instances are scored there one by one; absent: the place is about the enterprise. */
  readonly list?: string;
}

export function usesOfSheet(sheet: Sheet): readonly Use[] {
  return [...usesOfDerivations(sheet), ...usesOfParts(sheet)];
}

/** Of its indicators and its conditions. */
export function usesOfParts({ root, eligibility }: Sheet): readonly Use[] {
  return [...usesOfNode(root), ...usesOfEligibility(eligibility)];
}

/** What the conditions of a scheme ask; its derived facts are asked by themselves. */
export function usesOfScheme(scheme: Scheme): readonly Use[] {
  const uses: Use[] = [];
  for (const { id, path, appliesWhen } of scheme.blend) {
    if (appliesWhen) uses.push(...usesOfCondition(appliesWhen, pointer(path, "applies_when"), id));
  }
  uses.push(...usesOfEligibility(scheme.eligibility));
  for (const { id, path, when } of scheme.preferences) uses.push(...usesOfCondition(when, pointer(path, "when"), id));
  for (const { path, when } of scheme.effects) uses.push(...usesOfCondition(when, pointer(path, "when"), scheme.id));
  for (const { id, path, when } of scheme.outcomes) {
    if (when) uses.push(...usesOfCondition(when, pointer(path, "when"), id));
  }
  return uses;
}

function usesOfEligibility(conditions: readonly EligibilityCondition[]): Use[] {
  return conditions.flatMap(({ id, path, require, appliesWhen }) => [
    ...usesOfCondition(require, pointer(path, "require"), id),
    ...(appliesWhen ? usesOfCondition(appliesWhen, pointer(path, "applies_when"), id) : []),
  ]);
}

/** A derived fact follows from facts of the same file. */
export function usesOfDerivations(rubric: Sheet | Scheme): Use[] {
  return rubric.facts.flatMap((fact) =>
    "derive" in fact && fact.derive
      ? inputsOf(fact.derive).map((input) => ({ fact: input, path: pointer(fact.path, "derive"), user: fact.id }))
      : [],
  );
}

function usesOfNode(node: Indicator): Use[] {
  const own = node.appliesWhen ? usesOfCondition(node.appliesWhen, pointer(node.path, "applies_when"), node.id) : [];
  const multiplying = node.coefficient
    ? [{ fact: node.coefficient.fact, path: pointer(pointer(node.path, "coefficient"), "fact"), user: node.id }]
    : [];
  if (node.kind === "group")
    return [
      ...own,
      ...multiplying,
      ...node.effects.flatMap(({ when, path }) => usesOfCondition(when, pointer(path, "when"), node.id)),
      ...(node.each ? usesOfEach(node, node.each) : usesBelow(node)),
    ];
  const path = pointer(node.path, "scoring");
  return [
    ...own,
    ...usesOfWhens(node.scoring, path, node.id),
    ...readsOfRule(node.scoring).map(([fact, at, part]) => ({
      fact,
      path: path + at,
      user: node.id,
      ...(part && { part }),
    })),
    ...multiplying,
  ];
}

export function usesBelow({ children }: Group): Use[] {
  return children.flatMap(usesOfNode);
}

/** Whether the group applies at all, and what it is multiplied by, is asked of the enterprise; weights and everything below of each instance. */
function usesOfEach(group: Group, { list, weightBy }: Each): Use[] {
  const weight: Use[] =
    weightBy === undefined ? [] : [{ fact: weightBy, path: pointer(group.path, "weight_by"), user: group.id }];
  return [...weight, ...usesBelow(group)].map((use) => ({ ...use, list }));
}

export function inputsOf(derivation: Derivation): readonly string[] {
  switch (derivation.kind) {
    case "full_years_since":
    case "full_months_since":
    case "count":
      return [derivation.fact];
    case "sum":
      return derivation.terms.map((term) => term.fact);
    case "difference":
      return [derivation.minuend, derivation.subtrahend];
    case "mean":
      return derivation.facts;
    case "ratio":
      return [derivation.numerator, derivation.denominator];
  }
}

type Read = readonly [fact: string, at: string, part?: "key" | undefined];

/** Facts of a rule, each with its place in it; none where people award the points. */
export function readsOfRule(scoring: Scoring): readonly Read[] {
  switch (scoring.rule) {
    case "judged":
    case "panel":
      return [];
    case "checklist":
      return scoring.mode === "sum"
        ? scoring.items.map((item, i) => [item.fact, `/items/${i}/fact`] as const)
        : scoring.items.map((fact, i) => [fact, `/items/${i}`] as const);
    case "best_of":
    case "first_of":
      return scoring.of.flatMap(({ scoring: inner }, i) => readsInside(inner, `/of/${i}`));
    case "parts":
      return scoring.parts.flatMap(({ scoring: inner }, i) => readsInside(inner, `/parts/${i}`));
    case "table":
      return scoring.rows.flatMap((row, i) =>
        row.cells.map(({ fact }) => [fact, pointer(`/rows/${i}/when`, fact), "key"] as const),
      );
    default:
      return [[scoring.fact, "/fact"]];
  }
}

/** What decides whether a rule inside another one counts. */
function usesOfWhens(scoring: Scoring, path: string, user: string): readonly Use[] {
  if (scoring.rule !== "first_of" && scoring.rule !== "parts") return [];
  const [key, rules] = scoring.rule === "parts" ? ["parts", scoring.parts] : ["of", scoring.of];
  return rules.flatMap(({ when }, i) => (when ? usesOfCondition(when, `${path}/${key}/${i}/when`, user) : []));
}

function readsInside(scoring: Scoring, path: string): readonly Read[] {
  return readsOfRule(scoring).map(([fact, at, part]) => [fact, path + at, part] as const);
}

function usesOfCondition(condition: Condition, path: string, user: string): Use[] {
  return questionsIn(condition).flatMap((question) =>
    "fact" in question ? [{ fact: question.fact, path, user, condition: question }] : [],
  );
}
