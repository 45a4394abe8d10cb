/** A rubric with one thing changed: an edge, points, a weight, a rounding, an answer that a condition asks for. */
import type { Plain, PlainMap } from "./oracle/plain.js";

export interface Mutant {
  readonly rubric: PlainMap;
  /** Where, and what: `/indicators/0/scoring/tiers/1/at_least 15 → 16`. */
  readonly change: string;
  /** What a replay has to name, should anything come out differently: an indicator of the sheet, a condition, or the scheme; `within` are the indicators around it, the innermost first. */
  readonly cause: {
    readonly kind: "indicator" | "condition" | "scheme";
    readonly id: string;
    readonly within: readonly string[];
  };
}

/** Keys behind which a number stands that a score may hang on. */
const NUMBERS: ReadonlySet<string> = new Set([
  "points",
  "weight",
  "at_least",
  "above",
  "at_most",
  "below",
  "at",
  "per",
  "start",
  "base",
  "each",
  "floor",
  "cap",
  "share",
  "when_missing",
  "places",
  "n",
]);

/** Words that say how, and another that says it differently. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mode: { "half-up": "down", "half-even": "up", up: "down", down: "up", ceiling: "floor", floor: "ceiling" },
  partial: { floor: "ceil", ceil: "floor", interpolate: "floor" },
  count: { highest: "all", all: "highest", met: "unmet", unmet: "met" },
  pick: { best: "sum", sum: "best" },
  combine: { mean: "min", weighted_mean: "mean", min: "max", max: "min" },
};

/** One test for its neighbour: 以上 for 超过. */
const EDGES: Readonly<Record<string, string>> = {
  at_least: "above",
  above: "at_least",
  at_most: "below",
  below: "at_most",
};

export function mutantsOf(rubric: PlainMap): readonly Mutant[] {
  const mutants: Mutant[] = [];
  const visit = (value: Plain, path: readonly string[]): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, part] of Object.entries(value) as [string, Plain][]) {
      const at = [...path, key];
      for (const [to, other] of otherValues(key, part, path)) mutants.push(mutantOf(rubric, at, part, to, other));
      visit(part, at);
    }
  };
  visit(rubric, []);
  return mutants.filter(({ change }) => !ASIDE.test(change));
}

/** Declarations say what may be supplied, and a fact that is derived otherwise is another fact. */
const ASIDE = /^\/(facts|instances|documents|display|materials|preferences|effective)\b|\/fact\/|\/shape\b/;

/** Another value, or the same under another key. */
function otherValues(key: string, value: Plain, above: readonly string[]): readonly (readonly [string, Plain])[] {
  if (typeof value === "boolean") return key === "is" ? [[key, !value]] : [];
  if (typeof value !== "string" && typeof value !== "number") return [];
  const text = String(value);
  const word = WORDS[key]?.[text];
  if (word !== undefined) return [[key, word]];
  const isFactor = above.at(-2) === "coefficient" && above.at(-1) === "values";
  if ((!NUMBERS.has(key) && !isFactor) || !/^-?\d+(\.\d+)?$/.test(text)) return [];
  const edge = EDGES[key];
  return [[key, nextTo(text)], ...(edge === undefined ? [] : [[edge, value] as const])];
}

/** One more at the last digit that is written: 15 → 16, 0.25 → 0.26. */
function nextTo(text: string): string {
  const [, decimals = ""] = text.split(".");
  const units = BigInt(text.replace(".", "")) + 1n;
  const size = (units < 0n ? -units : units).toString().padStart(decimals.length + 1, "0");
  const whole = decimals === "" ? size : `${size.slice(0, -decimals.length)}.${size.slice(-decimals.length)}`;
  return units < 0n ? `-${whole}` : whole;
}

function mutantOf(rubric: PlainMap, at: readonly string[], before: Plain, key: string, after: Plain): Mutant {
  const last = at.at(-1)!;
  const copy = structuredClone(rubric) as { [key: string]: unknown };
  const holder = at.slice(0, -1).reduce<unknown>((part, name) => (part as { [key: string]: unknown })[name], copy);
  const entries = Object.entries(holder as object).map(([name, value]) =>
    name === last ? [key, after] : [name, value],
  );
  if (!Array.isArray(holder)) {
    for (const name of Object.keys(holder as object)) delete (holder as { [key: string]: unknown })[name];
    Object.assign(holder as object, Object.fromEntries(entries));
  }
  const change = `/${at.join("/")} ${String(before)} → ${key === last ? "" : `${key} `}${String(after)}`;
  return { rubric: copy as PlainMap, change, cause: causeOf(rubric, at) };
}

/** The innermost indicator or condition around the place; what weighs an indicator is its group's. */
function causeOf(rubric: PlainMap, at: readonly string[]): Mutant["cause"] {
  if (at[0] === "eligibility")
    return { kind: "condition", id: String((valueAt(rubric, at.slice(0, 2)) as PlainMap)["id"]), within: [] };
  const own = at.lastIndexOf("indicators");
  const isOfSheet = rubric["kind"] === "sheet" || "indicators" in rubric;
  if (own < 0) {
    if (at[0] === "effects" && !isOfSheet) return { kind: "condition", id: `effects/${at[1]}`, within: [] };
    const isOfRoot =
      isOfSheet &&
      ["points", "floor", "cap", "round", "combine", "renormalise", "coefficient", "effects"].includes(at[0]!);
    return isOfRoot ? { kind: "indicator", id: "", within: [] } : { kind: "scheme", id: "scheme", within: [] };
  }
  const isWeight = at.length === own + 3 && at.at(-1) === "weight";
  const path = isWeight ? at.slice(0, Math.max(own, 0)) : at.slice(0, own + 2);
  const idAt = (of: readonly string[]): string =>
    of.length === 0 ? "" : String((valueAt(rubric, of) as PlainMap)["id"]);
  const within: string[] = [];
  for (let end = path.length - 2; end >= 0; end -= 2) within.push(idAt(path.slice(0, end)));
  return { kind: "indicator", id: idAt(path), within };
}

function valueAt(value: Plain, path: readonly string[]): Plain {
  return path.reduce<Plain>((part, key) => (part as PlainMap)[key]!, value);
}
