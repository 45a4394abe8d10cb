/** How a group came to its value, step by step. */
import { exactOf, factor, formatAmount, order, times } from "../base/amount.js";
import { divide } from "../base/exact.js";
import type { GroupProgram, NodeProgram } from "../compile/program.js";
import type { NodeResult, Step } from "../model/assessment.js";
import type { ExactText } from "../model/numbers.js";
import { type Finished, coreOf } from "./outside.js";
import { shareSteps } from "./share-steps.js";
import type { Circumstances, Standing } from "./standing.js";

/** How a group came to its value, once it has one. */
export function groupSteps(
  { program, value, divisor, children, changes }: Standing,
  exact: ExactText,
  now: Circumstances,
  nameOf: (child: NodeProgram) => string,
): NodeResult["steps"] {
  if (value === null || program.kind === "leaf") return NOTHING;
  const offset = changes.find((change) => change.cause === "offset");
  if (offset) return [{ op: "not-applicable", in: [], out: exact }];
  const parts: string[] = [];
  for (const child of children) {
    if (child.value !== null && child.applies !== "out" && child.program.joins === "sum")
      parts.push(child.award ? child.award.awarded.exact : formatAmount(child.value));
  }
  const raw = changes[0] ? changes[0].from : value;
  const rawText = changes[0] ? formatAmount(raw) : exact;
  const limits = changes.map((change) => stepOf(change, program, now));
  const { combine } = program.node;
  if (combine !== "sum" && parts.length > 0)
    return [...shareSteps(combine, coreOf(program, children), program, rawText, nameOf), ...limits];
  if (!program.node.renormalise || divisor === null || order(divisor, program.points) === 0) {
    return [{ op: "sum", in: parts, out: rawText }, ...limits];
  }
  const sum = times(raw, factor(divide(exactOf(divisor), exactOf(program.points))));
  const renormalise = {
    op: "renormalise",
    in: [formatAmount(sum), formatAmount(program.points), formatAmount(divisor)],
    out: rawText,
  };
  return [{ op: "sum", in: parts, out: formatAmount(sum) }, renormalise, ...limits];
}

function stepOf(
  change: Finished["changes"][number],
  { node, coefficient }: GroupProgram,
  { known }: Circumstances,
): Step {
  const joined = "joined" in change ? change.joined.map(formatAmount) : [];
  const effect = "effect" in change ? change.effect : undefined;
  const step = { op: change.cause, in: [formatAmount(change.from), ...joined], out: formatAmount(change.to) };
  if (effect !== undefined) return { ...step, note: { effect } };
  if (change.cause !== "coefficient" || !coefficient) return step;
  return { ...step, in: [...step.in, formatAmount(coefficient.at(known)!)], note: { fact: node.coefficient!.fact } };
}

const NOTHING: readonly never[] = Object.freeze([]);
