/** Completions: the same fact sheet with everything open settled, one way or another that the language allows. */
import { mustDay } from "../oracle/calendar.js";
import { declaredFacts, readFacts } from "../oracle/facts.js";
import { chosenSheet, nodesUnder, schemeOf } from "../oracle/oracle.js";
import { has, ids, isList, isMap, map, maps, text } from "../oracle/plain.js";
import { rawInputs, spokenFacts } from "../oracle/spoken.js";
import { readValue } from "../oracle/values.js";
import { askFor, gridPoints, namedNodes } from "./fact-sheet.js";
import { usable } from "./values.js";
import type { Facts } from "../oracle/facts.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Pair } from "./pair.js";
import type { Random } from "./prng.js";
import type { ValueAsk } from "./values.js";

/** The documents whose facts count: the scheme and the named sheets. */
export function namedDocuments({ rubrics, factSheet }: Pair): PlainMap[] {
  const scheme = schemeOf(rubrics);
  const sheets = maps(scheme["blend"]).map((component) => chosenSheet(component, rubrics, factSheet));
  return [scheme, ...sheets.filter((sheet) => sheet !== undefined)];
}

/** Supplied facts that are still open, in document order. */
export function openFacts(pair: Pair): [string, PlainMap][] {
  const documents = namedDocuments(pair);
  const facts = readFacts(documents, pair.factSheet);
  return [...declaredFacts(documents)].filter(([id, declaration]) => !has(declaration, "derive") && isOpen(facts, id));
}

const isOpen = (facts: Facts, id: string): boolean => ["unknown", "invalid"].includes(facts.know(id).state);

/** One random completion; undefined where chance kept putting a derived fact outside its range. `share`: percent of the open things settled. */
export function completion(random: Random, pair: Pair, share = 100): PlainMap | undefined {
  const ask = askFor(random, pair.rubrics, mustDay(pair.factSheet["as_of"]));
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const tried = attemptCompletion(ask, pair, share);
    if (!leavesItsRange(pair, tried)) return tried;
  }
  return undefined;
}

function attemptCompletion(ask: ValueAsk, pair: Pair, share: number): PlainMap {
  const { random } = ask;
  const spoken = spokenFacts(namedDocuments(pair));
  const before = map(pair.factSheet["facts"]);
  const facts: Record<string, Plain | undefined> = { ...before };
  for (const [id, declaration] of openFacts(pair)) {
    if (random.chance(share)) facts[id] = spoken.has(id) && random.chance(25) ? { missing: true } : settled(ask, id, declaration, before[id]);
  }
  const out = optionalOut(random, pair, share);
  const judged = settledJudgements(random, pair, share);
  return { ...pair.factSheet, facts, not_applicable: { ...map(pair.factSheet["not_applicable"]), ...out }, ...judged };
}

function settled(ask: ValueAsk, id: string, declaration: PlainMap, before: Plain | undefined): Plain {
  const supplied = isMap(before) && has(before, "value") ? before["value"] : before;
  if (declaration["type"] !== "events" || !isList(supplied)) return usable(ask, id, declaration);
  return supplied.flatMap((entry) => (entryUsable(declaration, entry) ? [entry] : repaired(ask, id, declaration, entry)));
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

/** Undeclared items that may turn out not to apply, while that is open. */
function optionalOut(random: Random, pair: Pair, share: number): PlainMap {
  const open = nodesUnder(pair.rubrics, pair.factSheet).filter(
    (node) => node.applies === "open" && node.source["may_be_not_applicable"] === true && node.inside !== "scored" && pair.factSheet["closed"] !== true,
  );
  return Object.fromEntries(open.filter(() => random.chance((share * 40) / 100)).map((node) => [node.id, { by: "审核员乙", reason: "不适用" }]));
}

/** Open judgements made; or, where `when_missing` speaks, all left out for good by closing the sheet. */
function settledJudgements(random: Random, pair: Pair, share: number): PlainMap {
  const before = map(pair.factSheet["judgements"]);
  const judgements: Record<string, Plain | undefined> = { ...before };
  const open = namedNodes(pair.rubrics, pair.factSheet).filter(({ node }) => map(node["scoring"])["rule"] === "judged");
  const leftOut = share === 100 && pair.factSheet["closed"] !== true && random.chance(20);
  let closes = false;
  for (const { component, node } of open) {
    const id = text(node["id"]);
    const full = `${component}/${id}`;
    const given = judgements[full] !== undefined ? full : id;
    if (judgements[given] !== undefined && isGood(pair, full)) continue;
    if (judgements[given] === undefined && pair.factSheet["closed"] === true) continue;
    if (!random.chance(share)) continue;
    delete judgements[given];
    if (leftOut && has(node, "when_missing")) closes = true;
    else judgements[full] = { points: gridPoints(random, node), by: "审核员乙", reason: "补充" };
  }
  return { judgements, ...(closes ? { closed: true } : {}) };
}

function isGood(pair: Pair, full: string): boolean {
  return nodesUnder(pair.rubrics, pair.factSheet).some((node) => node.id === full && node.leaf?.status === "scored");
}

/**
 * Inputs that are each fine may put a derived fact where its range does not allow it: no completion. Only what the
 * completion settled counts; what was like that before stays.
 */
function leavesItsRange(pair: Pair, tried: PlainMap): boolean {
  const documents = namedDocuments(pair);
  const declarations = declaredFacts(documents);
  const before = readFacts(documents, pair.factSheet);
  const after = readFacts(documents, tried);
  return [...declarations].some(([id, declaration]) => {
    if (!has(declaration, "derive") || after.know(id).state !== "invalid") return false;
    const inputs = rawInputs(id, declarations);
    return inputs.some((input) => isOpen(before, input)) && !inputs.some((input) => isOpen(after, input));
  });
}
