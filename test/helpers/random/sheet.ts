/** Random sheets: one to three levels, points that add up, things that may not apply, floors and caps where needed. */
import { averages } from "../oracle/mean.js";
import { isList, has, map, maps, text } from "../oracle/plain.js";
import { hasOrdinary, isOrdinary } from "../oracle/outside.js";
import { div, less, sub, whole, ZERO } from "../oracle/rational.js";
import { withLimits } from "../oracle/leaf.js";
import { coefficient } from "./coefficient.js";
import { condition } from "./conditions.js";
import { declare, instancePool, rawFact } from "./facts.js";
import { affectedRange, withEffects } from "./effects.js";
import { groupRange, isOver, leafRange, rounding, stateLimits } from "./limits.js";
import { emit, hundredths, split, tenth } from "./numbers.js";
import { absorbedBy, bonusPoints, deductionLeaf, howMany, randomAbsorbing } from "./outside.js";
import { scoring } from "./rules.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Q } from "../oracle/rational.js";
import type { Hull } from "../oracle/span.js";
import type { Limited } from "./limits.js";
import type { Absorbing } from "./outside.js";
import type { Pool } from "./facts.js";

export interface SheetAsk {
  readonly pool: Pool;
  readonly id: string;
  readonly category: string;
  /** First letter of indicator ids. */
  readonly letter: string;
  readonly inPlace: boolean;
  /** Whether everything may turn out not applicable. */
  readonly mayVanish: boolean;
}

export interface MadeSheet {
  readonly sheet: PlainMap;
  /** Its root can leave [0, points]. */
  readonly leaves: boolean;
}

/** Mutable while a sheet grows: how many more nodes may be of open applicability. */
interface Growth extends SheetAsk {
  readonly unit: Q;
  /** Where bonuses inside its groups stop. */
  readonly absorbing: Absorbing;
  optionalLeft: number;
  readonly counts: number[];
  /** Facts of the instances of each list, for the groups that are scored by it. */
  readonly lists: Map<string, Pool>;
}

export function randomSheet(ask: SheetAsk): MadeSheet {
  const { random } = ask.pool;
  const points = random.pick([
    whole(100),
    whole(100),
    whole(10),
    whole(50),
    whole(1000),
    hundredths(random, whole(100), 25, 75),
  ]);
  const unit = tenth({ two: 2, four: 4, many: 18 }[random.kind({ two: 80, four: 10, many: 10 })]);
  const absorbing = randomAbsorbing(random);
  const optionalLeft = random.pick([0, 2, 4, 6]);
  const growth: Growth = { ...ask, unit, absorbing, optionalLeft, counts: [], lists: new Map() };
  const depth = ask.mayVanish ? 1 : random.int(1, 3);
  const combined = combination(growth);
  const children = grow(growth, points, depth, 1, ask.letter, combined);
  const effects = effectsOfSheet(ask, points, children);
  const multiplied = coefficient(ask.pool, 6);
  const conditions = random.chance(25) ? { eligibility: ownConditions(ask) } : {};
  for (const inside of growth.lists.values()) for (const [id, fact] of inside.own) ask.pool.own.set(id, fact);
  if (!ask.mayVanish && children.filter(isOrdinary).every(mayDrop)) children[0] = anchored(map(children[0]));
  const { node: tree, range } = finish(ask, {
    kind: "sheet",
    points: emit(random, points),
    ...combined,
    ...multiplied,
    ...(!averages(combined) && random.chance(20) ? { renormalise: true } : {}),
    indicators: children,
    ...effects,
  });
  const answered =
    uncovered(tree, false) && !has(tree, "renormalise") ? { renormalise: random.chance(65) ? true : "none" } : {};
  const limited = Object.keys(answered).length === 0 ? { node: tree, range } : finish(ask, { ...tree, ...answered });
  const sheet: PlainMap = {
    kind: "sheet",
    id: ask.id,
    version: random.pick(["1", "2023.1", "2023.10"]),
    category: ask.category,
    title: random.chance(50) ? { zh: "指标表", en: "sheet" } : "指标表",
    status: random.pick(["official", "drafted"]),
    documents: { notice: { title: "关于征集的通知", date: "2023-10-18" } },
    source: "notice",
    shape: growth.counts,
    ...(growth.lists.size > 0 ? { instances: listsOf(growth) } : {}),
    facts: ownFacts(ask.pool, { ...tree, ...conditions }),
    ...limited.node,
    ...conditions,
  };
  return { sheet, leaves: !within(limited.range, points) };
}

