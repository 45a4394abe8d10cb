/** The same rubric written in another way: its meaning is the same, and so must every figure be. */
import { has, isList, isMap, list, map, maps, number, text } from "../oracle/plain.js";
import { isOrdinary } from "../oracle/outside.js";
import { fraction, mul, print } from "../oracle/rational.js";
import type { Plain, PlainMap } from "../oracle/plain.js";
import type { Pair } from "./pair.js";
import type { Random } from "./prng.js";

/** Siblings in another order, on every level. */
export function reordered(random: Random, { rubrics, factSheet }: Pair): Pair {
  const turned = (node: PlainMap): PlainMap =>
    has(node, "indicators") ? { ...node, indicators: random.shuffle(maps(node["indicators"]).map(turned)) } : node;
  return { rubrics: rubrics.map(turned), factSheet };
}

/** Of every weighted mean all weights multiplied by one number; undefined: there is none. */
export function rescaledWeights(random: Random, { rubrics, factSheet }: Pair): Pair | undefined {
  let count = 0;
  const weighed = (node: PlainMap): PlainMap => {
    if (!has(node, "indicators")) return node;
    const by = random.pick([fraction(2n, 1n), fraction(7n, 1n), fraction(1n, 2n), fraction(1n, 125n)]);
    const children = maps(node["indicators"]).map(weighed);
    if (node["combine"] !== "weighted_mean" || has(node, "each")) return { ...node, indicators: children };
    count += 1;
    return { ...node, indicators: children.map((child) => withWeight(child, by)) };
  };
  const written = rubrics.map(weighed);
  return count === 0 ? undefined : { rubrics: written, factSheet };
}

function withWeight(node: PlainMap, by: ReturnType<typeof fraction>): PlainMap {
  return has(node, "weight") ? { ...node, weight: print(mul(number(node["weight"]), by)) } : node;
}

/** A leaf, the group it stands in, and the pair with two in its place. */
export interface Split {
  readonly pair: Pair;
  readonly sheet: string;
  readonly leaf: string;
  readonly combine: string;
}

const HALF = fraction(1n, 2n);

/**
 * One leaf becomes two of the same share. Where children are added up each has half of its points, and the rule stays on
 * its own scale below a mean of one; of a weighted mean each has half of the weight; the least or greatest of several
 * does not mind that one is there twice. Undefined: no leaf can be split without being asked for by its name.
 */
export function split(random: Random, { rubrics, factSheet }: Pair): Split | undefined {
  const asked = new Set(rubrics.flatMap(namesAsked));
  const found = rubrics.flatMap((rubric, at) => splittable(rubric).map((one) => ({ ...one, at })));
  const free = found.filter(({ parent, leaf }) => !asked.has(text(parent["id"])) && !asked.has(text(leaf["id"])));
  if (free.length === 0) return undefined;
  const { parent, leaf, at } = random.pick(free);
  const combine = wayOf(parent);
  const twice = halves(leaf, combine);
  const replaced = (node: PlainMap): PlainMap => {
    if (!has(node, "indicators")) return node;
    const children = maps(node["indicators"]);
    return { ...node, indicators: children.flatMap((child) => (child === leaf ? twice : [replaced(child)])) };
  };
  return {
    sheet: text(rubrics[at]?.["id"]),
    leaf: text(leaf["id"]),
    combine,
    pair: {
      rubrics: rubrics.map((rubric, i) => {
        const { shape: _, ...rest } = i === at ? replaced(rubric) : rubric;
        return rest;
      }),
      factSheet: map(withSecond(factSheet, text(leaf["id"]))),
    },
  };
}

interface Found {
  readonly parent: PlainMap;
  readonly leaf: PlainMap;
}

/** An average of all children would count the second one too; a fact declared in place cannot be declared twice. */
function splittable(node: PlainMap): Found[] {
  if (!has(node, "indicators")) return [];
  const own = maps(node["indicators"]).filter(
    (child) => has(child, "scoring") && isOrdinary(child) && !declaresInPlace(child["scoring"]),
  );
  const here = wayOf(node) === "mean" ? [] : own.map((leaf) => ({ parent: node, leaf }));
  return [...here, ...maps(node["indicators"]).flatMap(splittable)];
}

/** Each instance of a list adds its children up, whatever is made of the instances. */
const wayOf = (group: PlainMap): string => (has(group, "each") ? "sum" : text(group["combine"] ?? "sum"));

function declaresInPlace(value: Plain | undefined): boolean {
  if (isList(value)) return value.some(declaresInPlace);
  if (!isMap(value)) return false;
  return (has(value, "fact") && isMap(value["fact"])) || Object.values(value).some(declaresInPlace);
}

function halves(leaf: PlainMap, combine: string): PlainMap[] {
  const second = { ...leaf, id: secondOf(text(leaf["id"])) };
  switch (combine) {
    case "sum":
      return [leaf, second].map((one) => ({
        id: `${text(one["id"])}-half`,
        title: "一半",
        points: print(mul(number(leaf["points"]), HALF)),
        combine: "mean",
        floor: "none",
        cap: "none",
        indicators: [one],
      }));
    case "weighted_mean":
      return [leaf, second].map((one) => withWeight(one, HALF));
    default:
      return [leaf, second];
  }
}

const secondOf = (id: string): string => `${id}-2`;

/** What assessors say of the one, and that it does not apply, is said of the other too. */
function withSecond(value: Plain, id: string): Plain {
  if (isList(value)) return value.map((one) => withSecond(one, id));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) =>
      key === "judgements" || key === "not_applicable"
        ? [key, doubled(map(one), id)]
        : [key, withSecond(one ?? null, id)],
    ),
  );
}

function doubled(said: PlainMap, id: string): PlainMap {
  const more = Object.entries(said).flatMap(([key, one]) =>
    key === id || key.endsWith(`/${id}`) ? [[secondOf(key), one] as const] : [],
  );
  return { ...said, ...Object.fromEntries(more) };
}

/** Bare ids that some condition asks for. */
function namesAsked(value: Plain | undefined): string[] {
  if (isList(value)) return list(value).flatMap(namesAsked);
  if (!isMap(value)) return [];
  const here = ["indicator", "any_child_of", "every_child_of"].flatMap((key) =>
    typeof value[key] === "string" ? [text(value[key]).replace(/^.*\//, "")] : [],
  );
  return [...here, ...Object.values(value).flatMap(namesAsked)];
}
