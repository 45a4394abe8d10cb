/** Completions: the same fact sheet with everything open settled, one way or another that the language allows. */
import { mustDay } from "../oracle/calendar.js";
import { declaredFacts, readFacts } from "../oracle/facts.js";
import { chosenOf, holdsSheet, schemeOf } from "../oracle/blend.js";
import { nodesUnder } from "../oracle/oracle.js";
import { has, ids, isList, isMap, map } from "../oracle/plain.js";
import { less } from "../oracle/rational.js";
import { spokenFacts } from "../oracle/spoken.js";
import { readValue } from "../oracle/values.js";
import { isJudged } from "../oracle/judgements.js";
import { type ListGap, leavesListRange, listGaps, settledInstances } from "./complete-lists.js";
import { edgesOf } from "./edges.js";
import { usableJudgement } from "./judgements.js";
import { usable } from "./values.js";
import type { Facts } from "../oracle/facts.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { TreeNode } from "../oracle/tree.js";
import type { Edges } from "./edges.js";
import type { Pair } from "./pair.js";
import type { Random } from "./prng.js";
import type { Span } from "../oracle/span.js";
import type { ValueAsk } from "./values.js";

/** The documents whose facts count: the scheme and the named sheets. */
export function namedDocuments({ rubrics, factSheet }: Pair): PlainMap[] {
  const scheme = schemeOf(rubrics);
  // What a scheme holds itself stands in it.
  const sheets = holdsSheet(scheme) ? [] : chosenOf(rubrics, factSheet).map(({ sheet }) => sheet);
  return [scheme, ...sheets.filter((sheet) => sheet !== undefined)];
}

/** Supplied facts that are still open, in document order. */
export function openFacts(pair: Pair): [string, PlainMap][] {
  const documents = namedDocuments(pair);
  const facts = readFacts(documents, pair.factSheet);
  return [...declaredFacts(documents)].filter(
    ([id, declaration]) => !has(declaration, "derive") && !has(declaration, "each") && isOpen(facts, id),
  );
}

const isOpen = (facts: Facts, id: string): boolean => ["unknown", "invalid"].includes(facts.know(id).state);

/** What is open in a pair, found once for any number of completions. */
export interface Gap {
  readonly pair: Pair;
  readonly edges: Edges;
  readonly documents: readonly PlainMap[];
  /** Domains of derived facts as they are. */
  readonly before: ReadonlyMap<string, Span>;
  readonly facts: readonly [string, PlainMap][];
  readonly spoken: ReadonlySet<string>;
  readonly judged: readonly TreeNode[];
  /** Undeclared items that may still turn out not to apply. */
  readonly optional: readonly TreeNode[];
  readonly lists: readonly ListGap[];
}

export function gapOf(pair: Pair): Gap {
  const documents = namedDocuments(pair);
  const declarations = declaredFacts(documents);
  const known = readFacts(documents, pair.factSheet);
  const derived = [...declarations]
    .filter(([, declaration]) => has(declaration, "derive") && !has(declaration, "each"))
    .map(([id]) => id);
  const nodes = nodesUnder(pair.rubrics, pair.factSheet).filter(({ instance }) => instance === undefined);
  return {
    pair,
    documents,
    edges: edgesOf(pair.rubrics, declaredFacts(pair.rubrics), mustDay(pair.factSheet["as_of"])),
    before: new Map(derived.map((id) => [id, known.know(id).domain])),
    facts: openFacts(pair),
    spoken: spokenFacts(documents),
    judged: nodes.filter((node) => isOpenJudgement(pair, node)),
    optional: pair.factSheet["closed"] === true ? [] : nodes.filter(isOpenItem),
    lists: listGaps(pair, documents),
  };
}

const isOpenItem = (node: TreeNode): boolean =>
  node.applies === "open" && node.source["may_be_not_applicable"] === true && node.inside !== "scored";

/** Not made yet, or made wrongly; in a closed sheet a judgement that is absent is missing for good. */
function isOpenJudgement({ factSheet }: Pair, { id, leaf, source }: TreeNode): boolean {
  if (leaf === undefined || leaf.isRuled || !isJudged(source)) return false;
  const made = map(factSheet["judgements"]);
  return factSheet["closed"] !== true || has(made, id) || has(made, bareId(id));
}

/** `component/id` without its component. */
export const bareId = (id: string): string => id.slice(id.indexOf("/") + 1);

