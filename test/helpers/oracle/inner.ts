/** Rules that hold other rules: which of them there are, and what each needs. */
import { map, maps } from "./plain.js";
import type { PlainMap } from "./plain.js";

/** The rules inside a rule, each as the author wrote it. */
export function innerRules(rule: PlainMap): readonly PlainMap[] {
  return rule["rule"] === "best_of" ? maps(rule["of"]) : [];
}

/** The leaf, had it only this rule. */
export const leafOf = (leaf: PlainMap, inner: PlainMap): PlainMap => ({ ...leaf, scoring: inner });

/** The rule of a leaf and those inside it. */
export function allRules(leaf: PlainMap): readonly PlainMap[] {
  const rule = map(leaf["scoring"]);
  return [rule, ...innerRules(rule)];
}
