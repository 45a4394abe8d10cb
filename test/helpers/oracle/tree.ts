/** A sheet as a tree: what applies, what is scored, and by trying every assignment of what may apply, the bounds. */
import { multiplierOf, product } from "./coefficient.js";
import { holdsTrue } from "./conditions.js";
import { affected, asksInvalid, belowOf, changesOf, effectHolds, isBlurred } from "./effects.js";
import { settleLeaf, withLimits } from "./leaf.js";
import { hasOrdinary, isLate, isOrdinary, isSummed, absorbs, pointsOf } from "./outside.js";
import { has, isList, map, maps, number, text } from "./plain.js";
import { add, div, equal, ONE, print, ZERO } from "./rational.js";
import { averages, combineShares, pointOf } from "./mean.js";
import { single, sum, times, union } from "./span.js";
import type { Multiplier } from "./coefficient.js";
import type { Facts } from "./facts.js";
import type { GivenList } from "./instances.js";
import type { Settled } from "./leaf.js";
import type { Plain, PlainMap } from "./plain.js";
import type { Truth } from "./kleene.js";
import type { Reading } from "./points.js";
import type { Q } from "./rational.js";
import type { Hull } from "./span.js";

export type Status = "scored" | "unknown" | "invalid" | "not-applicable";

export interface TreeNode {
  /** `component/id`; the root has the sheet's id. */
  readonly id: string;
  readonly source: PlainMap;
  readonly facts: Facts;
  readonly points: Q;
  readonly children: readonly TreeNode[];
  /** Stands in for what a list may hold that is not there. */
  readonly hidden: readonly TreeNode[];
  /** The instance it is scored for, and the list that this is in. */
  readonly instance: { readonly list: string; readonly id: string } | undefined;
  /** Of a group that is scored for each instance: what is known of the list. */
  readonly listed: GivenList["state"] | undefined;
  /** How much it counts in a mean; undefined while that is open. */
  readonly weight: Q | undefined;
  readonly leaf: Settled | undefined;
  /** Of a group. */
  readonly multiplier: Multiplier | undefined;
  readonly policy: "drop" | "full" | "zero";
  readonly applies: "in" | "out" | "open";
  /** Its status were it to apply. */
  readonly inside: Status;
  readonly status: Status;
  /** Filled by `tryEverything`. */
  readonly seen: Seen;
}

/** What a node was over all assignments of open applicabilities below it. */
export interface Seen {
  /** Over those in which it has a value; null when it never has. */
  hull: Hull | null;
  /** The same at full scale: value × points ÷ available; of what has no points, as it is. */
  full: Hull | null;
  /** Under some of them it has none, or what it belongs to does not apply. */
  absent: boolean;
  /** Of each of its effects, while it applies: whether it holds. */
  readonly effects: Set<Truth>[];
  /** Available points, as text; "0" where it has no value. */
  readonly available: Set<string>;
  /** What its children had available together, where it is a group with a value. */
  readonly below: Set<string>;
  /** What one of its points was worth in points of the group above, where that averages and both have a value. */
  readonly point: Set<string>;
  /** Whether all that it sums had dropped out, once or always. */
  empty: boolean;
}

export interface Evidence {
  readonly facts: Facts;
  readonly closed: boolean;
  readonly judgement: (id: string) => Plain | undefined;
  readonly declaredOut: (id: string) => boolean;
  readonly list: (list: string) => GivenList;
  /** What is known of one entry of a list; of none in particular, nothing. */
  readonly inside: (list: string, entry: PlainMap | undefined) => Evidence;
  /** The instance that all this is about. */
  readonly instance?: TreeNode["instance"];
}

