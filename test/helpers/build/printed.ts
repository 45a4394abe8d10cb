/** The table of a printed assessment, read back: what stands in which column, counting wide characters as two. */
import { displayWidth } from "../../../src/base/width.js";
import { print, spelled, total } from "../oracle/rational.js";

export interface PrintedRow {
  /** Two spaces for each level. */
  readonly level: number;
  readonly cells: readonly string[];
  readonly adjustment: boolean;
}

export function printedTable(text: string): readonly PrintedRow[] {
  const lines = text.split("\n");
  const rule = lines.findIndex((line) => /^─+( {2}─+)+$/.test(line));
  const widths = lines[rule]!.split("  ").map((run) => run.length);
  const rows = lines.slice(rule + 1, lines.indexOf("", rule));
  return rows.map((line) => {
    const cells = cut(line, widths);
    const level = /^ */.exec(cells[0]!)![0].length / 2;
    return { level, cells: cells.map((cell) => cell.trim()), adjustment: cells[0]!.trim() === "±" };
  });
}

function cut(line: string, widths: readonly number[]): readonly string[] {
  const characters = [...line];
  let next = 0;
  const take = (width: number): string => {
    let cell = "";
    while (next < characters.length && displayWidth(cell) < width) cell += characters[next++]!;
    return cell;
  };
  return widths.map((width, i) => {
    const cell = take(width);
    if (i < widths.length - 1) take(2);
    return cell;
  });
}

export const CONTRIBUTION = 4;

/** What the leaves and all adjustments add up to, and what the components and the scheme's adjustments do. */
export function printedSums(text: string): {
  readonly leaves: string;
  readonly components: string;
  readonly score: string;
} {
  const rows = printedTable(text);
  const body = rows.slice(0, -1);
  const contributions = (list: readonly PrintedRow[]): string =>
    print(total(list.map(({ cells }) => spelled(cells[CONTRIBUTION] || "0"))));
  const isLeaf = (row: PrintedRow, i: number): boolean =>
    !row.adjustment && !((body[i + 1]?.level ?? 0) > row.level && !body[i + 1]!.adjustment);
  return {
    leaves: contributions(body.filter((row, i) => row.adjustment || isLeaf(row, i))),
    components: contributions(body.filter((row) => row.level === 0)),
    score: rows.at(-1)!.cells[CONTRIBUTION]!,
  };
}
