/** Rows → aligned columns, counting East Asian characters as two. */
import { displayWidth, padEnd, padStart } from "../base/width.js";

export type Row = readonly string[];

export function renderTable(
  head: Row,
  rows: readonly Row[],
  alignment: readonly ("left" | "right")[],
): readonly string[] {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => displayWidth(row[column]!))));
  const line = (row: Row): string =>
    row
      .map((cell, column) =>
        alignment[column] === "right" ? padStart(cell, widths[column]!) : padEnd(cell, widths[column]!),
      )
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [line(head), rule, ...rows.map(line)];
}
