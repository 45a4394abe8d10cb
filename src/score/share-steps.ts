/** How a group that averages or picks came to its value: the share of each child, what was made of them, and its points. */
import type { Averaging } from "../model/rubric.js";
import { formatAmount } from "../base/amount.js";
import type { GroupProgram, NodeProgram } from "../compile/program.js";
import type { Step } from "../model/assessment.js";
import type { ExactText } from "../model/numbers.js";
import { combinedShare, pickedOf, shareOf } from "./shares.js";
import type { Standing } from "./standing.js";

type NameOf = (child: NodeProgram) => string;

/** `result` is the value before anything else is done to it. */
export function shareSteps(
  combine: Averaging,
  children: readonly Standing[],
  { printed }: GroupProgram,
  result: ExactText,
  nameOf: NameOf,
): readonly Step[] {
  const there = children.filter(({ applies }) => applies !== "out");
  const shares = there.map((child): Step => ({
    op: "share",
    in: [formatAmount(child.value!), formatAmount(child.available!)],
    out: formatAmount(shareOf(child)),
    note: { indicator: nameOf(child.program) },
  }));
  const together = formatAmount(combinedShare(combine, there));
  const made = { op: combine, in: shares.map(({ out }) => out), out: together };
  const note = noteOf(combine, there, nameOf);
  return [...shares, note ? { ...made, note } : made, { op: "scale", in: [together, printed], out: result }];
}

/** Weights in the order of the shares, or the child that was picked. */
function noteOf(combine: Averaging, there: readonly Standing[], nameOf: NameOf): Step["note"] | undefined {
  switch (combine) {
    case "mean":
      return undefined;
    case "weighted_mean":
      return { weights: there.map(({ program }) => formatAmount(program.weight!)) };
    case "min":
    case "max":
      return { indicator: nameOf(pickedOf(combine, there).program) };
  }
}
