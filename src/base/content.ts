/** What a document says: how it was written makes no difference, what it says does. */
import type { DocumentValue } from "../model/document.js";
import { isDecimalText } from "./decimal-text.js";
import { exact, formatExact } from "./exact.js";

/** `0.10` and `0.1` are one number. Behind other keys a text that looks like a number is text: version `2023.10`. */
export function contentOf(value: DocumentValue, key = ""): DocumentValue {
  // The entries of a list of numbers are numbers; mappings in a list have keys of their own.
  if (Array.isArray(value))
    return value.map((entry: DocumentValue) => contentOf(entry, typeof entry === "string" ? key : ""));
  if (typeof value === "string")
    return NUMBERS.has(key) && isDecimalText(value) ? formatExact(exact(value)) : value.normalize("NFC");
  if (value === null || typeof value !== "object") return value;
  const content: Record<string, DocumentValue> = Object.create(null) as Record<string, DocumentValue>;
  for (const [name, part] of Object.entries(value)) {
    // Options and classes under `points:` and the like are the author's words, and their values still numbers.
    content[name.normalize("NFC")] = contentOf(
      part,
      MAPS.has(key) ? key : name === "each" && !("rule" in value) ? "" : name,
    );
  }
  return content;
}

/** Keys behind which stands a number, or a map or list of numbers. */
const NUMBERS: ReadonlySet<string> = new Set([
  "points",
  "weight",
  "weights",
  "trim",
  "at_least",
  "above",
  "at_most",
  "below",
  "at",
  "per",
  "start",
  "base",
  "step",
  "each",
  "from",
  "share",
  "times",
  "values",
  "floor",
  "cap",
  "when_missing",
  "if_zero",
  "places",
  "n",
  "last",
  "years",
  "months",
  "days",
  "calendar_years",
  "full_years",
  "shape",
]);

/** Keys whose entries are named by the author. */
const MAPS: ReadonlySet<string> = new Set(["points", "weights", "values"]);