export function growTree(source: PlainMap, component: string, evidence: Evidence, parentOut = false): TreeNode {
  const { instance } = evidence;
  const plainId = `${component}/${text(source["id"])}`;
  const id = instance === undefined ? plainId : `${plainId}[${instance.id}]`;
  const declaredOut = parentOut || (source["may_be_not_applicable"] === true && evidence.declaredOut(plainId));
  const condition = has(source, "applies_when") ? holdsTrue(map(source["applies_when"]), evidence.facts) : true;
  const out = declaredOut || condition === false;
  const parts = has(source, "each")
    ? growInstances(source, component, evidence, out)
    : growChildren(source, component, evidence, out);
  const leaf = has(source, "scoring")
    ? settleLeaf(source, evidence.facts, evidence.judgement(plainId), evidence.closed)
    : undefined;
  const multiplier = leaf === undefined ? multiplierOf(source, evidence.facts) : undefined;
  const inside: Status = leaf?.status ?? multipliedStatus(parts, multiplier, source, evidence.facts);
  const optional = source["may_be_not_applicable"] === true && !evidence.closed;
  const open = inside === "unknown" || inside === "invalid";
  const unlisted = parts.listed !== undefined && parts.listed !== "given" && open;
  const isOpen = condition === undefined || (optional && open) || unlisted;
  // Of nothing at all there is nothing to apply to.
  const nothing = parts.listed === "given" && parts.children.length === 0;
  const applies = out || nothing ? "out" : isOpen ? "open" : "in";
  const policy = parentOut ? "drop" : readPolicy(source);
  const seen: Seen = {
    hull: null,
    full: null,
    absent: false,
    available: new Set(),
    below: new Set(),
    point: new Set(),
    empty: false,
    effects: [],
  };
  const status = statusOf(applies, policy, inside);
  const { children, hidden, listed } = parts;
  const weight = has(source, "weight") ? number(source["weight"]) : ONE;
  const points = pointsOf(source);
  return {
    id,
    source,
    facts: evidence.facts,
    points,
    children,
    hidden,
    instance,
    listed,
    weight,
    leaf,
    multiplier,
    policy,
    applies,
    inside,
    status,
    seen,
  };
}

type Below = Pick<TreeNode, "children" | "hidden" | "listed" | "status">;

/** Where nothing that is summed applies, the group does not, and neither does what it would be added to. */
function growChildren(group: PlainMap, component: string, evidence: Evidence, out: boolean): Below {
  const indicators = isList(group["indicators"]) ? maps(group["indicators"]) : [];
  const grow = (gone: boolean): TreeNode[] =>
    indicators.map((child) => growTree(child, component, evidence, out || (gone && !isSummed(group, child))));
  const tried = grow(false);
  const vanishes = summedOf(group, tried).every((child) => child.status === "not-applicable");
  const children = vanishes ? grow(true) : tried;
  return { children, hidden: [], listed: undefined, status: groupStatus(group, children, evidence.facts) };
}

const summedOf = (group: PlainMap, children: readonly TreeNode[]): readonly TreeNode[] =>
  children.filter((child) => isSummed(group, child.source));

/**
 * One group for each instance, which adds up and divides by what applies; the group itself combines them, and what it
 * says of its value, that its points hold a bonus included, comes after that.
 */
function growInstances(source: PlainMap, component: string, evidence: Evidence, out: boolean): Below {
  const id = text(source["each"]);
  const list = evidence.list(id);
  const { points, indicators } = source;
  const inside = { id: source["id"], points, indicators, renormalise: true, cap: "none" };
  const grow = (entry: PlainMap | undefined): TreeNode => {
    const own = evidence.inside(id, entry);
    return { ...growTree(inside, component, own, out), weight: weightIn(source, own.facts) };
  };
  if (list.state !== "given") {
    const hidden = [grow(undefined)];
    const status = instancesStatus(hidden, evidence.facts) === "not-applicable" ? "not-applicable" : list.state;
    return { children: [], hidden, listed: list.state, status };
  }
  const children = list.entries.map(grow);
  const there = children.filter((child) => child.status !== "not-applicable");
  const open = there.filter((child) => child.weight === undefined);
  const wrong = open.some(({ instance }) => isWrong(source, evidence.inside(id, entryOf(list, instance?.id)).facts));
  const status = instancesStatus(children, evidence.facts, source);
  const weighed = open.length === 0 || status === "invalid" ? status : wrong ? "invalid" : "unknown";
  return { children, hidden: [], listed: "given", status: weighed };
}

const entryOf = (list: GivenList, id: string | undefined): PlainMap | undefined =>
  list.entries.find((entry) => text(entry["id"]) === id);

function weightIn(source: PlainMap, facts: Facts): Q | undefined {
  if (!has(source, "weight_by")) return ONE;
  const { state, value } = facts.know(text(source["weight_by"]));
  return state === "given" && value?.type === "number" ? value.n : undefined;
}

const isWrong = (source: PlainMap, facts: Facts): boolean => facts.know(text(source["weight_by"])).state === "invalid";

/** Instances are ordinary, whatever stands in them. */
const instancesStatus = (instances: readonly TreeNode[], facts: Facts, { effects = [] }: PlainMap = {}): Status =>
  groupStatus({ effects }, instances, facts);

