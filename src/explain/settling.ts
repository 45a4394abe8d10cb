/** What is not known yet, and what each of it could still change. */
import { type Exact, ZERO, add, compare, exact, formatExact, multiply, negate, readExact } from "../base/exact.js";
import type { Assessment, Because, EachNote, NodeResult, Read } from "../model/assessment.js";
import type { OpenQuestion } from "../model/explanation.js";
import type { ExactText } from "../model/numbers.js";
import { type BreakdownBecause, nodeOf, readsBreakdown } from "./breakdown.js";
import { factTitle, inputsOf, stateText } from "./facts.js";
import { pointsText, rangeText, readable, spanOf } from "./figures.js";
import { unlistedText } from "./instances.js";
import { isLeaf } from "./nodes.js";
import { judgementIn } from "./reads.js";
import { worthOf } from "./scale.js";
import { type Telling, listed, say, tellingAt, tellingIn, titleOf } from "./telling.js";
import { openWorths } from "./worths.js";

interface Waiting {
  readonly kind: OpenQuestion["kind"];
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly indicators: string[];
  readonly conditions: string[];
  /** Indicators whose applicability depends on it. */
  readonly applies: string[];
  /** Null: without end, or it is open what points are worth, or whether the indicator counts at all. */
  span: Exact | null;
  readonly ranges: string[];
}

/** What a point can be worth at most, by id of nodes whose worth is open. */
interface Worths {
  /** Whether nobody can have more than full marks, or less than nothing. */
  readonly usual: boolean;
  readonly open: ReadonlyMap<string, ExactText>;
}

/** The largest first; what cannot be measured stands before what can. */
export function settlingOf(assessment: Assessment, telling: Telling): readonly OpenQuestion[] {
  const waiting = new Map<string, Waiting>();
  // What a point can be worth at most is a limit only while nobody has more than full marks, or less than nothing.
  const usual = assessment.components.every(({ root }) => root === null || isUsual(root));
  const worths: Worths = { usual, open: usual ? openWorths(assessment) : new Map() };
  for (const component of assessment.components) {
    if (component.root) waitBelow(component.root, waiting, worths, telling);
    else if (component.applicability?.applies !== "no")
      waiting.set(`component ${component.id}`, componentWaiting(component.id, component.weight, telling));
  }
  waitForEffects(assessment, waiting, telling);
  const conditions = [...assessment.eligibility.conditions, ...assessment.preferences];
  for (const { id, status, from, because } of conditions) {
    if (status !== "unknown") continue;
    because.forEach((entry) => askedBy(id, entry, waiting, telling));
    if (from?.applies !== "open") continue;
    const root = assessment.components.find((component) => component.id === from.component)?.root;
    if (root) appliesBy(id, root, waiting, telling);
  }
  for (const { outcome, result, because } of assessment.decision.reasons) {
    if (result === "unknown")
      because
        .filter((entry) => readsBreakdown(entry) || telling.facts.has(entry.read))
        .forEach((entry) => askedBy(outcome, entry, waiting, telling));
  }
  return [...waiting.values()].sort(byWeight).map((entry) => questionOf(entry, telling));
}

function byWeight(a: Waiting, b: Waiting): number {
  if (a.span === null || b.span === null) return a.span === b.span ? 0 : a.span === null ? -1 : 1;
  return compare(b.span, a.span);
}

/** Facts of an instance are its own: each is told by itself. */
function waitBelow(node: NodeResult, waiting: Map<string, Waiting>, worths: Worths, around: Telling): void {
  const telling = tellingAt(node, around);
  waitFor(node, waiting, worths, telling);
  if (node.each) waitForInstances(node, node.each, waiting, worths, telling);
  for (const child of node.children ?? []) waitBelow(child, waiting, worths, telling);
}

/** Which instances there are, and what they are weighed by. */
function waitForInstances(
  group: NodeResult,
  each: EachNote,
  waiting: Map<string, Waiting>,
  worths: Worths,
  telling: Telling,
): void {
  if (group.status === "scored" || group.status === "not-applicable") return;
  if (each.state !== "given") {
    const entry = entryOf("instances", each.list, titleOf(each.title, telling), unlistedText(each, telling), waiting);
    entry.applies.push(group.id);
    entry.span = plus(entry.span, dropping(group, worths));
    measure(entry, group, worths, telling);
  }
  for (const { instance, read } of group.children ?? []) {
    const own = tellingIn(instance!, telling);
    for (const { fact, state } of read.filter((weight) => weight.state !== "given")) {
      for (const supplied of suppliedOf(fact, own))
        measure(factEntry(supplied, state, waiting, own), group, worths, own);
    }
  }
}

