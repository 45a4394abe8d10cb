/** The smallest documents around one idea, for tests of the oracle. */
import { consult } from "./oracle.js";
import type { PlainMap } from "./plain.js";
import type { OracleNode, OracleResult } from "./result.js";

export const sheetOf = (indicators: readonly PlainMap[], more: PlainMap = {}): PlainMap => ({
  kind: "sheet",
  id: "s",
  version: "1",
  category: "base",
  title: "s",
  status: "drafted",
  points: 10,
  facts: {},
  indicators,
  ...more,
});

export const schemeOf = (more: PlainMap = {}): PlainMap => ({
  kind: "scheme",
  id: "scheme",
  version: "1",
  title: "scheme",
  points: 100,
  facts: {},
  blend: [{ id: "base", sheet: "s", weight: 1 }],
  display: { places: 2, mode: "half-up" },
  goal: "pass",
  outcomes: [
    { id: "pass", when: { score: { at_least: 80 } } },
    { id: "fail", otherwise: true },
  ],
  ...more,
});

export const factsOf = (facts: PlainMap, more: PlainMap = {}): PlainMap => ({
  kind: "facts",
  scheme: "scheme",
  as_of: "2024-02-29",
  facts,
  ...more,
});

/** One leaf of 10 points over facts declared in the sheet. */
export function oneLeaf(leaf: PlainMap, declared: PlainMap, facts: PlainMap, more: PlainMap = {}): OracleNode {
  const sheet = sheetOf([{ id: "A", title: "A", points: 10, ...leaf }], { facts: declared });
  return node(consult([schemeOf(), sheet], factsOf(facts, more)), "A");
}

export function node(result: OracleResult, id: string): OracleNode {
  const found = result.components
    .flatMap(({ root }) => (root === null ? [] : below(root)))
    .find((one) => one.id.endsWith(`/${id}`));
  if (found === undefined) throw new Error(`no node ${id}`);
  return found;
}

export const below = (one: OracleNode): OracleNode[] => [one, ...one.children.flatMap(below)];
