/** Where something may be dropped, the sheet says which group divides by what applies, or that none does. */
import { divides } from "./combination.js";
import { isOrdinary } from "./outside.js";
import { someOf } from "./given.js";
import type { NodeDraft } from "./nodes.js";
import type { Report } from "./report.js";

/**
 * There is no default, because the choice decides verdicts. One finding a sheet: it is one decision. Asked where the
 * sheet itself says nothing.
 */
export function checkApplicability(children: readonly NodeDraft[] | undefined, report: Report): void {
  if (!children) return;
  const open = children.flatMap(uncovered);
  const [first] = open;
  if (!first) return;
  const ids = someOf(open.map(({ id, path }) => id ?? path));
  report.add("renormalise-unstated", first.path, { indicators: ids }, { part: "holder" });
}

/** Nodes that may be dropped with no group above them that divides by what applies. */
function uncovered(node: NodeDraft): readonly NodeDraft[] {
  const below = divides(node.combine, node.renormalise) ? [] : (node.children ?? []).flatMap(uncovered);
  // Bonus and deduction stand outside the division: nothing is to be said about them.
  return node.mayDrop && isOrdinary(node) ? [node, ...below] : below;
}
