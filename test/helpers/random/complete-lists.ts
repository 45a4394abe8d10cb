/** Completions of lists of instances: what is open in their entries, and lists that are not there at all. */
import { mustDay } from "../oracle/calendar.js";
import { declaredFacts, readFacts } from "../oracle/facts.js";
import { instanceFacts, readList } from "../oracle/instances.js";
import { isJudged } from "../oracle/judgements.js";
import { nodesUnder } from "../oracle/oracle.js";
import { has, isMap, map, text } from "../oracle/plain.js";
import { bareId, inside, isHeld, settled } from "./completions.js";
import { instance } from "./fact-sheet.js";
import { usableJudgement } from "./judgements.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Span } from "../oracle/span.js";
import type { TreeNode } from "../oracle/tree.js";
import type { Gap } from "./completions.js";
import type { Pair } from "./pair.js";
import type { Random } from "./prng.js";
import type { ValueAsk } from "./values.js";

/** What is open of one list. */
export interface ListGap {
  readonly list: string;
  readonly state: "given" | "unknown" | "invalid";
  readonly entries: readonly EntryGap[];
  /** Domains of the derived facts of one of which nothing is known. */
  readonly anyone: ReadonlyMap<string, Span>;
}

interface EntryGap {
  readonly entry: PlainMap;
  readonly facts: readonly [string, PlainMap][];
  readonly judged: readonly TreeNode[];
  readonly optional: readonly TreeNode[];
  readonly before: ReadonlyMap<string, Span>;
}

export function listGaps(pair: Pair, documents: readonly PlainMap[]): readonly ListGap[] {
  const lists = [...new Set(documents.flatMap((document) => Object.keys(map(document["instances"]))))];
  const nodes = nodesUnder(pair.rubrics, pair.factSheet);
  return lists.map((list): ListGap => {
    const { state, entries } = readList(pair.factSheet, list);
    const anyone = domains(documents, { ...pair.factSheet, closed: false }, list, {});
    return { list, state, anyone, entries: entries.map((entry) => entryGap(pair, documents, nodes, list, entry)) };
  });
}

function entryGap(
  { factSheet }: Pair,
  documents: readonly PlainMap[],
  nodes: readonly TreeNode[],
  list: string,
  entry: PlainMap,
): EntryGap {
  const closed = factSheet["closed"] === true;
  const facts = instanceFacts(readFacts(documents, factSheet), list, map(entry["facts"]), closed);
  const own = nodes.filter(({ instance: of }) => of?.list === list && of.id === text(entry["id"]));
  const made = map(entry["judgements"]);
  return {
    entry,
    facts: [...declaredFacts(documents)].filter(
      ([id, declaration]) =>
        declaration["each"] === list &&
        !has(declaration, "derive") &&
        ["unknown", "invalid"].includes(facts.know(id).state),
    ),
    judged: own.filter(
      ({ id, leaf, source }) =>
        leaf !== undefined &&
        isJudged(source) &&
        !leaf.isRuled &&
        (!closed || has(made, plain(id)) || has(made, bareId(plain(id)))),
    ),
    optional: closed
      ? []
      : own.filter(
          (node) =>
            node.applies === "open" && node.source["may_be_not_applicable"] === true && node.inside !== "scored",
        ),
    before: domains(documents, factSheet, list, map(entry["facts"])),
  };
}

/** Without the name of the instance. */
const plain = (id: string): string => id.replace(/\[.*$/, "");

function domains(
  documents: readonly PlainMap[],
  factSheet: PlainMap,
  list: string,
  supplied: PlainMap,
): ReadonlyMap<string, Span> {
  const closed = factSheet["closed"] === true;
  const facts = instanceFacts(readFacts(documents, factSheet), list, supplied, closed);
  const derived = [...declaredFacts(documents)].filter(
    ([, declaration]) => declaration["each"] === list && has(declaration, "derive"),
  );
  return new Map(derived.map(([id]) => [id, facts.know(id).domain]));
}

/** Lists that are there entry by entry; of those that are not, up to three entries. A closed sheet gets no new ones. */
export function settledInstances(random: Random, gap: Gap, share: number): PlainMap {
  const { factSheet, rubrics } = gap.pair;
  if (gap.lists.length === 0) return {};
  const ask: ValueAsk = { random, edges: gap.edges, asOf: mustDay(factSheet["as_of"]) };
  const complete = { given: 100, unknown: 0, missing: 0, invalid: 0 };
  const made = gap.lists.flatMap(({ list, state, entries }): [string, Plain][] => {
    if (state === "given") return [[list, entries.map((entry) => settledEntry(ask, gap, entry, share))]];
    if (!random.chance(share) || (state === "unknown" && factSheet["closed"] === true)) return [];
    const ids = Array.from({ length: random.int(0, 3) }, (_, i) => `n${i + 1}`);
    return [[list, ids.map((id) => instance(ask, id, list, rubrics, factSheet, gap.documents, complete))]];
  });
  const before = isMap(factSheet["instances"]) ? factSheet["instances"] : {};
  return { instances: { ...before, ...Object.fromEntries(made) } };
}

function settledEntry(
  ask: ValueAsk,
  { spoken }: Gap,
  { entry, facts, judged, optional }: EntryGap,
  share: number,
): PlainMap {
  const { random } = ask;
  const before = map(entry["facts"]);
  const supplied: Record<string, Plain | undefined> = { ...before };
  for (const [id, declaration] of facts) {
    if (!random.chance(share)) continue;
    const goes = spoken.has(id) && !isHeld(declaration, before[id]) && random.chance(25);
    supplied[id] = goes ? { missing: true } : settled(ask, id, declaration, before[id]);
  }
  const judgements: Record<string, Plain | undefined> = { ...map(entry["judgements"]) };
  for (const { id, source } of judged) {
    if (!random.chance(share)) continue;
    delete judgements[plain(id)];
    delete judgements[bareId(plain(id))];
    judgements[plain(id)] = usableJudgement(random, source);
  }
  const items = optional.filter(() => random.chance((share * 40) / 100));
  const out = Object.fromEntries(items.map(({ id }) => [plain(id), { by: "审核员乙", reason: "不适用" }]));
  return {
    ...entry,
    facts: supplied,
    judgements,
    not_applicable: { ...map(entry["not_applicable"]), ...out },
  };
}

export function leavesListRange(gap: ListGap, documents: readonly PlainMap[], tried: PlainMap): boolean {
  return readList(tried, gap.list).entries.some((entry, i) => {
    const before = gap.entries[i]?.before ?? gap.anyone;
    const after = domains(documents, tried, gap.list, map(entry["facts"]));
    return [...after].some(([id, domain]) => !inside(domain, before.get(id)!));
  });
}
