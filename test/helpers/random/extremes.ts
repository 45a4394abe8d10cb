/** Completions that push one number as far as it goes: one open thing after another takes the best of its values. */
import { mustDay } from "../oracle/calendar.js";
import { has, ids, map, maps } from "../oracle/plain.js";
import { instanceFacts } from "../oracle/instances.js";
import { nodesUnder } from "../oracle/oracle.js";
import { spokenFacts } from "../oracle/spoken.js";
import { add, ceil, compare, div, floor, print, whole } from "../oracle/rational.js";
import { holds, readSpan } from "../oracle/span.js";
import { isJudged } from "../oracle/judgements.js";
import { extremeJudgements } from "./judgements.js";
import { bareId, namedDocuments, openFacts } from "./completions.js";
import { listGaps } from "./complete-lists.js";
import { edgesOf } from "./edges.js";
import { declaredFacts, readFacts } from "../oracle/facts.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { TreeNode } from "../oracle/tree.js";
import type { Q } from "../oracle/rational.js";
import type { Pair } from "./pair.js";

export interface Choice {
  readonly of: "facts" | "judgements";
  readonly id: string;
  readonly values: readonly Plain[];
  /** The entry of a list that it is about; absent: the enterprise. */
  readonly entry?: { readonly list: string; readonly at: number };
}

/**
 * Every open thing with the values among which its extremes lie; undefined where that is not easy to say: what derived
 * facts come from, lists of events, numbers without an end, dates.
 */
export function choicesOf(pair: Pair): Choice[] | undefined {
  const documents = namedDocuments(pair);
  const declarations = declaredFacts(documents);
  const facts = readFacts(documents, pair.factSheet);
  const derived = [...declarations].filter(([, declaration]) => has(declaration, "derive"));
  if (derived.some(([id, declaration]) => !has(declaration, "each") && facts.know(id).mayChange)) return undefined;
  const { numbers } = edgesOf(documents, declarations, mustDay(pair.factSheet["as_of"]));
  const spoken = spokenFacts(documents);
  const choices: Choice[] = [];
  for (const [id, declaration] of openFacts(pair)) {
    const values = extremesOf(declaration, numbers.get(id) ?? []);
    if (values === undefined) return undefined;
    choices.push({ of: "facts", id, values: spoken.has(id) ? [...values, { missing: true }] : values });
  }
  for (const gap of listGaps(pair, documents)) {
    for (const [at, { entry, facts: open, judged }] of gap.entries.entries()) {
      const own = instanceFacts(facts, gap.list, map(entry["facts"]), pair.factSheet["closed"] === true);
      if (derived.some(([id, { each }]) => each === gap.list && own.know(id).mayChange)) return undefined;
      for (const [id, declaration] of open) {
        const values = extremesOf(declaration, numbers.get(id) ?? []);
        if (values === undefined) return undefined;
        const missing = spoken.has(id) ? [{ missing: true }] : [];
        choices.push({ of: "facts", id, values: [...values, ...missing], entry: { list: gap.list, at } });
      }
      // Left out for good it would be only where the whole sheet is closed.
      if (judged.some(({ source }) => has(source, "when_missing"))) return undefined;
      for (const node of judged) choices.push({ ...judgementChoice(node), entry: { list: gap.list, at } });
    }
  }
  return [...choices, ...openJudgements(pair)];
}

function extremesOf(declaration: PlainMap, edges: readonly Q[]): Plain[] | undefined {
  switch (declaration["type"]) {
    case "boolean":
      return [true, false];
    case "choice":
      return [...ids(declaration["options"])];
    case "choices":
      return subsets(ids(declaration["options"]));
    case "integer":
    case "decimal": {
      const integer = declaration["type"] === "integer";
      const span = readSpan(map(declaration["range"]), integer);
      if (span.lo === null || span.hi === null) return undefined;
      const at = [span.lo, span.hi, ...edges.filter((edge) => holds({ lo: span.lo, hi: span.hi }, edge))].sort(compare);
      const between = at.slice(1).map((n, i) => div(add(n, at[i] ?? n), whole(2)));
      const near = [...at, ...between].flatMap((n) => (integer ? neighbours(n) : [n]));
      return near.filter((n) => holds(span, n) && print(n).length <= 40).map(print);
    }
    default:
      return undefined;
  }
}

/** A tier may begin behind its edge. */
const neighbours = (n: Q): Q[] => [add(floor(n), whole(-1)), floor(n), ceil(n), add(ceil(n), whole(1))];

const subsets = (options: readonly string[]): string[][] =>
  options.reduce<string[][]>((found, option) => [...found, ...found.map((held) => [...held, option])], [[]]);

function openJudgements(pair: Pair): Choice[] {
  const open = nodesUnder(pair.rubrics, pair.factSheet).filter(({ leaf, source, instance }) => {
    const isOpen = leaf !== undefined && !leaf.isRuled;
    return instance === undefined && isOpen && isJudged(source);
  });
  return open.map((node) => {
    const choice = judgementChoice(node);
    return has(node.source, "when_missing") ? { ...choice, values: [...choice.values, null] } : choice;
  });
}

function judgementChoice({ id, source }: TreeNode): Choice {
  return { of: "judgements", id: id.replace(/\[.*$/, ""), values: extremeJudgements(source) };
}

/** The sheet with this settled. A judgement is left out for good (null) by closing the sheet: take those last. */
export function take(factSheet: PlainMap, { entry, ...choice }: Choice, value: Plain): PlainMap {
  if (entry !== undefined) {
    const lists = map(factSheet["instances"]);
    const entries = maps(lists[entry.list]).map((one, i) => (i === entry.at ? take(one, choice, value) : one));
    return { ...factSheet, instances: { ...lists, [entry.list]: entries } };
  }
  if (choice.of === "facts") return { ...factSheet, facts: { ...map(factSheet["facts"]), [choice.id]: value } };
  const made = Object.entries(map(factSheet["judgements"])).filter(
    ([id]) => id !== bareId(choice.id) && id !== choice.id,
  );
  const others = Object.fromEntries(made);
  if (value === null) return { ...factSheet, judgements: others, closed: true };
  return { ...factSheet, judgements: { ...others, [choice.id]: value } };
}
