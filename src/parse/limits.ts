/** How much of a text we are willing to read, so that no text costs more than about a second. */

export type DocumentKind = "rubric" | "facts";

const KiB = 1024;
export const maximumBytes: Readonly<Record<DocumentKind, number>> = { rubric: 2048 * KiB, facts: 1024 * KiB };
export const maximumDepth = 64;
export const maximumEntries = 10_000;
export const maximumTokens = 600_000;

/** Bytes of the text in UTF-8; stops counting once it is more than `limit`. */
export function bytesOf(text: string, limit: number): number {
  if (text.length > limit) return text.length;
  let bytes = text.length;
  for (let index = 0; index < text.length && bytes <= limit; index += 1) {
    const unit = text.charCodeAt(index);
    // Two surrogates of three bytes each would be six: the pair takes four, so each counts two.
    if (unit >= 0x80) bytes += unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}
