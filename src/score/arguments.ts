/** What `score` is given: whether the two are what they should be, never what a fact sheet says. */
import { isObject, misuse } from "../messages/misuse.js";

/** A program holds functions, so a compiled scheme that was stored and read again is none. */
export function expectCompiled(call: string, given: unknown): void {
  const program = isObject(given) ? given["program"] : undefined;
  if (!isObject(program) || typeof program["display"] !== "function")
    throw misuse(call, "compiled", "a compiled scheme from `compileScheme`", given);
}

const LISTS = ["facts", "sheets", "judgements", "notApplicable", "materials"] as const;

export function expectFactSheet(call: string, given: unknown): void {
  const read =
    isObject(given) &&
    typeof given["asOf"] === "string" &&
    isObject(given["scheme"]) &&
    isObject(given["subject"]) &&
    LISTS.every((key) => Array.isArray(given[key]));
  if (!read)
    throw misuse(call, "factSheet", "a fact sheet from `parseFactSheet`, `readFactSheet` or `loadFactSheet`", given);
}
