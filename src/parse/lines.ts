/** Offsets → lines and columns. */
import type { Position, Range } from "../model/diagnostic.js";
import type { Span } from "./syntax.js";

export interface Lines {
  /** Counted from 0, for comparing. */
  readonly lineOf: (offset: number) => number;
  readonly rangeOf: (span: Span) => Range;
}

/** Lines end with LF or CRLF: a text with lone CR is refused before. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let newline = text.indexOf("\n"); newline !== -1; newline = text.indexOf("\n", newline + 1)) {
    starts.push(newline + 1);
  }
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const positionOf = (offset: number): Position => {
    const line = lineOf(offset);
    return { line: line + 1, column: offset - starts[line]! + 1 };
  };
  return {
    lineOf,
    rangeOf: ([start, end]) => ({ start: positionOf(start), end: positionOf(end), offset: [start, end] }),
  };
}
