/** Figures in sentences: sums with their signs, intervals, and approximations that say so. */
import { compare, exact, formatExact, readExact, subtract } from "../base/exact.js";
import { fixed } from "../base/decimal.js";
import type { DecimalText, ExactText, Interval } from "../model/numbers.js";
import { type Telling, say } from "./telling.js";

/** `5 − 1.5 − 1.5`: a sum as people write it. */
export function sumText(terms: readonly ExactText[]): string {
  const [first = "0", ...rest] = terms;
  return rest.reduce((text, term) => `${text}${signed(term)}`, first);
}

function signed(term: ExactText): string {
  return term.startsWith("-") ? ` − ${term.slice(1)}` : ` + ${term}`;
}

/** `3 − 2 × 0.5`: so many times the same, from a start. */
export function productText(start: ExactText, count: ExactText, each: ExactText): string {
  return each.startsWith("-")
    ? `${start} − ${factorText(count)} × ${each.slice(1)}`
    : `${start} + ${factorText(count)} × ${each}`;
}

/** A factor, or what is taken away: a negative one needs its brackets. */
export function factorText(value: ExactText): string {
  return value.startsWith("-") ? `(${value})` : value;
}

/** What is divided by: a fraction needs its brackets. */
export function divisorText(value: ExactText): string {
  return isFraction(value) ? `(${value})` : value;
}

/** As results spell it: rubrics may say `0.50`. */
export function plainText(value: DecimalText): ExactText {
  return formatExact(exact(value));
}

/** A sum with a single term says nothing that its result does not. */
export function sumTo(terms: readonly ExactText[], result: ExactText): string {
  return terms.length < 2 ? result : `${sumText(terms)} = ${result}`;
}

/** `[5, 10)` as in mathematics; one-sided as a comparison. */
export function bracketText({ low, high }: Interval): string {
  if (low && high) {
    if (low.value === high.value) return low.value;
    return `${low.inclusive ? "[" : "("}${low.value}, ${high.value}${high.inclusive ? "]" : ")"}`;
  }
  if (low) return `${low.inclusive ? "≥" : ">"} ${low.value}`;
  if (high) return `${high.inclusive ? "≤" : "<"} ${high.value}`;
  return "(−∞, +∞)";
}

export function isAny({ low, high }: Interval): boolean {
  return !low && !high;
}

/** What is asked of a number, from the words of the rubric: `{ at_least: "3", below: "5" }`. */
export function askedText(words: Asked, telling: Telling): string {
  return comparisons(
    words,
    telling,
    { at_least: "不低于 #", above: "高于 #", at_most: "不高于 #", below: "低于 #" },
    { at_least: "at least #", above: "above #", at_most: "at most #", below: "below #" },
  );
}

/** The same of entries that are counted. */
export function askedCountText(words: Asked, telling: Telling): string {
  const { at_least: low, at_most: high } = words;
  if (high === "0") return say(telling, "一条也没有", "none");
  if (low !== undefined && low === high) return say(telling, `有 ${String(low)} 条`, String(low));
  return comparisons(
    words,
    telling,
    { at_least: "至少有 # 条", above: "多于 # 条", at_most: "至多有 # 条", below: "少于 # 条" },
    { at_least: "at least #", above: "more than #", at_most: "at most #", below: "fewer than #" },
  );
}

/** The same of full years from a day to the as-of date. */
export function askedYearsText(words: Asked, telling: Telling): string {
  return comparisons(
    words,
    telling,
    {
      at_least: "到评价日满 # 年",
      above: "到评价日满的年数多于 #",
      at_most: "到评价日满的年数不多于 #",
      below: "到评价日不满 # 年",
    },
    {
      at_least: "at least # full years ago",
      above: "more than # full years ago",
      at_most: "at most # full years ago",
      below: "fewer than # full years ago",
    },
  );
}

export type Asked = Readonly<Record<string, unknown>>;
type Comparisons = Readonly<Record<"at_least" | "above" | "at_most" | "below", string>>;

function comparisons(words: Asked, telling: Telling, zh: Comparisons, en: Comparisons): string {
  return Object.entries(words)
    .map(([op, value]) =>
      say(telling, zh[op as keyof Comparisons], en[op as keyof Comparisons])
        .replace("#", String(value))
        .replace(/(?<= 1 full )years/, "year"),
    )
    .join(say(telling, "、", " and "));
}

