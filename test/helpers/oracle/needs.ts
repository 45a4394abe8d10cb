/** What a leaf needs just now: a rule that is switched off needs nothing, and one whose condition is open, an answer. */
import { factsIn, innerRules, leafOf, switchedOn } from "./inner.js";
import { map } from "./plain.js";
import { factsRead } from "./rules.js";
import type { Facts, State } from "./facts.js";
import type { PlainMap } from "./plain.js";

export interface Needs {
  /** Of the facts without which there are no points. */
  readonly states: readonly State[];
  /** Facts that may still matter. */
  readonly facts: readonly string[];
}

export function needsOf(leaf: PlainMap, facts: Facts): Needs {
  const rule = map(leaf["scoring"]);
  if (rule["rule"] !== "first_of" && rule["rule"] !== "parts") {
    const read = factsRead(leaf);
    return { states: read.map((id) => facts.know(id).state), facts: read };
  }
  if (rule["rule"] === "parts") return needsOfParts(leaf, rule, facts);
  const mattering: string[] = [];
  let states: readonly State[] | undefined;
  for (const option of innerRules(rule)) {
    const on = switchedOn(option, facts);
    if (on === false) continue;
    const read = factsRead(leafOf(leaf, option));
    mattering.push(...read);
    if (on === true) return { states: states ?? read.map((id) => facts.know(id).state), facts: mattering };
    const asked = factsIn(option["when"]);
    mattering.push(...asked);
    states ??= answerless(asked, facts);
  }
  return { states: states ?? [], facts: mattering };
}

/** Every part by itself: on, it needs its facts; open, an answer. */
function needsOfParts(leaf: PlainMap, rule: PlainMap, facts: Facts): Needs {
  const parts = innerRules(rule).flatMap((part) => {
    const on = switchedOn(part, facts);
    const read = factsRead(leafOf(leaf, part));
    const asked = factsIn(part["when"]);
    if (on === false) return [];
    if (on === true) return [{ states: read.map((id) => facts.know(id).state), facts: read }];
    return [{ states: answerless(asked, facts), facts: [...asked, ...read] }];
  });
  return { states: parts.flatMap((part) => part.states), facts: parts.flatMap((part) => part.facts) };
}

/** An open condition: what may still come keeps it open; else what is missing for good; else a fact that makes no sense. */
function answerless(asked: readonly string[], facts: Facts): readonly State[] {
  const states = asked.map((id) => facts.know(id).state).filter((state) => state !== "given");
  const coming = states.filter((state) => state !== "missing");
  if (coming.length > 0) return coming;
  return states.length > 0 ? states : ["invalid"];
}