/** An open leaf waits for its facts, a group for that of its coefficient, and both perhaps for a word on whether it applies. */
function waitFor(node: NodeResult, waiting: Map<string, Waiting>, worths: Worths, telling: Telling): void {
  const { applicability } = node;
  if (applicability?.applies === "open") {
    // All answers are there, and still somebody may declare it not applicable.
    if (applicability.because.every(({ result }) => result !== "unknown")) {
      const state = say(telling, "还没有说明是否适用", "nobody has said whether it applies");
      const entry = entryOf("applicability", node.id, titleOf(node.title, telling), state, waiting);
      entry.indicators.push(node.id);
      entry.span = plus(entry.span, dropping(node, worths));
    }
    for (const { read, state, result } of applicability.because) {
      if (result !== "unknown") continue;
      for (const fact of suppliedOf(read, telling)) {
        const entry = factEntry(fact, state, waiting, telling);
        entry.applies.push(node.id);
        entry.span = plus(entry.span, dropping(node, worths));
      }
    }
  }
  for (const { action, result, because } of node.effects ?? []) {
    if (result !== "unknown") continue;
    for (const { read, state, result: answer, indicators } of because) {
      if (answer !== "unknown" || indicators) continue;
      for (const fact of suppliedOf(read, telling)) {
        const entry = factEntry(fact, state, waiting, telling);
        // A veto moves no points: what it bears on are the outcomes that ask for vetoes.
        if (action.kind === "veto") entry.conditions.push(...askingFor("vetoed", telling));
        else measure(entry, node, worths, telling);
      }
    }
  }
  // What an instance is weighed by moves the group that it is part of.
  if (node.status === "scored" || node.status === "not-applicable" || node.instance) return;
  for (const read of node.read) {
    if (read.state === "given") continue;
    for (const entry of entriesOf(read, node, waiting, telling)) measure(entry, node, worths, telling);
  }
}

/** Of a scheme: what moves the score may move all of it; what moves the band bears on outcomes that ask for it. */
function waitForEffects({ effects = [] }: Assessment, waiting: Map<string, Waiting>, telling: Telling): void {
  for (const { action, result, because } of effects) {
    if (result !== "unknown") continue;
    const movesScore = action.kind === "zero" || action.kind === "points" || action.kind === "at_most";
    const asking = movesScore ? [] : askingFor(action.kind === "veto" ? "vetoed" : "band", telling);
    for (const entry of because) {
      asking.forEach((outcome) => askedBy(outcome, entry, waiting, telling));
      if (!movesScore || entry.result !== "unknown" || readsBreakdown(entry)) continue;
      for (const fact of suppliedOf(entry.read, telling)) factEntry(fact, entry.state, waiting, telling).span = null;
    }
  }
}

function askingFor(what: "vetoed" | "band", { assessment }: Telling): readonly string[] {
  return assessment.decision.reasons
    .filter(({ because }) => because.some(({ read, result }) => read === what && result === "unknown"))
    .map(({ outcome }) => outcome);
}

/**
 * How far the score moves at most when a node drops out and the others are divided by less. Between the shares with and
 * without it lies no more than its own part of what applies, while no share leaves 0 to 1.
 */
function dropping({ id, points, factor }: NodeResult, worths: Worths): Exact | null {
  const worth = worths.usual ? (factor ?? worths.open.get(id)) : undefined;
  return worth === undefined ? null : absolute(multiply(readExact(worth), exact(points)));
}

/** A point that is taken away moves the score as far as one that is added. */
function absolute(value: Exact): Exact {
  return value.n < 0n ? negate(value) : value;
}

/** Whether every value that is still possible lies between nothing and full marks. */
function isUsual({ bounds, points, children = [] }: NodeResult): boolean {
  const inside =
    bounds === null ||
    (bounds.least !== null &&
      bounds.most !== null &&
      compare(readExact(bounds.least), ZERO) >= 0 &&
      compare(readExact(bounds.most), exact(points)) <= 0);
  return inside && children.every(isUsual);
}

function plus(a: Exact | null, b: Exact | null): Exact | null {
  return a === null || b === null ? null : add(a, b);
}

