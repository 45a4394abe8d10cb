/** Facts in words: what they are called, and what the fact sheet says of them. */
import type { FactNote, FactState, Read, ReadValue } from "../model/assessment.js";
import type { Option } from "../model/fact.js";
import { aboutText, isFraction } from "./figures.js";
import { type Telling, bracketed, listed, say, titleOf } from "./telling.js";

export function factTitle(id: string, telling: Telling): string {
  const title = telling.facts.get(id)?.title;
  return title === undefined ? id : titleOf(title, telling);
}

type Reading = Pick<Read, "fact" | "value" | "state" | "redacted">;

/** The value with its unit, or why there is none. */
export function readText(read: Reading, telling: Telling): string {
  return withAsides(shortText(read, telling), exactly(read, telling), telling);
}

/** The same, and what a derived one was computed from. */
export function sourcedText(read: Reading, telling: Telling): string {
  return withAsides(
    shortText(read, telling),
    [...exactly(read, telling), ...derivationText(read.fact, telling)],
    telling,
  );
}

/** Everything beside a value stands in one pair of brackets. */
function withAsides(text: string, asides: readonly string[], telling: Telling): string {
  return asides.length === 0 ? text : `${text}${bracketed(asides.join(say(telling, "；", "; ")), telling)}`;
}

function shortText({ fact, value, state, redacted }: Reading, telling: Telling): string {
  if (redacted && state === "given") return say(telling, "（已隐去）", "(redacted)");
  if (state !== "given" || value === null) return stateText(state, fact, telling);
  return valueText(value, telling.facts.get(fact), telling);
}

/** A third of a percent is read off as a decimal; the exact value stands beside it. */
function exactly({ fact, value, state }: Reading, telling: Telling): readonly string[] {
  if (state !== "given" || typeof value !== "string" || !isFractional(value, telling.facts.get(fact))) return [];
  return [say(telling, `准确值 ${value}`, `exactly ${value}`)];
}

function isFractional(value: string, declared: FactNote | undefined): boolean {
  return (declared?.type === "integer" || declared?.type === "decimal") && isFraction(value);
}

/** Why there is no value. Nobody supplies a derived fact, so nobody has forgotten it or got it wrong. */
export function stateText(state: FactState, fact: string, telling: Telling): string {
  const isDerived = inputsOf(telling.facts.get(fact)).length > 0;
  switch (state) {
    case "given":
      return "";
    case "unknown":
      return isDerived
        ? say(telling, "还算不出", "cannot be computed yet")
        : say(telling, "尚未填报", "not supplied yet");
    case "missing":
      return isDerived
        ? say(telling, "没有可计算的数据", "no value")
        : say(telling, "确认没有这项资料", "missing for good");
    case "invalid":
      return isDerived
        ? say(telling, "算不出可用的值", "comes to no usable value")
        : say(telling, "填报有误", "supplied, but not usable");
  }
}

function valueText(value: NonNullable<ReadValue>, declared: FactNote | undefined, telling: Telling): string {
  if (typeof value === "boolean") return value ? say(telling, "是", "yes") : say(telling, "否", "no");
  if (typeof value === "number") return say(telling, `${value} 条记录`, value === 1 ? "1 entry" : `${value} entries`);
  const options = declared && "options" in declared ? declared.options : [];
  if (typeof value !== "string") {
    if (value.length === 0) return say(telling, "一项也没有", "none");
    return listed(
      value.map((option) => optionTitle(option, options, telling)),
      telling,
    );
  }
  if (declared?.type === "choice") return optionTitle(value, options, telling);
  const unit = declared?.unit === undefined ? "" : ` ${declared.unit}`;
  if (isFractional(value, declared))
    return say(telling, `约 ${aboutText(value)}${unit}`, `about ${aboutText(value)}${unit}`);
  return `${value}${unit}`;
}

export function optionTitle(id: string, options: readonly Option[] | undefined, telling: Telling): string {
  const title = options?.find((option) => option.id === id)?.title;
  return title === undefined ? id : titleOf(title, telling);
}

/** The same of points that an assessor awards. */
export function judgementStateText(state: FactState, telling: Telling): string {
  switch (state) {
    case "given":
      return "";
    case "unknown":
      return say(telling, "尚未评定", "not awarded yet");
    case "missing":
      return say(telling, "没有评定", "never awarded");
    case "invalid":
      return say(telling, "评定有误", "awarded wrongly");
  }
}

/** What a derived fact was computed from, as far as the values are known; nothing of one that was supplied. */
function derivationText(fact: string, telling: Telling): readonly string[] {
  const inputs = inputsOf(telling.facts.get(fact));
  if (inputs.length === 0) return [];
  const told = inputs.map((input) => {
    const read = telling.reads.get(input);
    return `${factTitle(input, telling)}${say(telling, "：", ": ")}${read ? readText(read, telling) : input}`;
  });
  return [say(telling, `据${told.join("；")}`, `from ${told.join("; ")}`)];
}

/** The facts that a fact is derived from; none where it is supplied. */
export function inputsOf(declared: FactNote | undefined): readonly string[] {
  const derive = declared && "derive" in declared ? declared.derive : undefined;
  switch (derive?.kind) {
    case undefined:
      return [];
    case "full_years_since":
    case "full_months_since":
    case "count":
      return [derive.fact];
    case "sum":
      return derive.terms.map(({ fact }) => fact);
    case "difference":
      return [derive.minuend, derive.subtrahend];
    case "mean":
      return derive.facts;
    case "ratio":
      return [derive.numerator, derive.denominator];
  }
}
