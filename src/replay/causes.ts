/** Two assessments → where they part: what made a difference, apart from what only followed from it. */
import { canonicalJson } from "../base/canonical.js";
import type { Assessment, ConditionResult, JudgementResult, NodeResult } from "../model/assessment.js";
import type { ReplayCause } from "../model/record.js";

export interface Difference {
  readonly causes: readonly ReplayCause[];
  readonly consequences: number;
}

/**
 * A node is a cause when its value differs although what it was computed from agrees: of a leaf what it read, of a group
 * the values of its children. A condition when its answer differs although the tests read the same.
 */
export function differencesOf(recorded: Assessment, replayed: Assessment): Difference {
  const causes: ReplayCause[] = [];
  let consequences = 0;
  const pairs = pairsOf(recorded, replayed);
  for (const { id, before, after } of pairs) {
    if (sameValue(before, after)) continue;
    if (before && after && !sameInputs(before, after)) consequences += 1;
    else causes.push({ id, kind: "node", recorded: valueOf(before), replayed: valueOf(after) });
  }
  const conditions = conditionsOf(recorded).map((before) => ({
    before,
    after: conditionsOf(replayed).find(({ id }) => id === before.id),
  }));
  for (const { before, after } of conditions) {
    if (after && same([before.status, before.because], [after.status, after.because])) continue;
    if (after && !same(readsOf(before), readsOf(after))) consequences += before.status === after.status ? 0 : 1;
    else
      causes.push({ id: before.id, kind: "condition", recorded: before.status, replayed: after?.status ?? "absent" });
  }
  const roots = (assessment: Assessment): unknown =>
    assessment.components.map(({ id, root }) => [id, root && [root.awarded, root.bounds, root.status]]);
  const verdictOf = ({ score, decision }: Assessment): unknown => [score, decision];
  if (!same(verdictOf(recorded), verdictOf(replayed))) {
    const followed = !same(roots(recorded), roots(replayed)) || causes.length > 0;
    if (followed) consequences += 1;
    else causes.push({ id: "scheme", kind: "scheme", recorded: spoken(recorded), replayed: spoken(replayed) });
  }
  return { causes, consequences };
}

interface Pair {
  readonly id: string;
  readonly before: NodeResult | undefined;
  readonly after: NodeResult | undefined;
}

/** Deepest first, so that what made a difference stands before what followed. */
function pairsOf(recorded: Assessment, replayed: Assessment): readonly Pair[] {
  const [before, after] = [nodesOf(recorded), nodesOf(replayed)];
  const ids = [...before.keys(), ...[...after.keys()].filter((id) => !before.has(id))];
  return ids.map((id) => ({ id, before: before.get(id), after: after.get(id) }));
}

function nodesOf({ components }: Assessment): ReadonlyMap<string, NodeResult> {
  const nodes = new Map<string, NodeResult>();
  const visit = (node: NodeResult, component: string): void => {
    for (const child of node.children ?? []) visit(child, component);
    nodes.set(node.level === 0 ? component : `${component}/${node.id}`, node);
  };
  for (const { id, root } of components) if (root) visit(root, id);
  return nodes;
}

function sameValue(a: NodeResult | undefined, b: NodeResult | undefined): boolean {
  return a !== undefined && b !== undefined && same(computed(a), computed(b));
}

/** In the node's own points: what it is worth in the score is decided above it. */
function computed({ awarded, bounds, status, available, points, steps, adjustments }: NodeResult): unknown {
  return {
    awarded,
    bounds,
    status,
    available,
    points,
    steps,
    causes: adjustments.map(({ cause, because }) => [cause, because]),
  };
}

function sameInputs(a: NodeResult, b: NodeResult): boolean {
  const inputs = ({ read, children, effects = [] }: NodeResult): unknown =>
    children
      ? [children.map((child) => [child.id, computed(child)]), effects.map(readsOf)]
      : read.map(({ fact, value, state, judgements = [] }) => [fact, value, state, judgements.map(saidOf)]);
  return same(inputs(a), inputs(b));
}

/** Which of them were left out is the rule's doing. */
function saidOf({ points, by, as = "" }: JudgementResult): unknown {
  return [points, by, as];
}

function conditionsOf({ eligibility, preferences }: Assessment): readonly ConditionResult[] {
  return [...eligibility.conditions, ...preferences];
}

function readsOf({ because }: Pick<ConditionResult, "because">): unknown {
  return because.map(({ read, value, state, indicators = [] }) => [
    read,
    value,
    state,
    indicators.map(({ indicator, applies, bounds }) => [indicator, applies, bounds]),
  ]);
}

function valueOf(node: NodeResult | undefined): string {
  if (!node) return "absent";
  if (node.awarded) return `${node.awarded.exact} / ${node.points}`;
  return `${node.status} ${node.bounds?.least ?? "−∞"} … ${node.bounds?.most ?? "+∞"}`;
}

function spoken({ score, decision }: Assessment): string {
  return `${score.exact ?? score.status} ${decision.outcome}`;
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
