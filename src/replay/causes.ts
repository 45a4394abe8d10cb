/** Two assessments → where they part: what made a difference, apart from what only followed from it. */
import { canonicalJson } from "../base/canonical.js";
import { judgementTeller } from "../explain/rules.js";
import type { Assessment, Because, ConditionResult, NodeResult } from "../model/assessment.js";
import type { ReplayCause } from "../model/record.js";

/** What made a difference, and what it says on both sides. */
export type BareCause = Pick<ReplayCause, "id" | "kind" | "recorded" | "replayed">;

export interface Difference {
  readonly causes: readonly BareCause[];
  readonly consequences: number;
}

/**
 * A node is a cause when its value differs although what it was computed from agrees: of a leaf what it read, of a group
 * the values of its children. One that applies on one side only is the cause of whatever it switches off below it. A
 * condition is a cause when its answer differs although the tests read the same.
 */
export function differencesOf(recorded: Assessment, replayed: Assessment): Difference {
  const causes: BareCause[] = [];
  let consequences = 0;
  const pairs = pairsOf(recorded, replayed);
  for (const { id, before, after, isSwitched } of pairs) {
    if (sameValue(before, after)) continue;
    if (isSwitched || (before && after && !isOff(before, after) && !sameInputs(before, after))) consequences += 1;
    else causes.push({ id, kind: "node", recorded: valueOf(before), replayed: valueOf(after) });
  }
  const conditions = conditionsOf(recorded).map((before) => ({
    before,
    after: conditionsOf(replayed).find(({ id }) => id === before.id),
  }));
  for (const { before, after } of conditions) {
    if (after && same([before.status, before.because], [after.status, after.because])) continue;
    if (after && (!readAlike(before, after) || !isAskedAlike(before, after)))
      consequences += before.status === after.status ? 0 : 1;
    else
      causes.push({ id: before.id, kind: "condition", recorded: before.status, replayed: after?.status ?? "absent" });
  }
  const roots = (assessment: Assessment): unknown =>
    assessment.components.map(({ id, root }) => [id, root && [root.awarded, root.bounds, root.status]]);
  const verdictOf = ({ score, decision, eligibility: { status, open = [] } }: Assessment): unknown => [
    score,
    decision,
    status,
    open,
  ];
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
  /** Something above it applies on one side only. */
  readonly isSwitched: boolean;
}

/** Deepest first, so that what made a difference stands before what followed. */
function pairsOf(recorded: Assessment, replayed: Assessment): readonly Pair[] {
  const [before, after] = [nodesOf(recorded), nodesOf(replayed)];
  const ids = [...before.keys(), ...[...after.keys()].filter((id) => !before.has(id))];
  const switched = new Set<string>();
  for (const [id, node] of before) {
    const other = after.get(id);
    if (other && isOff(node, other)) for (const below of keysBelow(node, id)) switched.add(below);
  }
  return ids.map((id) => ({ id, before: before.get(id), after: after.get(id), isSwitched: switched.has(id) }));
}

/** Whether one of the two does not apply by its own condition, and the other does. */
function isOff(a: NodeResult, b: NodeResult): boolean {
  return (a.applicability?.applies === "no") !== (b.applicability?.applies === "no");
}

function keysBelow({ children = [] }: NodeResult, key: string): readonly string[] {
  const [component] = key.split("/");
  return children.flatMap((child) => [`${component}/${child.id}`, ...keysBelow(child, key)]);
}

export function nodesOf({ components }: Assessment): ReadonlyMap<string, NodeResult> {
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

/** In the node's own points: what it is worth in the score is decided above it. A veto shows in no value. */
function computed({
  awarded,
  bounds,
  status,
  available,
  points,
  steps,
  adjustments,
  effects = [],
}: NodeResult): unknown {
  return {
    awarded,
    bounds,
    status,
    available,
    points,
    steps,
    causes: adjustments.map(({ cause, because }) => [cause, because]),
    vetoes: effects.filter(({ action }) => action.kind === "veto").map(({ result }) => result),
  };
}

function sameInputs(a: NodeResult, b: NodeResult): boolean {
  const inputs = ({ standard, read, children, effects = [] }: NodeResult): unknown => {
    if (children) {
      // What may yet come to nothing further below moves the ends of all that stands above it.
      const below = a.awarded && b.awarded ? children : children.flatMap(withBelow);
      return [below.map((each) => [each.id, computed(each)]), effects.map(({ because }) => readsOf(because))];
    }
    // What assessors say is the fact sheet's, which is the same: whether it can be used is the rule's doing.
    const facts = standard && judgementTeller(standard) ? read.slice(1) : read;
    return facts.map(({ fact, value, state }) => [fact, value, state]);
  };
  return same(inputs(a), inputs(b));
}

function withBelow(node: NodeResult): readonly NodeResult[] {
  return [node, ...(node.children ?? []).flatMap(withBelow)];
}

type Asked = Pick<ConditionResult, "id" | "because" | "from"> & { readonly status: string };

export function conditionsIn({
  eligibility,
  preferences,
}: Pick<Assessment, "eligibility" | "preferences">): readonly ConditionResult[] {
  return [...eligibility.conditions, ...preferences];
}

/** Effects of the scheme too: what one does belongs to its answer while it is in force. */
function conditionsOf({ eligibility, preferences, effects = [] }: Assessment): readonly Asked[] {
  const asEffects = effects.map(({ action, result, because }, i): Asked => {
    const does = Object.values(action).join(" ");
    return { id: `effects/${i}`, status: result === "false" ? result : `${result} ${does}`, because };
  });
  return [...conditionsIn({ eligibility, preferences }), ...asEffects];
}

/** Where a condition does not apply only that was asked: what both sides asked counts. */
function readAlike(a: Asked, b: Asked): boolean {
  const both = Math.min(a.because.length, b.because.length);
  return same(readsOf(a.because.slice(0, both)), readsOf(b.because.slice(0, both)));
}

/** Whether the component that brings it applies is decided there. */
function isAskedAlike(a: Asked, b: Asked): boolean {
  return a.from?.applies === b.from?.applies;
}

function readsOf(because: readonly Because[]): unknown {
  return because.map(({ read, value, state, indicators = [] }) => [
    read,
    value,
    state,
    indicators.map(({ indicator, points, applies, bounds }) => [indicator, points, applies, bounds]),
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
