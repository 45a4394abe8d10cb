/** Points add up level by level, and the printed shape of the tree holds. */
import type { DiagnosticData } from "../model/diagnostic.js";
import type { DecimalText } from "../model/numbers.js";
import type { Combination, CountsAs } from "../model/rubric.js";
import { compare, exact, formatExact, subtract, sum } from "../base/exact.js";
import { pointer } from "../base/pointer.js";
import { ordinaryOf } from "./outside.js";
import { all, someOf } from "./given.js";
import type { NodeDraft } from "./nodes.js";
import type { Report } from "./report.js";

interface Holder {
  readonly countsAs: CountsAs | undefined;
  readonly points: DecimalText | undefined;
  readonly path: string;
  readonly report: Report;
  readonly combine: Combination | undefined;
  readonly children: readonly NodeDraft[] | undefined;
}

/**
 * Ordinary children add up to their parent, where they are added. A child without readable points says nothing about its
 * parent. Returns the levels of the parents that are wrong.
 */
export function checkSums(holder: Holder, level = 0): ReadonlySet<number> {
  const wrong = new Set<number>();
  const { points, path, report, combine, children } = holder;
  if (!children) return wrong;
  const adds = combine === "sum" && holder.countsAs?.kind !== "deduction";
  const parts = adds ? partsOf(children) : undefined;
  if (points !== undefined && parts) {
    const total = sum(parts.map(exact));
    const isWrong = compare(total, exact(points)) !== 0;
    if (isWrong) wrong.add(level);
    // An indicator that stands there twice is reported as that.
    const once = isWrong ? partsOf(withoutRepeats(children)) : undefined;
    if (isWrong && (!once || compare(sum(once.map(exact)), exact(points)) !== 0)) {
      const difference = formatExact(subtract(exact(points), total));
      const data = { stated: points, total: formatExact(total), difference, ...additionOf(parts, formatExact(total)) };
      report.add("points-do-not-add-up", pointer(path, "points"), data);
    }
  }
  for (const child of children) for (const at of checkSums(child, level + 1)) wrong.add(at);
  return wrong;
}

/** Undefined where nothing is to add up: a bonus may hold bonuses alone. */
function partsOf(children: readonly NodeDraft[]): readonly DecimalText[] | undefined {
  const ordinary = ordinaryOf(children);
  return ordinary && ordinary.length > 0 ? all(ordinary.map((child) => child.points)) : undefined;
}

function withoutRepeats(children: readonly NodeDraft[]): readonly NodeDraft[] {
  const seen = new Set<string>();
  return children.filter(({ id }) => id === undefined || (!seen.has(id) && seen.add(id)));
}

/** `2 + 3 + 4 = 9`, with the numbers as a list for tools; of many only the first. */
export function additionOf(parts: readonly DecimalText[], total: string): Addition {
  const shown = someOf(parts);
  return { parts: shown, addition: parts.length < 2 ? total : `${shown.join(" + ")} = ${total}` };
}

interface Addition extends DiagnosticData {
  readonly parts: readonly string[];
  readonly addition: string;
}

/** `shape: [5, 16, 43]`: how many indicators stand on each level. */
export function checkShape(
  shape: readonly string[] | undefined,
  children: readonly NodeDraft[] | undefined,
  wrongSums: ReadonlySet<number>,
  report: Report,
): void {
  if (!shape || !children) return;
  const counts: number[] = [];
  let level: readonly NodeDraft[] = children;
  for (; level.length > 0; level = level.flatMap((node) => node.children ?? [])) {
    // A node that could not be read may have had children.
    if (level.some((node) => !node.isRead)) return;
    counts.push(level.length);
  }
  const stated = shape.map(Number);
  const differs = Array.from({ length: Math.max(stated.length, counts.length) }).findIndex(
    (_, i) => stated[i] !== counts[i],
  );
  // An indicator too many or too few is told by the points one level above, and need not be told twice.
  if (differs === -1 || wrongSums.has(differs)) return;
  report.add("shape-differs", "/shape", { stated: stated.map(String), counted: counts.map(String) });
}