/** Of the facts of the enterprise, under ids that no other sheet has. */
function ownConditions({ pool, id }: SheetAsk): PlainMap[] {
  const { random } = pool;
  return Array.from({ length: random.int(1, 2) }, (_, i) => ({
    id: `${id}-${i + 1}`,
    title: "条件",
    ...(random.chance(30) ? { clause: "五（六）" } : {}),
    require: condition(pool, 1),
    ...(random.chance(20) ? { applies_when: condition(pool, 0) } : {}),
  }));
}

function effectsOfSheet({ pool, id }: SheetAsk, points: Q, indicators: readonly PlainMap[]): PlainMap {
  const { effects } = withEffects(pool, { id, points: emit(pool.random, points), indicators });
  return effects === undefined ? {} : { effects };
}

/** How children make their group: most add up. */
function combination({ pool: { random } }: Growth): PlainMap {
  if (!random.chance(25)) return random.chance(5) ? { combine: "sum" } : {};
  return { combine: random.pick(["mean", "weighted_mean", "weighted_mean", "min", "max"]) };
}

/** Points that add up to those of the group; where shares are averaged, any points. */
function pointsBelow({ pool: { random }, unit }: Growth, points: Q, some: number, combined: PlainMap): Q[] {
  const units = div(points, unit).n;
  // Of a few hundredths there are not more parts than hundredths.
  if (!averages(combined)) return split(random, points, units < BigInt(some) ? Number(units) : some, unit);
  return Array.from({ length: some }, () =>
    random.chance(40) ? points : random.pick([whole(6), whole(10), whole(20), whole(100)]),
  );
}

function grow(growth: Growth, points: Q, depth: number, level: number, prefix: string, combined: PlainMap): PlainMap[] {
  const { random } = growth.pool;
  const shares = pointsBelow(growth, points, depth === 1 ? random.int(1, 4) : random.int(2, 3), combined);
  const wanted = shares.length;
  growth.counts[level - 1] = (growth.counts[level - 1] ?? 0) + wanted;
  const ordinary = shares.map((share, i) => {
    const id = level === 1 ? `${prefix}${i + 1}` : `${prefix}.${i + 1}`;
    const common: PlainMap = {
      id,
      title: `指标 ${id}`,
      points: emit(random, share),
      ...(combined["combine"] === "weighted_mean" ? { weight: random.pick(["0.3", "0.2", "1", "2", "0.15"]) } : {}),
      ...(random.chance(60) ? { clause: "五（一）" } : {}),
      ...applicability(growth),
    };
    if (depth === 1) return leaf(growth, common, share);
    if (growth.pool.list === undefined && random.chance(9)) return perInstance(growth, common, share, depth, level);
    const own = combination(growth);
    const indicators = grow(growth, share, depth - 1, level + 1, id, own);
    const divided = !averages(own) && random.chance(18) ? { renormalise: true } : {};
    const parts = {
      ...safePolicy(common, indicators),
      ...own,
      // Groups of instances are few.
      ...coefficient(growth.pool, growth.pool.list === undefined ? 10 : 30),
      ...divided,
      indicators,
    };
    return withEffects(growth.pool, parts);
  });
  return [...ordinary, ...outside(growth, points, depth, level, prefix)];
}

/** Bonuses and deductions beside the ordinary children of a group; each may have others in it. */
function outside(growth: Growth, points: Q, depth: number, level: number, prefix: string): PlainMap[] {
  const { random } = growth.pool;
  return Array.from({ length: howMany(random) }, (_, i) => {
    const common = outsideCommon(growth, level, `${prefix}.x${i + 1}`);
    const isGroup = depth > 1 && random.chance(40);
    if (random.chance(45))
      return isGroup ? deductions(growth, common, points, level) : deduction(growth, common, points);
    const kind: PlainMap = {
      points: emit(random, points),
      counts_as: "bonus",
      absorbed_by: absorbedBy(random, growth.absorbing, level),
    };
    if (!isGroup) return bonus(growth, { ...common, absorbed_by: kind["absorbed_by"] }, points);
    if (random.chance(50))
      return { ...common, ...kind, indicators: bonuses(growth, points, level, String(common["id"])) };
    if (growth.pool.list === undefined && random.chance(45))
      return perInstance(growth, { ...common, ...kind }, points, depth, level);
    const own = combination(growth);
    const indicators = grow(growth, points, depth - 1, level + 1, String(common["id"]), own);
    return {
      ...common,
      ...kind,
      ...own,
      ...(!averages(own) && random.chance(25) ? { renormalise: true } : {}),
      indicators,
    };
  });
}

function outsideCommon(growth: Growth, level: number, id: string): PlainMap {
  growth.counts[level - 1] = (growth.counts[level - 1] ?? 0) + 1;
  const { if_not_applicable: _, ...applies } = applicability(growth);
  return { id, title: `另计 ${id}`, ...applies };
}

