/** What a rule needs of what it reads: rules that a condition switches off need nothing. */
import type { Read } from "../model/assessment.js";
import type { Condition } from "../model/condition.js";
import type { ConditionalRule, Scoring } from "../model/scoring.js";
import { type Told, truthOf } from "./conditions.js";
import { joined } from "./truth.js";

export interface Needed {
  readonly needed: readonly Read[];
  /** A condition is open although everything that it asks is given. */
  readonly stuck: boolean;
}

export function neededOf(rule: Scoring, reads: readonly Read[], told: Told): Needed {
  switch (rule.rule) {
    case "first_of":
      return uptoDecided(rule.of, reads, told);
    case "parts":
      return together(rule.parts.map((part) => neededBy(part, reads, told)));
    default:
      return { needed: reads, stuck: false };
  }
}

/** The first that holds; one that is open comes before it, and behind it nothing is needed yet. */
function uptoDecided(rules: readonly ConditionalRule[], reads: readonly Read[], told: Told): Needed {
  const decisive = rules.find(({ when }) => !when || truthOf(when, told) !== "false");
  return decisive ? neededBy(decisive, reads, told) : { needed: [], stuck: false };
}

function together(all: readonly Needed[]): Needed {
  return { needed: all.flatMap(({ needed }) => needed), stuck: all.some(({ stuck }) => stuck) };
}

/** An open condition waits for what may still come; where there is no such fact, for what is missing. */
function neededBy({ when, scoring }: ConditionalRule, reads: readonly Read[], told: Told): Needed {
  const truth = when ? truthOf(when, told) : "true";
  if (truth === "false") return { needed: [], stuck: false };
  const own = (facts: readonly string[]): readonly Read[] => reads.filter(({ fact }) => facts.includes(fact));
  if (truth === "true") return { needed: own(factsOf(scoring)), stuck: false };
  const open = own(factsIn(when!)).filter(({ state }) => state !== "given");
  const hopeful = open.filter(({ state }) => state !== "missing");
  return { needed: hopeful.length > 0 ? hopeful : open, stuck: open.length === 0 };
}

function factsIn(condition: Condition): readonly string[] {
  const facts: string[] = [];
  joined(condition, (question) => {
    if ("fact" in question) facts.push(question.fact);
    return "true";
  });
  return facts;
}

/** The facts that a rule names. */
function factsOf(rule: ConditionalRule["scoring"]): readonly string[] {
  switch (rule.rule) {
    case "checklist":
      return rule.mode === "sum" ? rule.items.map(({ fact }) => fact) : rule.items;
    case "table":
      return rule.rows.flatMap(({ cells }) => cells.map(({ fact }) => fact));
    default:
      return [rule.fact];
  }
}
