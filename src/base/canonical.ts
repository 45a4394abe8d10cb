/**
 * Canonical JSON (RFC 8785): one text for one value, whatever the order of its keys. Numbers are safe integers here:
 * decimals are text, since the RFC prints every number as a binary double.
 */

/** @throws TypeError for what has no such text: other numbers, lone surrogates, anything but plain data. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return textJson(value);
  if (typeof value === "number") {
    if (Number.isSafeInteger(value)) return Object.is(value, -0) ? "0" : String(value);
    throw new TypeError(`${String(value)} has no canonical text: decimals are written as strings`);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`a ${typeof value} has no canonical text`);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError("only plain data has a canonical text");
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  // By UTF-16 code unit, which is what comparing strings does (RFC 8785, section 3.2.3).
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, part]) => `${textJson(key)}:${canonicalJson(part)}`).join(",")}}`;
}

function textJson(text: string): string {
  if (/[\ud800-\udfff]/u.test(text)) throw new TypeError("a lone surrogate has no canonical text");
  return JSON.stringify(text);
}