function entriesOf(read: Read, node: NodeResult, waiting: Map<string, Waiting>, telling: Telling): readonly Waiting[] {
  const judgement = isLeaf(node) ? judgementIn(read, node) : undefined;
  if (judgement) {
    const state = judgement.state(read, node.standard!, telling);
    return [entryOf("judgement", node.id, titleOf(node.title, telling), state, waiting)];
  }
  return suppliedOf(read.fact, telling).map((fact) => factEntry(fact, read.state, waiting, telling));
}

function factEntry(fact: string, state: Read["state"], waiting: Map<string, Waiting>, telling: Telling): Waiting {
  const own = stateText(stateOf(fact, telling) ?? state, fact, telling);
  const title = factTitle(fact, telling);
  const { instance } = telling;
  return instance === undefined || telling.facts.get(fact)?.each === undefined
    ? entryOf("fact", fact, title, own, waiting)
    : entryOf("fact", `${fact}[${instance.id}]`, `${instance.title} ${title}`, own, waiting);
}

function entryOf(
  kind: Waiting["kind"],
  id: string,
  title: string,
  state: string,
  waiting: Map<string, Waiting>,
): Waiting {
  const key = `${kind} ${id}`;
  const existing = waiting.get(key);
  if (existing) return existing;
  const entry: Waiting = {
    kind,
    id,
    title,
    state,
    indicators: [],
    conditions: [],
    applies: [],
    span: ZERO,
    ranges: [],
  };
  waiting.set(key, entry);
  return entry;
}

/**
 * How far the leaf can still move the score, taken alone. Where it is open what applies, so is what its points are
 * worth: then as far as it could at most.
 */
function measure(entry: Waiting, { id, bounds, factor: settled }: NodeResult, worths: Worths, telling: Telling): void {
  const factor = settled ?? worths.open.get(id) ?? null;
  if (entry.indicators.includes(id) && entry.ranges.length > 0) return;
  entry.indicators.push(id);
  if (!bounds) return;
  const fixed = bounds.least !== null && bounds.least === bounds.most;
  const range = rangeText(bounds, telling);
  entry.ranges.push(
    fixed
      ? say(telling, `${id} 不论如何都得 ${readable(bounds.least, telling)} 分`, `${id} comes to ${range}`)
      : say(telling, `${id} 得分${range}`, `${id} ${range}`),
  );
  if (fixed) return;
  const span = spanOf(bounds.least, bounds.most);
  entry.span =
    span === null || factor === null || entry.span === null
      ? null
      : add(entry.span, absolute(multiply(span, readExact(factor))));
}

function askedBy(condition: string, because: Because, waiting: Map<string, Waiting>, telling: Telling): void {
  const { read, result, state } = because;
  if (result !== "unknown") return;
  if (readsBreakdown(because)) return askedThrough(condition, because, waiting, telling);
  for (const fact of suppliedOf(read, telling)) factEntry(fact, state, waiting, telling).conditions.push(condition);
}

/** A condition of a sheet waits for whatever decides whether the sheet applies at all. */
function appliesBy(condition: string, node: NodeResult, waiting: Map<string, Waiting>, telling: Telling): void {
  const { applicability, children = [] } = node;
  if (applicability?.applies !== "open") {
    for (const child of children) appliesBy(condition, child, waiting, telling);
    return;
  }
  waiting.get(`applicability ${node.id}`)?.conditions.push(condition);
  applicability.because.forEach((entry) => askedBy(condition, entry, waiting, telling));
}

/** A question about indicators waits for whatever they wait for. */
function askedThrough(
  condition: string,
  { read, indicators }: BreakdownBecause,
  waiting: Map<string, Waiting>,
  telling: Telling,
): void {
  if (indicators.length === 0) waiting.get(`component ${read.split("/")[0]!}`)?.conditions.push(condition);
  for (const { indicator } of indicators) {
    const node = nodeOf(indicator, telling);
    if (node) askedBelow(condition, node, waiting, telling);
  }
}

function askedBelow(condition: string, node: NodeResult, waiting: Map<string, Waiting>, around: Telling): void {
  const { status, instance, each } = node;
  if (status === "not-applicable" || (status === "scored" && !instance)) return;
  const telling = tellingAt(node, around);
  if (each && each.state !== "given") waiting.get(`instances ${each.list}`)?.conditions.push(condition);
  for (const read of node.read) {
    if (read.state === "given") continue;
    for (const entry of entriesOf(read, node, waiting, telling)) entry.conditions.push(condition);
  }
  for (const child of node.children ?? []) askedBelow(condition, child, waiting, telling);
}

