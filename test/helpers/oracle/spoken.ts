/** The raw facts whose absence means something: some leaf says `when_missing`, or some condition asks `missing`. */
import { declaredFacts, leavesOf } from "./facts.js";
import { inputsOf } from "./derive.js";
import { asksMissing } from "./outcome.js";
import { has, map } from "./plain.js";
import { factsRead } from "./rules.js";
import type { PlainMap } from "./plain.js";

export function spokenFacts(documents: readonly PlainMap[]): ReadonlySet<string> {
  const declarations = declaredFacts(documents);
  const fromLeaves = documents
    .flatMap(leavesOf)
    .filter((leaf) => has(leaf, "when_missing"))
    .flatMap(factsRead);
  const fromConditions = documents.flatMap((document) => asksMissing(document));
  return new Set([...fromLeaves, ...fromConditions].flatMap((id) => rawInputs(id, declarations)));
}

/** The supplied facts that a fact comes from; a supplied fact comes from itself. */
export function rawInputs(id: string, declarations: ReadonlyMap<string, PlainMap>): string[] {
  const declaration = map(declarations.get(id));
  if (!has(declaration, "derive")) return [id];
  return inputsOf(map(declaration["derive"])).flatMap((input) => rawInputs(input, declarations));
}
