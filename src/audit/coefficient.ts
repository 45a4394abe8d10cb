/** What a value is multiplied by, looked up again in the rubric's own table. */
import type { NodeResult, Read } from "../model/assessment.js";
import { type Rational, multiply, numberOf, spelled } from "./rational.js";
import type { Operation, Worked } from "./steps.js";

/** What a leaf read for its rule: the fact of the coefficient stands behind it. */
export function readsOfRule({ read, coefficient }: NodeResult): readonly Read[] {
  return coefficient ? read.slice(0, -1) : read;
}

/** Of a leaf it is always told, a product like its factor included. */
export function multipliedAgain(leaf: NodeResult, { value, steps }: Worked): Worked {
  const operation = multiplying(leaf);
  if (!operation) return { value, steps };
  const product = operation.apply(value);
  const { beside, note } = operation;
  const step = { op: "coefficient", in: [value, ...beside!].map(spelled), out: spelled(product), note: note! };
  return { value: product, steps: [...steps, step] };
}

/** Undefined where the node has none. */
export function multiplying(node: NodeResult): Operation | undefined {
  const { coefficient, read } = node;
  if (!coefficient) return undefined;
  const by = multiplierOf(coefficient, read.at(-1)!);
  return {
    cause: "coefficient",
    apply: (value) => multiply(value, by),
    beside: [by],
    note: { fact: coefficient.fact },
  };
}

function multiplierOf(
  { fact, values, whenMissing }: NonNullable<NodeResult["coefficient"]>,
  { fact: readFact, state, value }: Read,
): Rational {
  if (readFact !== fact) throw new RangeError("multiplied by another fact than the one it names");
  if (state === "missing") return numberOf(whenMissing ?? "");
  const stated = values ? values.find(({ option }) => option === String(value))?.times : String(value);
  return numberOf(stated ?? "");
}
