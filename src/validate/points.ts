/** Points add up level by level, and the printed shape of the tree holds. */
import type { DiagnosticData } from "../model/diagnostic.js";
import type { DecimalText } from "../model/numbers.js";
import { compare, exact, formatExact, subtract, sum } from "../base/exact.js";
import { pointer } from "../base/pointer.js";
import { someOf } from "./given.js";
import type { NodeDraft } from "./nodes.js";
import type { Report } from "./report.js";

interface Holder {
  readonly points: DecimalText | undefined;
  readonly path: string;
  readonly report: Report;
  readonly children: readonly NodeDraft[] | undefined;
}

/** Children add up to their parent. A child without readable points says nothing about its parent. */
export function checkSums(holder: Holder): void {
  const { points, path, report, children } = holder;
  if (!children) return;
  const parts = children.map((child) => child.points);
  if (points !== undefined && parts.every((part) => part !== undefined)) {
    const total = sum(parts.map(exact));
    if (compare(total, exact(points)) !== 0) {
      const difference = formatExact(subtract(exact(points), total));
      const data = { stated: points, total: formatExact(total), difference, ...additionOf(parts, formatExact(total)) };
      report.add("points-do-not-add-up", pointer(path, "points"), data);
    }
  }
  for (const child of children) checkSums(child);
}

/** `2 + 3 + 4 = 9`, with the numbers as a list for tools; of many only the first. */
export function additionOf(parts: readonly DecimalText[], total: string): Addition {
  const shown = someOf(parts);
  return { parts: shown, addition: parts.length === 1 ? total : `${shown.join(" + ")} = ${total}` };
}

interface Addition extends DiagnosticData {
  readonly parts: readonly string[];
  readonly addition: string;
}

/** `shape: [5, 16, 43]`: how many indicators stand on each level. */
export function checkShape(
  shape: readonly string[] | undefined,
  children: readonly NodeDraft[] | undefined,
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
  if (stated.length === counts.length && stated.every((n, i) => n === counts[i])) return;
  report.add("shape-differs", "/shape", { stated: stated.map(String), counted: counts.map(String) });
}
