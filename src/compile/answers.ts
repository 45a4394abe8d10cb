/** How tests are written down below a `not`: as they bear on the whole, so that a false one always speaks against it. */
import type { Because, Truth } from "../model/assessment.js";

export function asked(test: Because["test"], negated: boolean): Because["test"] {
  return negated ? { not: test } : test;
}

export function answered(result: Truth, negated: boolean): Truth {
  if (!negated || result === "unknown") return result;
  return result === "true" ? "false" : "true";
}
