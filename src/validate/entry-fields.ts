/** The fields that each entry of a list has, declared or not, as tests look at them. */
import type { EventsFact, FactType } from "../model/fact.js";
import type { Report } from "./report.js";
import { hints } from "../messages/validate.js";
import type { DeclaredFacts, Words } from "./declared-facts.js";
import { RESERVED_FIELDS } from "./fields.js";
import { someOf } from "./given.js";

/** What tests look at: a fact, or a field of an entry. */
export interface Asked {
  readonly name: string;
  readonly type: FactType;
  readonly options?: Words | undefined;
  /** Whether it can be missing. */
  readonly optional: boolean;
}

export function fieldOf(name: string, fact: EventsFact, facts: DeclaredFacts): Asked | undefined {
  const required = { name, optional: false };
  if (name === "date") return { ...required, type: "date" };
  if (name === "year") return { ...required, type: "integer" };
  if (name === "month") return { ...required, type: "text" };
  if (name === "kind")
    return fact.kinds
      ? { ...required, type: "choice", options: facts.words(fact.kinds) }
      : { ...required, type: "text" };
  const field = fact.fields.find((each) => each.name === name);
  return (
    field && { name, type: field.type, options: field.options && facts.words(field.options), optional: field.optional }
  );
}

export function reportUndeclared(field: string, fact: EventsFact, path: string, report: Report): void {
  const known = [...fact.fields.map(({ name }) => name), ...RESERVED_FIELDS];
  const near = report.nearest(field, known);
  const data = { field, fact: fact.id, allowed: someOf(known), nearest: near };
  report.add("field-undeclared", path, data, { hint: near.length > 0 ? hints.didYouMean : undefined });
}
