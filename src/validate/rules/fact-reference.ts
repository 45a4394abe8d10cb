/** The fact that a rule reads: an id, or a declaration in place. */
import type { DocumentValue } from "../../model/document.js";
import type { FactDeclaration, FactType } from "../../model/fact.js";
import { pointer } from "../../base/pointer.js";
import { readFact } from "../fact-declarations.js";
import { idProblem } from "../scalars.js";
import { isMapping, isRight } from "../shape.js";
import type { RuleCheck, RuleReading } from "./rule.js";

/** A leaf that reads one fact may declare it in place: its id and title are the leaf's. */
export function readFactReference(value: DocumentValue | undefined, reading: RuleReading): string | undefined {
  const { report, leaf } = reading;
  const path = pointer(reading.path, "fact");
  if (value === undefined) return undefined;
  if (!isMapping(value) || !reading.declare)
    return isRight(idProblem, value, path, report) ? (value as string) : undefined;
  const fact = readFact(value, { id: leaf.id ?? "", path, title: leaf.title }, report);
  if (!fact || leaf.id === undefined) return undefined;
  reading.declare(fact);
  return fact.id;
}

/** The declaration, when it is in this file and of a type that the rule can read; a wrong type is reported at `path`. */
export function factOfType<T extends FactType>(
  id: string,
  types: readonly T[],
  path: string,
  check: RuleCheck,
): (FactDeclaration & { readonly type: T }) | undefined {
  const fact = check.facts.get(id);
  if (!fact) return undefined;
  if ((types as readonly FactType[]).includes(fact.type)) return fact as FactDeclaration & { readonly type: T };
  check.report.add("fact-of-wrong-type", path, { fact: id, got: fact.type, allowed: types });
  return undefined;
}
