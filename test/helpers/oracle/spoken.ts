/** The raw facts whose absence means something: some leaf says `when_missing`, or some condition asks `missing`. */
import { declaredFacts, leavesOf } from "./facts.js";
import { inputsOf } from "./derive.js";
import { asksMissing } from "./outcome.js";
import { has, map, maps, text } from "./plain.js";
import { factsRead } from "./rules.js";
import type { PlainMap } from "./plain.js";

export function spokenFacts(documents: readonly PlainMap[]): ReadonlySet<string> {
  const declarations = declaredFacts(documents);
  const fromLeaves = documents
    .flatMap(leavesOf)
    .filter((leaf) => has(leaf, "when_missing"))
    .flatMap(factsRead);
  const fromCoefficients = documents
    .flatMap(multipliedNodes)
    .map((node) => map(node["coefficient"]))
    .filter((coefficient) => has(coefficient, "when_missing"))
    .map((coefficient) => text(coefficient["fact"]));
  const fromConditions = documents.flatMap((document) => asksMissing(document));
  return new Set([...fromLeaves, ...fromCoefficients, ...fromConditions].flatMap((id) => rawInputs(id, declarations)));
}

function multipliedNodes(node: PlainMap): PlainMap[] {
  const own = has(node, "coefficient") ? [node] : [];
  return [...own, ...maps(node["indicators"]).flatMap(multipliedNodes)];
}

/** The supplied facts that a fact comes from; a supplied fact comes from itself. */
export function rawInputs(id: string, declarations: ReadonlyMap<string, PlainMap>): string[] {
  const declaration = map(declarations.get(id));
  if (!has(declaration, "derive")) return [id];
  return inputsOf(map(declaration["derive"])).flatMap((input) => rawInputs(input, declarations));
}
