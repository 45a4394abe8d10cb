/** Rules that hold other rules: which of them there are, and what each needs. */
import { holdsTrue } from "./conditions.js";
import { has, isList, isMap, map, maps } from "./plain.js";
import type { Facts } from "./facts.js";
import type { Truth } from "./kleene.js";
import type { Plain, PlainMap } from "./plain.js";

/** The rules inside a rule, each as the author wrote it. */
export function innerRules(rule: PlainMap): readonly PlainMap[] {
  if (rule["rule"] === "parts") return maps(rule["parts"]);
  return rule["rule"] === "best_of" || rule["rule"] === "first_of" ? maps(rule["of"]) : [];
}

/** Whether the condition of a rule inside another holds; one without a condition counts. */
export const switchedOn = (inner: PlainMap, facts: Facts): Truth =>
  has(inner, "when") ? holdsTrue(map(inner["when"]), facts) : true;

/** The facts a condition speaks of, wherever in it. */
export function factsIn(value: Plain | undefined): string[] {
  if (isList(value)) return value.flatMap(factsIn);
  if (!isMap(value)) return [];
  const here = typeof value["fact"] === "string" ? [value["fact"]] : [];
  return [...here, ...Object.values(value).flatMap(factsIn)];
}

/** The leaf, had it only this rule. */
export const leafOf = (leaf: PlainMap, inner: PlainMap): PlainMap => ({ ...leaf, scoring: inner });

/** The rule of a leaf and those inside it. */
export function allRules(leaf: PlainMap): readonly PlainMap[] {
  const rule = map(leaf["scoring"]);
  return [rule, ...innerRules(rule)];
}