function groupStatus(source: PlainMap, children: readonly TreeNode[], facts: Facts): Status {
  const there = children.filter((child) => child.status !== "not-applicable");
  if (summedOf(source, there).length === 0) return "not-applicable";
  const settled = there.every((child) => child.status === "scored" && child.applies !== "open");
  if (settled && !waitsForEffect(source, children, facts)) return "scored";
  if (asksInvalid(source, facts)) return "invalid";
  return there.some((child) => child.status === "invalid") ? "invalid" : "unknown";
}

/** All below is known: there is one case only, and in it every effect holds or does not, unless a fact is open. */
function waitsForEffect(source: PlainMap, children: readonly TreeNode[], facts: Facts): boolean {
  if (changesOf(source).length === 0) return false;
  const worths: Worths = new Map();
  for (const child of children) evaluate(child, new Set(), worths);
  const below = belowOf(source, children, (node) => readingOf(node, worths));
  return changesOf(source).some((effect) => effectHolds(effect, facts, below) === undefined);
}

/** Where all below is known, the coefficient has to be as well; of a list that is not there, nothing else is asked. */
function multipliedStatus(
  { status, listed }: Below,
  multiplier: Multiplier | undefined,
  source: PlainMap,
  facts: Facts,
): Status {
  if (multiplier === undefined || multiplier.state === "given") return status;
  if (listed !== undefined && listed !== "given") return status;
  if (status === "not-applicable" || status === "invalid") return status;
  return multiplier.state === "invalid" || asksInvalid(source, facts) ? "invalid" : "unknown";
}

function statusOf(applies: TreeNode["applies"], policy: TreeNode["policy"], inside: Status): Status {
  if (applies === "out") return policy === "drop" ? "not-applicable" : "scored";
  if (applies === "open" && inside === "scored") return "unknown";
  return inside;
}

function readPolicy(source: PlainMap): TreeNode["policy"] {
  const policy = source["if_not_applicable"];
  return policy === "full" || policy === "zero" ? policy : "drop";
}

/** Every node and everything below it, parents first. */
export function nodesOf(node: TreeNode): TreeNode[] {
  return [node, ...node.children.flatMap(nodesOf)];
}

/** And what stands in for lists that are not there. */
function allOf(node: TreeNode): TreeNode[] {
  return [node, ...below(node).flatMap(allOf)];
}

const below = ({ children, hidden }: TreeNode): readonly TreeNode[] => [...children, ...hidden];

/** Evaluates the tree under every assignment of what may or may not apply, and notes what each node was. */
export function tryEverything(root: TreeNode): void {
  const open = allOf(root).filter((node) => node.applies === "open");
  if (open.length > 16) throw new Error(`${open.length} open applicabilities are too many to try`);
  for (let assignment = 0; assignment < 2 ** open.length; assignment += 1) {
    evaluate(root, new Set(open.filter((_, i) => Math.floor(assignment / 2 ** i) % 2 === 1)), new Map());
  }
}

export interface Worth {
  readonly hull: Hull;
  readonly available: Q;
}

/** What every node is worth under one assignment. */
type Worths = Map<TreeNode, Worth | undefined>;

function readingOf(node: TreeNode, worths: Worths): Reading {
  const worth = worths.get(node);
  return {
    has: worth !== undefined,
    full: worth === undefined ? null : fullScale(node, worth),
    children: () => node.children.map((child) => readingOf(child, worths)),
    node,
  };
}

/** What has no points of its own, a deduction, is what it is. */
function fullScale({ points }: TreeNode, { hull, available }: Worth): Hull {
  return points.n === 0n ? hull : times(hull, div(points, available));
}

/** What a node is worth under one assignment; undefined: it drops out. `absent` are the open nodes taken as not applicable. */
function evaluate(node: TreeNode, absent: ReadonlySet<TreeNode>, worths: Worths, isGone = false): Worth | undefined {
  const out = node.applies === "out" || absent.has(node);
  const children = below(node).flatMap((child) => {
    const worth = evaluate(child, absent, worths, isGone || out);
    return worth === undefined ? [] : [{ ...worth, child, source: child.source }];
  });
  const worth = out
    ? replacement(node)
    : node.leaf !== undefined
      ? { hull: node.leaf.hull, available: node.points }
      : compose(node, children, worths);
  worths.set(node, worth);
  // Those above it find nothing there.
  if (out || worth === undefined) for (const one of node.children.flatMap(nodesOf)) worths.set(one, undefined);
  node.seen.available.add(print(worth?.available ?? ZERO));
  if (worth === undefined || isGone) node.seen.absent = true;
  if (worth !== undefined) {
    const full = fullScale(node, worth);
    node.seen.hull = node.seen.hull === null ? worth.hull : union(node.seen.hull, worth.hull);
    node.seen.full = node.seen.full === null ? full : union(node.seen.full, full);
  }
  return worth;
}