/** A decimal as it is; a fraction with about what it is. */
export function readable(value: ExactText, telling: Telling): string {
  return isFraction(value)
    ? say(telling, `${value}（约 ${aboutText(value)}）`, `${value} (about ${aboutText(value)})`)
    : value;
}

/** Points with their unit. */
export function pointsText(value: ExactText, telling: Telling): string {
  const about = isFraction(value) ? aboutText(value) : undefined;
  return say(
    telling,
    `${value} 分${about === undefined ? "" : `（约 ${about}）`}`,
    `${value} ${pointWord(value)}${about === undefined ? "" : ` (about ${about})`}`,
  );
}

/** Points with their sign, as what a rule gives or takes. */
export function changeText(points: DecimalText, telling: Telling): string {
  const size = plainText(points).replace("-", "");
  return points.startsWith("-")
    ? say(telling, `减 ${size} 分`, `${size} ${pointWord(size)} less`)
    : say(telling, `加 ${size} 分`, `${size} ${pointWord(size)} more`);
}

/** The English unit. */
export function pointWord(value: ExactText): "point" | "points" {
  return value === "1" ? "point" : "points";
}

/** What was got of what could be. */
export function outOfText(got: ExactText, points: ExactText, telling: Telling): string {
  const figure = readable(got, telling);
  return say(telling, `${spaced(figure)}/ ${points} 分`, `${figure} of ${points} ${pointWord(points)}`);
}

export function isFraction(value: ExactText): boolean {
  return value.includes("/");
}

/** Four places; more where they would all be noughts. */
export function aboutText(value: ExactText): string {
  const number = readExact(value);
  for (let places = 4; places < MOST_PLACES; places += 1) {
    const text = fixed(number, { places, mode: "half-even" });
    if (/[1-9]/.test(text)) return text;
  }
  return value;
}

/** So many places that the value, cut there, no longer reads as the threshold it misses. */
export function tellingPlaces(value: ExactText, threshold: DecimalText): DecimalText {
  const number = readExact(value);
  const edge = exact(threshold);
  for (let places = 2; places < MOST_PLACES; places += 1) {
    const text = fixed(number, { places, mode: "floor" });
    if (compare(exact(text), edge) !== 0) return text;
  }
  return value;
}

const MOST_PLACES = 40;

/** Most minus least; null where there is no end. */
export function spanOf(least: ExactText | null, most: ExactText | null) {
  return least === null || most === null ? null : subtract(readExact(most), readExact(least));
}

/** A full-width bracket brings its own space. */
function spaced(text: string): string {
  return text.endsWith("）") ? text : `${text} `;
}

/** `在 0 到 2 之间`, with the ends that exist. */
export function rangeText({ least, most }: Ends, telling: Telling): string {
  const [from, to] = [least, most].map((end) => (end === null ? null : readable(end, telling)));
  if (from && from === to) return say(telling, `不论如何都是 ${from}`, `${from} in any case`);
  if (from && to) return say(telling, `在 ${spaced(from)}到 ${spaced(to)}之间`, `between ${from} and ${to}`);
  if (from) return say(telling, `不低于 ${from}`, `at least ${from}`);
  if (to) return say(telling, `不高于 ${to}`, `at most ${to}`);
  return say(telling, "没有上下限", "without bounds");
}

/** The same of an indicator or a sheet, beside what it could be at best. */
export function rangeOfText(bounds: Ends | null, points: ExactText, telling: Telling): string {
  const best = say(telling, `满分 ${points} 分`, `of ${points} ${pointWord(points)}`);
  if (!bounds) return best;
  const { least, most } = bounds;
  const range = rangeText(bounds, telling);
  if (least === null && most === null) return say(telling, `得分${range}，${best}`, `${best}, ${range}`);
  if (least === most)
    return say(
      telling,
      `不论如何都得 ${readable(least!, telling)} 分，${best}`,
      `${readable(least!, telling)} ${best} in any case`,
    );
  return say(telling, `得分${range}，${best}`, `${range} ${best}`);
}

type Ends = Readonly<Record<"least" | "most", ExactText | null>>;
