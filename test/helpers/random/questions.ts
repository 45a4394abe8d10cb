/** Random questions about the breakdown: points of an indicator or of its children, near what they can be. */
import { has, maps, number, text } from "../oracle/plain.js";
import { fraction, mul } from "../oracle/rational.js";
import { emit } from "./numbers.js";
import type { PlainMap } from "../oracle/plain.js";
import type { Random } from "./prng.js";

/** An indicator under a name that a condition may use. */
export interface Askable {
  readonly name: string;
  readonly points: PlainMap[string];
  readonly isGroup: boolean;
  /** Asked by an effect of its own: only what stands below it has points. */
  readonly isHolder?: boolean;
}

/** Under `component/id`; the bare id where no other component has it. A sheet goes by its component. */
export function askables(
  components: readonly { readonly id: string; readonly sheets: readonly PlainMap[] }[],
): Askable[] {
  const all = components.flatMap(({ id, sheets }) =>
    sheets.flatMap((sheet) => [
      { component: id, bare: id, node: sheet },
      ...allBelow(sheet).map((node) => ({ component: id, bare: text(node["id"]), node })),
    ]),
  );
  const inside = new Set(components.flatMap(({ sheets }) => sheets).flatMap(insideInstances));
  const named = (one: { readonly component: string; readonly bare: string }): string => `${one.component}/${one.bare}`;
  const manifold = new Set(all.filter(({ node }) => inside.has(node)).map(named));
  const scoredEach = new Set(all.filter(({ node }) => has(node, "each")).map(named));
  return all.flatMap(({ component, bare, node }) => {
    if (manifold.has(named({ component, bare }))) return [];
    const owners = new Set(all.filter((one) => one.bare === bare).map((one) => one.component));
    // Asked for by a name of one of several sheets, it must be a group in one of them at least, and in none scored for each.
    const known = {
      points: node["points"] ?? -4,
      isGroup: isGroup(node) && !scoredEach.has(named({ component, bare })),
    };
    const full = bare === component ? [] : [{ name: `${component}/${bare}`, ...known }];
    return owners.size === 1 ? [...full, { name: bare, ...known }] : full;
  });
}

/** Of one node of a sheet: everything below it by its bare id, and itself for what is asked of its children. */
export function askablesBelow(node: PlainMap): Askable[] {
  return [
    ...below(node).map((one) => ({
      name: text(one["id"]),
      points: one["points"] ?? -4,
      isGroup: isGroup(one),
    })),
    ...(isGroup(node) ? [{ name: text(node["id"]), points: node["points"], isGroup: true, isHolder: true }] : []),
  ];
}

/** What is scored for each entry of a list is asked for as a whole. */
const isGroup = (node: PlainMap): boolean => has(node, "indicators") && !has(node, "each");

const allBelow = (node: PlainMap): PlainMap[] =>
  maps(node["indicators"]).flatMap((child) => [child, ...allBelow(child)]);

/** What has as many answers as there are entries. */
const insideInstances = (node: PlainMap): PlainMap[] =>
  has(node, "each") ? allBelow(node) : maps(node["indicators"]).flatMap(insideInstances);

const below = (node: PlainMap): PlainMap[] => {
  const inside = new Set(insideInstances(node));
  return allBelow(node).filter((one) => !inside.has(one));
};

export function question(random: Random, of: readonly Askable[]): PlainMap {
  const groups = of.filter(({ isGroup }) => isGroup);
  const kind =
    groups.length === 0 ? "indicator" : random.pick(["indicator", "any_child_of", "every_child_of"] as const);
  const asked = random.pick(kind === "indicator" ? of.filter(({ isHolder }) => isHolder !== true) : groups);
  const share = random.pick([0, 0, 1, 2, 3, 4]);
  const at = emit(random, mul(number(asked.points), fraction(BigInt(share), 4n)));
  const points: PlainMap =
    share === 0
      ? { [random.pick(["at_most", "above"])]: at }
      : { [random.pick(["at_least", "above", "at_most", "below"])]: at };
  return { [kind]: asked.name, points };
}

/** A question by itself, turned round, beside another condition, or several of them counted. */
export function withQuestion(random: Random, of: readonly Askable[], other: () => PlainMap): PlainMap {
  const one = (): PlainMap => question(random, of);
  switch (random.kind({ alone: 40, not: 15, all: 15, any: 15, count: 15 })) {
    case "alone":
      return one();
    case "not":
      return { not: one() };
    case "all":
      return { all: [one(), other()] };
    case "any":
      return { any: [other(), one()] };
    case "count":
      return { at_least_n: { n: random.int(1, 2), of: [one(), one(), other()] } };
  }
}