const deduction = (growth: Growth, common: PlainMap, points: Q): PlainMap =>
  deductionLeaf(growth.pool, common, points, growth.inPlace);

function deductions(growth: Growth, common: PlainMap, points: Q, level: number): PlainMap {
  const { random } = growth.pool;
  const indicators = Array.from({ length: random.int(1, 2) }, (_, i) =>
    deduction(growth, outsideCommon(growth, level + 1, `${String(common["id"])}.${i + 1}`), points),
  );
  const floor = random.chance(40) ? "none" : emit(random, sub(ZERO, points));
  return { ...common, counts_as: "deduction", floor, indicators };
}

function bonus(growth: Growth, common: PlainMap, beside: Q): PlainMap {
  const points = bonusPoints(growth.pool.random, beside);
  return leaf(growth, { ...common, points: emit(growth.pool.random, points), counts_as: "bonus" }, points);
}

/** Together they may be more than the group that holds them, which absorbs them. */
function bonuses(growth: Growth, points: Q, level: number, prefix: string): PlainMap[] {
  return Array.from({ length: growth.pool.random.int(1, 3) }, (_, i) =>
    bonus(growth, { ...outsideCommon(growth, level + 1, `${prefix}.${i + 1}`), absorbed_by: "section" }, points),
  );
}

const LISTS: PlainMap = { projects: { title: "在建项目" }, contracts: { title: { zh: "合同", en: "contracts" } } };

const listsOf = ({ lists }: Growth): PlainMap => Object.fromEntries([...lists.keys()].map((id) => [id, LISTS[id]]));

/** A group that is scored for each entry of a list. What may not apply in it may not apply in each of them. */
function perInstance(growth: Growth, common: PlainMap, points: Q, depth: number, level: number): PlainMap {
  const { random } = growth.pool;
  const list = random.kind({ projects: 75, contracts: 25 });
  const pool = growth.lists.get(list) ?? instancePool(growth.pool, list);
  growth.lists.set(list, pool);
  const inside: Growth = { ...growth, pool, optionalLeft: Math.min(growth.optionalLeft, 1) };
  const before = inside.optionalLeft;
  const indicators = grow(inside, points, depth - 1, level + 1, text(common["id"]), {});
  growth.optionalLeft -= 2 * (before - inside.optionalLeft);
  if (growth.optionalLeft < 0) growth.optionalLeft = 0;
  const policy =
    isOrdinary(common) && random.chance(25) ? { if_not_applicable: random.pick(["drop", "full", "zero"]) } : {};
  const combine = random.pick(["mean", "weighted_mean", "weighted_mean", "min", "max"]);
  return withEffects(growth.pool, {
    ...safePolicy({ ...common, ...policy }, indicators),
    each: list,
    combine,
    ...(combine === "weighted_mean" ? { weight_by: weightFact(pool) } : {}),
    ...coefficient(growth.pool, 20),
    indicators,
  });
}

/** A number of each instance, always above 0. */
function weightFact(pool: Pool): string {
  const { random } = pool;
  const range = random.pick<PlainMap>([{ above: 0 }, { at_least: 1, at_most: 1000 }, { above: "0.5" }]);
  const type = random.pick(["integer", "decimal"]);
  if (random.chance(70)) return declare(pool, { type, range });
  const parts = [0, 1].map(() => declare(pool, rawFact(random, "decimal")));
  return declare(pool, { type: "decimal", range, derive: { sum: parts } });
}

function leaf(growth: Growth, common: PlainMap, points: Q): PlainMap {
  const { random } = growth.pool;
  const tame = random.chance(55);
  const rule = scoring({ pool: growth.pool, points, tame, inPlace: growth.inPlace });
  const value = random.chance(60)
    ? random.pick(["zero", "full"])
    : emit(random, hundredths(random, points, tame ? 0 : -50, tame ? 100 : 150));
  const missing: PlainMap = random.chance(30) ? { when_missing: value } : {};
  return { ...common, ...coefficient(growth.pool, 10), scoring: rule, ...missing };
}

function applicability(growth: Growth): PlainMap {
  const { random } = growth.pool;
  if (growth.mayVanish) return { may_be_not_applicable: true };
  if (growth.optionalLeft === 0 || !random.chance(35)) return {};
  growth.optionalLeft -= 1;
  const way = random.kind({ says: 55, when: 35, both: 10 });
  return {
    ...(way === "says" ? {} : { applies_when: condition(growth.pool, 1) }),
    ...(way === "when" ? {} : { may_be_not_applicable: true }),
    ...(random.chance(45) ? { if_not_applicable: random.pick(["drop", "full", "zero"]) } : {}),
  };
}