function replacement(node: TreeNode): Worth | undefined {
  if (node.policy === "drop") return undefined;
  return { hull: single(node.policy === "full" ? node.points : ZERO), available: node.points };
}

/** A child that applies under the assignment looked at. */
export interface There extends Worth {
  readonly child: TreeNode;
  readonly source: PlainMap;
}

/**
 * Summed and divided, or averaged; then what stands outside is added, and the whole multiplied: a bonus that nobody
 * absorbs comes last, behind the cap.
 */
function compose(node: TreeNode, children: readonly There[], worths: Worths): Worth | undefined {
  const { source, points, seen, multiplier } = node;
  const summed = children.filter((child) => isSummed(source, child.source));
  if (summed.length === 0) {
    seen.empty = true;
    // What would be added to them goes with them.
    for (const node of children.flatMap(({ child }) => nodesOf(child))) node.seen.absent = true;
    return undefined;
  }
  const hull = summed.map((child) => child.hull).reduce(sum);
  const below = hasOrdinary(source) ? summed.map((child) => child.available).reduce(add) : points;
  seen.below.add(print(below));
  const renormalises = source["renormalise"] === true;
  if (averages(source)) for (const one of summed) one.child.seen.point.add(pointOf(one, node, summed));
  const divided = averages(source)
    ? combineShares(node, summed)
    : renormalises
      ? times(hull, div(points, below))
      : hull;
  const outside = children.filter((child) => !isSummed(source, child.source));
  const late = outside.filter((child) => isLate(source, child.source)).map((child) => child.hull);
  const early = outside.filter((child) => !isLate(source, child.source)).map((child) => child.hull);
  const joined = early.reduce(sum, divided);
  const multiplied = multiplier === undefined ? joined : product(joined, multiplier.hull);
  const asked = belowOf(source, node.children, (one) => readingOf(one, worths));
  maps(source["effects"]).forEach((effect, i) =>
    (seen.effects[i] ??= new Set()).add(effectHolds(effect, node.facts, asked)),
  );
  const raw = affected(source, multiplied, node.facts, asked);
  return {
    hull: withLimits(source, raw, late.reduce(sum, single(ZERO))),
    available: divides(source) ? points : below,
  };
}

const divides = (source: PlainMap): boolean => source["renormalise"] === true || averages(source);

/** The one value of a scored node. */
export function awardedOf(node: TreeNode): Q | null {
  const { hull } = node.seen;
  if (node.status !== "scored") return null;
  if (hull === null || hull.lo === null || hull.hi === null || !equal(hull.lo, hull.hi))
    throw new Error(`${node.id} is scored and not a point`);
  return hull.lo;
}

/** Whether the node drops out under some assignments. */
export const mayVanish = (node: TreeNode): boolean => node.seen.available.has("0");

/**
 * Whether, at this node or below it, a stated floor or cap stands between an item whose available points are open and
 * the group that renormalises over it. There the engine promises to contain the bounds, not to meet them.
 */
export function isRelaxed(node: TreeNode): boolean {
  if (below(node).some(isRelaxed) || isBlurred(node)) return true;
  return divides(node.source) && ordinaryIn(node).some((child) => variesBehindLimit(child, false));
}

/** The same of a node that is read at its full scale, as if a group of it alone divided. */
export const isLoose = (node: TreeNode): boolean => isRelaxed(node) || variesBehindLimit(node, false);

/** Points are open where an item may drop out, or comes back in full while a part of it has dropped out for good. */
function variesBehindLimit(node: TreeNode, limitAbove: boolean): boolean {
  if (limitAbove && node.seen.available.size > 1) return true;
  if (divides(node.source)) return false;
  return ordinaryIn(node).some((child) => variesBehindLimit(child, limitAbove || statesLimit(node.source)));
}

/** What stands outside brings nothing that could be divided by. */
const ordinaryIn = (node: TreeNode): readonly TreeNode[] => below(node).filter((child) => isOrdinary(child.source));

function statesLimit(source: PlainMap): boolean {
  const states = (key: string): boolean => has(source, key) && source[key] !== "none";
  const changes = ["round", "coefficient"].some((key) => has(source, key)) || changesOf(source).length > 0;
  return states("floor") || states("cap") || absorbs(source) || changes;
}
