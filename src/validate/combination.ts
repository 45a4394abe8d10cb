/** `combine:` what a group makes of its children; where it averages, weights, and what would be said twice. */
import type { Combination } from "../model/rubric.js";
import { pointer } from "../base/pointer.js";
import { isOrdinary } from "./outside.js";
import { someOf } from "./given.js";
import type { NodeDraft } from "./nodes.js";
import type { Report } from "./report.js";

interface Combining {
  /** Undefined where what is written cannot be used. */
  readonly combine: Combination | undefined;
  /** As it is written; absent where it is not. */
  readonly renormalise: true | "none" | undefined;
  /** It combines instances, in each of which the children are added up. */
  readonly perInstance?: boolean;
  readonly path: string;
  readonly report: Report;
  readonly children: readonly NodeDraft[] | undefined;
}

/** Whether what drops out leaves both sides of a division: shares are averaged over what applies, and nothing else. */
export function divides(combine: Combination | undefined, renormalise: boolean): boolean {
  return renormalise || combine !== "sum";
}

export function checkCombination({
  combine,
  renormalise,
  perInstance = false,
  path,
  report,
  children,
}: Combining): void {
  if (combine === undefined) return;
  if (combine !== "sum" && renormalise !== undefined) {
    report.add("renormalise-needless", pointer(path, "renormalise"), { combine }, { part: "key" });
  }
  const inside = perInstance ? "sum" : combine;
  if (inside === "weighted_mean") checkStated(children ?? [], path, report);
  else checkNeedless(children ?? [], inside, report);
}

/** One finding a group: who forgets one weight, or writes a needless one, has mostly done so with all of them. */
function checkStated(children: readonly NodeDraft[], path: string, report: Report): void {
  const without = children.filter((child) => child.isRead && isOrdinary(child) && child.weight === undefined);
  if (without.length === 0) return;
  const ids = someOf(without.map((child) => child.id ?? child.path));
  report.add("weight-unstated", pointer(path, "combine"), { indicators: ids }, { part: "key" });
}

function checkNeedless(children: readonly NodeDraft[], combine: Combination, report: Report): void {
  // Bonus and deduction have been told that they have none.
  const weighted = children.filter((child) => isOrdinary(child) && child.weight !== undefined);
  const [first] = weighted;
  if (!first) return;
  const ids = someOf(weighted.map((child) => child.id ?? child.path));
  report.add("weight-needless", pointer(first.path, "weight"), { indicators: ids, combine }, { part: "key" });
}
