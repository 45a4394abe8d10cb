/** Facts in words: what they are called, and what the fact sheet says of them. */
import type { FactNote, FactState, Read, ReadValue } from "../model/assessment.js";
import type { Option } from "../model/fact.js";
import { aboutText, isFraction } from "./figures.js";
import { type Telling, bracketed, listed, say, titleOf } from "./telling.js";

export function factTitle(id: string, telling: Telling): string {
  const title = telling.facts.get(id)?.title;
  return title === undefined ? id : titleOf(title, telling);
}

/** The value with its unit, or why there is none. */
export function readText({ fact, value, state }: Pick<Read, "fact" | "value" | "state">, telling: Telling): string {
  const declared = telling.facts.get(fact);
  if (state !== "given" || value === null) return stateText(state, telling);
  return valueText(value, declared, telling);
}

export function stateText(state: FactState, telling: Telling): string {
  switch (state) {
    case "given":
      return "";
    case "unknown":
      return say(telling, "尚未填报", "not supplied yet");
    case "missing":
      return say(telling, "没有这项资料（不会再补）", "finally missing");
    case "invalid":
      return say(telling, "填报有误", "supplied wrongly");
  }
}

export function valueText(value: NonNullable<ReadValue>, declared: FactNote | undefined, telling: Telling): string {
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
  const isNumber = declared === undefined || declared.type === "integer" || declared.type === "decimal";
  // A third of a percent is read off as a decimal; the exact value stands behind it.
  if (isNumber && isFraction(value))
    return say(
      telling,
      `约 ${aboutText(value)}${unit}（准确值 ${value}）`,
      `about ${aboutText(value)}${unit} (exactly ${value})`,
    );
  return `${value}${unit}`;
}

export function optionTitle(id: string, options: readonly Option[] | undefined, telling: Telling): string {
  const title = options?.find((option) => option.id === id)?.title;
  return title === undefined ? id : titleOf(title, telling);
}

/** What a derived fact was computed from, as far as the values are known. */
export function derivationText(fact: string, telling: Telling): string {
  const inputs = inputsOf(telling.facts.get(fact));
  if (inputs.length === 0) return "";
  const told = inputs.map((input) => {
    const read = telling.reads.get(input);
    return `${factTitle(input, telling)}${say(telling, "：", ": ")}${read ? readText(read, telling) : input}`;
  });
  return bracketed(say(telling, `据${told.join("；")}`, `from ${told.join("; ")}`), telling);
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