/** A group that is replaced by full or zero points keeps a child that always applies, so that it never vanishes from below. */
function safePolicy(common: PlainMap, children: readonly PlainMap[]): PlainMap {
  const { if_not_applicable: policy, ...rest } = common;
  return (policy === "full" || policy === "zero") && children.filter(isOrdinary).every(mayDrop) ? rest : common;
}

/** A list may be empty, and then a group that is scored for each of its entries does not apply. */
const droppable = (node: PlainMap): boolean =>
  (has(node, "applies_when") || node["may_be_not_applicable"] === true || has(node, "each")) &&
  node["if_not_applicable"] !== "full" &&
  node["if_not_applicable"] !== "zero";

/** Whether a node can end up not applicable. */
export function mayDrop(node: PlainMap): boolean {
  if (droppable(node)) return true;
  const children = maps(node["indicators"]);
  return isList(node["indicators"]) && (hasOrdinary(node) ? children.filter(isOrdinary) : children).every(mayDrop);
}

/** The same node, always applicable. */
function anchored(node: PlainMap): PlainMap {
  const { applies_when: _, may_be_not_applicable: __, if_not_applicable: ___, ...rest } = node;
  if (!isList(rest["indicators"])) return rest;
  const [first, ...others] = maps(rest["indicators"]);
  if (first === undefined) return rest;
  return {
    ...rest,
    ...(has(rest, "each") ? { if_not_applicable: "zero" } : {}),
    indicators: [anchored(first), ...others],
  };
}

/** Whether something may drop out with no group above it that says how to divide. */
function uncovered(node: PlainMap, covered: boolean): boolean {
  const divides = covered || node["renormalise"] === true || averages(node);
  return maps(node["indicators"]).some(
    (child) => (droppable(child) && isOrdinary(child) && !divides) || uncovered(child, divides),
  );
}

/** Floors and caps from the leaves up. */
function finish(ask: SheetAsk, node: PlainMap): Limited {
  const { random } = ask.pool;
  if (node["counts_as"] === "deduction") return finishDeduction(ask, node);
  const { floor: _, cap: __, round: ___, ...bare } = node;
  if (!isList(node["indicators"])) {
    const facts = Object.fromEntries([...ask.pool.shared, ...ask.pool.own]);
    const leaf = stateLimits(random, bare, leafRange(bare, facts));
    return { ...leaf, over: isOver(leaf.node, leaf.range, []) };
  }
  const facts = Object.fromEntries([...ask.pool.shared, ...ask.pool.own]);
  const children = maps(node["indicators"]).map((child) => finish(ask, child));
  const whole_ = { ...bare, indicators: children.map((child) => child.node) };
  const { range, late } = groupRange(whole_, children, facts);
  const group = stateLimits(random, whole_, affectedRange(whole_, range), late);
  return { ...group, over: isOver(group.node, group.range, children) };
}

/** It has said how far down it goes, and never rises. */
function finishDeduction(ask: SheetAsk, node: PlainMap): Limited {
  const { round: _, ...bare } = node;
  const facts = Object.fromEntries([...ask.pool.shared, ...ask.pool.own]);
  const children = isList(bare["indicators"]) ? maps(bare["indicators"]).map((child) => finish(ask, child)) : undefined;
  const whole_ = children ? { ...bare, indicators: children.map((child) => child.node) } : bare;
  const limited = rounding(ask.pool.random, whole_);
  const range = withLimits(limited, children ? groupRange(limited, children, facts).range : leafRange(limited, facts));
  return { node: limited, range, over: range.hi === null || less(ZERO, range.hi) };
}

const within = (range: Hull, points: Q): boolean =>
  range.lo !== null && range.lo.n >= 0n && range.hi !== null && sub(points, range.hi).n >= 0n;

/** The facts the tree names, and what those derive from; whatever else the pool holds is left out. */
export function ownFacts(pool: Pool, value: Plain): PlainMap {
  const used = new Set<string>();
  const visit = (part: Plain | undefined): void => {
    if (isList(part)) part.forEach(visit);
    else if (typeof part === "string") use(part);
    else if (typeof part === "object" && part !== null) {
      // The cells of a table stand behind the ids of their facts.
      Object.keys(map(part)).forEach(use);
      Object.values(map(part)).forEach(visit);
    }
  };
  const use = (id: string): void => {
    const declaration = pool.own.get(id) ?? pool.shared.get(id);
    if (declaration === undefined || used.has(id)) return;
    used.add(id);
    visit(declaration["derive"]);
  };
  visit(value);
  return Object.fromEntries([...pool.shared, ...pool.own].filter(([id]) => used.has(id)));
}