/**
 * One random completion; undefined where chance kept putting a derived fact outside its range. `share`: percent of the
 * open things that are settled.
 */
export function completion(random: Random, gap: Gap, share = 100): PlainMap | undefined {
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const tried = attemptCompletion(random, gap, share);
    if (!leavesItsRange(gap, tried)) return tried;
  }
  return undefined;
}

function attemptCompletion(random: Random, gap: Gap, share: number): PlainMap {
  const { factSheet } = gap.pair;
  const ask: ValueAsk = { random, edges: gap.edges, asOf: mustDay(factSheet["as_of"]) };
  const before = map(factSheet["facts"]);
  const facts: Record<string, Plain | undefined> = { ...before };
  for (const [id, declaration] of gap.facts) {
    if (!random.chance(share)) continue;
    const goes = gap.spoken.has(id) && !isHeld(declaration, before[id]) && random.chance(25);
    facts[id] = goes ? { missing: true } : settled(ask, id, declaration, before[id]);
  }
  const items = gap.optional.filter(() => random.chance((share * 40) / 100));
  const out = Object.fromEntries(items.map(({ id }) => [id, { by: "审核员乙", reason: "不适用" }]));
  const judged = settledJudgements(random, gap, share);
  const instances = settledInstances(random, gap, share);
  return {
    ...factSheet,
    facts,
    not_applicable: { ...map(factSheet["not_applicable"]), ...out },
    ...judged,
    ...instances,
  };
}

/** A list with entries that can be read is there: it may be mended, and is not missing. */
export function isHeld(declaration: PlainMap, before: Plain | undefined): boolean {
  const supplied = isMap(before) && has(before, "value") ? before["value"] : before;
  return declaration["type"] === "events" && isList(supplied);
}

export function settled(ask: ValueAsk, id: string, declaration: PlainMap, before: Plain | undefined): Plain {
  const supplied = isMap(before) && has(before, "value") ? before["value"] : before;
  if (declaration["type"] !== "events" || !isList(supplied)) return usable(ask, id, declaration);
  return supplied.flatMap((entry) =>
    entryUsable(declaration, entry) ? [entry] : repaired(ask, id, declaration, entry),
  );
}

const entryUsable = (declaration: PlainMap, entry: Plain): boolean => {
  const value = readValue(declaration, [entry]);
  return value?.type === "events" && value.broken.length === 0;
};

/** An unusable entry left out, or made good; a kind that could be read stays. */
function repaired(ask: ValueAsk, id: string, declaration: PlainMap, entry: Plain): Plain[] {
  if (ask.random.chance(40)) return [];
  const fresh = usable(ask, id, declaration);
  if (!isList(fresh) || fresh.length === 0) return [];
  const good = map(fresh[0]);
  const kind = isMap(entry) ? entry["kind"] : undefined;
  const readable = typeof kind === "string" && (!has(declaration, "kinds") || ids(declaration["kinds"]).includes(kind));
  return [readable ? { ...good, kind } : good];
}

/** Open judgements made; or, where `when_missing` speaks, left out for good by closing the sheet. */
function settledJudgements(random: Random, { pair, judged }: Gap, share: number): PlainMap {
  const judgements: Record<string, Plain | undefined> = { ...map(pair.factSheet["judgements"]) };
  const leftOut = share === 100 && pair.factSheet["closed"] !== true && random.chance(20);
  let closes = false;
  for (const { id, source } of judged) {
    if (!random.chance(share)) continue;
    delete judgements[id];
    delete judgements[bareId(id)];
    if (leftOut && has(source, "when_missing")) closes = true;
    else judgements[id] = usableJudgement(random, source);
  }
  return { judgements, ...(closes ? { closed: true } : {}) };
}

/**
 * Inputs that are each fine may put a derived fact where its range does not allow it, and then it may be anything in
 * that range, more than before: no completion.
 */
function leavesItsRange({ documents, before, lists }: Gap, tried: PlainMap): boolean {
  const after = readFacts(documents, tried);
  if ([...before].some(([id, domain]) => !inside(after.know(id).domain, domain))) return true;
  return lists.some((gap) => leavesListRange(gap, documents, tried));
}

export function inside(inner: Span, outer: Span): boolean {
  const low = outer.lo === null || (inner.lo !== null && !less(inner.lo, outer.lo));
  return low && (outer.hi === null || (inner.hi !== null && !less(outer.hi, inner.hi)));
}
