/** Values as JSON text that is the same everywhere and steers no terminal. */

/**
 * Keys in the order they were made, two spaces, one final newline. JSON escapes the first 32 characters by itself; the
 * other controls, line separators and bidirectional marks are escaped here: the value is the same, the text harmless.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

// They occur inside strings only, where an escape means the character.
const STEERING = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
