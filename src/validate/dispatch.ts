/** Mappings whose kind is told by a word, or by which key they have. */
import type { DocumentValue } from "../model/document.js";
import type { Report } from "./report.js";
import { pointer } from "../base/pointer.js";
import { hints } from "../messages/validate.js";
import { wordProblem } from "./scalars.js";
import { isFilled, isRight } from "./shape.js";
import { suggestOf } from "./suggest.js";

/** The word behind a key that decides which other keys there are, such as `rule` or `type`. */
export function theWord<const W extends string>(
  value: { readonly [key: string]: DocumentValue },
  key: string,
  words: readonly W[],
  path: string,
  report: Report,
): W | undefined {
  const word = value[key];
  const at = pointer(path, key);
  if (word === undefined && reportMisspelt(value, [key], path, report)) return undefined;
  if (word === undefined) {
    report.add("missing-key", path, { key, allowed: words }, { part: "holder", hint: hints.oneOfThese });
    return undefined;
  }
  return isFilled(word, at, report) && isRight((each) => wordProblem(each, words), word, at, report)
    ? (word as W)
    : undefined;
}

/**
 * The one of `kinds` that is there; anything else is a finding, on the misspelt key where there is one. `wrong` are the
 * keys that a shape has already found unusable, `beside` those that stand next to some kind and are no misspelling.
 */
export function theOneKey<const K extends string>(
  value: { readonly [key: string]: DocumentValue },
  kinds: readonly K[],
  path: string,
  report: Report,
  { wrong, beside = [] }: { readonly wrong?: ReadonlySet<string>; readonly beside?: readonly string[] } = {},
): K | undefined {
  const found = kinds.filter((kind) => value[kind] !== undefined);
  if (found.length === 1) return found[0];
  if (found.length > 1) {
    const isCondition = (kinds as readonly string[]).includes("all");
    const hint = isCondition ? hints.joinConditions : undefined;
    report.add("several-kinds", pointer(path, found[1]!), { got: found }, { part: "key", hint });
    return undefined;
  }
  // With a shape, misspelt keys have been reported.
  if (wrong ? kinds.some((kind) => wrong.has(kind)) : reportMisspelt(value, kinds, path, report, beside))
    return undefined;
  report.add("no-kind", path, { allowed: kinds }, { part: "holder" });
  return undefined;
}

function reportMisspelt(
  value: { readonly [key: string]: DocumentValue },
  kinds: readonly string[],
  path: string,
  report: Report,
  beside: readonly string[] = [],
): boolean {
  const keys = Object.keys(value).filter((key) => !beside.includes(key));
  const found = suggestOf(keys, kinds);
  if (!found) return false;
  const { word: key, nearest } = found;
  const detail = { part: "key", hint: hints.didYouMean } as const;
  report.add("unknown-key", pointer(path, key), { key, nearest, allowed: kinds }, detail);
  return true;
}
