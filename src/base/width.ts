/** Text on a terminal: how wide it is, and made harmless. */

/** Columns taken: East Asian wide and full-width characters take two, combining marks none (UAX #11). */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character.codePointAt(0)!);
  return width;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - displayWidth(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - displayWidth(text))) + text;
}

/**
 * Author text without what could steer a terminal or reverse reading: control characters, among them escapes and
 * newlines, and bidirectional controls become visible code points.
 */
export function harmless(text: string): string {
  return text.replace(STEERING, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

// C0, DEL and C1 controls, line and paragraph separators, bidirectional marks, embeddings and isolates.
// oxlint-disable-next-line no-control-regex -- finding control characters is what it is for
const STEERING = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

function columnsOf(code: number): number {
  if (code < 0x300) return 1;
  if (within(code, COMBINING)) return 0;
  return within(code, WIDE) ? 2 : 1;
}

function within(code: number, ranges: readonly (readonly [number, number])[]): boolean {
  return ranges.some(([from, to]) => code >= from && code <= to);
}

const COMBINING = [
  [0x300, 0x36f],
  [0x200b, 0x200d],
  [0xfe00, 0xfe0f],
] as const;

const WIDE = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
] as const;