/** The supplied facts beneath a fact that are not given; a derived fact is never supplied itself. */
function suppliedOf(fact: string, telling: Telling, seen = new Set<string>()): readonly string[] {
  if (seen.has(fact)) return [];
  seen.add(fact);
  const inputs = inputsOf(telling.facts.get(fact));
  if (inputs.length === 0) return stateOf(fact, telling) === "given" ? [] : [fact];
  const open = inputs.flatMap((input) => suppliedOf(input, telling, seen));
  // All inputs are there and the result is still of no use: then it is the derived fact that is wrong.
  return open.length > 0 || stateOf(fact, telling) === "given" ? open : [fact];
}

function stateOf(fact: string, { reads }: Telling): Read["state"] | undefined {
  return reads.get(fact)?.state;
}

function componentWaiting(id: string, weight: string | null, telling: Telling): Waiting {
  // What a sheet outside the weights can bring, nobody knows before it is named.
  const worth = weight === null ? null : worthOf(weight, telling.assessment.scheme);
  const bringsMore = telling.assessment.eligibility.open?.includes(id) === true;
  return {
    kind: "component",
    id,
    title: id,
    state: bringsMore
      ? say(telling, "尚未选定指标表，可能另有申报条件", "no sheet named yet, which may bring conditions of its own")
      : say(telling, "尚未选定指标表", "no sheet named yet"),
    indicators: [],
    conditions: [],
    applies: [],
    span: worth,
    ranges: [],
  };
}

/** What else it decides: conditions, preferences and outcomes, each under its name. */
function bearings(ids: readonly string[], telling: Telling): readonly string[] {
  const { eligibility, preferences } = telling.assessment;
  const among = (list: readonly { readonly id: string }[]): readonly string[] =>
    ids.filter((id) => list.some((entry) => entry.id === id));
  const groups = [
    { found: among(eligibility.conditions), zh: "申报条件", en: ["condition", "conditions"] },
    { found: among(preferences), zh: "优先情形", en: ["preference", "preferences"] },
    {
      found: among(telling.assessment.decision.reasons.map(({ outcome }) => ({ id: outcome }))),
      zh: "结论",
      en: ["outcome", "outcomes"],
    },
  ];
  return groups.flatMap(({ found, zh, en }) =>
    found.length === 0
      ? []
      : [
          say(
            telling,
            `关系到${zh} ${listed(found, telling)}`,
            `bears on ${found.length === 1 ? en[0] : en[1]} ${listed(found, telling)}`,
          ),
        ],
  );
}

function questionOf(waiting: Waiting, telling: Telling): OpenQuestion {
  const { kind, id, title, state, span, ranges } = waiting;
  const [indicators, conditions, applies] = [waiting.indicators, waiting.conditions, waiting.applies].map((list) => [
    ...new Set(list),
  ]) as [string[], string[], string[]];
  const { bounds } = telling.assessment.score;
  // Whatever one answer can change, the score stays between its bounds.
  const whole = spanOf(bounds.least, bounds.most);
  const most = span === null ? whole : whole !== null && compare(whole, span) < 0 ? whole : span;
  const points = most === null ? null : formatExact(most);
  const name = title === id ? id : say(telling, `${title}（${id}）`, `${title} (${id})`);
  const effects = [
    ...(applies.length > 0
      ? [
          say(
            telling,
            `决定 ${listed(applies, telling)} 是否适用`,
            `decides whether ${listed(applies, telling)} ${applies.length === 1 ? "applies" : "apply"}`,
          ),
        ]
      : []),
    ...(ranges.length > 0 ? [listed(ranges, telling)] : []),
    ...(points === "0" && applies.length > 0 ? [say(telling, "总分不会因此改变", "the score stays the same")] : []),
    ...(points === null ? [say(telling, "对总分的影响还算不出", "its worth in the score is open")] : []),
    ...(points !== null && points !== "0"
      ? [
          say(
            telling,
            `总分最多相差 ${pointsText(points, telling)}`,
            `up to ${pointsText(points, telling)} of the score`,
          ),
        ]
      : []),
    ...bearings(conditions, telling),
  ];
  const text = `${name}${say(telling, "：", ": ")}${[state, ...effects].join(say(telling, "，", "; "))}`;
  return { kind, id, indicators: [...new Set([...indicators, ...applies])], conditions, points, text };
}
