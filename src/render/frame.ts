/** The lines around a place of a text, as an editor would show them: marked, underlined, cut where they are long. */
import { displayWidth, harmless, padStart } from "../base/width.js";
import type { Range } from "../model/diagnostic.js";

/** Columns of a line that are shown; of what stands before the place, when not all of it fits. */
const WIDEST = 100;
const BEFORE = 30;

/** A place over more lines than this is shown by its first two and its last. */
const TALLEST = 4;

/** `lines` are those of the whole text. Nothing for a place that is not in it. */
export function frame(lines: readonly string[], { start, end }: Range): readonly string[] {
  const line = lines[start.line - 1];
  if (line === undefined) return [];
  // What ends before the first column of a line ends on the line above.
  const last = end.line > start.line && end.column === 1 ? end.line - 1 : Math.min(end.line, lines.length);
  const margin = String(Math.min(last + 1, lines.length)).length;
  const gutter = (mark: string, number: string) => `${mark} ${padStart(number, margin)} | `;
  const beside = (number: number): readonly string[] => {
    const text = lines[number - 1];
    return text === undefined || text.trim() === "" ? [] : [gutter(" ", String(number)) + headOf(text)];
  };
  const until = end.line === start.line ? end.column - 1 : line.length;
  const { shown, offset, width } = around(line, start.column - 1, until);
  return [
    ...beside(start.line - 1),
    gutter(">", String(start.line)) + shown,
    gutter(" ", "") + " ".repeat(offset) + "^".repeat(Math.max(1, width)),
    ...further(start.line + 1, last).map((number) =>
      number === undefined ? gutter(" ", "") + "..." : gutter(">", String(number)) + headOf(lines[number - 1] ?? ""),
    ),
    ...beside(last + 1),
  ];
}

/** The other lines of a place; undefined stands for those left out. */
function further(from: number, to: number): readonly (number | undefined)[] {
  if (to < from) return [];
  if (to - from + 2 > TALLEST) return [from, undefined, to];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

interface Around {
  readonly shown: string;
  /** Columns before what is underlined, and columns that it takes. */
  readonly offset: number;
  readonly width: number;
}

function around(line: string, from: number, to: number): Around {
  const before = piece(line, Math.max(0, from - WIDEST), from);
  const marked = piece(line, from, Math.min(to, from + WIDEST));
  const behind = piece(line, to, to + WIDEST);
  const isShort = displayWidth(before) + displayWidth(marked) + displayWidth(behind) <= WIDEST;
  if (isShort && from <= WIDEST && to - from <= WIDEST && line.length - to <= WIDEST) {
    return { shown: before + marked + behind, offset: displayWidth(before), width: displayWidth(marked) };
  }
  const left = displayWidth(before) > BEFORE || from > WIDEST ? `...${lastColumns(before, BEFORE)}` : before;
  const middle = firstColumns(marked, WIDEST - displayWidth(left));
  const right = to - from > WIDEST ? "" : firstColumns(behind, WIDEST - displayWidth(left) - displayWidth(middle));
  const isCut = middle.length < marked.length || to - from > WIDEST || right.length < line.length - to;
  return {
    shown: left + middle + right + (isCut ? "..." : ""),
    offset: displayWidth(left),
    width: displayWidth(middle),
  };
}

function headOf(line: string): string {
  return around(line, 0, 0).shown;
}

/** Harmless, a tab one column; a character that the cut goes through is left out. */
function piece(line: string, from: number, to: number): string {
  const text = line.slice(from, to);
  return harmless(text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, "").replaceAll("\t", " "));
}

function firstColumns(text: string, columns: number): string {
  let shown = "";
  let width = 0;
  for (const character of text) {
    width += displayWidth(character);
    if (width > columns) break;
    shown += character;
  }
  return shown;
}

function lastColumns(text: string, columns: number): string {
  const characters = [...text];
  let width = 0;
  let at = characters.length;
  while (at > 0 && width + displayWidth(characters[at - 1]!) <= columns) {
    at -= 1;
    width += displayWidth(characters[at]!);
  }
  return characters.slice(at).join("");
}
